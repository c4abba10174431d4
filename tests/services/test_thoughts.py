import pytest

from focus_tui.domain.errors import BadInput, NotFound
from tests.services.machine import MINUTE, App, Machine, running


def titles(app: App) -> list[str]:
    return [each.title for each in app.services.thoughts.inbox()]


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
    app.services.thoughts.delete(idea.id)
    assert titles(app) == []
    assert [each.title for each in app.services.thoughts.trash()] == ["b"]
    app.services.thoughts.restore(idea.id)
    assert titles(app) == ["b"]
    assert app.services.thoughts.trash() == ()


def test_the_last_deleted_is_first_in_the_trash(machine: Machine, app: App) -> None:
    first, second = app.services.thoughts.capture("a", "b")
    app.services.thoughts.delete(second.id)
    machine.run(MINUTE)
    app.services.thoughts.delete(first.id)
    assert [each.title for each in app.services.thoughts.trash()] == ["a", "b"]


def test_an_empty_edit_is_refused(app: App) -> None:
    (idea,) = app.services.thoughts.capture("a")
    with pytest.raises(BadInput):
        app.services.thoughts.edit(idea.id, " ")
    assert titles(app) == ["a"]


def test_a_thought_that_is_not_there(app: App) -> None:
    for act in (app.services.thoughts.delete, app.services.thoughts.restore):
        with pytest.raises(NotFound):
            act("0" * 32)
    with pytest.raises(NotFound):
        app.services.thoughts.edit("0" * 32, "x")
