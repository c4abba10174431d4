"""What can be done with a goal on the board, by one process and by several."""

import json
from collections.abc import Callable

import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.goalfields import FIELDS
from focus_tui.services.goals import (
    KEEP_ON,
    SMALLER,
    Goals,
    ReasonNeeded,
    TooManyActive,
    answered_h,
    counted,
)
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import on_goal, one, stored, titles, work
from tests.support.controls import WORST, texts

SOMEDAY, ACTIVE, ACHIEVED, LET_GO = Column.SOMEDAY, Column.ACTIVE, Column.ACHIEVED, Column.LET_GO


@pytest.fixture
def goals(app: App) -> Goals:
    return app.services.goals


def column(goals: Goals, wanted: Column = ACTIVE) -> list[str]:
    return [each.title for each in goals.column(wanted)]


def test_a_new_goal_as_the_file_holds_it(machine: Machine, goals: Goals) -> None:
    made = goals.add("  Audio ", why="so that anyone can start")
    document = one(machine, "goals")
    place = document.pop("place")
    assert place == ["active", made.place[1]]
    assert {name: document.pop(name) for name in ("created_at", "updated_at", "device")}
    assert document == {
        "title": "Audio",
        "why": "so that anyone can start",
        "moved_at": "2026-11-23T09:00:00.000Z",
        "area": "core",
        "cadence": None,
        "target": None,
        "deadline": None,
        "shape": "",
        "checkpoint_h": 50,
        "notes": "",
        "hue": 0,
        "reason": "",
        "idea_id": None,
        "archived_at": None,
        "deleted_at": None,
    }


def test_new_goals_stand_last_and_take_the_freest_colour(machine: Machine, goals: Goals) -> None:
    machine.settings("[goals]\nmost_active = 12\n")
    free = machine.services().goals
    made = [free.add(str(number)) for number in range(8)]
    assert [each.hue for each in made] == [0, 1, 2, 3, 4, 5, 0, 1]
    assert column(free) == list("01234567")
    free.delete(made[3].id)
    assert free.add("8").hue == 3


def test_where_too_many_are_active_a_new_one_is_for_someday(goals: Goals) -> None:
    assert [goals.add(title).column for title in "abcd"] == [ACTIVE] * 3 + [SOMEDAY]
    assert (column(goals), column(goals, SOMEDAY)) == (["a", "b", "c"], ["d"])


@pytest.mark.parametrize("title", ["", "  ", "a\nb", "\0", "x" * 20_001])
def test_a_title_that_cannot_be_kept(machine: Machine, goals: Goals, title: str) -> None:
    with pytest.raises(BadInput):
        goals.add(title)
    with pytest.raises(BadInput):
        goals.add("good", why="a\nb")
    assert not machine.data.exists()


Act = Callable[[Goals, Goal, Goal], object]
ACTS: list[tuple[Act, object, str]] = [
    (lambda s, a, b: s.change(a.id, "why", "for fun"), "Why: for fun.", "change “why” of “a”"),
    (lambda s, a, b: s.change(a.id, "why", ""), "Why: none.", "change “why” of “a”"),
    (lambda s, a, b: s.change(a.id, "title", "A"), "Goal: A.", "rename “a” to “A”"),
    (lambda s, a, b: s.change(a.id, "cadence", "8 s"), "Each week: 8 sessions.", ""),
    (lambda s, a, b: s.change(a.id, "deadline", "2026-12-24 real"), "", ""),
    (lambda s, a, b: s.move(a.id, SOMEDAY), "“a” rests.", "move “a”"),
    (lambda s, a, b: s.move(a.id, ACHIEVED), "“a” is achieved.", "move “a”"),
    (lambda s, a, b: s.move(b.id, ACTIVE), "“b” is active.", "move “b”"),
    (lambda s, a, b: s.move(a.id, ACTIVE, 1), "", "move “a”"),
    (lambda s, a, b: s.carry(a.id, 1), "", "move “a”"),
    (
        lambda s, a, b: s.swap_in(b.id, a.id),
        "“b” is active; “a” rests.",
        "make “b” active, let “a” rest",
    ),
    (
        lambda s, a, b: s.let_go(a.id, "wrong tool"),
        "Let go of “a”. Its hours stay, and it is a decision of this week.",
        "let go of “a”",
    ),
    (lambda s, a, b: s.one_more(b.id), "1 of 52 posts.", "one more of “b”"),
    (
        lambda s, a, b: s.answer_checkpoint(a.id, 50, KEEP_ON),
        "Noted: keep on.",
        "look at “a” after 50 h",
    ),
    (lambda s, a, b: s.delete(a.id), "Deleted “a”.", "delete “a”"),
    (lambda s, a, b: s.archive(a.id), "Archived “a”.", "archive “a”"),
    (lambda s, a, b: s.add("new").title, "new", "new goal “new”"),
]


