"""Quitting, dying and coming back, in new processes on the same files."""

import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import Interval, Paused, State
from focus_tui.domain.session import Outcome
from focus_tui.domain.spans import What
from focus_tui.services.keeper import Rang
from tests.services.machine import (
    HOUR,
    MINUTE,
    PLAN,
    SECOND,
    App,
    Machine,
    account,
    closed,
    last,
    running,
)


def live_files(machine: Machine) -> list[str]:
    return [path.name for path in machine.state().glob("live-*")]


def lose_live_file(machine: Machine) -> None:
    for path in machine.state().glob("live-*"):
        path.unlink()


def working(machine: Machine, app: App, ms: int = 10 * MINUTE) -> None:
    app.services.focus.start("x")
    machine.run(ms)


def test_leaving_says_what_runs_on(machine: Machine, app: App) -> None:
    working(machine, app)
    left = machine.quit(app)
    assert isinstance(left, Interval)
    assert left.left_ms == 15 * MINUTE
    assert not app.services.desk.watch.watched


def test_leaving_at_rest_writes_nothing(machine: Machine, app: App) -> None:
    assert machine.quit(app) is None
    assert not machine.data.exists()


def test_after_quitting_the_plan_is_credited_and_no_more(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.quit(app)
    machine.run(20 * MINUTE)
    again = machine.app()
    assert running(again.services).spans == account((What.FOCUS, PLAN), (What.GAP, 5 * MINUTE))
    assert [type(each) for each in again.events] == [Rang]
    machine.run(2 * MINUTE)
    assert running(again.services).over_ms == 2 * MINUTE


def test_put_aside_and_brought_back_the_plan_is_credited_too(machine: Machine, app: App) -> None:
    """The process stops and goes on; it has not died."""
    working(machine, app)
    app.services.keeper.leave()
    machine.clock.run(20 * MINUTE)
    app.look()
    assert running(app.services).spans == account((What.FOCUS, PLAN), (What.GAP, 5 * MINUTE))
    machine.run(MINUTE)
    assert running(app.services).over_ms == MINUTE


def test_after_quitting_for_long_the_session_is_done(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.quit(app)
    machine.run(10 * HOUR, HOUR)
    again = machine.app()
    assert again.services.desk.present().state is State.IDLE
    assert last(again.services).outcome is Outcome.DONE
    assert last(again.services).spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))


def test_after_quitting_and_sleeping_nothing_is_credited(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.quit(app)
    machine.clock.sleep(30 * MINUTE)
    again = machine.app()
    assert running(again.services).paused is Paused.CRASH
    assert running(again.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 30 * MINUTE)
    )


def test_a_short_death_is_forgiven(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.kill(app)
    machine.run(90 * SECOND)
    again = machine.app()
    machine.run(MINUTE)
    assert running(again.services).spans == account((What.FOCUS, 12 * MINUTE + 30 * SECOND))
    assert running(again.services).paused is None


def test_a_longer_death_is_asked_about(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.kill(app)
    machine.run(30 * MINUTE)
    again = machine.app()
    assert running(again.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 30 * MINUTE)
    )
    (card,) = again.services.desk.present().cards
    assert (card.asks, card.creditable_ms) == (Asks.AWAY, 15 * MINUTE)


def test_the_heartbeat_says_when_it_died(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.clock.run(10 * SECOND)  # after the last beat
    machine.kill(app)
    machine.run(30 * MINUTE)
    assert running(machine.app().services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 30 * MINUTE + 10 * SECOND)
    )


def test_a_death_of_hours_ends_the_session(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.kill(app)
    machine.run(3 * HOUR, HOUR)
    again = machine.app()
    assert last(again.services).outcome is Outcome.ABANDONED
    assert last(again.services).spans == account((What.FOCUS, 10 * MINUTE))


def test_a_death_past_the_plan_ends_the_session(machine: Machine, app: App) -> None:
    working(machine, app, PLAN + 2 * MINUTE)
    machine.kill(app)
    machine.run(10 * MINUTE)
    again = machine.app()
    assert last(again.services).outcome is Outcome.DONE
    assert last(again.services).spans == account((What.FOCUS, PLAN), (What.OVERTIME, 2 * MINUTE))


def test_a_reboot_is_asked_about(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.kill(app)
    machine.clock.reboot(5 * MINUTE)
    assert running(machine.app().services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 5 * MINUTE)
    )


def test_without_a_live_file_only_the_last_transition_is_known(machine: Machine, app: App) -> None:
    working(machine, app)
    app.services.focus.pause()
    app.services.focus.resume()
    machine.run(3 * MINUTE)
    machine.kill(app)
    lose_live_file(machine)
    machine.run(4 * MINUTE)
    assert running(machine.app().services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 7 * MINUTE)
    )


def test_the_live_file_of_another_session_is_no_heartbeat(machine: Machine, app: App) -> None:
    working(machine, app)
    stale = {path: path.read_bytes() for path in machine.state().glob("live-*")}
    app.services.focus.void()
    app.services.focus.start("y")
    machine.kill(app)
    for path, content in stale.items():
        path.write_bytes(content)
    machine.run(10 * MINUTE)
    assert running(machine.app().services).spans == account((What.GAP, 10 * MINUTE))


@pytest.mark.parametrize("clean", [True, False])
def test_a_pause_stays_a_pause(machine: Machine, app: App, clean: bool) -> None:
    working(machine, app)
    app.services.focus.pause()
    if clean:
        machine.quit(app)
    else:
        machine.kill(app)
    machine.run(30 * MINUTE)
    again = machine.app()
    assert running(again.services).paused is Paused.USER
    assert running(again.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.PAUSE, 30 * MINUTE)
    )


