"""What the tests of copies and of the way back to one share."""

from pathlib import Path

from focus_tui.store.backups import Backup
from focus_tui.store.database import Database
from tests.store.given import add_idea, database, idea

DAY_MS = 24 * 3_600_000


def reasons(db: Database) -> list[str]:
    """Why there is each backup, the newest first."""
    return [each.reason for each in db.backups.all()]


def held(backup: Backup) -> list[str]:
    """The thoughts in a backup."""
    return [each["title"] for each in backup.read().get("ideas", {}).values()]


def trash_all(db: Database) -> None:
    with db.act("Delete") as tx:
        for each in tx.ideas.all():
            tx.ideas.remove(each.id)


def filled(folder: Path, count: int = 100) -> Database:
    """A database with thoughts, whose backup of the day is made."""
    db = database(folder)
    with db.act("Fill") as tx:
        for number in range(count):
            tx.ideas.put(idea(tx.new_id(), f"thought {number}"))
    add_idea(db, "one more")
    assert reasons(db) == ["daily"]
    return db
