"""How goals stand: this week, in all, how steadily, how long left alone; and days off."""

import pytest

from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.goal import Goal
from focus_tui.services.standings import GoalStanding
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine
from tests.services.plans import on_goal, one, work
from tests.support.controls import WORST

DAY = 24 * HOUR


def goal(app: App, title: str = "Audio", cadence: str = "") -> Goal:
    made = app.services.goals.add(title)
    app.services.goals.change(made.id, "cadence", cadence)
    found = app.services.goals.get(made.id)
    assert found is not None
    return found


def standing(of: App, goal: Goal) -> GoalStanding:
    return of.services.standings.of(goal)


def next_day(machine: Machine, app: App, days: int = 1) -> App:
    """The machine is off meanwhile; the app that is opened then."""
    machine.kill(app)
    machine.clock.reboot(days * DAY)
    return machine.app()


def test_a_goal_that_was_never_begun(app: App) -> None:
    for cadence in ("", "8 sessions"):
        found = standing(app, goal(app, cadence=cadence))
        assert (found.this_week, found.focused_ms, found.days_alone) == (0, 0, None)
        assert (found.score, found.counted, found.weeks_ms) == (None, 0, (0,) * 8)
    assert app.services.standings.showing_up() is None


@pytest.mark.parametrize(
    ("cadence", "held"),
    [("", 2), ("8 sessions", 2), ("5 h", 60), ("3 days", 1), ("3 days before 9", 0)],
)
def test_this_week_is_in_the_cadences_own_measure(
    machine: Machine, app: App, cadence: str, held: int
) -> None:
    audio = goal(app, cadence=cadence)
    work(machine, app, on_goal(audio))
    work(machine, app, on_goal(audio))
    app.services.focus.start(subject=on_goal(audio))
    machine.run(10 * MINUTE)
    app.services.focus.finish()
    found = standing(app, audio)
    assert found.this_week == held
    assert found.focused_ms == 2 * PLAN + 10 * MINUTE == found.weeks_ms[-1]
    assert found.days_alone == 0
    later = next_day(machine, app, 7)
    found = standing(later, audio)
    assert (found.this_week, found.days_alone) == (0, 7)
    assert found.weeks_ms == (0,) * 6 + (2 * PLAN + 10 * MINUTE, 0)


def test_days_alone_are_counted_from_the_last_minute_of_work(machine: Machine, app: App) -> None:
    audio = goal(app)
    app.services.focus.start(subject=on_goal(audio))
    app.services.focus.finish()
    assert standing(app, audio).days_alone is None, "no time was put in"
    work(machine, app, on_goal(audio))
    later = next_day(machine, app, 3)
    assert standing(later, audio).days_alone == 3
    work(machine, later)
    assert standing(later, audio).days_alone == 3, "other work is not for it"
    later.services.focus.start(subject=on_goal(audio))
    machine.run(MINUTE)
    later.services.focus.void()
    assert standing(later, audio).days_alone == 3
    work(machine, later, on_goal(audio))
    assert standing(later, audio).days_alone == 0


def test_the_score_of_a_daily_goal(machine: Machine, app: App) -> None:
    """Thirteen days reach 50; a day that is not over takes nothing away."""
    audio = goal(app, cadence="7 days")
    for _ in range(13):
        work(machine, app, on_goal(audio))
        app = next_day(machine, app)
    found = standing(app, audio).score
    assert found == 50
    app = next_day(machine, app)
    assert standing(app, audio).score == 47, "yesterday was missed"
    work(machine, app, on_goal(audio))
    assert standing(app, audio).score == 50
    assert machine.command().standings.of(audio).score == 50


def test_days_off_leave_the_score_alone(machine: Machine, app: App) -> None:
    audio = goal(app, cadence="7 days")
    for _ in range(13):
        work(machine, app, on_goal(audio))
        app = next_day(machine, app)
    app.services.off.declare("today to 2026-12-19 holiday")
    app = next_day(machine, app, 14)
    assert standing(app, audio).score == 50
    (off,) = app.services.off.all()
    app.services.off.delete(off.id)
    found = standing(app, audio).score
    assert found is not None
    assert 20 < found < 30
    app.services.history.undo()
    assert standing(app, audio).score == 50