def test_a_break_goes_on(machine: Machine, app: App) -> None:
    working(machine, app, PLAN)
    app.services.focus.next()
    machine.kill(app)
    machine.run(12 * MINUTE)
    assert running(machine.app().services).spans == account(
        (What.BREAK, 5 * MINUTE), (What.OVERRUN, 7 * MINUTE)
    )


@pytest.mark.parametrize("clean", [True, False])
def test_coming_back_twice_changes_nothing(machine: Machine, app: App, clean: bool) -> None:
    working(machine, app)
    if clean:
        machine.quit(app)
    else:
        machine.kill(app)
    machine.run(5 * MINUTE)
    first = machine.app()
    before = running(first.services)
    machine.kill(first)
    assert running(machine.app().services) == before


def test_a_thought_caught_from_a_shell_after_a_death_costs_nothing(
    machine: Machine, app: App
) -> None:
    working(machine, app, 20 * MINUTE)
    machine.kill(app)
    machine.run(MINUTE)
    machine.command().thoughts.capture("a")
    machine.run(2 * MINUTE)
    assert running(machine.app().services).spans == account((What.FOCUS, 23 * MINUTE))


def test_a_session_from_a_shell_runs_to_its_end_unheard(machine: Machine) -> None:
    machine.command().focus.start("x")
    machine.run(10 * MINUTE)
    assert running(machine.command()).left_ms == 15 * MINUTE
    machine.run(20 * MINUTE)
    command = machine.command()
    assert running(command).spans == account((What.FOCUS, PLAN), (What.GAP, 5 * MINUTE))
    command.focus.finish()
    assert last(machine.command()).spans == account((What.FOCUS, PLAN), (What.GAP, 5 * MINUTE))


def test_a_session_from_a_shell_is_adopted_by_the_app_that_opens(machine: Machine) -> None:
    machine.command().focus.start("x")
    machine.run(10 * MINUTE)
    app = machine.app()
    assert not running(app.services).left
    machine.run(PLAN)
    assert running(app.services).over_ms == 10 * MINUTE


def test_pause_and_resume_from_a_shell(machine: Machine) -> None:
    machine.command().focus.start("x")
    machine.run(10 * MINUTE)
    machine.command().focus.pause()
    machine.run(5 * MINUTE)
    with pytest.raises(Refused):
        machine.command().focus.pause()
    machine.command().focus.resume()
    machine.run(MINUTE)
    assert running(machine.command()).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.PAUSE, 5 * MINUTE), (What.FOCUS, MINUTE)
    )


def test_looking_from_a_shell_writes_nothing(machine: Machine, app: App) -> None:
    working(machine, app)
    machine.kill(app)
    machine.run(3 * HOUR, HOUR)
    written = machine.data.read_bytes()
    live = live_files(machine)
    command = machine.command()
    assert command.desk.present().state is State.IDLE
    assert command.desk.present().day.focused_ms == 10 * MINUTE
    assert machine.data.read_bytes() == written
    assert live_files(machine) == live
    assert closed(command) == ()


def test_a_state_folder_that_cannot_be_written_costs_the_heartbeat_only(
    machine: Machine, app: App
) -> None:
    working(machine, app)
    for path in list(machine.state().glob("live-*")):
        path.unlink()
        path.mkdir()
    machine.run(MINUTE)
    app.services.focus.pause()
    assert running(app.services).main_ms == 11 * MINUTE
