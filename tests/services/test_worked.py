"""What was worked in all years, from whatever files it lies in."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from focus_tui.composition import Services, services
from focus_tui.domain.inputs import Worked, summed, worked_in
from focus_tui.domain.session import Outcome, Session
from focus_tui.services.worked import WorkedDays
from focus_tui.store.codecs import SESSIONS
from focus_tui.store.fields import Raw
from tests.decade.life import Decade, live, write
from tests.services.machine import HOUR
from tests.support.clock import MONDAY_MORNING_MS, FakeClock

DAY = 24 * HOUR


@pytest.fixture(scope="module")
def decade() -> Decade:
    """One week in thirty of ten years."""
    return live(3, date(2026, 11, 23), 30)


@pytest.fixture
def data(decade: Decade, tmp_path: Path) -> Path:
    write(decade, tmp_path / "life" / "focus.json")
    return tmp_path / "life" / "focus.json"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "state" / "worked.json"


def opened(data: Path, later_ms: int = 0) -> Services:
    """As a new process opens it."""
    clock = FakeClock(MONDAY_MORNING_MS + later_ms)
    return services(data, clock=clock, zone=lambda: "Europe/Paris", env={})


def told(data: Path, kept: Path) -> tuple[Worked, ...]:
    """What a new process says."""
    return by_day(WorkedDays(opened(data).desk, kept).all())


def by_day(rows: tuple[Worked, ...]) -> tuple[Worked, ...]:
    return tuple(sorted(summed(rows), key=str))


def documents(data: Path) -> Iterator[tuple[str, Raw]]:
    """All sessions, file by file; what stands in two is the later one."""
    found: dict[str, Raw] = {}
    for path in (*sorted(data.parent.glob("sessions-*.json")), data):
        for id, raw in json.loads(path.read_text(encoding="utf-8"))["sessions"].items():
            if id not in found or found[id]["updated_at"] <= raw["updated_at"]:
                found[id] = raw
    return iter(found.items())


def slowly(data: Path) -> tuple[Worked, ...]:
    """A sum over all sessions of all files, one by one."""
    sessions: list[Session] = [SESSIONS.decode(id, raw) for id, raw in documents(data)]
    return by_day(tuple(row for each in sessions if (row := worked_in(each))))


def archives(data: Path) -> list[Path]:
    return sorted(data.parent.glob("sessions-*.json"))


def changed(path: Path, change: Callable[[dict[str, Raw]], object]) -> None:
    """Somebody edits a file by hand."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables["sessions"])
    path.write_text(json.dumps(tables), encoding="utf-8")


def test_it_is_the_sum_over_all_years(data: Path, kept: Path) -> None:
    wanted = slowly(data)
    assert len(archives(data)) >= 9
    assert len(wanted) > 100
    assert told(data, kept) == wanted
    assert told(data, kept) == wanted, "and from what was kept"
    assert oct(kept.stat().st_mode)[-3:] == "600"


