"""Undo and redo of each act, in the process that did it and in another one."""

from collections.abc import Callable

import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import Refused
from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import Paused, State
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome, Phase
from focus_tui.domain.spans import What
from focus_tui.domain.subject import Subject
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


def state(of: Services) -> State:
    return of.desk.present().state


def test_there_is_nothing_to_undo_or_redo(app: App) -> None:
    with pytest.raises(Refused):
        app.services.history.undo()
    with pytest.raises(Refused):
        app.services.history.redo()


def test_a_start_is_undone_and_done_again(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(3 * MINUTE)
    assert app.services.history.undo() == "Undone: start “x”."
    assert state(app.services) is State.IDLE
    machine.run(2 * MINUTE)
    assert (
        app.services.history.redo() == "Done again: start “x”. Paused here; focus resume goes on."
    )
    back = running(app.services)
    assert (back.intent, back.paused) == ("x", Paused.UNDO)
    assert back.spans == account((What.GAP, 5 * MINUTE))


def test_a_pause_is_undone_at_that_moment(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    machine.run(4 * MINUTE)
    assert app.services.history.undo() == "Undone: pause. Paused here; focus resume goes on."
    back = running(app.services)
    assert back.paused is Paused.UNDO
    assert back.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 4 * MINUTE))


def test_what_goes_on_is_said_in_the_words_of_who_asks(app: App) -> None:
    app.services.focus.start("x")
    app.services.focus.pause()
    assert app.services.history.undo("space") == "Undone: pause. Paused here; space goes on."
    assert app.services.history.undo("space") == "Undone: start “x”."
    assert (
        app.services.history.redo("space") == "Done again: start “x”. Paused here; space goes on."
    )


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("call mum", "delete “call mum”"),
        ("[b]x[/]\x1b[2J\u202e", "delete “[b]x[/]␛[2J⟨U+202E⟩”"),
        ("word " * 30, "delete “word word word word word word word word…”"),
    ],
)
def test_it_says_which_thing(app: App, title: str, said: str) -> None:
    (idea,) = app.services.thoughts.capture(title)
    app.services.backlog.delete([idea.id])
    assert app.services.history.undo() == f"Undone: {said}."
    assert app.services.history.redo() == f"Done again: {said}."


def test_each_act_says_what_it_was_on(machine: Machine, app: App) -> None:
    app.services.focus.start("a")
    app.services.focus.set_intent("b")
    machine.run(PLAN)
    app.services.focus.next()
    app.services.record.rate(last(app.services).id, Focused.YES)
    app.services.record.note(last(app.services).id, "went well")
    said = [app.services.history.undo() for _ in range(5)]
    assert said == [
        "Undone: the note on “b”.",
        "Undone: say how focused “b” was.",
        "Undone: finish “b”, begin the break. Paused here; focus resume goes on.",
        "Undone: change the intent to “b”. Paused here; focus resume goes on.",
        "Undone: start “a”.",
    ]


def test_a_thought_begun_by_mistake_is_no_next_intent(app: App) -> None:
    (idea,) = app.services.thoughts.capture("call mum")
    app.services.focus.set_intent("what comes next")
    app.services.focus.start(subject=Subject(idea.title, idea_id=idea.id))
    assert app.services.drafts.get("intent") == "what comes next"
    app.services.history.undo()
    assert app.services.drafts.get("intent") == "what comes next"
    app.services.focus.toggle()
    assert running(app.services).intent == "what comes next"
    assert app.services.drafts.get("intent") == ""
    app.services.history.undo()
    app.services.focus.set_intent("")
    app.services.focus.start(subject=Subject(idea.title, idea_id=idea.id))
    app.services.history.undo()
    assert app.services.drafts.get("intent") == ""


def test_a_slip_of_the_finger_asks_nothing(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    app.services.focus.finish()
    machine.run(5 * SECOND)
    app.services.history.undo()
    app.services.focus.resume()
    machine.run(MINUTE)
    assert running(app.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.AWAY, 5 * SECOND), (What.FOCUS, MINUTE)
    )
    assert app.services.desk.present().cards == ()


