"""Which shape a session has, and what follows from it."""

import pytest

from focus_tui.domain.errors import BadInput, Refused
from focus_tui.domain.interval import Paused, State
from focus_tui.domain.session import Outcome, Phase
from focus_tui.domain.spans import What
from tests.services.machine import HOUR, MINUTE, App, Machine, account, last, running


def planned(app: App) -> int:
    return running(app.services).planned_ms // MINUTE


def start(app: App, shape: str, minutes: int = 0, machine: Machine | None = None) -> None:
    services = app.services
    services.focus.start("x", shape=services.shapes.named(shape))
    if machine:
        machine.run(minutes * MINUTE, step=MINUTE)


def test_what_was_chosen_goes_before_the_goals_shape_once_and_stays_the_usual_one(
    machine: Machine,
) -> None:
    machine.settings("[timer]\nfocus_minutes = 30\n")
    app = machine.app()
    services = app.services
    goal = services.goals.add("Audio")
    on_goal = services.upcoming.of_goal(goal.id)
    services.goals.change(goal.id, "shape", "90/20")

    def begun(*, for_goal: bool) -> int:
        services.focus.start(subject=on_goal) if for_goal else services.focus.start("x")
        found = planned(app)
        services.focus.void()
        return found

    assert (begun(for_goal=False), begun(for_goal=True)) == (30, 90)
    assert services.shapes.choose("50/10") == "Next: 50/10, 50 min · breaks 10 and 20."
    assert services.shapes.coming(None).name == "50/10"
    assert (begun(for_goal=True), begun(for_goal=True), begun(for_goal=False)) == (50, 90, 50)
    assert machine.app().services.shapes.coming(None).name == "50/10"
    services.shapes.choose("usual")
    assert (begun(for_goal=True), begun(for_goal=True), begun(for_goal=False)) == (30, 90, 30)


def test_own_shapes_are_chosen_by_their_names_and_forgotten_with_them(machine: Machine) -> None:
    machine.settings('[shapes]\nown = ["deep 80/15/40 strict"]\n')
    shapes = machine.app().services.shapes
    shapes.choose("Deep")
    assert [each.name for each in shapes.all()] == [
        *("usual", "25/5", "50/10", "90/20", "15/5", "open", "strict", "deep")
    ]
    assert shapes.coming(None).in_words == "80 min · a pause voids · breaks 15 and 40"
    file = machine.services().preferences.file
    file.write_text("", encoding="utf-8")
    assert machine.services().shapes.coming(None).name == "usual"
    with pytest.raises(BadInput, match=r"“deep” is no shape .* There are usual, 25/5, 50/10"):
        machine.services().shapes.choose("deep")


def test_the_breaks_are_those_of_the_shape_it_was_begun_in(machine: Machine, app: App) -> None:
    for _ in range(4):
        start(app, "50/10", 50, machine)
        app.services.shapes.choose("15/5")  # for the next one
        app.services.focus.next()
        machine.run(MINUTE)
    assert running(app.services).phase is Phase.LONG_BREAK
    assert planned(app) == 20
    app.services.focus.next()
    assert planned(app) == 15


def test_the_break_after_an_open_session_is_a_fifth_of_it(machine: Machine, app: App) -> None:
    start(app, "open", 52, machine)
    assert app.services.desk.present().state is State.FOCUS
    assert app.services.focus.next() == "Finished: 52 min. 10 min of break."
    assert last(app.services).outcome is Outcome.DONE
    assert planned(app) == 10


def test_an_open_session_rings_after_four_hours_with_its_own_break(
    machine: Machine, app: App
) -> None:
    start(app, "open", 4 * 60, machine)
    (rang,) = app.events
    assert app.services.announcer.message(rang).body.endswith("Stand up: 30 minutes.")  # type: ignore[arg-type]


def test_a_pause_voids_a_strict_session_and_undo_brings_it_back(machine: Machine, app: App) -> None:
    services = app.services
    start(app, "strict", 10, machine)
    assert services.focus.toggle() == (
        "Voided: a strict session has no pause. Undo brings it back."
    )
    assert last(services).outcome is Outcome.VOID
    services.history.undo()
    back = running(services)
    assert (back.strict, back.paused, back.main_ms) == (True, Paused.UNDO, 10 * MINUTE)
    services.focus.toggle()
    machine.run(15 * MINUTE)
    services.focus.toggle()
    assert last(services).outcome is Outcome.DONE


