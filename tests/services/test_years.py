"""What is seen of past days before, while and after their year moves into its archive."""

from pathlib import Path

import pendulum
import pytest

from focus_tui.cli.daytable import table
from focus_tui.composition import Services
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome
from focus_tui.domain.spans import What
from tests.services.machine import HOUR, MINUTE, Machine, account, running
from tests.support.clock import FakeClock


def at(day: str, time: str = "10:00") -> int:
    """An instant in Paris, in UTC milliseconds."""
    parsed = pendulum.parse(f"{day}T{time}", tz="Europe/Paris")
    assert isinstance(parsed, pendulum.DateTime)
    return int(parsed.timestamp() * 1000)


def go_to(machine: Machine, day: str, time: str = "10:00") -> None:
    """The machine is off until then."""
    machine.clock.reboot(at(day, time) - machine.clock.wall_ms)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """New Year's Eve 2025, an hour before midnight in Paris."""
    return Machine(tmp_path / "data" / "focus.json", FakeClock(at("2025-12-31", "23:00")))


def session(machine: Machine, intent: str) -> str:
    """Twenty minutes of focus with an interruption, by commands; the session's id."""
    machine.command().focus.start(intent)
    machine.clock.run(10 * MINUTE)
    machine.command().record.interrupt(MarkKind.INTERNAL)
    machine.clock.run(10 * MINUTE)
    ended = running(machine.command()).id
    machine.command().focus.finish()
    return ended


def archive(machine: Machine) -> Path:
    return machine.data.parent / "sessions-2025.json"


def logs(of: Services, *days: str) -> list[str]:
    return [table(of.desk.day(day)) for day in days]


def test_around_new_year_both_days_are_recent(machine: Machine) -> None:
    old = session(machine, "the old year")
    machine.clock.run(2 * HOUR)
    late = session(machine, "past midnight, before the day ends")
    go_to(machine, "2026-01-01", "10:00")
    new = session(machine, "the new year")
    present = machine.command().desk.present()
    assert present.day.on == "2026-01-01"
    assert [each.id for each in present.recent] == [old, late, new]
    assert [each.id for each in machine.command().desk.day("2025-12-31").sessions] == [old, late]
    machine.command().record.rate(late, Focused.YES)
    assert machine.command().desk.day("2025-12-31").sessions[1].focused is Focused.YES


def test_a_past_day_is_the_same_after_the_move(machine: Machine) -> None:
    session(machine, "the old year")
    go_to(machine, "2026-03-31")
    session(machine, "March")
    days = ("2025-12-31", "2026-01-01", "2026-03-31")
    before = logs(machine.command(), *days)
    assert "own mind" in before[0]
    app = machine.app()
    go_to(machine, "2026-04-01")
    for of in (app.services, machine.command()):
        assert logs(of, *days) == before
    machine.command().thoughts.capture("x")
    assert archive(machine).exists()
    app.look()
    for of in (app.services, machine.command()):
        assert logs(of, *days) == before
        assert [each.intent for each in of.desk.present().recent] == ["March"]
    assert machine.command().desk.day("2025-12-31").focused_ms == 20 * MINUTE


def test_a_session_that_ran_for_months_closes_and_moves(machine: Machine) -> None:
    app = machine.app()
    app.services.focus.start("left running")
    machine.run(10 * MINUTE)
    machine.kill(app)
    go_to(machine, "2026-04-01")
    machine.command().thoughts.capture("x")
    before = logs(machine.command(), "2025-12-31")
    machine.command().thoughts.capture("y")
    assert archive(machine).exists()
    assert logs(machine.command(), "2025-12-31") == before
    (closed,) = machine.command().desk.day("2025-12-31").sessions
    assert (closed.outcome, closed.spans) == (Outcome.ABANDONED, account((What.FOCUS, 10 * MINUTE)))


def test_a_rating_is_undone_where_it_has_moved(machine: Machine) -> None:
    old = session(machine, "the old year")
    machine.command().record.rate(old, Focused.PARTLY)
    go_to(machine, "2026-04-01")
    assert machine.command().history.undo() == "Undone: say how focused “the old year” was."
    assert archive(machine).exists()
    (found,) = machine.command().desk.day("2025-12-31").sessions
    assert (found.id, found.focused) == (old, None)
    machine.command().history.redo()
    (found,) = machine.command().desk.day("2025-12-31").sessions
    assert found.focused is Focused.PARTLY


def test_a_session_is_opened_again_out_of_its_archive(machine: Machine) -> None:
    old = session(machine, "the old year")
    go_to(machine, "2026-04-01")
    assert machine.command().history.undo() == (
        "Undone: finish “the old year”. Paused here; focus resume goes on."
    )
    back = machine.command()
    stored = back.desk.stored(back.desk.db.read())
    assert (stored and stored.id, back.desk.day("2025-12-31").sessions) == (old, ())
    machine.command().focus.finish()
    (again,) = machine.command().desk.day("2025-12-31").sessions
    assert (again.id, again.focused_ms) == (old, 20 * MINUTE)
    assert [mark.session_id for mark in machine.command().desk.day("2025-12-31").marks] == [old]


def test_what_closed_by_itself_is_opened_again_as_it_stood(machine: Machine) -> None:
    app = machine.app()
    app.services.focus.start("forgotten")
    machine.run(10 * MINUTE)
    machine.kill(app)
    machine.clock.reboot(3 * HOUR)
    machine.command().thoughts.capture("x")
    machine.command().history.undo()
    go_to(machine, "2026-04-01")
    assert machine.command().history.undo() == (
        "Undone: close the session. Paused here; focus resume goes on."
    )
    assert archive(machine).exists()
    machine.command().focus.finish()
    (again,) = machine.command().desk.day("2025-12-31").sessions
    assert again.focused_ms == 10 * MINUTE
