"""Ideas typed in their places: the field over its words, and what happens meanwhile elsewhere."""

import signal
from pathlib import Path

import pytest

from focus_tui.domain.idea import IdeaState
from focus_tui.services.drafts import KEEP_AFTER_S
from focus_tui.ui.screens.idealines import Kind, key_of
from focus_tui.ui.widgets.field import LineField
from tests.support.broken import FAULTS, heal
from tests.ui.app import Driven, elsewhere
from tests.ui.opened import opened as in_a_terminal
from tests.ui.outlined import TREE, cursor, idea, ideas_open, screen, to, tree

LONG = "\n".join(f"- idea {number:02}" for number in range(40))
DEEP = "\n".join(f"{'  ' * depth}- level {depth:02}" for depth in range(60))


def words_at(focus: Driven) -> tuple[int, int]:
    """Where the words of the line under the cursor are drawn, when nothing lies over them."""
    title = cursor(focus)[:5]
    (y,) = [y for y, line in enumerate(focus.lines()) if line.startswith(" ▌") and title in line]
    return focus.lines()[y].index(title), y


def field_at(focus: Driven) -> tuple[int, int]:
    """Where the words in the field are drawn."""
    region = screen(focus).field.content_region
    items = screen(focus).items.content_region
    assert items.contains_region(region), (items, region)
    assert focus.app.focused is screen(focus).field
    return region.x, region.y


async def lies_over(focus: Driven) -> None:
    """Edit what the cursor is on, and back: the field is where the words were."""
    at = words_at(focus)
    await focus.press("enter")
    assert field_at(focus) == at
    await focus.press("escape")
    assert words_at(focus) == at


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        (40, 12),
        pytest.param((120, 40), marks=pytest.mark.prove),
        pytest.param((30, 8), marks=pytest.mark.prove),
    ],
)
async def test_the_field_lies_over_the_words(size: tuple[int, int], tmp_path: Path) -> None:
    async with ideas_open(tmp_path, DEEP, "caught", size=size) as focus:
        for title in ("level 00", "level 07", "level 59"):
            await to(focus, title)
            await lies_over(focus)
        screen(focus).items.go(key_of(Kind.INBOX, idea(focus, "caught").id))
        await lies_over(focus)
        focus.services.choosing.to_front(idea(focus, "level 30").id)
        await focus.look()
        screen(focus).items.go(key_of(Kind.FRONT, idea(focus, "level 30").id))
        await lies_over(focus)
        assert screen(focus).items.cursor.startswith("front:")  # it stays where it was
        for key, title in (("w", "level 30"), ("w", "level 30")):
            await focus.press(key)
            assert cursor(focus) == title
            await lies_over(focus)
        await to(focus, "level 20")
        await focus.press("greater_than_sign", "home")
        await lies_over(focus)
        await focus.press("slash")
        await focus.type("40")
        await focus.press("enter")
        assert cursor(focus) == "level 40"
        await lies_over(focus)


async def test_the_field_follows_its_line(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, LONG) as focus:
        await focus.press("end")
        x, y = words_at(focus)
        await focus.press("enter")
        await focus.type("!")
        assert field_at(focus) == (x, y)
        await focus.pilot.resize_terminal(60, 20)
        await focus.settle()
        assert field_at(focus) == (x, y - 4)
        await focus.wheel(20, 10, down=False)
        assert screen(focus).field.region.y == y - 4 + 3  # with its line, below all that is seen
        await focus.type("!")
        assert field_at(focus) == (x, y - 4)
        elsewhere(focus).backlog.add("from a shell", None, 0)
        await focus.look()
        assert field_at(focus) == (x, y - 4)
        elsewhere(focus).backlog.carry([idea(focus, "idea 39").id], -1)
        await focus.look()
        assert cursor(focus) == "idea 39"
        assert field_at(focus) == (x, y - 5)
        focus.app.say("So many words that they need more lines than one. " * 5)
        await focus.settle()
        field_at(focus)
        await focus.press("escape")
        assert "idea 39!!" in tree(focus)


