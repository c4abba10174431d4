from pathlib import Path

import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import Paused
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome
from focus_tui.domain.spans import What
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, account, last, running


def test_interruptions_are_marks_of_the_running_session(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(MINUTE)
    mark_id = app.services.record.interrupt(MarkKind.INTERNAL)
    app.services.record.say_what(mark_id, " mail ")
    machine.run(MINUTE)
    app.services.record.interrupt(MarkKind.EXTERNAL)
    day = app.services.desk.present().day
    assert [(mark.kind, mark.text) for mark in day.marks] == [
        (MarkKind.INTERNAL, "mail"),
        (MarkKind.EXTERNAL, ""),
    ]
    session_id = running(app.services).id
    app.services.focus.finish()
    assert len(app.services.desk.present().day.marks_of(session_id)) == 2


def test_a_mark_needs_a_session(machine: Machine, app: App) -> None:
    with pytest.raises(Refused):
        app.services.record.interrupt(MarkKind.INTERNAL)
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    with pytest.raises(Refused):
        app.services.record.interrupt(MarkKind.INTERNAL)


def test_a_mark_that_was_undone_has_no_word(app: App) -> None:
    app.services.focus.start()
    mark_id = app.services.record.interrupt(MarkKind.INTERNAL)
    app.services.history.undo()
    with pytest.raises(NotFound):
        app.services.record.say_what(mark_id, "mail")


def test_why_it_is_void_is_one_word_on_it(machine: Machine, app: App) -> None:
    services = app.services
    services.focus.start("x")
    machine.run(MINUTE)
    id = running(services).id
    assert not services.record.voided(id)
    services.focus.void()
    assert services.record.voided(id)
    for why in (" distracted ", "unwell"):
        assert services.record.say_why_void(id, why) == "The reason is kept."
    (mark,) = services.log.marks(last(services))
    assert (mark.kind, mark.text, mark.at_ms) == (
        MarkKind.VOIDED,
        "unwell",
        machine.clock.read().wall_ms,
    )
    assert last(services).edited_at is None
    services.editing.restore([last(services)])
    assert services.log.marks(last(services)) == ()


def test_a_reason_is_a_line_on_what_is_void(machine: Machine, app: App) -> None:
    services = app.services
    services.focus.start()
    id = running(services).id
    with pytest.raises(BadInput):
        services.focus.void("two\nlines")
    with pytest.raises(NotFound):
        services.record.say_why_void(id, "mail")
    services.focus.void()
    with pytest.raises(BadInput):
        services.record.say_why_void(id, "two\nlines")
    services.editing.restore([last(services)])
    with pytest.raises(Refused):
        services.record.say_why_void(id, "mail")
    assert services.log.marks(last(services)) == ()


def test_the_reason_and_then_the_void_are_undone_and_done_again(machine: Machine, app: App) -> None:
    services = app.services
    services.focus.start("x")
    machine.run(MINUTE)
    id = running(services).id
    services.focus.void()
    services.record.say_why_void(id, "mail")
    assert services.history.undo() == "Undone: say why “x” is void."
    assert services.record.voided(id)
    assert services.history.undo().startswith("Undone: void “x”.")
    assert services.desk.db.read().marks.all() == ()
    services.history.redo()
    services.history.redo()
    assert [mark.text for mark in services.log.marks(last(services))] == ["mail"]
    for _ in range(2):
        services.history.undo()
    services.focus.finish()
    assert services.log.marks(last(services)) == ()


def test_how_focused_it_was_is_asked_once(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    (card,) = app.services.desk.present().cards
    assert card.asks is Asks.FOCUSED
    app.services.record.rate(card.about.id, Focused.PARTLY)
    app.services.record.note(card.about.id, " noise ")
    assert (last(app.services).focused, last(app.services).note) == (Focused.PARTLY, "noise")
    assert app.services.desk.present().cards == ()
    app.services.record.rate(card.about.id, Focused.YES)
    assert (last(app.services).focused, last(app.services).note) == (Focused.YES, "noise")


def test_a_note_that_cannot_be_kept_changes_nothing(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    with pytest.raises(BadInput):
        app.services.record.note(last(app.services).id, "two\nlines")
    assert last(app.services).note == ""


def test_a_note_can_be_changed_and_taken_away(app: App) -> None:
    app.services.focus.start()
    app.services.focus.finish()
    for note in ("slow", "slow start", ""):
        app.services.record.note(last(app.services).id, note)
        assert last(app.services).note == note


def test_a_session_that_is_not_there_is_not_rated(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.record.rate("0" * 32, Focused.YES)
    with pytest.raises(NotFound):
        app.services.record.note("0" * 32, "x")


SLEPT = 40 * MINUTE


def asleep(machine: Machine, app: App) -> str:
    """A session that the machine slept in, after ten minutes; its id."""
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.sleep(SLEPT)
    app.look()
    (card,) = app.services.desk.present().cards
    assert (card.asks, card.gap_ms, card.creditable_ms) == (Asks.AWAY, SLEPT, 15 * MINUTE)
    assert card.can_end
    return card.about.id


def test_a_gap_that_is_kept_is_credited_to_the_plan(machine: Machine, app: App) -> None:
    about = asleep(machine, app)
    app.services.record.answer_gap(Answer.KEEP, about)
    assert running(app.services).spans == account((What.FOCUS, PLAN), (What.AWAY, 25 * MINUTE))
    assert running(app.services).paused is None
    with pytest.raises(Refused):
        app.services.record.answer_gap(Answer.KEEP, about)


def test_a_gap_that_is_dropped_lets_the_session_go_on(machine: Machine, app: App) -> None:
    app.services.record.answer_gap(Answer.DROP, asleep(machine, app))
    machine.run(MINUTE)
    assert running(app.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.AWAY, SLEPT), (What.FOCUS, MINUTE)
    )


def test_a_pause_of_ones_own_outlives_the_answer(machine: Machine, app: App) -> None:
    about = asleep(machine, app)
    app.services.focus.resume()
    app.services.focus.pause()
    app.services.record.answer_gap(Answer.DROP, about)
    assert running(app.services).paused is Paused.USER


@pytest.mark.parametrize(
    ("answer", "outcome"), [(Answer.END, Outcome.EARLY), (Answer.VOID, Outcome.VOID)]
)
def test_a_gap_can_end_the_session(
    machine: Machine, app: App, answer: Answer, outcome: Outcome
) -> None:
    app.services.record.answer_gap(answer, asleep(machine, app))
    assert app.services.desk.present().interval is None
    assert last(app.services).outcome is outcome
    assert last(app.services).spans[0] == (What.FOCUS, 10 * MINUTE)
    assert Asks.AWAY not in [each.asks for each in app.services.desk.present().cards]


def test_a_gap_with_work_after_it_ends_nothing(machine: Machine, app: App) -> None:
    about = asleep(machine, app)
    app.services.focus.resume()
    machine.run(MINUTE)
    with pytest.raises(Refused):
        app.services.record.answer_gap(Answer.END, about)


def test_the_gap_of_a_closed_session_is_answered_too(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN + HOUR, MINUTE)
    (card,) = [each for each in app.services.desk.present().cards if each.asks is Asks.AWAY]
    assert last(app.services).outcome is Outcome.DONE
    app.services.record.answer_gap(Answer.DROP, card.about.id)
    assert last(app.services).spans == account((What.FOCUS, PLAN), (What.AWAY, HOUR))
    with pytest.raises(Refused):
        app.services.record.answer_gap(Answer.DROP, card.about.id)
    with pytest.raises(NotFound):
        app.services.record.answer_gap(Answer.DROP, "0" * 32)


def test_what_another_device_left_running_is_closed_where_it_last_changed(
    machine: Machine, app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.services.focus.start("there")
    machine.run(10 * MINUTE)
    app.services.record.interrupt(MarkKind.EXTERNAL)
    app.services.focus.extend()
    machine.kill(app)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another machine"))
    here = machine.app()
    machine.run(2 * HOUR, HOUR)
    present = here.services.desk.present()
    assert (present.interval, present.day.focused_ms) == (None, 0)
    (card,) = present.cards
    assert card.asks is Asks.ELSEWHERE
    here.services.record.close_elsewhere(card.about.id)
    assert last(here.services).spans == account((What.FOCUS, 10 * MINUTE))
    assert last(here.services).outcome is Outcome.ABANDONED
