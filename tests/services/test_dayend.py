"""The day's limit asks and never forbids; energy; and what was done on the day."""

import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.errors import BadInput
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.subject import Subject
from focus_tui.services.dayend import EnoughForToday
from focus_tui.services.keeper import NotBegun
from tests.services.machine import MINUTE, PLAN, App, Machine, running
from tests.services.plans import on_promise, stored, work

LIMITED = "[day]\nlimit_minutes = 50\n"


def full(machine: Machine, toml: str = LIMITED) -> App:
    """An app on a day of which the limit is reached."""
    machine.settings(toml)
    app = machine.app()
    for _ in range(2):
        work(machine, app)
    return app


def asked(app: App) -> list[Asks]:
    return [each.asks for each in app.services.desk.present().cards]


def beyond(machine: Machine) -> list[tuple[str, str]]:
    """The sessions that say why they were begun beyond the limit, and why."""
    marks = stored(machine, "marks").values()
    return [(each["session_id"], each["text"]) for each in marks if each["kind"] == "beyond"]


def test_up_to_the_limit_nothing_is_asked(machine: Machine) -> None:
    machine.settings(LIMITED)
    app = machine.app()
    work(machine, app)
    work(machine, app, ms=24 * MINUTE)
    assert Asks.ENOUGH not in asked(app)
    app.services.focus.start("x")
    assert "marks" not in machine.data.read_text(encoding="utf-8")


def test_one_more_is_refused_before_anything_is_written(machine: Machine) -> None:
    app = full(machine)
    before = machine.data.read_bytes()
    for act in (app.services.focus.toggle, app.services.focus.start):
        with pytest.raises(EnoughForToday, match=r"^Enough for today: 50 min of 50 min\.$"):
            act()
    assert machine.data.read_bytes() == before
    assert app.services.desk.present().interval is None


@pytest.mark.parametrize("why", ["a talk tomorrow", ""])
def test_with_a_line_it_begins_and_keeps_it_as_one_act(machine: Machine, why: str) -> None:
    app = full(machine)
    with app.services.day_end.because(f" {why} "):
        app.services.focus.start("one more")
    assert beyond(machine) == [(running(app.services).id, why)]
    assert app.services.day_end.last_why() == why
    assert app.services.desk.present().day.interruptions(running(app.services).id) == 0
    app.services.history.undo()
    assert app.services.desk.present().interval is None
    assert (beyond(machine), app.services.day_end.last_why()) == ([], "")
    with pytest.raises(EnoughForToday):  # the line was for that session
        app.services.focus.start("x")


def test_a_line_given_for_nothing_is_not_kept(machine: Machine) -> None:
    app = full(machine)
    with pytest.raises(BadInput), app.services.day_end.because("a\nb"):
        pass
    with app.services.day_end.because("why not"):
        pass
    with pytest.raises(EnoughForToday):
        app.services.focus.start("x")


def test_the_next_day_begins_anew_and_0_is_no_limit(machine: Machine) -> None:
    app = full(machine)
    machine.clock.run(24 * 60 * MINUTE)
    app.services.focus.start("x")
    assert beyond_nothing(machine)


def beyond_nothing(machine: Machine) -> bool:
    return "beyond" not in machine.data.read_text(encoding="utf-8")


def test_without_a_limit_nothing_is_asked(machine: Machine) -> None:
    app = full(machine, "[day]\nlimit_minutes = 0\n")
    app.services.focus.start("x")
    assert beyond_nothing(machine)


def test_a_session_that_was_to_start_by_itself_rests_the_clock(machine: Machine) -> None:
    machine.settings(
        "[timer]\nstart_breaks = true\nstart_sessions = true\n[day]\nlimit_minutes = 25\n"
    )
    app = machine.app()
    app.services.focus.start("x")
    app.services.keeper.key_pressed()
    machine.run(PLAN + 6 * MINUTE, MINUTE)
    assert app.services.desk.present().interval is None
    assert NotBegun("Enough for today: 25 min of 25 min.") in app.events


def test_the_day_s_end_waits_as_a_question_until_it_was_seen(machine: Machine) -> None:
    app = full(machine)
    assert asked(app) == [Asks.FOCUSED, Asks.ENOUGH]
    with app.services.day_end.because(""):
        app.services.focus.start("one more")
    assert asked(app) == []
    app.services.focus.void()
    app.services.day_end.enough()
    assert Asks.ENOUGH not in asked(app)
    app.services.history.undo()
    assert Asks.ENOUGH in asked(app)


def test_the_last_answer_is_the_day_s_energy(machine: Machine, app: App) -> None:
    assert app.services.desk.present().day.energy == 0
    assert app.services.day_end.energy(2) == "Energy: 2 of 5."
    machine.run(MINUTE)
    app.services.day_end.energy(4)
    day = app.services.desk.present().day
    assert day.energy == 4
    assert [(each.kind, each.amount, each.on) for each in day.noted] == [
        (MarkKind.ENERGY, 2, "2026-11-23"),
        (MarkKind.ENERGY, 4, "2026-11-23"),
    ]
    assert app.services.history.undo() == "Undone: energy 4."
    assert app.services.desk.present().day.energy == 2
    for wrong in (0, 6):
        with pytest.raises(BadInput):
            app.services.day_end.energy(wrong)
    machine.clock.run(24 * 60 * MINUTE)
    assert app.services.desk.present().day.energy == 0
    assert app.services.desk.day("2026-11-23").energy == 2


def test_what_was_done_on_the_day(machine: Machine, app: App) -> None:
    services = app.services
    goal = services.goals.add("Audio")
    kept = services.commitments.promise("Filters: 1 session", goal_id=goal.id)
    open_one = services.commitments.promise("Proofs: 3 sessions")
    services.commitments.promise("Not touched: 1 session")
    work(machine, app, on_promise(kept))
    work(machine, app, on_promise(open_one))
    services.focus.start("x", subject=Subject("x", goal.id))
    machine.run(10 * MINUTE)
    services.record.interrupt(MarkKind.EXTERNAL)
    machine.run(15 * MINUTE)
    services.focus.next()
    machine.run(9 * MINUTE)
    present = services.desk.present()
    assert services.day_sum.lines(present.day, present.limit_ms) == (
        "3 sessions · 1 h 15 of 5 h",
        "Audio 50 min",
        "Kept: Filters",
        "Further on: Proofs",
        "1 interruption · breaks 4 min over",
    )
