"""The hour to begin is told once a day. When a test begins it is Monday, ten in Paris."""

import pytest

from focus_tui.services.keeper import Nudged
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import work


def told(*apps: App) -> list[str]:
    return [each.at for app in apps for each in app.events if isinstance(each, Nudged)]


def nudged(machine: Machine, at: str = "10:30") -> App:
    machine.settings(f'[day]\nnudge_at = "{at}"\nnudge_days = ["mon", "wed"]\n')
    return machine.app()


def test_by_default_nothing_is_told(machine: Machine, app: App) -> None:
    machine.run(HOUR, MINUTE)
    assert told(app) == []


def test_it_is_told_once_by_one_of_two_apps_and_after_a_restart_not_again(
    machine: Machine,
) -> None:
    app = nudged(machine)
    other = machine.app()
    machine.run(29 * MINUTE, MINUTE)
    assert told(app, other) == []
    machine.run(2 * MINUTE, MINUTE)
    assert told(app, other) == ["10:30"]
    machine.kill(app)
    again = machine.app()
    machine.run(10 * MINUTE, MINUTE)
    assert told(app, other, again) == ["10:30"]
    (message,) = [each for each in app.events + other.events if isinstance(each, Nudged)]
    assert app.services.announcer.message(message) == (
        "You meant to begin at 10:30",
        "One session is a beginning.",
    )
    app.services.upcoming.next_on(app.services.upcoming.subject()._replace(intent="Mel"))
    assert app.services.announcer.message(message).body == "Next: “Mel”."


def test_it_comes_again_on_the_next_of_its_days(machine: Machine) -> None:
    app = nudged(machine)
    for expected in (1, 1, 2):  # Monday, Tuesday, Wednesday
        machine.run(HOUR, MINUTE)
        assert len(told(app)) == expected
        machine.clock.run(23 * HOUR)


def test_where_something_was_done_or_runs_nothing_is_told(machine: Machine) -> None:
    app = nudged(machine)
    work(machine, app, ms=MINUTE)
    machine.run(HOUR, MINUTE)
    assert told(app) == []


@pytest.mark.parametrize("what", ["a day off", "too late"])
def test_where_it_is_of_no_use_nothing_is_told(machine: Machine, what: str) -> None:
    app = nudged(machine, at="07:59" if what == "too late" else "10:30")
    if what == "a day off":
        app.services.off.declare("today")
    machine.run(HOUR, MINUTE)
    assert told(app) == []
