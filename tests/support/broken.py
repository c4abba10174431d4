"""What happens to data files: each breaks the file in one way; its content put back heals it."""

import codecs
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

Break = Callable[[Path], None]
"""Breaks the good file at that path."""


def _content(make: Callable[[bytes], bytes]) -> Break:
    return lambda path: void(path.write_bytes(make(path.read_bytes())))


def _tables(change: Callable[[dict[str, Any]], None]) -> Break:
    def change_file(path: Path) -> None:
        tables = json.loads(path.read_bytes())
        change(tables)
        path.write_text(json.dumps(tables))

    return change_file


def _replaced(make: Callable[[Path], object]) -> Break:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


def _too_big(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(65 * 1024 * 1024)


def void(_: object) -> None:
    """Nothing comes of it."""


FAULTS: dict[str, tuple[Break, str]] = {
    "an empty file": (_content(lambda whole: b""), "is empty"),
    "cut off in the middle": (_content(lambda whole: whole[: len(whole) // 2]), "is not JSON"),
    "NULs at the end": (_content(lambda whole: whole + b"\0" * 512), "NUL bytes"),
    "only NULs": (_content(lambda whole: b"\0" * len(whole)), "NUL bytes"),
    "the marks of a merge": (
        _content(lambda whole: b"<<<<<<< mine\n" + whole + b"=======\n>>>>>>> theirs\n"),
        "unfinished merge",
    ),
    "UTF-16": (_content(lambda whole: whole.decode().encode("utf-16")), "byte order mark"),
    "a byte order mark": (_content(lambda whole: codecs.BOM_UTF8 + whole), "byte order mark"),
    "Latin-1": (_content(lambda whole: whole.replace(b"coffee", b"caf\xe9")), "is not UTF-8"),
    "NaN": (_content(lambda whole: whole.replace(b"null", b"NaN", 1)), "holds NaN"),
    "a number too large": (
        _content(lambda whole: whole.replace(b"null", b"1e999", 1)),
        "which is too large",
    ),
    "a name that stands twice": (
        _content(lambda whole: whole.replace(b'"title":', b'"title":"x","title":', 1)),
        "twice in one place",
    ),
    "nested too deeply": (
        _content(lambda whole: whole.replace(b"null", b"[" * 5000 + b"]" * 5000, 1)),
        "nested too deeply",
    ),
    "too big": (_too_big, "longer than 64 MiB"),
    "another program's JSON": (_content(lambda whole: b'{"a": {"b": {}}}'), "no format version"),
    "a list": (_content(lambda whole: b"[1, 2]"), "not an object of tables"),
    "a newer format": (_tables(lambda each: each["meta"]["format"].update(version=9)), "newer"),
    "a folder in its place": (_replaced(Path.mkdir), "not a regular file"),
    "a pipe in its place": (_replaced(os.mkfifo), "not a regular file"),
    "a link to itself": (_replaced(lambda path: path.symlink_to(path)), "levels of symbolic"),
}


def heal(path: Path, whole: bytes) -> None:
    """Put the good content back, as a person or a synchronising program would."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
    path.write_bytes(whole)
