import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.interval import Paused, State
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.spans import What
from focus_tui.services.keeper import ClosedAlone, Rang, Slept
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


def rings(app: App) -> list[tuple[Phase, bool, int]]:
    return [
        (each.interval.phase, each.ring.overrun, each.ring.late_ms)
        for each in app.events
        if isinstance(each, Rang)
    ]


def test_the_bell_rings_once_at_the_end(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN - SECOND, SECOND)
    assert rings(app) == []
    machine.run(SECOND)
    assert rings(app) == [(Phase.FOCUS, False, 0)]
    machine.run(10 * MINUTE)
    assert len(rings(app)) == 1


def test_a_break_rings_at_its_end_and_once_more(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    machine.run(20 * MINUTE)
    assert rings(app)[1:] == [(Phase.SHORT_BREAK, False, 0), (Phase.SHORT_BREAK, True, 0)]


def test_two_apps_have_one_bell(machine: Machine, app: App) -> None:
    other = machine.app()
    other.services.focus.start()
    machine.run(PLAN + MINUTE)
    assert (len(rings(app)), len(rings(other))) == (1, 0)
    assert running(other.services).over_ms == MINUTE


def test_another_app_takes_over_when_the_first_dies(machine: Machine, app: App) -> None:
    other = machine.app()
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.kill(app)
    machine.run(PLAN)
    assert len(rings(other)) == 1
    assert running(other.services).spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 10 * MINUTE)
    )


def test_another_app_takes_over_when_the_first_quits(machine: Machine, app: App) -> None:
    other = machine.app()
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.quit(app)
    machine.run(PLAN)
    assert len(rings(other)) == 1
    assert not running(other.services).left


def test_a_bell_that_could_not_ring_in_time_says_how_late(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN - 30 * SECOND)
    machine.clock.run(2 * MINUTE)
    app.look()
    assert rings(app) == [(Phase.FOCUS, False, 90 * SECOND)]


def test_sleep_pauses_and_is_asked_about(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.sleep(8 * HOUR)
    app.look()
    assert [type(each) for each in app.events] == [Slept]
    assert running(app.services).paused is Paused.SLEEP
    app.look()
    assert len(app.events) == 1
    machine.run(2 * MINUTE)
    assert running(app.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 8 * HOUR), (What.PAUSE, 2 * MINUTE)
    )