def test_sleep_voids_nothing_and_its_pause_is_ended_as_any(machine: Machine, app: App) -> None:
    start(app, "strict", 5, machine)
    machine.clock.sleep(5 * MINUTE)
    app.look()
    assert running(app.services).paused is Paused.SLEEP
    app.services.focus.toggle()
    assert running(app.services).paused is None


def test_what_runs_takes_another_shape_inside_its_plan(machine: Machine, app: App) -> None:
    services = app.services
    start(app, "25/5", 20, machine)
    assert services.shapes.choose("strict") == "Now strict: 5 min to go."
    assert running(services).strict
    with pytest.raises(Refused, match="15/5 ends after 15 min"):
        services.shapes.choose("15/5")
    assert services.shapes.coming(None).name == "strict"
    assert services.shapes.choose("open") == "Now open: it runs until you end it."
    machine.run(20 * MINUTE)
    services.history.undo()
    undone = running(services)
    assert (undone.open, undone.strict, undone.paused) == (False, True, None)
    assert undone.spans == account((What.FOCUS, 25 * MINUTE), (What.OVERTIME, 15 * MINUTE))


def test_past_the_end_a_shape_is_for_the_next_session(machine: Machine, app: App) -> None:
    start(app, "25/5", 27, machine)
    assert app.services.shapes.choose("50/10").startswith("Next: 50/10, ")
    assert running(app.services).planned_ms == 25 * MINUTE


def test_more_and_less_in_words(machine: Machine, app: App) -> None:
    focus = app.services.focus
    start(app, "25/5", 10, machine)
    assert focus.shorten() == "Five minutes less: 10 min to go."
    assert focus.extend(2) == "Two minutes more: 12 min to go."
    assert focus.extend(7) == "7 minutes more: 19 min to go."
    assert app.services.history.undo() == "Undone: 7 minutes more."
    machine.run(13 * MINUTE)
    assert focus.extend(2) == "Two minutes more: 2 min to go."
    with pytest.raises(Refused, match="With 2 min to go there is no 5 min to take away"):
        focus.shorten()


def test_a_session_begun_in_the_past(machine: Machine, app: App) -> None:
    now = machine.clock.read().wall_ms
    assert app.services.focus.start("Mel", ago_ms=10 * MINUTE) == (
        "Started, 10 min ago: 25 min on Mel."
    )
    began = running(app.services)
    assert began.started.at_ms == now - 10 * MINUTE
    assert (began.main_ms, began.left_ms) == (10 * MINUTE, 15 * MINUTE)
    machine.run(15 * MINUTE)
    assert len(app.events) == 1
    app.services.focus.next()
    assert last(app.services).ended_at_ms == now + 15 * MINUTE
    assert app.services.desk.present().day.focused_ms == 25 * MINUTE


def test_what_lies_past_its_plan_is_asked(machine: Machine, app: App) -> None:
    app.services.focus.start("Mel", ago_ms=40 * MINUTE)
    app.look()
    assert running(app.services).gap_ms == 15 * MINUTE
    assert [card.asks for card in app.services.desk.present().cards] == ["away"]


def test_a_start_in_the_past_ends_the_break_there(machine: Machine, app: App) -> None:
    start(app, "25/5", 25, machine)
    app.services.focus.next()
    machine.run(12 * MINUTE)
    app.services.focus.start("Mel", ago_ms=4 * MINUTE)
    rested = last(app.services)
    assert rested.spans == account((What.BREAK, 5 * MINUTE), (What.OVERRUN, 3 * MINUTE))
    assert rested.ended_at_ms == running(app.services).started.at_ms


def test_no_start_lies_in_another_session_or_in_another_day(machine: Machine, app: App) -> None:
    focus = app.services.focus
    with pytest.raises(Refused, match=r"This day began at 04:00: a session can begin since then"):
        focus.start("x", ago_ms=23 * HOUR)
    start(app, "25/5", 25, machine)
    focus.next()
    machine.run(3 * MINUTE)
    for ago in (4 * MINUTE, 20 * MINUTE):  # in the session; before the break that runs
        with pytest.raises(Refused, match=r"The record is full until \d\d:\d\d: a session can"):
            focus.start("x", ago_ms=ago)
    assert running(app.services).phase is Phase.SHORT_BREAK
    focus.finish()
    machine.run(10 * MINUTE)
    with pytest.raises(Refused, match="The record is full until"):
        focus.start("x", ago_ms=11 * MINUTE)
    focus.start("x", ago_ms=10 * MINUTE)
