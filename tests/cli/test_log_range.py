"""`focus log` over several days, of which only what is asked for."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focus_tui import places
from focus_tui.composition import services
from focus_tui.domain.daytime import stamped
from focus_tui.domain.editing import Way
from focus_tui.domain.session import Stamp
from tests.cli.shell import Shell

MINUTE = 60_000
NOON = datetime.now(UTC).replace(hour=12, minute=0, second=0, microsecond=0)
DAYS = [str((NOON - timedelta(days=number)).date()) for number in range(4)]


def add(days: int, minute: int, length: int, intent: str, goal: str = "") -> None:
    """One of past days that was forgotten."""
    of = services(Path(places.data_file()), zone=lambda: "UTC", env={})
    begin = int((NOON - timedelta(days=days)).timestamp()) * 1000 + minute * MINUTE
    calendar = of.desk.calendar(of.desk.db.read())
    started = stamped(begin, Stamp(0, "UTC", 0, ""), calendar)
    made = of.editing.forgotten(started, begin + length * MINUTE, 25 * MINUTE)
    goal_id = of.goals.named(goal).id if goal else None
    of.editing.add(replace(made, intent=intent, goal_id=goal_id), Way.KEEP)


@pytest.fixture
def lived(focus: Shell) -> Shell:
    """Three days, the last of them the day before yesterday."""
    focus("goal", "Audio course")
    add(3, 0, 25, "Mel [red]filters[/]", "audio")
    add(2, 0, 10, "Mail\x1b[2J")
    add(2, 5, 25, "Read", "audio")
    return focus


def test_days_with_their_sums(lived: Shell) -> None:
    out = lived("log", "--from", DAYS[3], "--to", "yesterday").out
    assert out.endswith("\n2 days · 2 sessions · 1 h\n")
    assert "12:00–12:25    25 min  done       Mel [red]filters[/] · Audio course\n" in out
    assert "12:05–12:30    25 min  done       Read · Audio course · overlaps 12:00\n" in out
    assert "12:00–12:10    10 min  early      Mail␛[2J · overlaps 12:05\n" in out
    assert lived("log", "--from", DAYS[1]).out == "Nothing.\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("--goal", "aud"), ["Mel [red]filters[/]", "Read"]),
        (("--outcome", "early"), ["Mail\x1b[2J"]),
        (("--find", "mel"), ["Mel [red]filters[/]"]),
        (("--find", "is:overlap", "--goal", "Audio course"), ["Read"]),
        (("--day", DAYS[2], "--goal", "audio"), ["Read"]),
    ],
)
def test_what_is_asked_for(words: tuple[str, ...], found: list[str], lived: Shell) -> None:
    said = json.loads(lived("log", *words, "--json").out)
    sessions = [each for day in said["days"] for each in day["sessions"]]
    assert [each["intent"] for each in sessions] == found


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        (("--day", "today", "--from", "today"), 2, "--day is one day"),
        (("--from", "today", "--to", "yesterday"), 2, "comes after --to"),
        (("--to", "someday"), 2, "--to takes a date"),
        (("--outcome", "good"), 2, "--outcome takes done, early, abandoned or void"),
        (("--goal", "Piano"), 1, "There is no goal “Piano”"),
    ],
)
def test_what_is_refused(words: tuple[str, ...], status: int, why: str, focus: Shell) -> None:
    said = focus("log", *words)
    assert (said.status, said.out) == (status, "")
    assert why in said.err
