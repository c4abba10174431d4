"""An idea becomes a goal, a promise, a session; and is done when its promise is kept."""

from dataclasses import replace

import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.errors import NotFound, Refused
from focus_tui.domain.goal import Column
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.inputs import DONE
from focus_tui.services.promoting import Promoting
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, running
from tests.services.plans import on_promise, stored, work

DAY = 24 * HOUR


@pytest.fixture
def promoting(app: App) -> Promoting:
    return app.services.promoting


def caught(app: App, title: str) -> str:
    """The id of a thought in the inbox."""
    (idea,) = app.services.thoughts.capture(title)
    return idea.id


def state(app: App, idea_id: str) -> IdeaState:
    idea = app.services.backlog.get(idea_id)
    assert idea is not None
    return idea.state


def asked(app: App) -> list[str]:
    """The promises whose idea is asked for."""
    return [each.name for each in app.services.desk.present().cards if each.asks is Asks.IDEA]


def test_an_idea_becomes_a_goal_and_each_knows_the_other(
    machine: Machine, app: App, promoting: Promoting
) -> None:
    idea_id = caught(app, "Audio for all #project")
    goal = promoting.make_goal(idea_id)
    assert (goal.title, goal.column, goal.idea_id) == ("Audio for all", Column.ACTIVE, idea_id)
    assert stored(machine, "goals")[goal.id]["idea_id"] == idea_id
    assert stored(machine, "ideas")[idea_id]["goal_id"] == goal.id
    assert app.services.thoughts.inbox() == ()
    assert app.services.backlog.outline().children(None) == (idea_id,)
    with pytest.raises(Refused, match="“Audio for all #project” is a goal already"):
        promoting.make_goal(idea_id)
    app.services.goals.delete(goal.id)
    assert promoting.make_goal(idea_id).id != goal.id


def test_one_undo_takes_both_ends_of_the_link_back(app: App, promoting: Promoting) -> None:
    idea_id = caught(app, "Audio")
    promoting.make_goal(idea_id)
    assert app.services.history.undo() == "Undone: make a goal of “Audio”."
    assert app.services.goals.all() == ()
    (idea,) = app.services.thoughts.inbox()
    assert (idea.id, idea.goal_id) == (idea_id, None)


def test_where_enough_goals_are_active_it_is_for_someday(app: App, promoting: Promoting) -> None:
    for title in "abc":
        app.services.goals.add(title)
    assert promoting.make_goal(caught(app, "Audio")).column is Column.SOMEDAY


def test_an_idea_that_helps_one_goal_may_become_another(app: App, promoting: Promoting) -> None:
    helped = app.services.goals.add("Fluent")
    idea = app.services.backlog.add("Audio")
    with app.services.desk.act("") as tx:
        found = tx.ideas.get(idea.id)
        assert found is not None
        tx.ideas.put(replace(found, goal_id=helped.id))
    goal = promoting.make_goal(idea.id)
    assert goal.id != helped.id


@pytest.mark.parametrize(("ahead", "week"), [(0, "this"), (1, "next")])
def test_an_idea_is_promised_with_its_goal(
    ahead: int, week: str, app: App, promoting: Promoting
) -> None:
    idea_id = caught(app, "Audio: 3 days #tool")
    goal = promoting.make_goal(idea_id)
    assert promoting.promise(idea_id, ahead=ahead) == f"Promised for {week} week: “Audio”."
    commitments = app.services.commitments
    (standing,) = commitments.of(commitments.week(ahead))
    promise = standing.commitment
    assert (promise.idea_id, promise.goal_id, promise.input.count) == (idea_id, goal.id, 3)


@pytest.mark.parametrize("title", ["see https://x.org/a:1", "Audio: 0 sessions", "in two weeks"])
def test_words_that_promise_nothing_are_promised_as_they_are(
    title: str, app: App, promoting: Promoting
) -> None:
    idea_id = caught(app, title)
    promoting.promise(idea_id)
    (standing,) = app.services.commitments.of(app.services.commitments.week())
    assert (standing.commitment.text, standing.commitment.input) == (title, DONE)
    assert app.services.thoughts.inbox() == ()
    app.services.history.undo()
    assert [each.id for each in app.services.thoughts.inbox()] == [idea_id]


def test_a_session_on_an_idea_is_for_its_goal(app: App, promoting: Promoting) -> None:
    idea_id = caught(app, "Audio")
    app.services.lineup.add(app.services.upcoming.of_idea(idea_id))
    goal = promoting.make_goal(idea_id)
    app.services.focus.start(subject=app.services.upcoming.of_idea(idea_id))
    runs = running(app.services)
    assert (runs.idea_id, runs.goal_id, runs.intent) == (idea_id, goal.id, "Audio")
    assert app.services.lineup.coming() == ()  # its place was taken