def test_a_flicker_of_sleep_is_no_sleep(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.sleep(59 * SECOND)
    app.look()
    assert running(app.services).spans == account((What.FOCUS, 10 * MINUTE + 59 * SECOND))


def test_the_zone_is_asked_again_after_a_sleep(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(MINUTE)
    machine.zone = "Asia/Tokyo"
    machine.clock.sleep(HOUR)
    app.look()
    assert app.services.desk.present().zone == "Asia/Tokyo"


def test_a_break_runs_on_in_sleep(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    machine.clock.sleep(7 * MINUTE)
    app.look()
    assert running(app.services).spans == account(
        (What.BREAK, 5 * MINUTE), (What.OVERRUN, 2 * MINUTE)
    )


def test_what_nobody_ends_closes_and_is_told(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(PLAN + HOUR, MINUTE)
    (event,) = [each for each in app.events if isinstance(each, ClosedAlone)]
    assert event.session == last(app.services)
    assert event.session.spans == account((What.FOCUS, PLAN), (What.GAP, HOUR))
    machine.run(HOUR, MINUTE)
    assert len(closed(app.services)) == 1


def test_a_process_that_was_stopped_does_not_credit_itself(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.run(10 * MINUTE)
    app.look()
    assert running(app.services).paused is Paused.CRASH
    assert running(app.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, 10 * MINUTE)
    )


def test_an_app_that_is_stopped_is_seen_by_others(machine: Machine, app: App) -> None:
    """Its lock is still held, but its heart does not beat."""
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.run(10 * MINUTE)
    command = machine.command()
    assert command.desk.watch.watched
    assert running(command).spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 10 * MINUTE))


def test_a_short_stop_is_credited(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.run(2 * MINUTE)
    app.look()
    assert running(app.services).spans == account((What.FOCUS, 12 * MINUTE))


def test_breaks_and_sessions_start_by_themselves_if_wanted(machine: Machine) -> None:
    machine.settings("[timer]\nstart_breaks = true\nstart_sessions = true\n")
    app = machine.app()
    app.services.focus.start("x")
    machine.run(PLAN)
    assert running(app.services).phase is Phase.SHORT_BREAK
    app.services.keeper.key_pressed()
    machine.run(5 * MINUTE)
    assert running(app.services).phase is Phase.FOCUS
    assert [each[0] for each in rings(app)] == [Phase.FOCUS, Phase.SHORT_BREAK]


def test_sessions_do_not_start_by_themselves_again_and_again(machine: Machine) -> None:
    machine.settings("[timer]\nstart_breaks = true\nstart_sessions = true\n")
    app = machine.app()
    app.services.focus.start("x")
    machine.run(2 * HOUR)
    kinds = [each.kind for each in closed(app.services)]
    assert kinds == [Phase.FOCUS, Phase.SHORT_BREAK, Phase.FOCUS, Phase.SHORT_BREAK]
    assert app.services.desk.present().state is State.IDLE


def test_what_another_process_did_is_seen_at_the_next_look(machine: Machine, app: App) -> None:
    seen: list[State] = []
    app.services.desk.listen(lambda: seen.append(app.services.desk.present().state))
    machine.command().focus.start("from a shell")
    app.look()
    assert seen == [State.FOCUS]
    app.look()
    assert seen == [State.FOCUS]


def test_what_the_app_watches_is_finished_from_a_shell_at_that_moment(
    machine: Machine, app: App
) -> None:
    app.services.focus.start("x")
    machine.run(10 * MINUTE + 3 * SECOND)
    machine.clock.run(SECOND)  # the app has not looked since
    machine.command().focus.finish()
    machine.run(MINUTE)
    assert app.services.desk.present().state is State.IDLE
    (session,) = closed(app.services)
    assert session.spans == account((What.FOCUS, 10 * MINUTE + 4 * SECOND))
    assert session.outcome is Outcome.EARLY


def test_a_session_started_from_a_shell_is_watched_by_the_open_app(
    machine: Machine, app: App
) -> None:
    machine.command().focus.start("from a shell")
    machine.run(PLAN + MINUTE)
    assert len(rings(app)) == 1
    assert running(app.services).over_ms == MINUTE
    assert not running(app.services).left


def test_the_bell_rings_once_though_nothing_can_be_written(machine: Machine, app: App) -> None:
    """Here by a file in a newer format, which is not written; a full disk is the same."""
    app.services.focus.start("x")
    machine.run(PLAN - 5 * SECOND)
    good = machine.data.read_text(encoding="utf-8")
    newer = good.replace('"version":1', '"version":99')
    assert newer != good
    machine.data.write_text(newer, encoding="utf-8")
    for _ in range(3):
        machine.clock.run(5 * SECOND)
        with pytest.raises(DataUnusable):
            app.look()
    assert len(rings(app)) == 1
    machine.data.write_text(good, encoding="utf-8")
    machine.run(10 * SECOND)
    assert len(rings(app)) == 1
    assert running(machine.command()).rings == 1


def test_the_day_is_counted_over_the_boundary(machine: Machine, app: App) -> None:
    machine.clock.step(17 * HOUR + 45 * MINUTE)  # a quarter to four at night
    app.services.focus.start("late")
    machine.run(PLAN)
    present = app.services.desk.present()
    assert present.day.on == "2026-11-24"
    assert (present.day.count, present.day.focused_ms) == (0, 0)
    app.services.focus.finish()
    assert last(app.services).started.on == "2026-11-23"
    assert last(app.services).outcome is Outcome.DONE
    assert app.services.desk.present().recent == closed(app.services)
