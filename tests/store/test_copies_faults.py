"""Killed or failing at every call of the system while a copy is made, or put back."""

import os
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from tests.store.copies import DAY_MS, filled, held
from tests.store.faults import CALLS, Traced
from tests.store.given import HandClock, add_idea, database, titles

pytestmark = pytest.mark.system

FAULTS = ("signal=KILL", "error=ENOSPC")
NAMES = (*CALLS, "link", "mkdir", "getdents64")

BEGIN = """
import sys
from pathlib import Path
from tests.store.copies import DAY_MS
from tests.store.given import HandClock, add_idea, database
clock = HandClock()
clock.wall_ms += DAY_MS
db = database(Path(sys.argv[1]), clock=clock)
"""
COPY = BEGIN + "add_idea(db, 'new')"
RESTORE = BEGIN + "db.restore(db.backups.all()[0])"


def lived(folder: Path) -> None:
    """One backup, which lies in its folder, and more in the data than in it."""
    filled(folder, 20)


def tomorrow() -> HandClock:
    clock = HandClock()
    clock.wall_ms += 2 * DAY_MS
    return clock


@pytest.mark.parametrize("fault", FAULTS)
def test_at_every_call_a_copy_is_whole_or_not_there(tmp_path: Path, fault: str) -> None:
    lived(tmp_path / "first")
    made = set()
    with Traced(COPY, tmp_path) as program:
        calls = program.calls(tmp_path / "first", NAMES)
        assert len(calls) > 30
        for number, (name, nth) in enumerate(calls):
            folder = tmp_path / f"{number:05}"  # as long as "first", so that all else is the same
            lived(folder)
            before = set(titles(database(folder)))
            inject = f"inject={name}:{fault}:when={nth}"
            code, complaint = program.run(folder, "-e", f"trace={name}", "-e", inject)
            if code and fault != "signal=KILL" and name != "flock":
                assert "DataUnusable: " in complaint
            db = database(folder)
            assert set(titles(db)) in (before, before | {"new"})
            copies = db.backups.all()
            made.add(len(copies))
            assert all(each.whole and len(held(each)) >= 20 for each in copies)
            add_idea(database(folder, clock=tomorrow()), "and on")
            left = [each for each in os.listdir(db.backups.folder) if each.startswith(".")]
            assert left == []
    assert made == {1, 2}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize(
    "broken", [b"{ broken", None], ids=["over a broken one", "over a good one"]
)
def test_at_every_call_of_a_restore_one_or_the_other_is_there(
    tmp_path: Path, broken: bytes | None, fault: str
) -> None:
    def prepare(folder: Path) -> bytes:
        lived(folder)
        data = folder / "data" / "focus.json"
        if broken is not None:
            data.write_bytes(broken)
        return data.read_bytes()

    prepare(tmp_path / "first")
    seen = set()
    with Traced(RESTORE, tmp_path) as program:
        calls = program.calls(tmp_path / "first", NAMES)
        assert len(calls) > 30
        for number, (name, nth) in enumerate(calls):
            folder = tmp_path / f"{number:05}"
            before = prepare(folder)
            inject = f"inject={name}:{fault}:when={nth}"
            program.run(folder, "-e", f"trace={name}", "-e", inject)
            data = folder / "data" / "focus.json"
            restored = data.read_bytes() != before
            seen.add(restored)
            kept = [path.read_bytes() for path in data.parent.rglob("focus.*") if path.is_file()]
            assert before in kept, "what was there is never lost"
            if restored or broken is None:
                assert len(titles(database(folder))) == (20 if restored else 21)
            else:
                with pytest.raises(DataUnusable, match="is not JSON"):
                    database(folder).read()
            db = database(folder, clock=tomorrow())
            db.restore(db.backups.all()[-1])
            add_idea(db, "and on")
            assert len(titles(database(folder))) == 21
    assert seen == {True, False}
