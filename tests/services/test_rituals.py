"""Checklists that open and close a day, and what the next one begins with."""

from focus_tui.domain.mark import MarkKind
from focus_tui.domain.subject import Subject
from tests.services.machine import HOUR, App, Machine, running
from tests.services.plans import on_goal, stored, work

DAY = 24 * HOUR


def steps(app: App, ritual: MarkKind) -> list[tuple[str, bool]]:
    return [*app.services.rituals.steps(ritual)]


def coming(app: App) -> list[str]:
    return [each.subject.intent for each in app.services.lineup.coming()]


def test_a_line_is_ticked_for_the_day_and_in_its_own_ritual(machine: Machine) -> None:
    machine.settings('[rituals]\nopening = ["water", "phone"]\nclosing = ["water"]\n')
    app = machine.app()
    app.services.rituals.turn(MarkKind.OPENING, "water")
    assert steps(app, MarkKind.OPENING) == [("water", True), ("phone", False)]
    assert steps(app, MarkKind.CLOSING) == [("water", False)]
    machine.kill(app)
    app = machine.app()  # it outlives the program
    assert steps(app, MarkKind.OPENING)[0] == ("water", True)
    assert app.services.history.undo() == "Undone: tick “water”."
    assert steps(app, MarkKind.OPENING)[0] == ("water", False)
    app.services.history.redo()
    app.services.rituals.turn(MarkKind.OPENING, "water")
    assert steps(app, MarkKind.OPENING)[0] == ("water", False)
    app.services.rituals.turn(MarkKind.OPENING, "water")
    machine.clock.run(DAY)
    assert steps(app, MarkKind.OPENING)[0] == ("water", False)


def test_before_the_first_session_the_opening_one_fits(machine: Machine, app: App) -> None:
    assert app.services.rituals.fitting() is MarkKind.OPENING
    app.services.focus.start("x")
    assert app.services.rituals.fitting() is MarkKind.CLOSING
    app.services.focus.finish()
    assert app.services.rituals.fitting() is MarkKind.CLOSING
    machine.clock.run(DAY)
    assert app.services.rituals.fitting() is MarkKind.OPENING


def test_tomorrow_s_first_thing_heads_the_line_up_until_it_is_begun(
    machine: Machine, app: App
) -> None:
    lineup = app.services.lineup
    assert lineup.begin_tomorrow_with(" Redo the loss ") == "Tomorrow begins with “Redo the loss”."
    assert coming(app) == []
    machine.clock.run(DAY)
    lineup.add(on_goal(app.services.goals.add("Audio")))
    assert coming(app) == ["Redo the loss", "Audio"]
    assert app.services.upcoming.subject() == Subject("Redo the loss")
    work(machine, app, Subject("something else"))
    assert coming(app) == ["Redo the loss", "Audio"]
    app.services.focus.toggle()
    assert running(app.services).intent == "Redo the loss"
    assert coming(app) == ["Audio"]
    app.services.history.undo()
    assert coming(app) == ["Redo the loss", "Audio"]


def test_it_is_one_thing_that_can_be_said_anew(machine: Machine, app: App) -> None:
    lineup = app.services.lineup
    lineup.begin_tomorrow_with("one")
    lineup.begin_tomorrow_with("two")
    assert [each["text"] for each in stored(machine, "lineup").values()] == ["two"]
    assert lineup.begin_tomorrow_with("") == "Tomorrow begins with nothing yet."
    assert lineup.first_tomorrow() is None
    app.services.history.undo()
    assert (found := lineup.first_tomorrow()) is not None
    assert found.text == "two"


def test_it_waits_over_days_off_behind_what_was_said_last(machine: Machine, app: App) -> None:
    lineup = app.services.lineup
    lineup.begin_tomorrow_with("of Monday")
    machine.clock.run(3 * DAY)
    assert coming(app) == ["of Monday"]
    lineup.begin_tomorrow_with("of Thursday")
    machine.clock.run(DAY)
    assert coming(app) == ["of Thursday", "of Monday"]
    (first, last) = (each.entry.id for each in lineup.coming())
    lineup.carry(last, -1)
    assert coming(app) == ["of Monday", "of Thursday"]
    lineup.word(first, "in other words")
    lineup.remove(last)
    assert coming(app) == ["in other words"]