def test_what_is_gone(app: App, promoting: Promoting) -> None:
    idea_id = caught(app, "Audio")
    app.services.backlog.delete([idea_id])
    for act in (promoting.make_goal, promoting.promise):
        with pytest.raises(NotFound):
            act(idea_id)
    with pytest.raises(NotFound):
        promoting.answer("0" * 32, done=True)


@pytest.mark.parametrize("done", [True, False])
def test_once_its_promise_is_ticked_it_is_asked_whether_the_idea_is_done(
    done: bool, app: App, promoting: Promoting
) -> None:
    idea_id = caught(app, "Audio")
    promoting.promise(idea_id)
    (standing,) = app.services.commitments.of(app.services.commitments.week())
    id = standing.commitment.id
    assert asked(app) == []
    said = app.services.commitments.tick(id)
    assert said == "“Audio” is done. Is its idea done too? The question waits on Today."
    assert asked(app) == ["Audio"]
    assert promoting.answer(id, done=done) == ("Done: “Audio”." if done else "“Audio” goes on.")
    assert state(app, idea_id) is (IdeaState.DONE if done else IdeaState.OPEN)
    assert asked(app) == []
    assert app.services.commitments.tick(id) == "“Audio” is not done."
    assert app.services.commitments.tick(id) == "“Audio” is done."
    assert asked(app) == []


def test_the_answer_is_taken_back_by_one_undo(app: App, promoting: Promoting) -> None:
    idea_id = caught(app, "Audio")
    promoting.promise(idea_id)
    (standing,) = app.services.commitments.of(app.services.commitments.week())
    app.services.commitments.tick(standing.commitment.id)
    promoting.answer(standing.commitment.id, done=True)
    assert app.services.history.undo() == "Undone: say that “Audio” is done."
    assert state(app, idea_id) is IdeaState.OPEN
    assert asked(app) == ["Audio"]


def test_it_is_asked_once_the_input_is_reached_and_not_for_ever(
    machine: Machine, app: App, promoting: Promoting
) -> None:
    promoting.promise(caught(app, "Audio: 1 session"))
    (standing,) = app.services.commitments.of(app.services.commitments.week())
    work(machine, app, on_promise(standing.commitment))
    assert asked(app) == ["Audio"]
    app.services.focus.start("something else")
    assert asked(app) == []  # it waits while a session runs
    app.services.focus.void()
    machine.clock.reboot(20 * DAY)
    assert asked(app) == ["Audio"]
    machine.clock.reboot(2 * DAY)
    assert asked(app) == []


@pytest.mark.parametrize("gone", ["deleted", "dropped", "taken back"])
def test_of_an_idea_that_is_gone_nothing_is_asked(
    gone: str, app: App, promoting: Promoting
) -> None:
    idea_id = caught(app, "Audio")
    promoting.promise(idea_id)
    (standing,) = app.services.commitments.of(app.services.commitments.week())
    id = standing.commitment.id
    app.services.commitments.tick(id)
    if gone == "deleted":
        app.services.backlog.delete([idea_id])
    elif gone == "dropped":
        app.services.choosing.set_state([idea_id], IdeaState.DROPPED)
    else:
        app.services.commitments.delete(id)
    assert asked(app) == []


def thoughts_asked(app: App) -> list[tuple[str, ...]]:
    """The cards of what was caught, each with the ids of the thoughts."""
    return [each.thoughts for each in app.services.desk.present().cards if each.thoughts]


def test_in_the_break_what_was_caught_before_it_waits(machine: Machine, app: App) -> None:
    caught(app, "before")
    app.services.focus.start()
    first = caught(app, "a")
    machine.run(MINUTE)
    second = caught(app, "b")
    assert thoughts_asked(app) == []
    machine.run(PLAN)
    app.services.focus.next()
    caught(app, "in the break")
    assert thoughts_asked(app) == [(first, second)]
    assert [each.asks for each in app.services.desk.present().cards] == [Asks.FOCUSED, Asks.CAUGHT]
    app.services.backlog.file_under([first], None)
    assert thoughts_asked(app) == [(second,)]
    machine.run(10 * MINUTE)  # the break is over its end
    assert thoughts_asked(app) == [(second,)]
    app.services.focus.finish()
    assert thoughts_asked(app) == []


def test_it_is_gone_once_all_is_looked_at(machine: Machine, app: App) -> None:
    app.services.focus.start()
    idea_id = caught(app, "a")
    machine.run(PLAN)
    app.services.focus.next()
    app.services.choosing.set_state([idea_id], IdeaState.DROPPED)
    assert thoughts_asked(app) == []
