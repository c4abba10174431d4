"""Core and explore over the last four weeks."""

import pytest

from focus_tui.domain.balance import Balance
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.subject import Subject
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import on_goal, work

DAY = 24 * HOUR


def on_idea(idea: Idea) -> Subject:
    return Subject(idea.title, idea_id=idea.id)


def goal(app: App, title: str, area: str) -> Goal:
    made = app.services.goals.add(title)
    app.services.goals.change(made.id, "area", area)
    return made


def test_nothing_worked_says_nothing(app: App) -> None:
    balance = app.services.balancing.balance()
    assert balance == Balance(0, 0, 15)
    assert (balance.words(), balance.hint()) == ("", "")


def test_a_session_counts_for_the_area_of_what_it_is_on(machine: Machine, app: App) -> None:
    core, explore = goal(app, "Audio", "core"), goal(app, "Rust", "explore")
    free, for_core = (app.services.backlog.add(title) for title in ("free", "for core"))
    app.services.weighing.for_goal([for_core.id], core.id)
    sums = (0, 0)
    for subject, adds in (
        (on_goal(core), (MINUTE, 0)),
        (on_goal(explore), (0, MINUTE)),
        (on_idea(free), (0, MINUTE)),
        (on_idea(for_core), (MINUTE, 0)),
        (Subject("x", goal_id=explore.id, idea_id=for_core.id), (0, MINUTE)),
        (None, (0, 0)),
    ):
        work(machine, app, subject, MINUTE)
        sums = sums[0] + adds[0], sums[1] + adds[1]
        balance = app.services.balancing.balance()
        assert (balance.core_ms, balance.explore_ms) == sums
    app.services.goals.delete(core.id)
    assert app.services.balancing.balance().core_ms == 2 * MINUTE  # they stay under its name
    app.services.goals.change(explore.id, "area", "core")
    assert app.services.balancing.balance().core_ms == 4 * MINUTE


def test_what_does_not_stand_counts_for_nothing(machine: Machine, app: App) -> None:
    core = goal(app, "Audio", "core")
    app.services.focus.start(subject=on_goal(core))
    machine.run(5 * MINUTE)
    app.services.focus.void()
    work(machine, app, on_goal(core), 5 * MINUTE)
    assert app.services.balancing.balance().core_ms == 5 * MINUTE


@pytest.mark.parametrize(("days", "counted"), [(27, MINUTE), (28, 0)])
def test_four_weeks_of_days_count(machine: Machine, app: App, days: int, counted: int) -> None:
    work(machine, app, on_goal(goal(app, "Audio", "core")), MINUTE)
    assert app.services.balancing.balance().core_ms == MINUTE
    machine.clock.sleep(days * DAY)
    app.look()
    assert app.services.balancing.balance().core_ms == counted


def test_the_aim_is_a_setting(machine: Machine) -> None:
    machine.settings("[ideas]\nexplore_percent = 30\n")
    assert machine.services().balancing.balance().aim_percent == 30
