"""Changes one setting in the settings file; all else in it stays as the person wrote it."""

import os
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.settings.example import example, toml
from focus_tui.settings.load import MARK, Unusable, parsed, readable_text

if TYPE_CHECKING:
    from tomlkit.container import Container
    from tomlkit.items import AbstractTable

Value = bool | int | str | tuple[str, ...]


def changed(text: str, section: str, name: str, value: Value | None) -> str:
    """The text of a settings file with one setting changed, or taken out where it is None.

    Raises ValueError where the text is no TOML, has something else in the section's place, or is
    written so that more than this one thing would change.
    """
    # Only now: most days nobody changes a setting.
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    end = "\r\n" if text.partition("\n")[0].endswith("\r") else "\n"
    whole = text if text.endswith("\n") or not text else text + end
    try:
        document = tomlkit.parse(whole)
        tables = list(_tables(document, section))
        holders = [each for table in tables for each in _holders(table.value, name)]
        for container, key in holders:
            if value is None:
                container.remove(key)
            else:
                container[key] = _stored(value)
        added = ""
        if not holders and value is not None and not _add(tables, name, value, end):
            line = f"{_spelled(name)} = {tomlkit.item(_stored(value)).as_string()}"
            added = f"{end if text else ''}[{section}]{end}{line}{end}"
        fresh = tomlkit.dumps(document) + added
    except TOMLKitError as error:
        raise ValueError(str(error)) from error
    if whole is not text:
        fresh = fresh.removesuffix(end)
    _only(section, name, value, text, fresh)
    return fresh


def _tables(container: "Container", name: str) -> Iterator["AbstractTable"]:
    """The tables of that name: TOML lets one be written in pieces, apart from each other."""
    from tomlkit.items import AbstractTable

    for key, item in container.body:
        if key is not None and key.key == name:
            if not isinstance(item, AbstractTable):
                raise ValueError(name)
            yield item


def _holders(container: "Container", name: str) -> Iterator[tuple["Container", str]]:
    """Where a setting stands, with its key there: a key such as `a.b` is one, or two nested."""
    for key, _ in container.body:
        if key is not None and key.key == name:
            yield container, name
    first, _, last = name.partition(".")
    if last:
        for table in _tables(container, first):
            yield from _holders(table.value, last)


def _add(tables: Sequence["AbstractTable"], name: str, value: Value, end: str) -> bool:
    """Write a new setting into its section; False where no part of the file is the section's."""
    from tomlkit import item
    from tomlkit.items import InlineTable, SingleKey

    for table in reversed(tables):
        if isinstance(table, InlineTable):
            table.append(SingleKey(name), item(_stored(value)))
            return True
        place = _place(table.value, name)
        if place is None:
            continue
        fresh = item(_stored(value))
        before = table.value.body[place - 1][1] if place else None
        fresh.trivia.indent = before.trivia.indent if before is not None else ""
        fresh.trivia.trail = end
        table.value.body.insert(place, (SingleKey(name), fresh))
        return True
    return False


def _place(container: "Container", name: str) -> int | None:
    """Below the line that teaches the setting, else below the section's last one, else on top.

    What stands below the last one (blank lines, comments) is of what follows. None where only
    tables within the section are in the file: a line of its own has no place above them.
    """
    from tomlkit.items import Comment, Table

    last = 0
    own = not container.body
    for place, (key, item) in enumerate(container.body, start=1):
        if isinstance(item, Comment) and item.trivia.comment.startswith(f"#{_spelled(name)} = "):
            return place
        inner = isinstance(item, Table) and key is not None and not key.is_dotted()
        own = own or not inner
        if key is not None and not inner:
            last = place
    return last if own else None


def _stored(value: Value) -> bool | int | str | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _spelled(name: str) -> str:
    """A key as the file spells it; a command's id is one key, though it has a dot."""
    return toml(name) if "." in name else name


def _only(section: str, name: str, value: Value | None, text: str, fresh: str) -> None:
    """ValueError unless the change is the only one: an odd file is rather left as it is."""
    before, after = _flat(text), _flat(fresh)
    before.pop(f"{section}.{name}", None)
    if value is not None:
        before[f"{section}.{name}"] = _stored(value)
    if after != before:
        raise ValueError(name)


def _flat(text: str) -> dict[str, Any]:
    """All values of a file by their dotted names, however its tables are written."""
    import tomllib

    def leaves(table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Any]]:
        for key, value in table.items():
            if isinstance(value, dict):
                yield from leaves(value, f"{above}{key}.")
            else:
                yield above + key, value

    return dict(leaves(tomllib.loads(text, parse_float=str), ""))


def save(
    path: Path, section: str, name: str, value: Value | None, keys: Mapping[str, Sequence[str]]
) -> None:
    """Change one setting in the file; a new file teaches all of them.

    `keys` are the commands' own keys, for a new file. Raises BadInput where the value or the file
    can't be changed so; then it is as it was.
    """
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, str):
            accepted(part, field="value", limit=LINE_LIMIT)
    text = _text(path, keys)
    mark = MARK if text.startswith(MARK) else ""
    try:
        parsed(text.removeprefix(mark))
        fresh = mark + changed(text.removeprefix(mark), section, name, value)
    except Unusable as error:
        raise BadInput(f"{path}, {error}, so nothing was changed: mend it there first.") from None
    except ValueError:
        raise BadInput(
            f"{path} has {section} written in a way that can't be changed from here, so nothing "
            f"was changed: change {section}.{name} there."
        ) from None
    if fresh == text:
        return
    try:
        _replace(Path(os.path.realpath(path)), fresh.encode())
    except OSError as error:
        raise BadInput(f"{path} can't be written ({error.strerror or error}).") from error


def _text(path: Path, keys: Mapping[str, Sequence[str]]) -> str:
    try:
        return readable_text(path)
    except FileNotFoundError:
        return example(keys)
    except Unusable as error:
        raise BadInput(f"{path} {error}, so nothing was changed.") from None
    except OSError as error:
        raise BadInput(f"{path} can't be read ({error.strerror or error}): mend that.") from error


def _replace(path: Path, content: bytes) -> None:
    """Put the content in the file's place, with the rights that the file has."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o600
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        with open(descriptor, "wb") as file:
            if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
                os.fchmod(descriptor, mode)
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