def test_what_was_kept_is_used(data: Path, kept: Path) -> None:
    told(data, kept)
    document = json.loads(kept.read_text(encoding="utf-8"))
    newest = max(document["years"])
    document["years"][newest]["rows"] = [[f"{newest}-01-01", "mine", None, 7, 7, None]]
    kept.write_text(json.dumps(document), encoding="utf-8")
    assert Worked(f"{newest}-01-01", "mine", None, 7, 7, None) in told(data, kept)


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"format": 1}',
        b'{"format": 1, "years": []}',
        b'{"format": 1, "years": {"2020": []}}',
        b'{"format": 1, "years": {"2020": {"rows": []}}}',
        b'{"format": 1, "years": {"2020": {"signature": [1], "rows": 7}}}',
        b'{"format": 1, "years": {"2020": {"signature": [1], "rows": [[1, 2]]}}}',
        b'{"format": 1, "years": {"2020": {"signature": [1], "rows": [7]}}}',
        b'{"format": 0, "years": {}}',
        b'{"format": 1, "years": {"1999": {"signature": [1], "rows": []}}}',
    ],
)
def test_what_was_kept_may_be_damaged(data: Path, kept: Path, damage: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(damage)
    wanted = slowly(data)
    assert told(data, kept) == wanted
    assert told(data, kept) == wanted


@pytest.mark.parametrize(
    ("place", "value"),
    [(0, "2020-13-01"), (0, 7), (1, 7), (2, []), (3, "x"), (4, None), (5, "nine")],
)
def test_a_row_that_is_none_lets_all_be_summed_anew(
    data: Path, kept: Path, place: int, value: object
) -> None:
    told(data, kept)
    document = json.loads(kept.read_text(encoding="utf-8"))
    min(document["years"].items())[1]["rows"][0][place] = value
    kept.write_text(json.dumps(document), encoding="utf-8")
    assert told(data, kept) == slowly(data)


def test_a_folder_that_takes_nothing_is_no_trouble(data: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file, where a folder is wanted")
    assert told(data, tmp_path / "state" / "worked.json") == slowly(data)


def test_an_archive_that_changed_is_summed_anew(data: Path, kept: Path) -> None:
    running = WorkedDays(opened(data).desk, kept)
    before = by_day(running.all())
    path = archives(data)[2]
    changed(path, lambda sessions: sessions.pop(min(sessions)))
    changed(path, lambda sessions: sessions.pop(max(sessions)))
    assert told(data, kept) == slowly(data) != before


def test_an_archive_put_back_or_taken_away(data: Path, kept: Path) -> None:
    path = archives(data)[4]
    text, stat = path.read_text(encoding="utf-8"), path.stat()
    whole = told(data, kept)
    path.unlink()
    assert told(data, kept) == slowly(data) != whole
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert told(data, kept) == whole


def test_an_act_on_a_past_year_shows_at_once(data: Path, kept: Path) -> None:
    made = opened(data)
    worked = WorkedDays(made.desk, kept)
    before = by_day(worked.all())
    session = _one_that_counts(archives(data)[0])
    with made.desk.act("void it") as tx:
        past = tx.archive(int(session.started.on[:4])).sessions
        past.put(replace(session, outcome=Outcome.VOID))
    assert by_day(worked.all()) == slowly(data) != before
    made.history.undo()
    assert by_day(worked.all()) == slowly(data) == before
    assert told(data, kept) == slowly(data)


def _one_that_counts(path: Path) -> Session:
    sessions = json.loads(path.read_text(encoding="utf-8"))["sessions"]
    found = (SESSIONS.decode(id, raw) for id, raw in sessions.items())
    return next(each for each in found if each.counts)


def test_an_archive_that_cannot_be_read_gives_what_is_known_and_is_told(
    data: Path, kept: Path
) -> None:
    whole = told(data, kept)
    archives(data)[3].write_text("{ not ours", encoding="utf-8")
    made = opened(data)
    assert by_day(WorkedDays(made.desk, kept).all()) == whole
    assert any("sessions-" in sentence for sentence in made.desk.db.notices())
    kept.unlink()
    year = archives(data)[3].stem[-4:]
    assert told(data, kept) == tuple(row for row in whole if not row.on.startswith(year))
    assert opened(data).standings.showing_up() is not None


def _moving(data: Path) -> None:
    """A year stands in both files, one of its sessions changed since in the data file."""
    year = json.loads(archives(data)[-1].read_text(encoding="utf-8"))["sessions"]
    later = {id: {**raw, "updated_at": "2026-11-23T08:00:00.000Z"} for id, raw in year.items()}
    first = next(id for id, raw in later.items() if raw["outcome"] == "done")
    later[first]["outcome"] = "void"
    changed(data, lambda sessions: sessions.update(later))


def test_a_year_that_stands_in_both_files_counts_once(data: Path, kept: Path) -> None:
    whole = told(data, kept)
    _moving(data)
    assert told(data, kept) == slowly(data) != whole
    assert told(data, kept) == slowly(data)


def test_a_year_that_was_seen_in_both_files_counts_when_it_has_moved(
    data: Path, kept: Path
) -> None:
    _moving(data)
    told(data, kept)
    made = opened(data)
    made.thoughts.capture("an act, which moves what is past")
    assert WorkedDays(made.desk, kept).on(["2020-01-01"]) == ()
    assert told(data, kept) == slowly(data)
    changed(data, lambda sessions: [sessions.pop(id) for id in list(sessions)])
    assert told(data, kept) == slowly(data)


def test_what_is_pending_for_an_archive_counts(data: Path, kept: Path) -> None:
    told(data, kept)
    path = archives(data)[-1]
    session = _one_that_counts(path)
    year = json.loads(path.read_text(encoding="utf-8"))["sessions"]
    gone = {**year[session.id], "outcome": "void", "updated_at": "2026-11-23T08:00:00.000Z"}
    tables = json.loads(data.read_text(encoding="utf-8"))
    tables["meta"]["pending"] = {path.stem[-4:]: {"sessions": {session.id: gone}}}
    data.write_text(json.dumps(tables), encoding="utf-8")
    before = slowly(data)
    found = told(data, kept)
    assert sum(row.sessions for row in found) == sum(row.sessions for row in before) - 1
    opened(data).thoughts.capture("an act, which completes it")
    assert told(data, kept) == found == slowly(data)


def test_days_of_the_last_months(data: Path, kept: Path) -> None:
    worked = WorkedDays(opened(data).desk, kept)
    days = {row.on for row in slowly(data) if row.on > "2026-06-01"}
    assert days
    assert by_day(worked.on(days)) == tuple(row for row in slowly(data) if row.on in days)
    assert worked.on([]) == ()
    assert not kept.exists()


def test_the_board_of_ten_years(data: Path) -> None:
    made = opened(data)
    wanted = slowly(data)
    made.standings.sum_years()
    for goal in made.goals.all():
        found = made.standings.of(goal)
        rows = [row for row in wanted if row.goal_id == goal.id]
        assert found.focused_ms == sum(row.focused_ms for row in rows)
        last = max((row.on for row in rows if row.focused_ms), default=None)
        alone = (date(2026, 11, 23) - date.fromisoformat(last)).days if last else None
        assert found.days_alone == alone
        weeks = {date.fromisoformat(row.on).isocalendar()[:2] for row in rows}
        assert made.standings.weeks_worked(goal) == len(weeks)
