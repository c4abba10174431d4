import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput, Refused
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.interval import Paused, State
from focus_tui.domain.session import Outcome, Phase
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


def test_a_session_from_start_to_its_end_and_the_break(machine: Machine, app: App) -> None:
    focus = app.services.focus
    assert focus.start("Mel filters") == "Started: 25 min on Mel filters."
    machine.run(10 * MINUTE)
    assert focus.pause() == "Paused at 10 min."
    machine.run(3 * MINUTE)
    assert focus.resume() == "Going on: 15 min to go."
    machine.run(17 * MINUTE)
    assert focus.finish() == "Finished: 27 min. 5 min of break."

    session = last(app.services)
    assert session.spans == account(
        (What.FOCUS, 10 * MINUTE),
        (What.PAUSE, 3 * MINUTE),
        (What.FOCUS, 15 * MINUTE),
        (What.OVERTIME, 2 * MINUTE),
    )
    assert (session.outcome, session.intent) == (Outcome.DONE, "Mel filters")
    assert session.started.on == "2026-11-23"
    assert (session.started.zone, session.started.offset_s) == ("Europe/Paris", 3600)
    resting = running(app.services)
    assert (resting.phase, resting.planned_ms) == (Phase.SHORT_BREAK, 5 * MINUTE)
    assert resting.intent == "Mel filters"
    machine.run(2 * MINUTE)
    assert focus.finish() == "The break is over."
    assert app.services.desk.present().state is State.IDLE
    assert last(app.services).outcome is Outcome.EARLY
    assert last(app.services).intent == ""


def test_the_one_key_in_every_state(machine: Machine, app: App) -> None:
    def state() -> State:
        return app.services.desk.present().state

    toggle = app.services.focus.toggle
    toggle()
    assert state() is State.FOCUS
    machine.run(MINUTE)
    toggle()
    assert state() is State.PAUSED
    toggle()
    machine.run(PLAN)
    assert state() is State.OVERTIME
    toggle()
    assert state() is State.BREAK
    toggle()
    assert state() is State.FOCUS
    machine.run(PLAN)
    toggle()
    machine.run(6 * MINUTE)
    assert state() is State.OVERRUN
    toggle()
    assert state() is State.FOCUS


