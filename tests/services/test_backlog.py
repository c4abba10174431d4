"""The outline in the file: whatever is done and undone, one tree, and the same after a restart."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput, FocusError, NotFound, Refused
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.subject import Subject
from focus_tui.formats import outline
from tests.services.machine import App, Machine

TREE = "- a\n  - b\n    - c\n  - d\n- e"


def planted(machine: Machine) -> Services:
    services = machine.app().services
    services.backlog.sow(outline.read(TREE), None)
    return services


def drawn(services: Services) -> str:
    made = services.backlog.outline()
    return "\n".join(" " * depth + made.ideas[id].title for id, depth in made.walk())


def id_of(services: Services, title: str) -> str:
    ideas = services.backlog.outline().ideas
    return next(id for id, idea in ideas.items() if idea.title == title)


ACTS = ["add", "indent", "outdent", "up", "down", "file", "delete", "twice", "state", "front"]
STEPS = st.lists(st.tuples(st.sampled_from([*ACTS, "undo", "undo", "redo"]), st.integers(0, 30)))


def step(services: Services, act: str, number: int) -> None:
    """One act on an idea that the number picks; what is refused changes nothing."""
    backlog, tree = services.backlog, services.backlog.outline()
    ids = [id for id, _ in tree.walk()]
    at = ids[number % len(ids)] if ids else ""
    other = ids[number * 7 % len(ids)] if ids and number % 4 else None
    acts: dict[str, Callable[[], object]] = {
        "add": lambda: backlog.add(f"new {number}", at or None, number % 3),
        "indent": lambda: backlog.indent([at]),
        "outdent": lambda: backlog.outdent([at]),
        "up": lambda: backlog.carry([at], -1),
        "down": lambda: backlog.carry([at], 1),
        "file": lambda: backlog.file_under([at], other),
        "delete": lambda: backlog.delete([at]),
        "twice": lambda: backlog.duplicate([at]),
        "state": lambda: services.choosing.set_state([at], [*IdeaState][number % 5]),
        "front": lambda: services.choosing.to_front(at),
        "undo": lambda: services.history.undo(""),
        "redo": lambda: services.history.redo(""),
    }
    try:
        acts[act]()
    except (BadInput, NotFound, Refused):
        return


def holds(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(Path(folder, "focus.json"))
        services = planted(machine)
        for act, number in steps:
            step(services, act, number)
            tree = services.backlog.outline()
            read = [id for id, _ in tree.walk()]
            ideas = services.desk.db.read().ideas.all()
            assert sorted(read) == sorted(each.id for each in ideas if each.deleted_at is None)
        again = machine.services()
        assert drawn(again) == drawn(services)
        assert again.backlog.outline() == services.backlog.outline()
        while True:
            try:
                services.history.undo("")
            except FocusError:
                break
        assert drawn(services) == ""


@settings(max_examples=12, deadline=None)
@given(STEPS)
def test_any_acts_and_undoings_leave_one_tree_and_all_can_be_undone(
    steps: list[tuple[str, int]],
) -> None:
    holds(steps)


@pytest.mark.prove
@settings(max_examples=600, deadline=None)
@given(STEPS)
def test_many_more_acts_and_undoings(steps: list[tuple[str, int]]) -> None:
    holds(steps)


def test_one_process_sees_what_another_one_did(machine: Machine) -> None:
    one = planted(machine)
    other = machine.command()
    other.backlog.carry([id_of(other, "e")], -1)
    other.backlog.add("f", id_of(other, "d"))
    one.backlog.indent([id_of(one, "d")])
    assert drawn(one) == "e\na\n b\n  c\n  d\n   f"
    assert drawn(machine.services()) == drawn(one)


def test_the_tree_is_the_same_object_until_an_idea_is_another(machine: Machine) -> None:
    services = planted(machine)
    before = services.backlog.outline()
    services.focus.start("something else")
    assert services.backlog.outline() is before
    services.backlog.edit(id_of(services, "a"), "A")
    assert services.backlog.outline() is not before


def test_an_idea_never_stands_below_itself(machine: Machine) -> None:
    services = planted(machine)
    for id, parent in (("a", "c"), ("a", "a")):
        with pytest.raises(BadInput, match="can't stand below itself"):
            services.backlog.file_under([id_of(services, id)], id_of(services, parent))
    assert drawn(services) == "a\n b\n  c\n d\ne"


def test_filed_out_of_the_inbox(machine: Machine) -> None:
    services = planted(machine)
    (thought,) = services.thoughts.capture("caught")
    assert services.backlog.file_under([thought.id], id_of(services, "d")) == (
        "Filed under “d”: “caught”."
    )
    assert services.thoughts.inbox() == ()
    assert drawn(services) == "a\n b\n  c\n d\n  caught\ne"


@pytest.mark.parametrize("leaves", ["done", "begun", "front"])
def test_what_leaves_the_inbox_stands_at_the_end(leaves: str, machine: Machine) -> None:
    services = planted(machine)
    (thought,) = services.thoughts.capture("caught")
    {
        "done": lambda: services.choosing.set_state([thought.id], IdeaState.DONE),
        "begun": lambda: services.focus.start(subject=Subject("caught", idea_id=thought.id)),
        "front": lambda: services.choosing.to_front(thought.id),
    }[leaves]()
    assert drawn(services) == "a\n b\n  c\n d\ne\ncaught"
    services.history.undo("")
    assert drawn(services) == "a\n b\n  c\n d\ne"
    assert [each.title for each in services.thoughts.inbox()] == ["caught"]


def test_a_copy_is_new_and_open_with_all_below(machine: Machine) -> None:
    services = planted(machine)
    services.choosing.set_state([id_of(services, "c")], IdeaState.DONE)
    services.choosing.to_front(id_of(services, "b"))
    services.backlog.duplicate([id_of(services, "b")])
    assert drawn(services) == "a\n b\n  c\n b\n  c\n d\ne"
    ideas = services.backlog.outline().ideas.values()
    assert sorted(each.state for each in ideas if each.title == "c") == ["done", "open"]
    assert [each.title for each in services.choosing.front()] == ["b"]


def test_moving_one_writes_one(machine: Machine) -> None:
    services = planted(machine)
    before = {each.id: each.touched_at for each in services.desk.db.read().ideas.all()}
    machine.clock.run(1_000)
    services.backlog.carry([id_of(services, "e")], -1)
    after = {each.id: each.touched_at for each in services.desk.db.read().ideas.all()}
    assert [id for id in after if after[id] != before[id]] == [id_of(services, "e")]


def test_a_deleted_tree_has_one_instant(machine: Machine) -> None:
    services = planted(machine)
    assert services.backlog.delete([id_of(services, "a")]) == "Deleted “a”, 4 ideas in all."
    gone = [each for each in services.desk.db.read().ideas.all() if each.deleted_at is not None]
    assert len({each.deleted_at for each in gone}) == 1
    assert drawn(services) == "e"


def test_the_first_session_starts_an_idea(app: App) -> None:
    (thought,) = app.services.thoughts.capture("Mixup")
    app.services.focus.start(subject=app.services.upcoming.of_idea(thought.id))
    idea = app.services.backlog.get(thought.id)
    assert idea is not None
    assert (idea.state, idea.state_at) == (IdeaState.STARTED, idea.captured_at)


@pytest.mark.parametrize("words", ["", "  ", "two\nlines", "\0"])
def test_words_that_can_t_be_kept(words: str, machine: Machine) -> None:
    services = planted(machine)
    with pytest.raises(BadInput):
        services.backlog.add(words)
    with pytest.raises(BadInput):
        services.backlog.edit(id_of(services, "a"), words)
    assert drawn(services) == "a\n b\n  c\n d\ne"


def test_a_note_has_any_number_of_lines_and_a_limit(machine: Machine) -> None:
    services = planted(machine)
    id = id_of(services, "a")
    services.backlog.set_note(id, "one\n\ntwo\n\n")
    with pytest.raises(BadInput, match="characters"):
        services.backlog.set_note(id, "x" * 20_001)
    idea = services.backlog.get(id)
    assert idea is not None
    assert idea.note == "one\n\ntwo"