@pytest.mark.parametrize(("act", "says", "label"), ACTS)
def test_each_act_says_what_it_did_and_comes_back(
    machine: Machine, app: App, goals: Goals, act: Act, says: object, label: str
) -> None:
    a, other, b = goals.add("a"), goals.add("other"), goals.add("b", SOMEDAY)
    goals.change(a.id, "why", "before")
    goals.change(b.id, "target", "52 posts")
    view = app.services.desk.db.read
    before = (view().goals.all(), view().marks.all())
    said = act(goals, a, b)
    if says or not label:
        assert said == says or not says
    after = (view().goals.all(), view().marks.all())
    assert after != before
    assert other in after[0]
    undone = app.services.history.undo()
    assert undone == f"Undone: {label}." or not label
    gone = [each for each in view().goals.all() if each.deleted_at is None]
    assert gone == [each for each in before[0] if each.deleted_at is None]
    assert [each for each in view().marks.all() if each.deleted_at is None] == []
    app.services.history.redo()
    assert (view().goals.all(), view().marks.all()) == after
    assert machine.services().desk.db.read().goals.all() == after[0]


def test_an_order_made_by_hand(goals: Goals) -> None:
    a, b, c = (goals.add(title) for title in "abc")
    goals.carry(c.id, -1)
    assert column(goals) == ["a", "c", "b"]
    goals.carry(a.id, 2)
    assert column(goals) == ["c", "b", "a"]
    assert goals.carry(a.id, 1) == ""
    assert goals.carry(c.id, -1) == ""
    goals.move(a.id, ACTIVE, 0)
    assert column(goals) == ["a", "c", "b"]
    goals.move(b.id, SOMEDAY, 99)
    assert column(goals, SOMEDAY) == ["b"]


def test_carrying_at_the_end_writes_nothing(machine: Machine, app: App, goals: Goals) -> None:
    goals.carry(goals.add("a").id, 1)
    assert app.services.history.undo() == "Undone: new goal “a”."


def test_a_place_within_a_column_is_no_new_beginning(machine: Machine, goals: Goals) -> None:
    a, _ = goals.add("a"), goals.add("b")
    machine.run(HOUR)
    goals.carry(a.id, 1)
    found = goals.get(a.id)
    assert found is not None
    assert found.moved_at == a.moved_at
    goals.move(a.id, SOMEDAY)
    found = goals.get(a.id)
    assert found is not None
    assert found.moved_at == machine.clock.wall_ms


def test_more_than_wanted_are_not_active(machine: Machine, app: App, goals: Goals) -> None:
    a, *_ = (goals.add(title) for title in "abc")
    d = goals.add("d")
    before = machine.data.read_bytes()
    with pytest.raises(TooManyActive, match="3 goals at most can be active"):
        goals.move(d.id, ACTIVE)
    assert machine.data.read_bytes() == before
    assert goals.swap_in(d.id, a.id) == "“d” is active; “a” rests."
    assert (column(goals), column(goals, SOMEDAY)) == (["b", "c", "d"], ["a"])
    app.services.history.undo()
    assert (column(goals), column(goals, SOMEDAY)) == (["a", "b", "c"], ["d"])


def test_one_that_rests_meanwhile_makes_no_room(machine: Machine, goals: Goals) -> None:
    a, *_ = (goals.add(title) for title in "abc")
    d = goals.add("d")
    elsewhere = machine.command().goals
    elsewhere.move(a.id, ACHIEVED)
    elsewhere.add("e")
    with pytest.raises(TooManyActive):
        goals.swap_in(d.id, a.id)
    assert (column(goals), column(goals, ACHIEVED)) == (["b", "c", "e"], ["a"])


def test_with_fewer_wanted_than_are_active_one_may_still_be_swapped(machine: Machine) -> None:
    many = machine.command().goals
    a, *_ = (many.add(title) for title in "abc")
    d = many.add("d")
    machine.settings("[goals]\nmost_active = 2\n")
    few = machine.command().goals
    few.swap_in(d.id, a.id)
    assert column(few) == ["b", "c", "d"]