def test_every_fourth_break_is_long(machine: Machine, app: App) -> None:
    breaks = []
    for _ in range(5):
        app.services.focus.start()
        machine.run(PLAN)
        app.services.focus.next()
        resting = running(app.services)
        breaks.append((resting.phase, resting.planned_ms // MINUTE))
        machine.run(MINUTE)
    assert breaks == [
        *[(Phase.SHORT_BREAK, 5)] * 3,
        (Phase.LONG_BREAK, 15),
        (Phase.SHORT_BREAK, 5),
    ]


def test_a_new_day_begins_the_cycle_anew(machine: Machine, app: App) -> None:
    machine.clock.run(16 * HOUR + 30 * MINUTE)  # half past two at night
    for _ in range(3):
        app.services.focus.start()
        machine.run(PLAN)
        app.services.focus.next()
        app.services.focus.finish()
    assert app.services.desk.present().place_in_cycle == 3
    machine.run(30 * MINUTE)
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    assert running(app.services).phase is Phase.SHORT_BREAK
    assert app.services.desk.present().place_in_cycle == 1


def test_a_session_ended_early_is_followed_by_a_short_break(machine: Machine, app: App) -> None:
    for _ in range(4):
        app.services.focus.start()
        machine.run(PLAN)
        app.services.focus.finish()
    app.services.focus.next()
    machine.run(MINUTE)
    app.services.focus.next()
    assert running(app.services).phase is Phase.SHORT_BREAK
    assert app.services.desk.present().day.count == 4


def test_lengths_and_the_cycle_come_from_the_settings(machine: Machine) -> None:
    machine.settings(
        "[timer]\nfocus_minutes = 50\nshort_break_minutes = 9\nlong_break_minutes = 31\n"
        "sessions_before_long_break = 2\n"
    )
    app = machine.app()
    for minutes in (9, 31):
        app.services.focus.start()
        assert running(app.services).planned_ms == 50 * MINUTE
        machine.run(50 * MINUTE)
        app.services.focus.next()
        assert running(app.services).planned_ms == minutes * MINUTE


def test_void(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(12 * MINUTE)
    assert app.services.focus.void() == "Voided: its 12 min stay in the day's account."
    assert last(app.services).outcome is Outcome.VOID
    assert app.services.desk.present().day.focused_ms == 0


def test_void_with_its_reason_is_one_act(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(12 * MINUTE)
    app.services.focus.void(" wrong timer ")
    assert [mark.text for mark in app.services.log.marks(last(app.services))] == ["wrong timer"]
    app.services.history.undo()
    assert (closed(app.services), app.services.desk.db.read().marks.all()) == ((), ())


def test_five_more_minutes_before_and_after_the_end(machine: Machine, app: App) -> None:
    focus = app.services.focus
    focus.start()
    machine.run(20 * MINUTE)
    assert focus.extend() == "Five minutes more: 10 min to go."
    machine.run(11 * MINUTE)
    assert running(app.services).over_ms == MINUTE
    assert focus.extend() == "Five minutes more: 5 min to go."
    machine.run(4 * MINUTE)
    assert app.services.desk.present().state is State.FOCUS
    machine.run(MINUTE)
    focus.finish()
    assert last(app.services).spans == account(
        (What.FOCUS, 30 * MINUTE), (What.OVERTIME, MINUTE), (What.FOCUS, 5 * MINUTE)
    )


@pytest.mark.parametrize("name", ["pause", "resume", "finish", "next", "void", "extend"])
def test_nothing_runs_so_nothing_is_done(machine: Machine, app: App, name: str) -> None:
    with pytest.raises(Refused, match="Nothing is running"):
        getattr(app.services.focus, name)()
    assert not machine.data.exists()


def test_what_the_state_does_not_allow_changes_nothing(machine: Machine, app: App) -> None:
    focus = app.services.focus
    focus.start()
    machine.run(MINUTE)
    written = machine.data.read_bytes()
    for act in (focus.start, focus.resume):
        with pytest.raises(Refused):
            act()
    assert machine.data.read_bytes() == written
    machine.run(PLAN)
    with pytest.raises(Refused, match="past its end"):
        focus.pause()
    focus.next()
    for act in (focus.pause, focus.void):
        with pytest.raises(Refused, match="break"):
            act()


def test_starting_in_a_break_ends_it(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.next()
    machine.run(MINUTE)
    app.services.focus.start("now", planned_ms=10 * MINUTE)
    assert [each.kind for each in closed(app.services)] == [Phase.FOCUS, Phase.SHORT_BREAK]
    assert running(app.services).planned_ms == 10 * MINUTE


def test_the_intent_changes_while_the_clock_runs(machine: Machine, app: App) -> None:
    app.services.focus.start("first")
    machine.run(MINUTE)
    app.services.focus.set_intent(" second ")
    machine.run(MINUTE)
    assert running(app.services).intent == "second"
    assert running(app.services).main_ms == 2 * MINUTE


def test_an_intent_said_at_rest_waits_for_the_next_session(app: App) -> None:
    app.services.focus.set_intent("later")
    assert app.services.drafts.get("intent") == "later"
    app.services.focus.toggle()
    assert running(app.services).intent == "later"
    assert app.services.drafts.get("intent") == ""


def test_an_intent_said_in_a_break_is_the_next_sessions(machine: Machine, app: App) -> None:
    app.services.focus.start("before")
    machine.run(PLAN)
    app.services.focus.next()
    app.services.focus.set_intent("after")
    app.services.focus.next()
    assert running(app.services).intent == "after"


@pytest.mark.parametrize("text", ["a\nb", "x" * 20_001, "\0", "\ud800"])
def test_an_intent_that_cannot_be_kept_is_refused_whole(
    machine: Machine, app: App, text: str
) -> None:
    with pytest.raises(BadInput):
        app.services.focus.start(text)
    assert not machine.data.exists()


@pytest.mark.parametrize(
    "text", ["fix [/foo] route", "\x1b[31mred", "-u", "\u202eevil", "x" * 10_000]
)
def test_an_intent_is_kept_as_typed(machine: Machine, app: App, text: str) -> None:
    app.services.focus.start(text)
    assert running(machine.command()).intent == text


def test_a_session_on_a_thought_marks_it_begun(app: App) -> None:
    (idea,) = app.services.thoughts.capture("read Wyse")
    app.services.focus.start(subject=Subject(idea.title, idea_id=idea.id))
    assert running(app.services).idea_id == idea.id
    assert app.services.desk.db.read().ideas.all()[0].state is IdeaState.STARTED
    assert app.services.thoughts.inbox() == ()
    app.services.focus.set_intent("something else")
    assert running(app.services).idea_id is None


def test_a_key_past_the_end_shows_that_somebody_is_there(machine: Machine, app: App) -> None:
    app.services.focus.start()
    for _ in range(3):
        machine.run(50 * MINUTE, MINUTE)
        app.services.keeper.key_pressed()
    assert running(app.services).over_ms == 125 * MINUTE
    machine.run(HOUR, MINUTE)
    assert last(app.services).spans == account(
        (What.FOCUS, PLAN), (What.OVERTIME, 125 * MINUTE), (What.GAP, HOUR)
    )


def test_keys_are_not_each_worth_a_write(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN + MINUTE)
    app.services.keeper.key_pressed()
    written = machine.data.stat().st_mtime_ns
    for _ in range(10):
        machine.run(SECOND)
        app.services.keeper.key_pressed()
    assert machine.data.stat().st_mtime_ns == written


def test_paused_shows_why(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(MINUTE)
    app.services.focus.pause()
    assert running(app.services).paused is Paused.USER


def test_two_commands_at_once_start_one_session(machine: Machine) -> None:
    first, second = machine.command(), machine.command()
    first.focus.start("a")
    with pytest.raises(Refused):
        second.focus.start("b")
    assert running(second).intent == "a"


def test_each_act_is_told_to_listeners_once(machine: Machine, app: App) -> None:
    told: list[Services] = []
    app.services.desk.listen(lambda: told.append(app.services))
    app.services.focus.start()
    assert len(told) == 1
