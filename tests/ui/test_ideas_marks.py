"""Several ideas marked, in each view; and what is sought, with all that surrounds it."""

from pathlib import Path

from focus_tui.domain.idea import IdeaState
from focus_tui.ui.screens.idealines import Kind, key_of
from tests.support.broken import FAULTS, heal
from tests.ui.app import Driven, elsewhere
from tests.ui.outlined import TREE, cursor, idea, ideas_open, screen, seen, to, tree
from tests.ui.walking import on_the_bar

KEYS = (
    *("n", "enter", "e", "d", "m", "x", "R", "D", "N", "f", "r", "W", "a", "A", "y", "p", "P"),
    *("H", "J", "K", "L", "minus", "equals_sign", "greater_than_sign", "less_than_sign", "v", "o"),
    *("z", "0", "w", "F", "S", "t", "u", "ctrl+r", "tab", "g", "G", "j", "k", "slash", "escape"),
)


def marked(focus: Driven) -> set[str]:
    """The titles of what is marked."""
    return {focus.services.backlog.outline().ideas[id].title for id in screen(focus).marked}


def unmarks(focus: Driven) -> str:
    """What the footer says of what is marked."""
    (label,) = (
        screen(focus).on_the_bar(each)[0] for each in on_the_bar(focus) if each.id == "outline.back"
    )
    return label


async def mark(focus: Driven, *titles: str) -> None:
    for title in titles:
        await to(focus, title)
        await focus.press("v")


