"""Sessions of three years in one data file, and where they lie later."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from focus_tui.store.database import Database
from focus_tui.store.views import Records
from tests.store.given import HandClock, database, mark, session

ONS = {"a": "2024-06-01", "b": "2025-01-01", "c": "2025-12-31", "d": "2026-01-01"}


def clock(day: str, time: str = "09:00:00") -> HandClock:
    moment = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=UTC)
    return HandClock(int(moment.timestamp()) * 1000)


def on(day: str, folder: Path) -> Database:
    """The database as a process finds it that starts on that day."""
    return database(folder, clock=clock(day))


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted((folder / "data").glob("*.json"))}


def lying(folder: Path, table: str = "sessions") -> dict[str, list[str]]:
    """Which documents lie in which file."""
    return {
        name.removesuffix(".json"): sorted(json.loads(text).get(table, {}))
        for name, text in files(folder).items()
    }


def lived(folder: Path) -> Database:
    """Sessions of three years in the data file, with marks, as of January 2026."""
    db = on("2026-01-02", folder)
    with db.act("Live") as tx:
        for id, day in ONS.items():
            tx.sessions.put(session(id, on=day))
            tx.marks.put(mark(f"m{id}", id))
        tx.marks.put(mark("mx", "of what runs"))
    return db


def record(db: Database) -> list[object]:
    """All that can be seen of the sessions and marks of these years, each as often as it is."""

    def of(records: Records) -> Iterator[object]:
        yield from (each for each in records.sessions.all())
        yield from (each for each in records.marks.all())

    return [list(of(db.year(year))) for year in range(2023, 2028)]
