import pytest

from focus_tui.domain.errors import BadInput, NotFound, Refused
from tests.services.machine import MINUTE, App, Machine, running


def titles(app: App) -> list[str]:
    return [each.title for each in app.services.thoughts.inbox()]


def trash(app: App) -> list[tuple[str, int]]:
    """What lies in the trash, and how many below each."""
    return [(each.title, below) for each, below in app.services.thoughts.trash()]


def test_a_thought_is_caught_while_the_clock_runs(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(MINUTE)
    (caught,) = app.services.thoughts.capture("  buy [red]coffee[/]  ")
    machine.run(MINUTE)
    assert titles(app) == ["buy [red]coffee[/]"]
    assert caught.session_id == running(app.services).id
    assert caught.captured_at == machine.clock.wall_ms - MINUTE
    assert running(app.services).main_ms == 2 * MINUTE


def test_the_newest_is_first(machine: Machine, app: App) -> None:
    for title in "abc":
        app.services.thoughts.capture(title)
        machine.run(MINUTE)
    assert titles(app) == ["c", "b", "a"]


def test_many_at_once_are_one_act_in_their_order(app: App) -> None:
    app.services.thoughts.capture("a", "b", "c")
    assert titles(app) == ["c", "b", "a"]
    assert app.services.history.undo() == "Undone: capture 3 thoughts."
    assert titles(app) == []


@pytest.mark.parametrize("bad", ["", "  ", "a\nb", "\0", "x" * 20_001])
def test_one_that_cannot_be_kept_keeps_all_from_being_written(
    machine: Machine, app: App, bad: str
) -> None:
    with pytest.raises(BadInput):
        app.services.thoughts.capture("good", bad)
    assert not machine.data.exists()


def test_edit_delete_and_restore(machine: Machine, app: App) -> None:
    (idea,) = app.services.thoughts.capture("a")
    app.services.thoughts.edit(idea.id, "b")
    assert titles(app) == ["b"]
    app.services.backlog.delete([idea.id])
    assert titles(app) == []
    assert trash(app) == [("b", 0)]
    app.services.thoughts.restore(idea.id)
    assert titles(app) == ["b"]
    assert app.services.thoughts.trash() == ()


def test_the_last_deleted_is_first_in_the_trash(machine: Machine, app: App) -> None:
    first, second = app.services.thoughts.capture("a", "b")
    app.services.backlog.delete([second.id])
    machine.run(MINUTE)
    app.services.backlog.delete([first.id])
    assert trash(app) == [("a", 0), ("b", 0)]


def test_an_empty_edit_is_refused(app: App) -> None:
    (idea,) = app.services.thoughts.capture("a")
    with pytest.raises(BadInput):
        app.services.thoughts.edit(idea.id, " ")
    assert titles(app) == ["a"]


def test_a_thought_that_is_not_there(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.thoughts.restore("0" * 32)
    with pytest.raises(NotFound):
        app.services.thoughts.edit("0" * 32, "x")


def test_what_was_deleted_together_lies_in_the_trash_as_one_and_comes_back_whole(
    machine: Machine, app: App
) -> None:
    thoughts, backlog = app.services.thoughts, app.services.backlog
    audio = backlog.add("Audio")
    mel = backlog.add("Mel", audio.id)
    window = backlog.add("Window", mel.id)
    other = backlog.add("Other")
    backlog.delete([window.id])
    machine.run(MINUTE)
    backlog.delete([audio.id, other.id])
    assert sorted(trash(app)[:2]) == [("Audio", 1), ("Other", 0)]
    assert trash(app)[2] == ("Window", 0)
    assert thoughts.restore(audio.id) == "Restored, with 1 below it."
    assert [each for each, _ in backlog.outline().walk()] == [audio.id, mel.id]
    assert trash(app) == [("Other", 0), ("Window", 0)]
    assert thoughts.restore(window.id) == "Restored."
    assert backlog.outline().path(window.id) == (audio.id, mel.id)


def test_captured_below_an_idea_and_to_the_front_in_one_act(machine: Machine, app: App) -> None:
    app.services.focus.start()
    audio = app.services.backlog.add("Audio")
    first, second = app.services.thoughts.capture("a", "b", parent=audio.id, front=True)
    tree = app.services.backlog.outline()
    assert tree.children(audio.id) == (first.id, second.id)
    assert [each.title for each in app.services.choosing.front()] == ["a", "b"]
    assert tree.ideas[first.id].session_id == running(app.services).id
    assert app.services.history.undo() == "Undone: capture 2 thoughts."
    assert app.services.backlog.outline().children(audio.id) == ()
    (third,) = app.services.thoughts.capture("c", front=True)
    assert app.services.backlog.outline().children(None) == (audio.id, third.id)


def test_where_it_cannot_go_nothing_is_captured(app: App) -> None:
    audio = app.services.backlog.add("Audio")
    app.services.thoughts.capture("a", "b", front=True)
    with pytest.raises(Refused, match="3 ideas are at the front"):
        app.services.thoughts.capture("c", "d", parent=audio.id, front=True)
    with pytest.raises(NotFound):
        app.services.thoughts.capture("c", parent="0" * 32)
    assert len(app.services.thoughts.inbox()) == 0
    assert app.services.backlog.outline().children(audio.id) == ()
