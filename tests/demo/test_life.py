"""The demo's half year: the same wherever it is made, possible, and whole."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pendulum
import pytest

from focus_tui.composition import Services, services
from focus_tui.demo.life import Life, life
from focus_tui.demo.opening import made
from focus_tui.demo.story import WEEKS
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.cards import Asks
from focus_tui.domain.evidence import Verdict
from focus_tui.domain.goal import Column
from focus_tui.domain.reflection import reflection_id
from focus_tui.domain.session import Outcome
from focus_tui.domain.week import Week
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE

BY_ITSELF = {"created_at", "device"}


def moment(text: str, zone: str = ZONE) -> int:
    return int(pendulum.from_format(text, "YYYY-MM-DD HH:mm", tz=zone).timestamp() * 1000)


WEDNESDAY = moment("2026-11-25 10:40")

MOMENTS = {
    **{f"2026-11-{day} 10:40": ZONE for day in range(23, 30)},
    "2026-03-29 11:00": ZONE,  # the clocks have changed this night
    "2026-10-25 11:00": "America/New_York",
    "2028-02-29 12:00": "Asia/Kolkata",
    "2027-01-01 16:00": "Pacific/Apia",
    "2026-12-31 23:59": "UTC",
    "2027-04-02 00:10": "Australia/Lord_Howe",  # still the day before; the last year is past
    "2026-11-25 04:05": ZONE,
    "2026-11-25 09:05": ZONE,
}
"""Local times at which somebody may open it."""


@pytest.fixture(params=MOMENTS)
def opened(request: pytest.FixtureRequest) -> tuple[int, str]:
    zone = MOMENTS[request.param]
    return moment(request.param, zone), zone


def on_wednesday(folder: Path) -> Services:
    folder.mkdir(exist_ok=True)
    built = made(folder, FakeClock(wall_ms=WEDNESDAY), lambda: ZONE)
    built.keeper.tick()
    return built


def documents(folder: Path) -> dict[str, Any]:
    tables = json.loads((folder / "focus.json").read_bytes())
    for table in tables.values():
        for document in table.values():
            for field in BY_ITSELF & document.keys():
                del document[field]
    return dict(tables)


def test_two_of_one_moment_are_the_same(tmp_path: Path) -> None:
    for name in ("one", "two"):
        on_wednesday(tmp_path / name)
    assert documents(tmp_path / "one") == documents(tmp_path / "two")
    assert documents(tmp_path / "one")["sessions"]


def test_it_is_the_same_in_every_process() -> None:
    script = (
        "import hashlib, sys\n"
        "from focus_tui.demo.life import life\n"
        f"print(hashlib.sha256(repr(life({WEDNESDAY}, {ZONE!r})).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    assert len(digests) == 1


def test_the_hour_changes_only_what_has_not_been_yet() -> None:
    early, late = life(moment("2026-11-25 09:05"), ZONE), life(WEDNESDAY, ZONE)
    assert len(early.sessions) < len(late.sessions)
    assert {each.id for each in early.sessions} < {each.id for each in late.sessions}
    assert early._replace(sessions=(), marks=(), ideas=()) == late._replace(
        sessions=(), marks=(), ideas=()
    )


# Possible at any moment.


def test_time_goes_one_way(opened: tuple[int, str]) -> None:
    now_ms, zone = opened
    lived = life(now_ms, zone)
    for one, other in pairwise(lived.sessions):
        assert one.ended_at_ms <= other.started.at_ms
    assert lived.sessions[-1].ended_at_ms <= now_ms
    assert all(each.at_ms <= now_ms for each in lived.marks)
    assert all(each.captured_at <= now_ms for each in lived.ideas)
    assert all((each.state_at or 0) <= now_ms for each in lived.ideas)
    assert all(each.moved_at <= now_ms for each in lived.goals)
    for review in lived.reflections:
        assert review.begun_at <= (review.finished_at or review.skipped_at or 0) <= now_ms


def test_days_are_the_persons(opened: tuple[int, str]) -> None:
    now_ms, zone = opened
    calendar = Calendar()
    for each in life(now_ms, zone).sessions:
        assert each.started.zone == zone
        assert each.started.on == calendar.day_of(each.started.at_ms, zone)


def test_today_has_begun_and_the_week_is_promised(opened: tuple[int, str]) -> None:
    now_ms, zone = opened
    lived = life(now_ms, zone)
    today = Calendar().day_of(now_ms, zone)
    done = [e for e in lived.sessions if e.started.on == today and not e.kind.is_break]
    passed = now_ms - Calendar().begins(today, zone)
    assert len(done) == (2 if passed > 6 * 3_600_000 else 1 if passed > 5 * 3_600_000 else 0)
    week = Week.of(today, 1)
    promised = [each for each in lived.commitments if each.first_on == week.first_on]
    assert len(promised) == 3
    assert {each.on for each in lived.lineup} == {today}


def test_all_that_is_named_is_there(opened: tuple[int, str]) -> None:
    lived = life(*opened)
    goals, ideas = {each.id for each in lived.goals}, {each.id for each in lived.ideas}
    promises, sessions = {e.id for e in lived.commitments}, {e.id for e in lived.sessions}
    for table in (lived.sessions, lived.commitments, lived.lineup, lived.ideas):
        assert {each.goal_id for each in table} <= {*goals, None}
    assert {each.idea_id for each in lived.sessions} <= {*ideas, None}
    assert {each.idea_id for each in lived.lineup} <= {*ideas, None}
    assert {each.commitment_id for each in lived.lineup} <= {*promises, None}
    for mark in lived.marks:
        named = (mark.session_id in sessions) + (mark.goal_id in goals) + bool(mark.on)
        assert named == 1
    lines = {each.id for each in lived.answers}
    assert all(each.answer_id in lines for each in lived.learned)
    everything = [each.id for table in lived for each in table]
    assert len({*everything}) == len(everything)


# A story.


@pytest.fixture(scope="module")
def lived() -> Life:
    return life(WEDNESDAY, ZONE)


def test_it_is_half_a_year_with_all_there_is(lived: Life) -> None:
    held = Counter(Week.of(e.started.on, 1) for e in lived.sessions if not e.kind.is_break)
    first = Week.of("2026-11-25", 1).after(-WEEKS)
    counts = [held[first.after(number)] for number in range(WEEKS + 1)]
    assert max(counts) > 40  # too much
    assert min(counts) == 0  # a holiday
    assert sum(counts) > 500
    assert {each.outcome for each in lived.sessions} == {*Outcome}
    assert {each.column for each in lived.goals} == {*Column}
    assert sum(each.seen.over_limit for each in lived.reflections if each.seen) > 3
    kinds = {each.kind.value for each in lived.marks}
    assert kinds >= {"internal", "external", "tangent", "found", "energy", "more", "voided"}


def test_most_weeks_were_looked_back_on_and_the_last_one_waits(lived: Life) -> None:
    weeks = {each.week.first_on: each for each in lived.reflections}
    assert sum(each.finished_at is not None for each in weeks.values()) > 18
    assert sum(each.skipped_at is not None for each in weeks.values()) == 1
    assert max(weeks) == Week.of("2026-11-25", 1).after(-2).first_on
    assert len(lived.learned) > 4


# Through the services.


def test_what_was_seen_is_what_the_data_say(tmp_path: Path) -> None:
    built = on_wednesday(tmp_path)
    finished = [e for e in built.desk.db.read().reflections.all() if e.finished_at is not None]
    assert len(finished) > 18
    for each in finished:
        assert built.evidences.of(each.week) == each.seen, each.week
        assert tuple(win.text for win in built.evidences.wins(each.week)) == each.won, each.week


def test_promises_went_every_way(tmp_path: Path) -> None:
    built = on_wednesday(tmp_path)
    weeks = built.evidences.before(built.evidences.week(), WEEKS)
    assert {each.verdict for week in weeks for each in week.promised} == {*Verdict}


def test_the_last_session_and_the_last_week_ask(tmp_path: Path) -> None:
    built = on_wednesday(tmp_path)
    built.standings.sum_years()
    present = built.desk.present()
    assert [each.asks for each in present.cards] == [Asks.FOCUSED, Asks.REVIEW]
    assert present.day.count == 2
    last = built.evidences.week().after(-1)
    assert built.desk.db.read().reflections.get(reflection_id(last)) is None
    assert built.evidences.proposals(last)
    assert built.choosing.front()
    assert len(built.thoughts.inbox()) == 3


def test_it_can_be_lived_on(tmp_path: Path) -> None:
    built = on_wednesday(tmp_path)
    assert built.desk.db.turns() == (0, 0)
    built.focus.toggle()
    present = built.desk.present()
    assert present.interval is not None
    assert present.interval.intent == "Audio for fast.ai"
    built.history.undo("space")
    assert built.desk.present().interval is None


def test_its_file_is_read_as_strictly_as_any(tmp_path: Path) -> None:
    on_wednesday(tmp_path / "made")
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    shutil.copy(tmp_path / "made/focus.json", foreign)
    read = services(
        foreign / "focus.json", clock=FakeClock(wall_ms=WEDNESDAY), zone=lambda: ZONE, env={}
    ).desk.db.read()
    lived = life(WEDNESDAY, ZONE)
    for table, values in lived._asdict().items():
        there = {each.id: each for each in getattr(read, table).all()}
        assert there == {each.id: each for each in values}, table
