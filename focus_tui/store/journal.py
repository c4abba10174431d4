"""The undo journal: the last acts on the data file, on this machine, a line for each commit."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.interval import Interval
from focus_tui.domain.reading import Reading
from focus_tui.store.codecs import TIMER, read_reading, reading_fields
from focus_tui.store.fields import Fields, Misfit, Raw, checked_text
from focus_tui.store.files import (
    LIMIT,
    Saved,
    Signature,
    make_folder,
    opened,
    read_file,
    reason,
    replace_file,
    signature_of,
)
from focus_tui.store.text import META

KEPT_ACTS = 200
_MOST_LINES = 3 * KEPT_ACTS
_KEPT_BYTES = LIMIT // 4
_TAIL = 64 * 1024


class Change(NamedTuple):
    """What an act changed in one document, as it stands in the file.

    `before` and `after` hold the changed fields only, or the whole document where the other one
    is None: the document was made or removed. A field in one of them alone was or is absent.
    `year` names the archive, None the data file itself.
    """

    table: str
    id: str
    before: Raw | None
    after: Raw | None
    year: int | None = None


class Act(NamedTuple):
    """One change by the person, over any number of documents."""

    id: str
    label: str
    reading: Reading
    """The clocks when it began."""
    changes: tuple[Change, ...]
    interval_before: Interval | None
    """This device's running interval before the act."""
    interval_after: Interval | None

    @property
    def touches_timer(self) -> bool:
        """Whether the act moved this device's clock."""
        return self.interval_before != self.interval_after


@dataclass(slots=True)
class History:
    """Acts, the oldest first; those from `live` on are undone."""

    acts: list[Act] = field(default_factory=list)
    live: int = 0

    @property
    def to_undo(self) -> Act | None:
        """The newest act that is not undone."""
        return self.acts[self.live - 1] if self.live else None

    @property
    def to_redo(self) -> Act | None:
        """The act undone last."""
        return self.acts[self.live] if self.live < len(self.acts) else None

    def follow(self, line: Raw) -> None:
        """Take in one line; ValueError when it does not fit."""
        if "act" in line:
            act = _act(line["act"])
            self.acts[self.live :] = [act]
            self.live += 1
        elif (to_undo := self.to_undo) and line.get("undone") == to_undo.id:
            self.live -= 1
        elif (to_redo := self.to_redo) and line.get("redone") == to_redo.id:
            self.live += 1
        elif line.keys() != {"saved"}:
            raise ValueError("nothing to follow")


