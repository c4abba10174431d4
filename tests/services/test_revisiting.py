"""Ideas that come back: by chance, or because they have waited long."""

from random import Random

import pytest

from focus_tui.domain.errors import NotFound
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.subject import Subject
from focus_tui.services.revisiting import Revisiting
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import one, work

DAY = 24 * HOUR


@pytest.fixture
def revisiting(app: App) -> Revisiting:
    return app.services.revisiting


def aged(of: Revisiting, n: int = 5) -> list[str]:
    return [each.title for each in of.aged(n)]


def drawn(of: Revisiting) -> set[str]:
    return {each.title for each in of.surprise(Random(1), 20)}


def pass_days(machine: Machine, app: App, days: int) -> None:
    machine.clock.sleep(days * DAY)
    app.look()


def on(idea: Idea) -> Subject:
    return Subject(idea.title, idea_id=idea.id)


def test_what_surprises_is_open_or_rests_and_has_nothing_below(
    app: App, revisiting: Revisiting
) -> None:
    add, choosing = app.services.backlog.add, app.services.choosing
    app.services.thoughts.capture("caught")
    add("leaf", add("folder").id)
    for state in IdeaState:
        if state is not IdeaState.OPEN:
            choosing.set_state([add(state.value).id], state)
    choosing.to_front(add("front").id)
    app.services.backlog.delete([add("deleted").id])
    assert drawn(revisiting) == {"caught", "leaf", "resting"}


def test_three_are_drawn_the_same_by_the_same_chance(app: App, revisiting: Revisiting) -> None:
    for number in range(20):
        app.services.backlog.add(str(number))
    found = revisiting.surprise(Random(3))
    assert len({each.id for each in found}) == 3
    assert revisiting.surprise(Random(3)) == found


def test_what_waited_long_is_old_the_oldest_first(
    machine: Machine, app: App, revisiting: Revisiting
) -> None:
    for title in "ab":
        app.services.backlog.add(title)
    app.services.thoughts.capture("c")
    pass_days(machine, app, 1)
    for title in "defg":
        app.services.backlog.add(title)
    pass_days(machine, app, 88)
    assert aged(revisiting) == []
    pass_days(machine, app, 1)
    assert aged(revisiting) == ["a", "b", "c"]
    pass_days(machine, app, 1)
    assert aged(revisiting) == ["a", "b", "c", "d", "e"]
    assert aged(revisiting, 1) == ["a"]
    assert revisiting.alone(revisiting.aged()[0]) == "91 days alone"


def test_what_is_asked_of_is_open_or_begun_and_not_at_the_front(
    machine: Machine, app: App, revisiting: Revisiting
) -> None:
    add, choosing = app.services.backlog.add, app.services.choosing
    for state in IdeaState:
        if state is not IdeaState.OPEN:
            choosing.set_state([add(state.value).id], state)
    choosing.to_front(add("front").id)
    add("leaf", add("folder").id)
    pass_days(machine, app, 91)
    assert aged(revisiting) == ["leaf", "started"]


def test_a_touch_a_session_or_a_word_that_it_is_wanted_makes_it_young(
    machine: Machine, app: App, revisiting: Revisiting
) -> None:
    edited, kept, begun, _ = (app.services.backlog.add(title) for title in "ekbl")
    app.services.focus.start(subject=on(begun))
    app.services.focus.finish()
    pass_days(machine, app, 80)
    work(machine, app, on(begun), MINUTE)  # which touches it no more
    pass_days(machine, app, 10)
    assert aged(revisiting) == ["e", "k", "l"]
    app.services.backlog.edit(edited.id, "e2")
    assert revisiting.keep(kept.id) == "Kept: “k”."
    assert aged(revisiting) == ["l"]
    days = {
        each.title: revisiting.alone(each) for each in app.services.backlog.outline().ideas.values()
    }
    assert days == {"e2": "today", "k": "today", "b": "10 days alone", "l": "90 days alone"}
    pass_days(machine, app, 80)
    assert aged(revisiting) == ["l", "b"]


def test_what_is_worked_on_now_is_not_old(
    machine: Machine, app: App, revisiting: Revisiting
) -> None:
    idea = app.services.backlog.add("a")
    work(machine, app, on(idea), MINUTE)
    pass_days(machine, app, 91)
    assert aged(revisiting) == ["a"]
    app.services.focus.start(subject=on(idea))
    assert aged(revisiting) == []


def test_a_session_that_lies_in_an_archive_counts(machine: Machine) -> None:
    machine.settings("[ideas]\nageing_days = 365\n")
    app = machine.app()
    idea = app.services.backlog.add("a")
    work(machine, app, on(idea), MINUTE)
    pass_days(machine, app, 20)
    work(machine, app, on(idea), MINUTE)  # on 13 December 2026
    pass_days(machine, app, 350)
    app.services.backlog.add("the act that moves the year")
    assert (machine.data.parent / "sessions-2026.json").exists()
    assert aged(app.services.revisiting) == []
    pass_days(machine, app, 15)
    assert aged(app.services.revisiting) == ["a"]
    (old,) = app.services.revisiting.aged()
    assert app.services.revisiting.alone(old) == "365 days alone"


def test_that_it_is_kept_is_in_the_file_and_can_be_undone(machine: Machine, app: App) -> None:
    idea = app.services.backlog.add("a")
    app.services.revisiting.keep(idea.id)
    assert one(machine, "ideas")["kept_at"] == "2026-11-23T09:00:00.000Z"
    assert app.services.history.undo() == "Undone: keep “a”."
    assert one(machine, "ideas")["kept_at"] is None
    with pytest.raises(NotFound):
        app.services.revisiting.keep("0" * 32)


@pytest.mark.parametrize(("days", "old"), [(0, []), (1, ["a"]), (3, [])])
def test_after_how_long_is_a_setting(machine: Machine, days: int, old: list[str]) -> None:
    machine.settings(f"[ideas]\nageing_days = {days}\n")
    app = machine.app()
    app.services.backlog.add("a")
    pass_days(machine, app, 2)
    assert aged(app.services.revisiting) == old


def test_nothing_goes_by_itself(machine: Machine, app: App) -> None:
    app.services.backlog.add("a")
    before = machine.data.read_bytes()
    pass_days(machine, app, 900)
    assert aged(app.services.revisiting) == ["a"]
    assert machine.data.read_bytes() == before
