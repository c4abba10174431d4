"""Reads the settings file. Whatever is wrong in it, there are settings, and a sentence for it."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from focus_tui.domain.text import clipped
from focus_tui.settings.declared import KEYS, SECTIONS, Declared, Keys, Settings, declared
from focus_tui.settings.example import toml

LARGEST_BYTES = 64 * 1024
DEEPEST = 3  # as in keys.clock.toggle
MARK = "\ufeff"
"""The byte order mark that some editors begin a file with; it is none of its text."""


class Loaded(NamedTuple):
    """The settings in force, and one sentence for each thing that could not be used."""

    settings: Settings
    problems: tuple[str, ...] = ()


class Unusable(Exception):
    """The file as a whole can't be used; the message says why."""


def load(path: Path, before: Settings | None = None) -> Loaded:
    """The settings in a TOML file; what is missing or wrong has its default.

    A file that can't be used at all leaves those of `before` in force. A missing file is no
    problem. Never raises for what the file is or holds.
    """
    try:
        text = readable_text(path).removeprefix(MARK)
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError as error:
        return _unusable(before, f"{path} can't be read ({error.strerror or error})")
    except Unusable as error:
        return _unusable(before, f"{path} {error}")
    try:
        document = parsed(text)
    except Unusable as error:
        return _unusable(before, f"{path}, {error}")
    return _Reader(path, _lines(text)).read(document)


def _unusable(before: Settings | None, what: str) -> Loaded:
    held = "stay as they were" if before else "are at their defaults"
    return Loaded(before or Settings(), (f"{what}: all settings {held} until it is mended.",))


def readable_text(path: Path) -> str:
    """The text of a settings file, with the mark before it if there is one.

    Raises OSError, and Unusable for what is no such file.
    """
    # Not blocking, so that a named pipe in the file's place can't hold the start up.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Unusable("is not a file of text")
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read(LARGEST_BYTES + 1)
    finally:
        os.close(descriptor)
    if len(content) > LARGEST_BYTES:
        raise Unusable(f"is larger than {LARGEST_BYTES // 1024} KiB")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unusable(f"is not UTF-8 text (line {line})") from error


def parsed(text: str) -> dict[str, Any]:
    """What the text says. Raises Unusable where it is no TOML."""
    import tomllib  # only now: most people have no settings file

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Unusable("its values are nested too deeply") from error
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).partition(" (at ")
        line = place.removeprefix("line ").partition(",")[0]
        if not line.isdigit():  # "end of document"
            line = str(text.count("\n") + 1)
        raise Unusable(f"line {line} is not TOML ({what[:1].lower()}{what[1:]})") from error
    except ValueError as error:
        raise Unusable("a number in it has thousands of digits") from error


def _lines(text: str) -> dict[str, int]:
    """On which line each section and key first stands, by its dotted name.

    Read off the text, as the parser keeps no places; odd spellings may not be found.
    """
    found: dict[str, int] = {}
    section: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip()
        if line.startswith("["):
            place = section = _parts(line[1:].partition("]")[0])
        elif "=" in line:
            place = [*section, *_parts(line.partition("=")[0])]
        else:
            continue
        for end in range(1, min(len(place), DEEPEST) + 1):
            found.setdefault(".".join(place[:end]), number)
    return found


def _parts(key: str) -> list[str]:
    return [part.strip(" \t\"'") for part in key.split(".")]


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib  # only for mistakes

    close = difflib.get_close_matches(name[:60], list(known), n=1)
    return f"; did you mean {close[0]}?" if close else f"; there are {', '.join(known)}."


class _Reader:
    """Takes the settings out of one parsed file and collects what was wrong with them."""

    def __init__(self, path: Path, lines: Mapping[str, int]) -> None:
        self._path = path
        self._lines = lines
        self._problems: list[str] = []

    def read(self, document: Mapping[str, Any]) -> Loaded:
        sections: dict[str, Any] = {}
        for name, content in document.items():
            if name not in SECTIONS and name != KEYS:
                self._unknown_section(name)
            elif not isinstance(content, dict):
                self._problem(name, f"{name} must be a section: write [{name}] on its own line.")
            elif name == KEYS:
                sections[KEYS] = dict(self._keys(content))
            else:
                sections[name] = SECTIONS[name](**dict(self._values(name, content)))
        return Loaded(Settings(**sections), tuple(self._problems))

    def _values(self, section: str, content: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        known = declared(section)
        for name, value in content.items():
            dotted = f"{section}.{name}"
            if name not in known:
                nearest = _nearest(name, known)
                self._problem(dotted, f"there is no setting {_name(dotted)}{nearest}")
                continue
            value = tuple(value) if isinstance(value, list) else value
            if known[name].rule.takes(value):
                yield name, value
            else:
                self._wrong(dotted, value, known[name])

    def _keys(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Keys]]:
        """Command ids with their keys; `clock.toggle` unquoted is a table within a table."""
        for name, value in content.items():
            inner = value.items() if isinstance(value, dict) else [("", value)]
            for last, keys in inner:
                command = f"{name}.{last}" if last else name
                taken = (keys,) if isinstance(keys, str) else keys
                if isinstance(taken, list | tuple) and all(isinstance(key, str) for key in taken):
                    yield command, tuple(taken)
                else:
                    dotted = f"{KEYS}.{command}"
                    wants = "a key's name in quotes, or a list of them"
                    self._problem(dotted, f"{_name(dotted)} must be {wants}, not {_short(keys)}.")

    def _unknown_section(self, name: str) -> None:
        for section in SECTIONS:
            if name in declared(section):
                self._problem(name, f"{name} must stand below a line [{section}].")
                return
        nearest = _nearest(name, [*SECTIONS, KEYS])
        self._problem(name, f"there is no section {_name(name)}{nearest}")

    def _wrong(self, dotted: str, value: object, known: Declared) -> None:
        self._problem(
            dotted,
            f"{dotted} must be {known.rule.wants}, not {_short(value)}; "
            f"{toml(known.default)} is used.",
        )

    def _problem(self, dotted: str, sentence: str) -> None:
        place = dotted
        while place not in self._lines and "." in place:
            place = place.rpartition(".")[0]
        line = self._lines.get(place)
        where = f"{self._path}, line {line}" if line else str(self._path)
        self._problems.append(f"{where}: {sentence}")


def _name(dotted: str) -> str:
    return clipped(dotted, 60)


def _short(value: object) -> str:
    if isinstance(value, dict):
        return "a section"
    if isinstance(value, list | tuple) and any(isinstance(each, list | dict) for each in value):
        return "a list of lists"
    return clipped(toml(value), 40)