async def test_letters_that_follow_fast_are_none_of_the_list_s(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a") as focus:
        await focus.hammer("n", *"xd", "enter", *"md", "enter", "enter")
        assert tree(focus) == "a\nxd\nmd"
        await focus.hammer("slash", *"xd", "enter", "enter", *"d", "escape", "escape", "d")
        assert tree(focus) == "a\nmd"


async def test_its_idea_is_gone_meanwhile(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("enter")
        await focus.type(" for text")
        elsewhere(focus).backlog.delete([idea(focus, "Audio").id])
        await focus.look()
        assert "deleted meanwhile" in focus.notice
        assert screen(focus).field.value == "Mixup for text"
        field_at(focus)
        await focus.press("enter", "escape")
        assert tree(focus) == "Writing\n Blog\nMixup for text"


async def test_what_it_was_to_stand_below_is_gone_meanwhile(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Resampling")
        await focus.press("n")
        await focus.type("Vinyl")
        elsewhere(focus).backlog.delete([idea(focus, "Resampling").id])
        await focus.look()
        field_at(focus)
        await focus.press("tab", "shift+tab", "tab")
        assert screen(focus).editor.draft is not None
        elsewhere(focus).backlog.delete([idea(focus, "Audio").id])
        await focus.look()
        await focus.press("shift+tab", "tab", "shift+tab", "enter", "escape")
        assert tree(focus) == "Writing\n Blog\nVinyl"


async def test_it_is_moved_and_filed_meanwhile(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught") as focus:
        screen(focus).items.go(key_of(Kind.INBOX, idea(focus, "caught").id))
        await focus.press("enter")
        await focus.type(" here")
        shell = elsewhere(focus)
        shell.backlog.file_under([idea(focus, "caught").id], idea(focus, "Writing").id)
        await focus.look()
        assert cursor(focus) == "caught"
        at = field_at(focus)
        await focus.press("escape")
        assert words_at(focus) == at
        assert tree(focus).endswith("Writing\n Blog\n caught here")


async def test_data_that_can_t_be_read_while_it_is_typed(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        whole, id = focus.file.read_bytes(), idea(focus, "Mixup").id
        await focus.press("enter")
        await focus.type("!")
        break_it, words = FAULTS[next(iter(FAULTS))]
        break_it(focus.file)
        await focus.look()
        for key in ("enter", "tab", "shift+tab", "down", "up", "ctrl+n", "escape", "escape"):
            await focus.press(key)
            assert focus.app.is_running, key
        assert words in focus.notice
        assert screen(focus).field.value == "Mixup!"
        assert focus.services.drafts.get(f"idea-{id}") == "Mixup!"
        heal(focus.file, whole)
        await focus.look()
        await focus.press("escape")
        assert "  Mixup!" in tree(focus)


async def test_a_new_one_is_seen_where_it_will_stand(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d", "caught") as focus:
        for title in "cd":
            focus.services.choosing.set_state([idea(focus, title).id], IdeaState.DONE)
        focus.clock.run(2 * 86_400_000)
        await focus.look()
        await focus.press("home", "n")
        y = field_at(focus)[1]
        assert focus.lines()[y - 1].endswith("b")  # not above what it comes after
        await focus.type("new")
        await focus.press("enter", "enter")
        assert tree(focus) == "a\nb\nc\nd\nnew"
        assert cursor(focus) == "new"
        await focus.press("F", "d", "n")
        await focus.type("last")
        await focus.press("escape")
        assert tree(focus).endswith("last")


async def test_a_new_one_that_stays_empty_leaves_the_cursor_where_it_was(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d") as focus:
        for key, at in (("escape", "b"), ("enter", "b")):
            await to(focus, "b")
            await focus.press("n", key)
            assert cursor(focus) == at, key
        for key, at in (("up", "b"), ("down", "c")):
            await to(focus, "b")
            await focus.press("n", key)
            assert screen(focus).field.value == at
            await focus.press("escape")
        assert tree(focus) == "a\nb\nc\nd"


async def test_new_ones_by_worth_and_among_what_is_sought(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await focus.press("w", "n")
        assert focus.lines()[field_at(focus)[1] - 1].strip().startswith("By worth")
        await focus.type("One")
        await focus.press("enter")
        await focus.type("Two")
        await focus.press("enter", "enter")
        assert cursor(focus) == "Two"
        await focus.press("escape", "slash")
        await focus.type("mixup")
        await focus.press("enter", "n")
        await focus.type("Cutout")
        await focus.press("enter")
        assert focus.notice == "Kept. It is not among what you seek."
        assert not screen(focus).typing
        await focus.press("escape")
        assert tree(focus).endswith("Blog\nOne\nTwo")
        assert "  Mixup\n  Cutout" in tree(focus)


async def test_words_are_kept_each_second_and_none_that_are_as_they_were(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        drafts = focus.services.drafts
        await to(focus, "Mixup")
        name = f"idea-{idea(focus, 'Mixup').id}"
        await focus.press("enter")
        await focus.press("f1", "3")
        assert drafts.get(name) == ""
        await focus.type("!")
        await focus.until(lambda: drafts.get(name) == "Mixup!", f"{KEEP_AFTER_S} s to pass")
        await focus.press("escape")
        assert drafts.get(name) == ""
        await focus.press("u")
        assert "  Mixup\n" in tree(focus)


def test_a_kill_takes_at_most_a_second_of_typing(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    with in_a_terminal(file) as terminal:
        terminal.send("3")
        terminal.wait_for("n writes an idea down")
        terminal.send("nhalf a wo")
        terminal.wait_for("half a wo")
        terminal.let_it_run(KEEP_AFTER_S + 0.5)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    with in_a_terminal(file) as terminal:
        terminal.send("3")
        terminal.wait_for("n writes an idea down")
        terminal.send("n")
        terminal.wait_for("half a wo")
        terminal.send("rd")
        terminal.wait_for("half a word")
        terminal.send("\x1b")
        terminal.wait_for("Front of the line")
        terminal.send("q")
        terminal.wait_exit()


EVERYWHERE = ("ctrl+n", "f1", "f2", "f3", "f8", "ctrl+p")


async def test_what_works_in_fields_leaves_what_is_typed(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        for begin, field in (("n", "#typed"), ("slash", "#find")):
            await to(focus, "Mixup")
            await focus.press(begin)
            await focus.type("mix up")
            await focus.press("left", "left")
            for key in EVERYWHERE:
                await focus.press(key)
                if focus.dialog:
                    await focus.press("escape")
                if focus.app.current_mode != "ideas":
                    await focus.press("f3")
                there = screen(focus).query_one(field, LineField)
                assert focus.app.focused is there, key
                assert (there.value, there.cursor_position) == ("mix up", 4), key
            await focus.press("end")
            await focus.hammer("ctrl+u")
            await focus.press("escape")
        assert tree(focus).count("\n") == TREE.count("\n")


async def test_the_palette_offers_no_list_s_keys_while_typing(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("enter")
        await focus.type("!")
        await focus.press("ctrl+p")
        await focus.type("delete")
        await focus.until(lambda: focus.first_found.startswith(" Trash"), "Trash to be found")
        await focus.press("escape")
        assert screen(focus).field.value == "Mixup!"
