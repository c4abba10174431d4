"""Changes one setting in the settings file; all else in it stays as the person wrote it."""

import os
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from focus_tui.domain.errors import BadInput
from focus_tui.settings.example import example
from focus_tui.settings.load import Unusable, readable_text

Value = bool | int | str | tuple[str, ...]


def changed(text: str, section: str, name: str, value: Value | None) -> str:
    """The text of a settings file with one setting changed, or taken out where it is None.

    Raises ValueError where the text is no TOML, or has something else in the section's place.
    """
    import tomlkit  # only now: most days nobody changes a setting
    from tomlkit.items import Table

    document = tomlkit.parse(text)
    table = document.get(section)
    if table is None and value is None:
        return text
    if table is None:
        table = document[section] = tomlkit.table()
    if not isinstance(table, Table):
        raise ValueError(section)
    if value is None:
        table.pop(name, None)
    elif name in table:
        table[name] = _item(value)
    else:
        table.add(name, _item(value))
    return tomlkit.dumps(document)


def _item(value: Value) -> bool | int | str | list[str]:
    return list(value) if isinstance(value, tuple) else value


def save(
    path: Path, section: str, name: str, value: Value | None, keys: Mapping[str, Sequence[str]]
) -> None:
    """Change one setting in the file; a new file teaches all of them.

    `keys` are the commands' own keys, for a new file. Raises BadInput where the file can't be
    changed; then it is as it was.
    """
    try:
        text = readable_text(path)
    except FileNotFoundError:
        text = example(keys)
    except Unusable as error:
        raise BadInput(f"{path} {error}, so nothing was changed.") from None
    except OSError as error:
        raise BadInput(f"{path} can't be read ({error.strerror or error}): mend that.") from error
    try:
        fresh = changed(text, section, name, value)
    except ValueError:
        raise BadInput(
            f"{path} has a mistake in it, so nothing was changed: mend it there first."
        ) from None
    if fresh == text:
        return
    try:
        _replace(Path(os.path.realpath(path)), fresh)
    except OSError as error:
        raise BadInput(f"{path} can't be written ({error.strerror or error}).") from error


def _replace(path: Path, text: str) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, mode)
    try:
        with open(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
