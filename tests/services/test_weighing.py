"""What an idea is worth, for which goal it is, and the backlog in the order of it."""

import pytest

from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.goal import Column
from focus_tui.domain.idea import IdeaState
from focus_tui.services.weighing import Weighing
from tests.services.machine import HOUR, App, Machine
from tests.services.plans import one, stored


@pytest.fixture
def weighing(app: App) -> Weighing:
    return app.services.weighing


def order(weighing: Weighing) -> list[tuple[str, str]]:
    return [(each.idea.title, each.reason) for each in weighing.by_worth()]


def test_a_weight_as_the_file_holds_it(machine: Machine, app: App, weighing: Weighing) -> None:
    idea = app.services.backlog.add("Mel filters")
    assert weighing.weigh(idea.id, "4 2h win") == "“Mel filters”: gain 4, 2 h, win."
    document = one(machine, "ideas")
    assert (document["gain"], document["effort_ms"], document["wins"]) == (4, 2 * HOUR, True)
    assert weighing.weigh(idea.id, "90 min") == "“Mel filters”: 1 h 30."
    document = one(machine, "ideas")
    assert (document["gain"], document["effort_ms"], document["wins"]) == (None, 90 * 60_000, False)
    assert app.services.history.undo() == "Undone: weigh “Mel filters”."
    assert one(machine, "ideas")["gain"] == 4
    assert weighing.weigh(idea.id, " ") == "“Mel filters”: not weighed."
    assert one(machine, "ideas")["gain"] is None


def test_a_caught_thought_is_weighed_where_it_lies(machine: Machine, app: App) -> None:
    (idea,) = app.services.thoughts.capture("Mel filters")
    app.services.weighing.weigh(idea.id, "4 2h")
    assert one(machine, "ideas")["place"] is None
    assert [each.idea.id for each in app.services.weighing.by_worth()] == [idea.id]


def test_what_can_not_be_weighed(machine: Machine, app: App, weighing: Weighing) -> None:
    idea = app.services.backlog.add("Mel filters")
    before = machine.data.read_bytes()
    with pytest.raises(BadInput):
        weighing.weigh(idea.id, "a lot")
    with pytest.raises(NotFound):
        weighing.weigh("0" * 32, "4 2h")
    assert machine.data.read_bytes() == before


def test_the_order_follows_every_change(app: App, weighing: Weighing) -> None:
    add, choosing = app.services.backlog.add, app.services.choosing
    a, b = add("a"), add("b")
    weighing.weigh(a.id, "5 1h")
    weighing.weigh(b.id, "5 2h")
    assert order(weighing) == [("a", "gain 5 in 1 h"), ("b", "gain 5 in 2 h")]
    assert weighing.by_worth() is weighing.by_worth()
    choosing.to_front(b.id)
    assert [title for title, _ in order(weighing)] == ["b", "a"]
    choosing.set_state([b.id], IdeaState.DONE)
    assert [title for title, _ in order(weighing)] == ["a"]
    under = add("below a", a.id)
    add("folder")
    add("leaf", app.services.backlog.outline().children(None)[-1])
    assert [title for title, _ in order(weighing)] == ["a", "below a", "leaf"]
    app.services.backlog.delete([under.id])
    assert [title for title, _ in order(weighing)] == ["a", "leaf"]


@pytest.mark.parametrize("away", [Column.SOMEDAY, Column.ACHIEVED, "archived", "deleted"])
def test_a_goal_counts_while_it_is_of_now(app: App, weighing: Weighing, away: str) -> None:
    goals = app.services.goals
    goal = goals.add("Audio")
    a, b = (app.services.backlog.add(title) for title in "ab")
    weighing.weigh(a.id, "4 1h")
    weighing.weigh(b.id, "4 1h")
    assert weighing.for_goal([b.id], goal.id) == "“b” helps “Audio”."
    assert order(weighing) == [("b", "gain 4 in 1 h, for Audio"), ("a", "gain 4 in 1 h")]
    if away == "archived":
        goals.archive(goal.id)
    elif away == "deleted":
        goals.delete(goal.id)
    else:
        goals.move(goal.id, Column(away))
    assert order(weighing) == [("a", "gain 4 in 1 h"), ("b", "gain 4 in 1 h")]


def test_several_are_for_a_goal_in_one_act(machine: Machine, app: App, weighing: Weighing) -> None:
    goal = app.services.goals.add("Audio")
    ids = [app.services.backlog.add(title).id for title in "ab"]
    assert weighing.for_goal(ids, goal.id) == "2 ideas help “Audio”."
    assert [each["goal_id"] for each in stored(machine, "ideas").values()] == [goal.id] * 2
    assert weighing.for_goal(ids[:1], None) == "“a” helps no goal."
    assert [stored(machine, "ideas")[id]["goal_id"] for id in ids] == [None, goal.id]
    app.services.history.undo()
    assert app.services.history.undo() == "Undone: say what 2 ideas are for."
    assert [each["goal_id"] for each in stored(machine, "ideas").values()] == [None] * 2


def test_a_goal_that_is_gone_is_none_to_be_for(app: App, weighing: Weighing) -> None:
    goal, idea = app.services.goals.add("Audio"), app.services.backlog.add("a")
    app.services.goals.delete(goal.id)
    for gone in (goal.id, "0" * 32):
        with pytest.raises(NotFound):
            weighing.for_goal([idea.id], gone)