async def test_marks_go_with_what_is_moved_and_end_with_what_is_gone(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d\n- e") as focus:
        await mark(focus, "b", "d")
        assert unmarks(focus) == "unmark 2"
        await focus.press("J")
        assert (tree(focus), marked(focus)) == ("a\nc\nb\ne\nd", {"b", "d"})
        await focus.press("L")
        assert (tree(focus), marked(focus)) == ("a\nc\n b\ne\n d", {"b", "d"})
        elsewhere(focus).backlog.delete([idea(focus, "d").id])
        await focus.look()
        assert marked(focus) == {"b"}
        await focus.press("d")
        assert (tree(focus), marked(focus)) == ("a\nc\ne", set())


async def test_what_is_asked_names_the_marked_one_wherever_the_cursor_is(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n  - d") as focus:
        await mark(focus, "b")
        assert cursor(focus) == "c"
        await focus.press("r")
        assert "File “b” under" in focus.text()
        await focus.press("escape", "D")
        assert focus.notice == "Duplicated: “b”."
        await mark(focus, "c")
        await focus.press("D")
        assert focus.notice == "Duplicated: 2 ideas."


async def test_marks_out_of_sight_are_counted(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, size=(120, 40)) as focus:
        await mark(focus, "Mixup", "Blog")
        await to(focus, "Audio")
        await focus.press("minus")
        assert unmarks(focus) == "unmark 2 (1 out of sight)"
        await focus.press("slash")
        await focus.type("resampling")
        await focus.press("enter")
        assert unmarks(focus) == "unmark 2 (2 out of sight)"
        await focus.press("escape")
        assert not marked(focus)
        assert "1 idea" in focus.text()  # a step each
        await focus.pilot.resize_terminal(40, 12)
        await focus.press("v")
        assert unmarks(focus) == "unmark 1"


async def test_several_come_to_the_front_together_in_their_order(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d") as focus:
        await mark(focus, "c", "a", "b")
        await focus.press("f")
        assert focus.notice == "At the front: 3 ideas."
        assert [each.title for each in focus.services.choosing.front()] == ["a", "b", "c"]
        await focus.press("u")
        assert focus.services.choosing.front() == ()
        await mark(focus, "d")
        before = focus.data()
        await focus.press("f")
        assert "take one out before" in focus.notice
        assert focus.data() == before  # all of them or none
        await mark(focus, "d")
        await focus.press("f", "f")
        assert focus.notice == "Not at the front any more: 3 ideas."


async def test_several_by_worth_and_among_what_was_found(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c", "caught") as focus:
        await focus.press("w")
        for title in ("a", "caught"):
            screen(focus).items.go(key_of(Kind.WORTH, idea(focus, title).id))
            await focus.press("v")
        before = tree(focus)
        await focus.press("L", "H", "J", "K")
        assert tree(focus) == before  # nobody would see it
        await focus.press("x")
        assert {idea(focus, title).state for title in ("a", "caught")} == {IdeaState.DROPPED}
        await focus.press("u", "escape", "escape", "slash")
        await focus.type("a")
        await focus.press("enter", "end", "v", "home", "v", "d")
        assert focus.notice == "Deleted 2 ideas."


async def test_what_is_caught_meanwhile_is_seen(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Blog")
        await focus.press("c")
        await focus.type("buy tea")
        await focus.press("enter")
        assert "Inbox · 1" in focus.text()
        elsewhere(focus).thoughts.capture("from a shell")
        await focus.look()
        assert "Inbox · 2" in focus.text()
        assert cursor(focus) == "Blog"


async def test_finding_nothing_leaves_the_cursor_where_it_was(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        focus.services.choosing.to_front(idea(focus, "Blog").id)
        await focus.look()
        for title in ("Mixup", "Writing"):
            await to(focus, title)
            await focus.press("slash")
            await focus.type("qqq")
            assert "Nothing found" in focus.text()
            assert cursor(focus) == ""
            await focus.press("enter")
            shown = {each.id for each in on_the_bar(focus)}
            assert not shown & {"list.open", "list.done", "outline.front", "outline.mark"}
            await focus.press("escape")
            assert cursor(focus) == title
        front = key_of(Kind.FRONT, idea(focus, "Blog").id)
        screen(focus).items.go(front)
        for words in ("", "qqq"):
            await focus.press("slash")
            await focus.type(words)
            await focus.press("escape")
            assert screen(focus).items.cursor == front


async def test_what_moves_in_what_was_found_is_seen(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- x one\n- x two\n- y") as focus:
        await focus.press("slash")
        await focus.type("x")
        for key, title in (("down", "x two"), ("up", "x one")):
            await focus.press(key)
            assert f" ▌ • {title}" in focus.lines(), key


async def test_folds_are_as_before_but_for_what_was_found(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        folds = focus.services.folds
        folds.keep({idea(focus, "Audio").id, idea(focus, "Writing").id})
        await focus.look()
        await focus.press("slash")
        await focus.type("mixup")
        await focus.press("enter", "minus", "minus", "minus", "right", "right", "escape")
        assert cursor(focus) == "Mixup"
        assert folds.ids() == {idea(focus, "Writing").id}


async def test_finding_within_what_alone_is_seen(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "mixup for text") as focus:
        await to(focus, "Audio")
        await focus.press("greater_than_sign", "slash")
        await focus.type("mixup")
        assert "1 idea" in focus.text()
        assert "in “Audio”" in focus.text()
        assert "for text" not in focus.text()
        await focus.press("ctrl+u")
        await focus.type("blog")
        assert "Nothing found" in focus.text()
        assert seen(focus)[-1].strip().startswith("Nothing")
        await focus.press("escape", "escape")
        assert "Writing" in focus.text()


async def test_finding_what_has_ended_and_by_worth(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        focus.services.choosing.set_state([idea(focus, "Mixup").id], IdeaState.DONE)
        focus.clock.run(2 * 86_400_000)
        await focus.look()
        assert "Mixup" not in focus.text()
        await focus.press("slash")
        await focus.type("mixup")
        assert "✓ Mixup" in focus.text()
        await focus.press("enter", "w")
        assert "Mixup" not in focus.text()  # it can't be next
        await focus.press("w", "escape")
        assert focus.app.is_running


async def test_out_of_what_alone_is_seen_nothing_slips(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Audio")
        await focus.press("greater_than_sign")
        await to(focus, "Resampling")
        before = tree(focus)
        await focus.press("H")
        assert tree(focus) == before
        assert "outline.outdent" not in {each.id for each in on_the_bar(focus)}


async def test_a_digit_of_another_script_breaks_nothing(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        for digit in ("²", "٣", "①"):
            await focus.press("z", digit)
            assert focus.app.is_running
        assert "Mixup" in focus.text()


async def test_data_that_can_t_be_read_stop_no_key(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught") as focus:
        await mark(focus, "Blog")
        await focus.press("escape")
        whole = focus.file.read_bytes()
        break_it, words = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        for key in KEYS:
            await focus.press(key)
            await focus.look()
            assert focus.app.is_running, key
            while focus.dialog or screen(focus).typing:
                await focus.press("escape")
        assert words in focus.notice
        await focus.press("escape")
        await focus.paste("- one\n- two")
        assert words in focus.notice
        heal(focus.file, whole)
        await focus.look()
        assert focus.file.read_bytes() == whole
        screen(focus).look.root = None  # it was looked at alone meanwhile
        screen(focus).show_again()
        await focus.settle()
        assert "Mixup" in focus.text()
