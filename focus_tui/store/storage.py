"""One data file: parsed once and kept, written once for each act."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import orjson

from focus_tui.domain.errors import DataUnusable
from focus_tui.store.files import (
    LIMIT,
    Saved,
    Signature,
    digest_of,
    lacks_room,
    read_file,
    replace_file,
    signature_of,
    sweep,
)
from focus_tui.store.lines import lined
from focus_tui.store.tables import Workspace
from focus_tui.store.text import META, Tables, Unreadable, parse, render, split

FORMAT = 1
"""The version of the data format that this program writes."""

BeforeWrite = Callable[[int, int], Callable[[], bool]]
"""Told the sizes of the file that is there, 0 for none, and of the next. What it gives back is
called when there is no room to write: True when it has made some."""


class FileStorage(Workspace):
    """The tables of a data file. What we saved ourselves need not be looked at strictly."""

    def __init__(
        self,
        path: Path,
        last_saved: Callable[[], Saved | None],
        before_write: BeforeWrite = lambda old, new: lambda: False,
    ) -> None:
        super().__init__()
        self.path = path
        self.signature: Signature | None = None
        """Of the file last read or written; None while there is none."""
        self._last_saved = last_saved
        self._digest = 0
        self._before_write = before_write
        self._swept = False

    @property
    def saved(self) -> Saved | None:
        """The file last written, to be known again by others."""
        return None if self.signature is None else Saved(self.signature, self._digest)

    @property
    def known(self) -> Tables:
        """The tables that were last read or written; none before that. Not to be changed."""
        return self._kept or {}

    def changed(self) -> bool:
        """Whether the file is another one than the one last read or written."""
        return self._kept is None or signature_of(self.path) != self.signature

    def refresh(self) -> None:
        """Read the file unless it is the one last read; costs one stat when it is.

        A file that does not exist yet is an empty one. DataUnusable when it can't be read, or
        was there and is gone: nothing starts empty by mistake.
        """
        found = signature_of(self.path)
        if self._kept is not None and found == self.signature:
            return
        if found is not None:
            self._kept, self.signature = self._load()
        elif self.signature is None:
            self._kept = {META: {"format": {"version": FORMAT}}}
        else:
            raise DataUnusable(
                f"{self.path} is gone since it was last read. Put it back, or a backup in its "
                "place; without a backup, start focus again to begin with an empty one."
            )

    def _load(self) -> tuple[Tables, Signature]:
        try:
            data, found = read_file(self.path)
            saved = self._last_saved()
            if saved == Saved(found, digest_of(data)):
                return split(data), found  # nothing else was ever saved under that digest
            tables = parse(data, ours=False)
        except FileNotFoundError:
            raise DataUnusable(f"{self.path} went away while it was read. Do it again.") from None
        except Unreadable as reason:
            raise DataUnusable(
                f"{self.path} {reason}. It was left as it is: mend it, or put a good copy in its "
                "place."
            ) from None
        if version_of(tables) is None:
            raise DataUnusable(
                f"{self.path} has no format version, so it is no data file of focus. Name another."
            )
        return tables, found

    def refuse_newer(self) -> None:
        """DataUnusable for a file in a newer format, which is only read."""
        refuse_newer(self.path, self.kept)

    def begin(self) -> None:
        """Begin an act; DataUnusable for a file in a newer format."""
        self.refuse_newer()
        super().begin()

    def flush(self) -> None:
        """Write the act's tables to the disk, which ends the act.

        On DataUnusable the file is as it was, and so are the tables kept.
        """
        data = self._rendered()
        make_room = self._before_write(self.signature.size if self.signature else 0, len(data))
        if signature_of(self.path) != self.signature:
            raise DataUnusable(
                f"{self.path} was changed by another program at this very moment. Do it again."
            )
        try:
            self._put(data)
        except DataUnusable as error:
            if not (lacks_room(error) and make_room()):
                raise
            self._put(data)

    def put_in_place(self, tables: Tables) -> None:
        """Write other tables, whatever the file holds now; on DataUnusable it is as it was."""
        self._working = tables
        try:
            self._put(self._rendered())
        finally:
            self.end()

    def _put(self, data: bytes) -> None:
        digest: list[int] = []
        beside = Thread(target=lambda: digest.append(digest_of(data)))  # the disk takes longer
        beside.start()
        try:
            self.signature = replace_file(self.path, data)
        finally:
            beside.join()
        (self._digest,) = digest
        self.keep()

    def _rendered(self) -> bytes:
        try:
            self._working = {name: lined(table) for name, table in self.read().items()}
            data = render(self._working)
        except orjson.JSONEncodeError as error:
            raise DataUnusable(f"{self.path} can't hold that: {error}.") from None
        if len(data) > LIMIT:
            raise DataUnusable(f"{self.path} would be longer than {LIMIT // 1024**2} MiB.")
        if not self._swept:
            sweep(self.path)
            self._swept = True
        return data


def version_of(tables: Tables) -> int | None:
    """The version of the format of some tables; None when they are no data of focus."""
    version = tables.get(META, {}).get("format", {}).get("version")
    return version if type(version) is int and version >= 1 else None


def refuse_newer(path: Path, tables: Tables) -> None:
    """DataUnusable for tables in a newer format than this program writes."""
    version = version_of(tables) or FORMAT
    if version > FORMAT:
        raise DataUnusable(
            f"{path} was written by a newer focus (format {version}), so this one "
            "shows it but does not change it. Update focus."
        )