class Journal:
    """The journal of one data file; used only under that file's lock, except for `saved`.

    It is a convenience: whatever is wrong with it costs undo, never data, and is told once.
    """

    def __init__(self, path: Path, tell: Callable[[str], None]) -> None:
        self._path = path
        self._tell = tell
        self._room: int | None = None
        self._counted: tuple[Signature | None, int, int] = (None, 0, 0)

    def saved(self) -> Saved | None:
        """The data file after the last commit by any process of this machine.

        It is at the end of the journal, so that knowing a file of our own costs no other write.
        """
        try:
            with opened(self._path) as descriptor:
                size = os.fstat(descriptor).st_size
                tail = os.pread(descriptor, _TAIL, max(0, size - _TAIL))
            last = tail.rstrip(b"\n").rpartition(b"\n")[2]
            *signature, digest = map(int, orjson.loads(last)["saved"])
            return Saved(Signature(*signature), digest)
        except (OSError, DataUnusable, ValueError, TypeError, KeyError):
            return None

    def counts(self) -> tuple[int, int]:
        """How many acts can be undone, and done again, by a look that is quick.

        A line is told by its beginning and not read: the acts themselves may say otherwise.
        """
        signature = signature_of(self._path)
        known, done, undone = self._counted
        if signature != known:
            # Of a file that has grown the rest is enough: a single act may be megabytes long.
            begin = known.size if known and signature and _has_grown(known, signature) else 0
            if not begin:
                done = undone = 0
            for line in self._lines(begin):
                if line.startswith(b'{"act"'):
                    done, undone = done + 1, 0
                elif line.startswith((b'{"undone"', b'{"redone"')):
                    step = -1 if line.startswith(b'{"undone"') else 1
                    done, undone = done + step, undone - step
            self._counted = signature, done, undone
        return self._counted[1:]

    def did(self, act: Act, saved: Saved | None) -> None:
        """Note an act; what was undone can't be done again after it."""
        self._append({"act": _act_fields(act)}, saved)

    def undid(self, act: Act, saved: Saved | None) -> None:
        """Note that an act is undone."""
        self._append({"undone": act.id}, saved)

    def redid(self, act: Act, saved: Saved | None) -> None:
        """Note that it is done again."""
        self._append({"redone": act.id}, saved)

    def wrote(self, saved: Saved | None) -> None:
        """Note that the file was written by something that is never undone."""
        self._append({}, saved)

    def history(self) -> History:
        """The acts that can be undone and done again."""
        history = History()
        damaged = False
        for line in self._lines():
            try:
                history.follow(_object(orjson.loads(line)))
            except (ValueError, TypeError, KeyError, Misfit):
                damaged = True
        if damaged:
            self._tell(
                f"A part of the undo journal ({self._path}) can't be read: what it held can't be "
                "undone. The data are not affected."
            )
        return history

    def _lines(self, begin: int = 0) -> list[bytes]:
        """The lines from a byte on."""
        try:
            data, _ = read_file(self._path, begin)
        except FileNotFoundError:
            return []
        except DataUnusable:
            self._tell(
                f"{self._path} can't be read, so earlier acts can't be undone: mend or remove it. "
                "The data are not affected."
            )
            return []
        return data.splitlines()

    def _append(self, entry: Raw, saved: Saved | None) -> None:
        line = _line(entry, saved) + b"\n"
        try:
            make_folder(self._path.parent)
            if self._room is None:
                self._room = _MOST_LINES - len(self._lines())
            size = self._write(line)
            self._room -= 1
            if self._room < 0 or size > 2 * _KEPT_BYTES:
                self._compact(saved)
        except (OSError, DataUnusable) as error:
            why = f" ({reason(error)})" if isinstance(error, OSError) else ""
            self._tell(
                f"The data are saved, but can't be undone now: {self._path} can't be written"
                f"{why}. Mend or remove it."
            )

    def _write(self, line: bytes) -> int:
        with opened(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT) as descriptor:
            size = os.fstat(descriptor).st_size
            torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
            os.write(descriptor, b"\n" + line if torn else line)
            return size + len(line)

    def _compact(self, saved: Saved | None) -> None:
        history = self.history()
        lines = [_line({"act": _act_fields(act)}, saved) for act in history.acts[-KEPT_ACTS:]]
        while len(lines) > 1 and sum(map(len, lines)) > _KEPT_BYTES:
            del lines[0]
        undone = history.acts[max(history.live, len(history.acts) - len(lines)) :]
        lines += [_line({"undone": act.id}, saved) for act in reversed(undone)]
        replace_file(self._path, b"\n".join([*lines, b""]))
        self._room = _MOST_LINES - len(lines)


def _has_grown(known: Signature, now: Signature) -> bool:
    """Whether a file is the same one, longer."""
    return known[:2] == now[:2] and known.size <= now.size


def _line(entry: Raw, saved: Saved | None) -> bytes:
    return orjson.dumps({**entry, "saved": saved and [*saved.signature, saved.digest]})


def _object(value: Any) -> Raw:
    if not isinstance(value, dict):
        raise ValueError("not an object")
    return value


def _maybe(value: Raw | None) -> Raw | None:
    return None if value is None else _object(value)


def _act_fields(act: Act) -> Raw:
    fields: Raw = {
        "id": act.id,
        "label": act.label,
        "reading": reading_fields(act.reading),
        "changes": [
            {"table": each.table, "id": each.id, "before": each.before, "after": each.after}
            | ({} if each.year is None else {"year": each.year})
            for each in act.changes
        ],
    }
    for name, interval in (("before", act.interval_before), ("after", act.interval_after)):
        fields[f"interval_{name}"] = None if interval is None else TIMER.write(interval)
    return fields


def _act(value: Any) -> Act:
    raw = _object(value)
    fields = Fields(raw)
    before, after = (
        None if (found := raw[name]) is None else TIMER.decode("", _object(found))
        for name in ("interval_before", "interval_after")
    )
    return Act(
        id=fields.needed("id"),
        label=fields.text("label"),
        reading=read_reading(fields.part("reading")),
        changes=tuple(_change(each) for each in raw["changes"]),
        interval_before=before,
        interval_after=after,
    )


def _change(value: Any) -> Change:
    raw = _object(value)
    fields = Fields(raw)
    table = fields.needed("table")
    if table == META:
        raise ValueError("the program's own notes are not undone")
    year = fields.whole("year", 1, 9999) if "year" in raw else None
    return Change(
        table, checked_text("id", raw["id"]), _maybe(raw["before"]), _maybe(raw["after"]), year
    )