def test_showing_up_counts_all_work_against_the_days_wanted(machine: Machine, app: App) -> None:
    machine.kill(app)
    machine.settings("[goals]\ndays_a_week = 7\n")
    app = machine.app()
    audio = goal(app)
    for number in range(13):
        work(machine, app, on_goal(audio) if number % 2 else None)
        app = next_day(machine, app)
    assert app.services.standings.showing_up() == 50
    assert standing(app, audio).score is None, "it has no cadence"


def test_another_processes_session_shows(machine: Machine, app: App) -> None:
    audio = goal(app)
    assert standing(app, audio).focused_ms == 0
    command = machine.command()
    command.focus.start(subject=on_goal(audio))
    machine.run(10 * MINUTE)
    machine.command().focus.finish()
    assert standing(app, audio).focused_ms == 10 * MINUTE


def test_weeks_in_which_something_was_put_in(machine: Machine, app: App) -> None:
    audio = goal(app)
    for days in (1, 6, 1, 20):
        work(machine, app, on_goal(audio))
        app = next_day(machine, app, days)
    assert app.services.standings.weeks_worked(audio) == 2


# Days off.


def test_days_off_as_the_file_holds_them(machine: Machine, app: App) -> None:
    off = app.services.off
    assert off.declare(" 2026-12-24 to 2027-01-02  at  home ") == "Off: Thu 24 Dec to Sat 2 Jan."
    document = one(machine, "daysoff")
    assert {name: document.pop(name) for name in ("created_at", "updated_at", "device")}
    assert document == {
        "first_on": "2026-12-24",
        "last_on": "2027-01-02",
        "why": "at  home",
        "deleted_at": None,
    }
    assert len(off.days()) == 10
    assert app.services.history.undo() == "Undone: take Thu 24 Dec to Sat 2 Jan off."
    assert off.days() == frozenset()
    app.services.history.redo()
    (declared,) = off.all()
    assert off.delete(declared.id) == "Not off after all: Thu 24 Dec to Sat 2 Jan."
    assert (off.all(), off.days()) == ((), frozenset())
    assert app.services.history.undo() == "Undone: take Thu 24 Dec to Sat 2 Jan back."
    assert off.all() == (declared,)


@pytest.mark.parametrize(
    ("line", "first", "last", "why"),
    [
        ("today", "2026-11-23", "2026-11-23", ""),
        ("Today ill", "2026-11-23", "2026-11-23", "ill"),
        ("2026-12-24", "2026-12-24", "2026-12-24", ""),
        ("2026-12-24 too tired", "2026-12-24", "2026-12-24", "too tired"),
        ("today to 2026-11-25", "2026-11-23", "2026-11-25", ""),
        (f"today {WORST}", "2026-11-23", "2026-11-23", WORST),
    ],
)
def test_what_people_type(app: App, line: str, first: str, last: str, why: str) -> None:
    assert app.services.off.declare(line).isprintable()
    (declared,) = app.services.off.all()
    assert (declared.first_on, declared.last_on, declared.why) == (first, last, why)


@pytest.mark.parametrize(
    "line",
    [
        *("", " ", "soon", "24.12.2026", "2026-02-30", "2026-12-24 to", "2026-12-24 to soon"),
        *("2026-12-24 to 2026-12-23", "2026-01-01 to 2027-01-02", "today\nill", "today \0"),
    ],
)
def test_what_is_no_day_off(machine: Machine, app: App, line: str) -> None:
    with pytest.raises(BadInput):
        app.services.off.declare(line)
    assert not machine.data.exists()


def test_days_off_that_are_not_there(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.off.delete("0" * 32)


def test_the_latest_are_first(app: App) -> None:
    for line in ("2026-12-01", "2027-05-01", "2026-12-24"):
        app.services.off.declare(line)
    firsts = [each.first_on for each in app.services.off.all()]
    assert firsts == ["2027-05-01", "2026-12-24", "2026-12-01"]