@pytest.mark.parametrize("end", ["finish", "void"])
def test_an_end_is_undone_and_done_again(machine: Machine, app: App, end: str) -> None:
    app.services.focus.start("x")
    machine.run(10 * MINUTE)
    getattr(app.services.focus, end)()
    ended = last(app.services)
    machine.run(2 * MINUTE)
    app.services.history.undo()
    assert closed(app.services) == ()
    assert running(app.services).id == ended.id
    assert running(app.services).spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 2 * MINUTE))
    app.services.history.redo()
    assert closed(app.services) == (ended,)
    assert state(app.services) is State.IDLE


def test_the_way_to_the_break_is_undone(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(PLAN + 3 * MINUTE)
    app.services.focus.next()
    machine.run(MINUTE)
    assert app.services.history.undo() == (
        "Undone: finish “x”, begin the break. Paused here; focus resume goes on."
    )
    back = running(app.services)
    assert (back.phase, back.paused, back.intent) == (Phase.FOCUS, Paused.UNDO, "x")
    assert back.spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 3 * MINUTE), (What.GAP, MINUTE)
    )
    assert closed(app.services) == ()
    app.services.history.redo()
    assert running(app.services).phase is Phase.SHORT_BREAK
    assert running(app.services).paused is None
    assert last(app.services).outcome is Outcome.DONE