def test_equal_and_nonsense_ranks_still_move(machine: Machine, app: App, goals: Goals) -> None:
    made = [goals.add(title) for title in "abc"]
    data = json.loads(machine.data.read_text(encoding="utf-8"))
    for each, rank in zip(made, ("V", "V", "é"), strict=True):
        data["goals"][each.id]["place"] = ["active", rank]
    machine.data.write_text(json.dumps(data), encoding="utf-8")
    assert column(goals) == ["a", "b", "c"]
    goals.carry(made[2].id, -1)
    assert column(goals) == ["a", "c", "b"]
    goals.carry(made[0].id, 1)
    assert column(goals) == ["c", "a", "b"]
    app.services.history.undo()
    app.services.history.undo()
    assert column(goals) == ["a", "b", "c"]
    data["goals"][made[2].id]["place"] = ["active", ""]
    machine.data.write_text(json.dumps(data), encoding="utf-8")
    goals.move(made[1].id, ACTIVE, 0)
    assert column(goals) == ["b", "c", "a"]


def test_letting_go_needs_a_reason(goals: Goals) -> None:
    a = goals.add("a")
    for reason in ("", "  ", "a\nb"):
        with pytest.raises(BadInput):
            goals.let_go(a.id, reason)
    goals.let_go(a.id, " wrong tool ")
    (found,) = goals.column(LET_GO)
    assert found.reason == "wrong tool"


def test_what_was_archived_or_deleted_comes_back(goals: Goals) -> None:
    a = goals.add("a")
    for out in (goals.archive, goals.delete):
        out(a.id)
        assert column(goals) == []
        assert goals.restore(a.id) == "Restored “a”."
        assert column(goals) == ["a"]
    goals.archive(a.id)
    for title in "bcd":
        goals.add(title)
    assert goals.restore(a.id) == "Restored “a” to someday."
    assert column(goals, SOMEDAY) == ["a"]


def test_sessions_of_a_deleted_goal_stay_under_its_name(machine: Machine, app: App) -> None:
    goals = app.services.goals
    a = goals.add("a")
    work(machine, app, on_goal(a))
    goals.delete(a.id)
    assert titles(app.services) == []
    kept = goals.get(a.id)
    assert kept is not None
    assert kept.title == "a"
    assert app.services.desk.db.read().sessions.all()[0].goal_id == a.id


def test_counting_up_to_a_target(machine: Machine, app: App, goals: Goals) -> None:
    a = goals.add("a")
    with pytest.raises(Refused, match="“a” has no target to count"):
        goals.one_more(a.id)
    goals.change(a.id, "target", "52 posts")
    assert goals.one_more(a.id) == "1 of 52 posts."
    assert machine.command().goals.one_more(a.id, 3) == "4 of 52 posts."
    mark = list(stored(machine, "marks").values())[-1]
    assert (mark["kind"], mark["goal_id"], mark["amount"]) == ("more", a.id, 3)
    app.services.history.undo()
    assert counted(app.services.desk.db.read(), a.id) == 1
    assert app.services.standings.of(goals.all()[0]).counted == 1


def asked(services: Services) -> list[int]:
    """The hours at which goals ask whether they go on."""
    return [each.hours for each in services.desk.present().asked]


def test_a_checkpoint_is_due_once_for_each_multiple(machine: Machine, app: App) -> None:
    goals = app.services.goals
    goals.change(goals.add("a").id, "checkpoint_h", "1")
    (a,) = goals.all()
    assert asked(app.services) == []  # nobody has summed the years
    app.services.standings.sum_years()
    work(machine, app, on_goal(a), 50 * MINUTE)
    assert asked(app.services) == []
    work(machine, app, on_goal(a), 20 * MINUTE)
    assert asked(app.services) == [1]
    other = machine.command()
    other.standings.sum_years()
    assert asked(other) == [1]
    goals.answer_checkpoint(a.id, 1, SMALLER)
    assert asked(app.services) == []
    assert answered_h(app.services.desk.db.read(), a.id) == 1
    app.services.history.undo()
    assert asked(app.services) == [1]
    app.services.history.redo()
    work(machine, app, on_goal(a), 130 * MINUTE)
    assert asked(app.services) == [3]
    goals.answer_checkpoint(a.id, 3, KEEP_ON)
    assert asked(app.services) == []
    assert [each["text"] for each in stored(machine, "marks").values()] == [SMALLER, KEEP_ON]


