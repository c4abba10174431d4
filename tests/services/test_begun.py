"""So many courses and books at once: what begins one, and what makes room for another."""

import pytest

from focus_tui.composition import Services
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.subject import Subject
from focus_tui.services.begun import TooManyStarted
from focus_tui.services.keeper import NotBegun
from tests.services.machine import MINUTE, PLAN, App, Machine, running
from tests.services.plans import stored, work

ASKS = "At most 2 courses and books at once: which one rests, or is let go?"


def on(idea: Idea) -> Subject:
    return Subject(idea.title, idea_id=idea.id)


def ideas(of: Services, *titles: str) -> list[Idea]:
    return [of.backlog.add(title) for title in titles]


def begun(of: Services, *titles: str) -> list[Idea]:
    made = ideas(of, *titles)
    of.choosing.set_state([each.id for each in made], IdeaState.STARTED)
    return made


def state(of: Services, idea: Idea) -> IdeaState:
    found = of.backlog.get(idea.id)
    assert found is not None
    return found.state


def test_a_third_one_is_not_begun_by_a_session(machine: Machine, app: App) -> None:
    begun(app.services, "A #course", "B #Books")
    (third,) = ideas(app.services, "C #book")
    before = machine.data.read_bytes()
    with pytest.raises(TooManyStarted, match="^" + ASKS.replace("?", r"\?") + "$"):
        app.services.focus.start(subject=on(third))
    assert machine.data.read_bytes() == before
    assert app.services.desk.present().interval is None


def test_nor_by_the_clock_s_key_which_keeps_what_was_chosen(machine: Machine, app: App) -> None:
    begun(app.services, "A #course", "B #course")
    (third,) = ideas(app.services, "C #courses")
    app.services.upcoming.next_on(on(third))
    before = machine.data.read_bytes()
    with pytest.raises(TooManyStarted):
        app.services.focus.toggle()
    assert (machine.data.read_bytes(), app.services.upcoming.subject()) == (before, on(third))


def test_a_break_runs_on_where_the_next_session_is_one_too_many(app: App) -> None:
    begun(app.services, "A #course", "B #course")
    (third,) = ideas(app.services, "C #course")
    app.services.focus.start("x", planned_ms=PLAN)
    app.services.focus.next()
    app.services.upcoming.next_on(on(third))
    brk = running(app.services)
    for act in (app.services.focus.next, app.services.focus.toggle, app.services.focus.start):
        with pytest.raises(TooManyStarted):
            act()
        assert running(app.services).id == brk.id


def test_only_courses_and_books_and_those_not_begun_count(machine: Machine, app: App) -> None:
    first, _ = begun(app.services, "A #course", "B #book")
    plain, coursework = ideas(app.services, "C", "C #coursework")
    for each in (plain, coursework, first):
        work(machine, app, on(each), MINUTE)
        assert state(app.services, each) is IdeaState.STARTED
    assert [each.title for each in app.services.choosing.under_way()] == ["A #course", "B #book"]


def test_a_state_begins_no_more_either_and_then_none_of_several(machine: Machine, app: App) -> None:
    begun(app.services, "A #course")
    more = ideas(app.services, "B #course", "C #course")
    before = machine.data.read_bytes()
    with pytest.raises(TooManyStarted):
        app.services.choosing.set_state([each.id for each in more], IdeaState.STARTED)
    assert machine.data.read_bytes() == before


@pytest.mark.parametrize(
    ("into", "said"),
    [
        (IdeaState.RESTING, "At rest: “A #course”."),
        (IdeaState.DROPPED, "Let go, kept out of sight: “A #course”."),
    ],
)
def test_room_is_made(machine: Machine, app: App, into: IdeaState, said: str) -> None:
    first, _ = begun(app.services, "A #course", "B #course")
    (third,) = ideas(app.services, "C #course")
    assert app.services.choosing.make_room(first.id, into) == said
    assert app.services.choosing.make_room(first.id, into) == said  # and is not taken back
    assert app.services.focus.start(subject=on(third)) == "Started: 25 min on C #course."
    states = {each["title"]: each["state"] for each in stored(machine, "ideas").values()}
    assert states == {"A #course": into, "B #course": "started", "C #course": "started"}
    app.services.history.undo()
    app.services.history.undo()
    assert state(app.services, first) is IdeaState.STARTED
    assert state(app.services, third) is IdeaState.OPEN


def test_what_is_done_meanwhile_stays_done(app: App) -> None:
    first, _ = begun(app.services, "A #course", "B #course")
    app.services.choosing.set_state([first.id], IdeaState.DONE)
    assert app.services.choosing.make_room(first.id, IdeaState.RESTING) == "Done: “A #course”."
    assert state(app.services, first) is IdeaState.DONE


@pytest.mark.parametrize("title", ["A #course", "B #book"])
def test_what_is_deleted_or_ended_takes_no_room(app: App, title: str) -> None:
    first, second = begun(app.services, "A #course", "B #book")
    (third,) = ideas(app.services, "C #course")
    if title == first.title:
        app.services.backlog.delete([first.id])
    else:
        app.services.choosing.set_state([second.id], IdeaState.DONE)
    app.services.focus.start(subject=on(third))
    assert state(app.services, third) is IdeaState.STARTED


@pytest.mark.parametrize(("most", "fits"), [(0, 5), (1, 1), (3, 3)])
def test_the_limit_is_a_setting(machine: Machine, most: int, fits: int) -> None:
    machine.settings(f"[ideas]\nat_once = {most}\n")
    of = machine.services()
    begun(of, *(f"{number} #book" for number in range(fits)))
    if most:
        many = "1 course or book" if most == 1 else "3 courses and books"
        with pytest.raises(TooManyStarted, match=f"^At most {many} at once"):
            begun(of, "one more #book")


def test_a_session_that_was_to_start_by_itself_rests_the_clock(machine: Machine) -> None:
    machine.settings("[timer]\nstart_breaks = true\nstart_sessions = true\n")
    app = machine.app()
    begun(app.services, "A #course", "B #course")
    (third,) = ideas(app.services, "C #course")
    app.services.focus.start("x", planned_ms=PLAN)
    app.services.upcoming.next_on(on(third))
    app.services.keeper.key_pressed()
    machine.run(PLAN + 4 * MINUTE)
    assert running(app.services).phase.is_break
    machine.run(2 * MINUTE)
    assert app.services.desk.present().interval is None
    assert [each for each in app.events if isinstance(each, NotBegun)] == [NotBegun(ASKS)]
    assert state(app.services, third) is IdeaState.OPEN
    machine.run(30 * MINUTE)  # and nothing is tried again
    assert len([each for each in app.events if isinstance(each, NotBegun)]) == 1
    assert app.services.upcoming.subject() == on(third)
