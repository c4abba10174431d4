"""The account of the day that is lived, as the record has it."""

from focus_tui.domain.ledger import Part, sums
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, last


def day(app: App) -> tuple[int, dict[Part, int]]:
    """When today's account begins (UTC milliseconds), and what there is in it."""
    of = app.services.desk.present().ledger
    return of[0].from_ms, {part: ms for part, ms in sums(of).items() if ms}


def test_all_of_a_morning_has_a_name(machine: Machine, app: App) -> None:
    app.services.focus.start("audio")
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    machine.run(5 * MINUTE)
    app.services.focus.resume()
    machine.clock.sleep(20 * MINUTE)
    app.look()
    begins, parts = day(app)
    assert parts == {
        Part.FOCUS: 10 * MINUTE,
        Part.PAUSE: 5 * MINUTE,
        Part.AWAY: 20 * MINUTE,
        Part.OUTSIDE: 6 * HOUR,  # from four to ten
    }
    assert begins + sum(parts.values()) == machine.clock.wall_ms


def test_it_begins_where_the_session_over_the_boundary_ends(machine: Machine, app: App) -> None:
    machine.clock.run(17 * HOUR + 45 * MINUTE)  # a quarter to four at night
    app.services.focus.start("late")
    machine.run(PLAN)
    assert app.services.desk.present().ledger == ()
    app.services.focus.finish()
    app.services.focus.finish()  # the break
    ended = machine.clock.wall_ms
    machine.clock.run(HOUR)
    assert day(app) == (ended, {Part.OUTSIDE: HOUR})


def test_a_day_begun_in_one_zone_and_lived_on_in_another(machine: Machine, app: App) -> None:
    begins, _ = day(app)
    app.services.focus.start("audio")
    machine.run(PLAN)
    app.services.focus.finish()
    for zone in ("America/New_York", "Asia/Tokyo"):
        machine.zone = zone
        app.services.desk.ask_zone()
        found, parts = day(app)
        assert found == begins
        assert parts[Part.FOCUS] == PLAN
        assert found + sum(parts.values()) == machine.clock.wall_ms


def test_a_corrected_session_has_its_new_time_and_a_void_one_keeps_it(
    machine: Machine, app: App
) -> None:
    editing = app.services.editing
    app.services.focus.start("audio")
    machine.run(10 * MINUTE)
    app.services.focus.finish()
    machine.run(HOUR)
    begun = last(app.services).started.at_ms
    editing.move(last(app.services), begun, begun + 30 * MINUTE)
    corrected = {
        Part.FOCUS: PLAN,
        Part.OVERTIME: 5 * MINUTE,
        Part.OUTSIDE: 6 * HOUR + 40 * MINUTE,
    }
    assert day(app)[1] == corrected
    editing.void([last(app.services)])
    assert day(app)[1] == corrected
    assert app.services.desk.present().day.focused_ms == 0
    editing.delete([last(app.services)])
    assert day(app)[1] == {Part.OUTSIDE: 7 * HOUR + 10 * MINUTE}


def test_a_clock_that_was_set_back_counts_nothing_twice(machine: Machine, app: App) -> None:
    app.services.focus.start("first")
    machine.run(PLAN)
    app.services.focus.finish()
    machine.clock.step(-10 * MINUTE)
    app.services.focus.start("second")
    machine.run(15 * MINUTE)
    begins, parts = day(app)
    assert sum(parts.values()) == machine.clock.wall_ms - begins
    assert parts[Part.FOCUS] == PLAN + 5 * MINUTE
