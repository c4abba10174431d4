"""A text in the person's own editor, with the terminal lent to it meanwhile."""

import asyncio
import os
import shlex
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import quoted

NAME = "draft.txt"


async def edited(app: App[Any], text: str) -> str:
    """What the editor saved.

    The app lives on meanwhile: its clock runs, its bell rings by the desktop. Nothing goes through
    a shell. Raises BadInput, one sentence, where there is no editor or what it left can't be read;
    then the file stays.
    """
    words = editor(os.environ)
    file = _written(text)
    try:
        with app.suspend():
            ended = await _run([*words, str(file)])
    except SuspendNotSupported:
        _tidy(file)
        raise BadInput("This terminal can't be lent to an editor.") from None
    if isinstance(ended, OSError):
        _tidy(file)
        raise BadInput(
            f"{quoted(words[0])} could not be started: {ended.strerror}. "
            "Set $VISUAL or $EDITOR to your editor."
        )
    return _taken(file, text, ended)


def editor(env: Mapping[str, str]) -> list[str]:
    """The editor's words. Raises BadInput where none is named."""
    named = env.get("VISUAL") or env.get("EDITOR") or ""
    try:
        words = shlex.split(named)
    except ValueError:
        words = []
    if not words:
        raise BadInput("No editor is named: set $VISUAL or $EDITOR, as in EDITOR=nano.")
    return words


def _written(text: str) -> Path:
    """The text in a file of its own, in a folder that nobody else may look into."""
    try:
        file = Path(tempfile.mkdtemp(prefix="focus-"), NAME)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as draft:
            draft.write(text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        raise BadInput(f"No file could be made for the editor: {error.strerror}.") from None
    return file


async def _run(words: list[str]) -> int | OSError:
    """The status it ended with, or why it could not be started.

    Nothing is raised: the app takes its terminal back only where nothing was.
    """
    try:
        process = await asyncio.create_subprocess_exec(*words)
    except OSError as error:
        return error
    try:
        return await process.wait()
    finally:
        if process.returncode is None:  # the app has to end
            process.terminate()


def _taken(file: Path, text: str, status: int) -> str:
    """What stands in the file, which goes; where that would lose words, it stays."""
    try:
        saved = file.read_bytes()
    except OSError as error:
        raise BadInput(f"What the editor saved can't be read: {error.strerror}.") from None
    if status and saved != text.encode("utf-8", "surrogatepass"):
        raise BadInput(f"The editor failed ({status}), so nothing was taken; see {file}.")
    try:
        found = saved.decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput(f"What the editor saved is not UTF-8 text; see {file}.") from None
    _tidy(file)
    return found if text.endswith("\n") else found.removesuffix("\n")


def _tidy(file: Path) -> None:
    """Take the file away, and what an editor left beside it."""
    import shutil

    shutil.rmtree(file.parent, ignore_errors=True)
