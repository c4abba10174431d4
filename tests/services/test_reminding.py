"""The review is told of once, at a chosen time. When a test begins it is Monday, ten in Paris."""

import pytest

from focus_tui.domain.week import Week
from focus_tui.services.keeper import Reminded
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import work

DAY = 24 * HOUR
WEEK = Week("2026-11-23")


def told(*apps: App) -> list[str]:
    """The weeks that were told of, by their first days."""
    return [each.week.id for app in apps for each in app.events if isinstance(each, Reminded)]


def reminded(machine: Machine, at: str = "18:00") -> App:
    """A week with one session; it is the Sunday of it, shortly before half past ten."""
    machine.settings(f'[review]\nremind_at = "{at}"\n')
    app = machine.app()
    work(machine, app)
    machine.clock.run(6 * DAY)
    app.look()
    return app


def test_by_default_nothing_is_told(machine: Machine, app: App) -> None:
    work(machine, app)
    machine.run(8 * DAY, HOUR)
    assert told(app) == []


def test_it_is_told_once_by_one_of_two_apps_and_after_a_restart_not_again(
    machine: Machine,
) -> None:
    app = reminded(machine)
    other = machine.app()
    machine.run(7 * HOUR + 34 * MINUTE, MINUTE)
    assert told(app, other) == []
    machine.run(MINUTE)
    assert told(app, other) == ["2026-11-23"]
    machine.kill(app)
    again = machine.app()
    machine.run(10 * MINUTE, MINUTE)
    assert told(app, other, again) == ["2026-11-23"]
    (event,) = [each for each in app.events + other.events if isinstance(each, Reminded)]
    assert again.services.announcer.message(event) == (
        "Time to look back",
        "The week of 23 to 29 Nov waits on Today.",
    )


def test_whoever_comes_later_on_that_day_is_told_and_on_the_next_day_nobody(
    machine: Machine,
) -> None:
    app = reminded(machine, at="09:00")
    assert told(app) == ["2026-11-23"]
    machine.kill(app)
    machine.clock.run(DAY)
    other = machine.app()
    machine.run(12 * HOUR, HOUR)
    assert told(other) == []


def test_on_the_days_after_that_of_the_review_nothing_is_told(machine: Machine) -> None:
    app = reminded(machine)
    machine.clock.run(DAY)
    machine.run(5 * DAY, HOUR)
    assert told(app) == []


def test_each_week_is_told_of(machine: Machine) -> None:
    app = reminded(machine)
    machine.run(DAY, HOUR)
    work(machine, app)
    machine.run(7 * DAY, HOUR)
    assert told(app) == ["2026-11-23", "2026-11-30"]


def test_a_session_is_not_disturbed_and_it_is_told_right_after(machine: Machine) -> None:
    app = reminded(machine, at="11:00")
    app.services.focus.start("x", planned_ms=HOUR)
    machine.run(30 * MINUTE, MINUTE)
    app.services.focus.pause()
    machine.run(30 * MINUTE, MINUTE)
    app.services.focus.resume()
    machine.run(32 * MINUTE, MINUTE)  # into overtime
    assert told(app) == []
    app.services.focus.next()
    app.look()
    assert told(app) == ["2026-11-23"]


@pytest.mark.parametrize("what", ["finished", "skipped", "nothing was done", "a day off"])
def test_where_nothing_waits_nothing_is_told(what: str, machine: Machine) -> None:
    if what == "nothing was done":
        machine.settings('[review]\nremind_at = "18:00"\n')
        app = machine.app()
        machine.clock.run(6 * DAY)
    else:
        app = reminded(machine)
    if what == "a day off":
        app.services.off.declare("today")
    elif what == "finished":
        app.services.reflecting.finish(WEEK)
    elif what == "skipped":
        app.services.reflecting.skip(WEEK)
    machine.run(10 * HOUR, MINUTE)
    assert told(app) == []


def test_a_time_after_midnight_is_in_the_night_of_that_day(machine: Machine) -> None:
    app = reminded(machine, at="01:00")
    machine.run(14 * HOUR, MINUTE)
    assert told(app) == []
    machine.run(HOUR, MINUTE)
    assert told(app) == ["2026-11-23"]


def test_who_begins_on_that_day_is_told_nothing(machine: Machine) -> None:
    machine.settings('[review]\nremind_at = "18:00"\n')
    app = machine.app()
    machine.clock.run(6 * DAY)
    work(machine, app)
    machine.run(2 * DAY, MINUTE)
    assert told(app) == []