def test_the_way_out_of_the_break_is_undone(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    machine.run(2 * MINUTE)
    app.services.focus.next()
    machine.run(MINUTE)
    app.services.history.undo()
    back = running(app.services)
    assert (back.phase, back.paused, back.main_ms) == (Phase.SHORT_BREAK, None, 3 * MINUTE)
    assert [each.kind for each in closed(app.services)] == [Phase.FOCUS]


def test_words_change_back_while_the_clock_runs_on(machine: Machine, app: App) -> None:
    app.services.focus.start("first")
    machine.run(MINUTE)
    app.services.focus.set_intent("second")
    machine.run(MINUTE)
    app.services.history.undo()
    machine.run(MINUTE)
    assert running(app.services).intent == "first"
    assert running(app.services).spans == account((What.FOCUS, 3 * MINUTE))
    app.services.history.redo()
    assert running(app.services).intent == "second"
    assert running(app.services).paused is None


def test_words_change_back_after_the_bell(machine: Machine, app: App) -> None:
    app.services.focus.start("first")
    app.services.focus.set_intent("second")
    machine.run(PLAN + MINUTE)
    app.services.history.undo()
    assert running(app.services).intent == "first"
    assert running(app.services).rings == 1
    assert running(app.services).over_ms == MINUTE


def test_five_more_minutes_are_taken_back_while_the_clock_runs_on(
    machine: Machine, app: App
) -> None:
    app.services.focus.start()
    machine.run(MINUTE)
    app.services.focus.extend()
    machine.run(MINUTE)
    assert app.services.history.undo() == "Undone: five minutes more."
    assert running(app.services).left_ms == PLAN - 2 * MINUTE
    assert running(app.services).paused is None


def test_going_on_past_the_end_says_how_far_past_it_is(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN + 2 * MINUTE)
    app.services.focus.next()
    app.services.history.undo()
    assert app.services.focus.resume() == "Going on past the end: 2 min over."


@pytest.mark.parametrize("at", [MINUTE, PLAN - MINUTE, PLAN + 2 * MINUTE])
def test_what_ran_in_minutes_taken_back_is_overtime(machine: Machine, app: App, at: int) -> None:
    app.services.focus.start()
    machine.run(at)
    app.services.focus.extend()
    machine.run(PLAN + 4 * MINUTE - at)
    app.services.history.undo()
    machine.run(MINUTE)
    back = running(app.services)
    assert back.spans == account((What.FOCUS, PLAN), (What.OVERTIME, 5 * MINUTE))
    assert (state(app.services), back.over_ms) == (State.OVERTIME, 5 * MINUTE)
    app.services.history.redo()
    assert state(app.services) is State.FOCUS


def test_an_answer_is_taken_back(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.sleep(20 * MINUTE)
    app.look()
    about = running(app.services).id
    app.services.record.answer_gap(Answer.DROP, about)
    app.services.history.undo()
    assert running(app.services).gap_ms == 20 * MINUTE
    app.services.record.answer_gap(Answer.END, about)
    app.services.history.undo()
    assert closed(app.services) == ()
    assert running(app.services).gap_ms == 20 * MINUTE


def test_a_session_that_closed_alone_is_opened_again(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    machine.run(HOUR, MINUTE)
    assert last(app.services).spans == account((What.FOCUS, 10 * MINUTE))
    machine.run(MINUTE)
    assert app.services.history.undo() == (
        "Undone: close the session. Paused here; focus resume goes on."
    )
    assert closed(app.services) == ()
    assert running(app.services).spans == account(
        (What.FOCUS, 10 * MINUTE), (What.GAP, HOUR + MINUTE)
    )


def marked(app: App) -> Callable[[], object]:
    app.services.focus.start()
    app.services.record.interrupt(MarkKind.INTERNAL)
    return lambda: app.services.desk.present().day.marks


def rated(app: App) -> Callable[[], object]:
    app.services.focus.start()
    app.services.focus.finish()
    app.services.record.rate(last(app.services).id, Focused.NO)
    return lambda: (last(app.services).focused, last(app.services).note)


def captured(app: App) -> Callable[[], object]:
    app.services.thoughts.capture("a", "b")
    return app.services.thoughts.inbox


def edited(app: App) -> Callable[[], object]:
    (idea,) = app.services.thoughts.capture("a")
    app.services.thoughts.edit(idea.id, "b")
    return app.services.thoughts.inbox


def deleted(app: App) -> Callable[[], object]:
    (idea,) = app.services.thoughts.capture("a")
    app.services.backlog.delete([idea.id])
    return lambda: (app.services.thoughts.inbox(), app.services.thoughts.trash())


def restored(app: App) -> Callable[[], object]:
    (idea,) = app.services.thoughts.capture("a")
    app.services.backlog.delete([idea.id])
    app.services.thoughts.restore(idea.id)
    return lambda: (app.services.thoughts.inbox(), app.services.thoughts.trash())


@pytest.mark.parametrize("done", [marked, rated, captured, edited, deleted, restored])
def test_other_acts_are_undone_and_done_again(
    app: App, done: Callable[[App], Callable[[], object]]
) -> None:
    look = done(app)
    after = look()
    app.services.history.undo()
    assert look() != after
    app.services.history.redo()
    assert look() == after


def test_what_was_changed_since_is_not_undone(machine: Machine, app: App) -> None:
    (idea,) = app.services.thoughts.capture("a")
    app.services.thoughts.edit(idea.id, "b")
    text = machine.data.read_text(encoding="utf-8")
    machine.data.write_text(text.replace('"b"', '"by hand"'), encoding="utf-8")
    with pytest.raises(Refused):
        app.services.history.undo()
    assert [each.title for each in app.services.thoughts.inbox()] == ["by hand"]


def test_undo_goes_back_to_the_beginning(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(MINUTE)
    app.services.history.undo()
    app.services.history.redo()
    app.services.focus.void()
    app.services.focus.start("y")
    for _ in range(3):
        app.services.history.undo()
    assert state(app.services) is State.IDLE
    with pytest.raises(Refused):
        app.services.history.undo()


def test_the_history_is_one_for_all_processes(machine: Machine, app: App) -> None:
    app.services.thoughts.capture("a")
    app.services.focus.start("x")
    command = machine.command()
    assert command.history.undo() == "Undone: start “x”."
    app.look()
    assert state(app.services) is State.IDLE
    assert app.services.history.undo() == "Undone: capture “a”."
    machine.quit(app)
    assert machine.app().services.history.redo() == "Done again: capture “a”."


def test_an_undo_from_a_shell_after_a_crash_keeps_what_was_worked(
    machine: Machine, app: App
) -> None:
    app.services.focus.start()
    app.services.thoughts.capture("a")
    machine.run(20 * MINUTE)
    machine.kill(app)
    machine.run(MINUTE)
    machine.command().history.undo()
    machine.run(MINUTE)
    assert running(machine.app().services).spans == account((What.FOCUS, 22 * MINUTE))
