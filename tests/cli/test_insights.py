"""`focus insights`: a range of days as lines, as JSON, and a picture's data as a table."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from focus_tui.cli import insights
from focus_tui.domain.evidenceraw import raw_of
from focus_tui.domain.logrange import Reach
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.standout import stands_out
from focus_tui.formats.csvfile import Chart
from tests.cli.shell import Shell
from tests.cli.test_commands import UNSAFE
from tests.services.conftest import app, machine
from tests.services.machine import MINUTE, PLAN, App, Machine
from tests.services.plans import on_goal, work

__all__ = ["app", "machine"]

MONDAY = "2026-11-23"


@pytest.fixture
def lived(machine: Machine, app: App) -> App:
    """Two sessions of a Monday, one of them on a goal and interrupted."""
    of = app.services
    audio = of.goals.add("[red]Audio[/]")
    of.commitments.promise("Audio: 2 sessions", goal_id=audio.id)
    work(machine, app, on_goal(audio))
    of.focus.start("Mail")
    of.record.say_what(of.record.interrupt(MarkKind.EXTERNAL), "phone")
    machine.run(PLAN)
    of.focus.finish()
    machine.run(5 * MINUTE)
    of.focus.finish()
    return app


LINES = """
23 to 29 Nov
50 min · 2 sessions · 1 day shown up

Days
- Mon 23 Nov: 50 min, 2 sessions

Goals
- [red]Audio[/]: 25 min
- On no goal: 25 min
- core 100 · explore 0

Hours
- 10:00: 50 min; interrupted 0 by own mind, 1 by somebody

Weekdays
- Monday: 50 min; interrupted 0 by own mind, 1 by somebody

Interruptions
- phone: 1

Lengths
- 25 to 29 min: 2 sessions

Planned and done
- 23 to 29 Nov 2026: 50 min planned, 50 min focused, 0 of 1 kept
"""


def test_a_week_in_lines(lived: App) -> None:
    week = lived.services.insights.range(Reach.WEEK, MONDAY)
    assert insights.shown(lived.services, week, as_json=False) == LINES.strip()


def test_the_same_as_json(lived: App) -> None:
    of = lived.services.insights
    week = of.range(Reach.WEEK, MONDAY)
    found = json.loads(insights.shown(lived.services, week, as_json=True))
    assert found.pop("can_go_on") == raw_of(of.sustained(week))
    assert found.pop("stands_out") == raw_of(stands_out(of.of(week)))
    assert found == raw_of(of.of(week))
    assert found["goals"][0]["title"] == "[red]Audio[/]"
    assert found["hours"][10]["focused_ms"] == 2 * PLAN
    assert set(found) == set(of.of(week)._fields)


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def fresh(focus: Shell) -> None:
    """A thing that was done just now, and its goal."""
    focus("goal", "Audio")
    focus("start", "Audio")
    focus("void")


def test_the_commands_of_a_shell(focus: Shell) -> None:
    fresh(focus)
    for reach in insights.REACHES:
        said = json.loads(focus("insights", f"--{reach}", "--json").out)
        assert said["over"]["reach"] == reach
        assert said["voided"] == 1
    assert json.loads(focus("insights", "--json").out)["over"]["reach"] == "month"
    assert focus("insights").out == focus("insights", "--month", "--plain").out
    assert "- 1 session void" in focus("insights", "--all").out.splitlines()
    then = json.loads(focus("insights", "--quarter", "--date", "2020-05-06", "--json").out)
    assert (then["first_on"], then["last_on"], then["voided"]) == ("2020-04-01", "2020-06-30", 0)


@pytest.mark.parametrize("chart", Chart)
def test_a_picture_as_a_table(focus: Shell, chart: Chart) -> None:
    fresh(focus)
    said = focus("insights", "--year", "--csv", chart)
    assert (said.status, said.err) == (0, "")
    assert len(read(said.out)[0]) > 1
    document: dict[str, Any] = json.loads(focus("insights", "--year", "--json").out)
    if chart.value in document and chart is not Chart.GOALS:
        assert len(read(said.out)) == 1 + len(document[chart.value])


@pytest.mark.parametrize("typed", UNSAFE)
def test_no_sign_of_a_title_moves_a_cursor(machine: Machine, app: App, typed: str) -> None:
    goal = app.services.goals.add(typed)
    work(machine, app, on_goal(goal))
    week = app.services.insights.range(Reach.WEEK, MONDAY)
    assert UNSAFE[typed] in insights.shown(app.services, week, as_json=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--week", "--year"], "Give one of --week, --month, --quarter, --year and --all."),
        (["--json", "--csv", "days"], "Give one of --json, --plain and --csv."),
        (["--csv", "day"], "did you mean days?"),
        (["--csv", "nothing like it"], "not “nothing like it”."),
        (["--date", "someday"], "--date takes a date"),
        (["--weeks"], "did you mean --week?"),
    ],
)
def test_what_it_does_not_take_is_said(focus: Shell, words: list[str], said: str) -> None:
    found = focus("insights", *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err


def test_a_file_that_cannot_be_read_is_told(focus: Shell, tmp_path: Path) -> None:
    (tmp_path / "sessions-2020.json").write_text("{", encoding="utf-8")
    data = str(tmp_path / "focus.json")
    assert focus("add", "a thought", "--data-file", data).status == 0
    found = focus("insights", "--all", "--data-file", data)
    assert (found.status, found.out) == (3, "")
    assert "sessions-2020.json" in found.err