@pytest.mark.parametrize(
    "act",
    [
        lambda s, id: s.change(id, "why", "x"),
        lambda s, id: s.move(id, ACTIVE),
        lambda s, id: s.carry(id, 1),
        lambda s, id: s.let_go(id, "x"),
        lambda s, id: s.one_more(id),
        lambda s, id: s.answer_checkpoint(id, 50, KEEP_ON),
        lambda s, id: s.delete(id),
        lambda s, id: s.archive(id),
        lambda s, id: s.restore(id),
        lambda s, id: s.swap_in(id, id),
    ],
)
def test_a_goal_that_is_not_there(
    machine: Machine, goals: Goals, act: Callable[[Goals, str], object]
) -> None:
    with pytest.raises(NotFound, match="not there any more"):
        act(goals, "0" * 32)
    assert not machine.data.exists()


def test_an_act_of_another_process_between_is_kept(machine: Machine, app: App) -> None:
    goals = app.services.goals
    a = goals.add("a")
    machine.command().goals.change(a.id, "why", "theirs")
    goals.change(a.id, "notes", "ours")
    (found,) = goals.all()
    assert (found.why, found.notes) == ("theirs", "ours")
    machine.command().goals.change(a.id, "notes", "theirs")
    goals.change(a.id, "title", "A")
    assert app.services.history.undo() == "Undone: rename “a” to “A”."
    assert app.services.history.undo() == "Undone: change “notes” of “a”."
    (found,) = goals.all()
    assert found.notes == "ours"


def test_an_act_is_not_undone_over_another_machines_change(machine: Machine, app: App) -> None:
    a = app.services.goals.add("a")
    app.services.goals.change(a.id, "why", "ours")
    text = machine.data.read_text(encoding="utf-8")
    machine.data.write_text(text.replace('"ours"', '"theirs"'), encoding="utf-8")
    with pytest.raises(Refused):
        app.services.history.undo()
    (found,) = app.services.goals.all()
    assert found.why == "theirs"


@pytest.mark.parametrize(
    "text",
    [WORST, "[/foo]", "${x} {0} %s", *(text for text in texts() if text.splitlines() == [text])],
)
def test_odd_text_is_kept_as_typed_and_named_harmlessly(
    machine: Machine, app: App, goals: Goals, text: str
) -> None:
    a = goals.add(text)
    for name in ("why", "notes"):
        goals.change(a.id, name, text)
    goals.change(a.id, "target", f"3 {text}")
    goals.let_go(a.id, text)
    document = one(machine, "goals")
    assert {document[name] for name in ("title", "why", "notes", "reason")} == {text}
    assert document["target"] == {"n": 3, "unit": text}
    said = app.services.history.undo()
    assert said.isprintable()
    assert goals.delete(a.id).isprintable()
    assert titles(machine.services()) == []


def test_every_field_has_its_act(app: App, goals: Goals) -> None:
    a = goals.add("a")
    typed = {
        "title": "A",
        "why": "w",
        "cadence": "3 days before 09:00",
        "target": "52 posts",
        "deadline": "2026-12-24 real",
        "shape": "90/20 strict",
        "checkpoint_h": "20",
        "area": "explore",
        "hue": "plum",
        "notes": "n",
    }
    assert set(typed) == {each.name for each in FIELDS}
    for name, text in typed.items():
        assert goals.change(a.id, name, text).endswith(".")
    (found,) = goals.all()
    assert [each.said(found) for each in FIELDS if each.name != "checkpoint_h"] == [
        text for name, text in typed.items() if name != "checkpoint_h"
    ]


@pytest.mark.parametrize(
    ("words", "found"), [("audio", "Audio"), (" AUD ", "Audio"), ("audio b", "Audio basics")]
)
def test_a_goal_is_named_by_its_title_or_the_beginning(
    goals: Goals, words: str, found: str
) -> None:
    for title in ("Audio", "Audio basics", "Kaggle"):
        goals.add(title)
    if words == " AUD ":
        with pytest.raises(BadInput, match="2 goals begin with “AUD”"):
            goals.named(words)
        return
    assert goals.named(words).title == found


def test_moving_is_no_way_to_let_go_without_a_reason(app: App) -> None:
    goals = app.services.goals
    made = goals.add("Octave")
    with pytest.raises(ReasonNeeded, match="takes a reason"):
        goals.move(made.id, Column.LET_GO)
    assert goals.column(Column.ACTIVE) == (made,)
    goals.let_go(made.id, "the wrong tool")
    goals.let_go(goals.add("Matlab").id, "the same")
    assert goals.move(made.id, Column.LET_GO, 0) == ""  # within the column it is only an order
    assert [each.title for each in goals.column(Column.LET_GO)] == ["Octave", "Matlab"]
