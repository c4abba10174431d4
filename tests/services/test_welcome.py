"""The very first start: what ends it, and that it never comes back."""

from collections.abc import Callable

import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import DataUnusable
from tests.services.machine import Machine


def test_it_waits_for_as_long_as_nothing_was_done(machine: Machine) -> None:
    app = machine.app()
    assert app.services.welcome.waits
    app.look()
    machine.quit(app)
    assert machine.app().services.welcome.waits
    assert not machine.data.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda of: of.thoughts.capture("buy tea"),
        lambda of: of.focus.start("Mel filters"),
        lambda of: of.welcome.leave(),
        lambda of: of.welcome.begin("Audio"),
    ],
)
def test_once_it_was_left_or_anything_done_it_never_comes_back(
    act: Callable[[Services], object], machine: Machine
) -> None:
    app = machine.app()
    act(machine.command())
    app.look()
    assert not app.services.welcome.waits
    assert not machine.app().services.welcome.waits


def test_what_was_undone_was_there(machine: Machine) -> None:
    of = machine.command()
    of.thoughts.capture("buy tea")
    of.history.undo()
    assert not of.welcome.waits


def test_a_file_that_is_gone_is_no_first_start(machine: Machine) -> None:
    machine.command().thoughts.capture("buy tea")
    machine.data.unlink()
    assert not machine.command().welcome.waits


def test_nor_is_one_that_can_not_be_read(machine: Machine) -> None:
    machine.data.parent.mkdir()
    machine.data.write_text("{")
    with pytest.raises(DataUnusable):
        assert machine.services().welcome.waits


def test_the_next_session_is_on_the_first_goal(machine: Machine) -> None:
    of = machine.app().services
    goal = of.welcome.begin("Audio")
    of.focus.toggle()
    present = of.desk.present()
    assert present.interval is not None
    assert (present.interval.intent, present.interval.goal_id) == ("Audio", goal.id)
