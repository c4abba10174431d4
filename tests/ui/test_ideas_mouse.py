"""The ideas by mouse: a click goes there, two edit, and no click takes a word."""

from pathlib import Path

from tests.ui.outlined import TREE, cursor, idea, ideas_open, screen, tree

LONG = "\n".join(f"- idea {number:02}" for number in range(40))


async def test_one_click_goes_there_and_two_edit(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught") as focus:
        await focus.click("Resampling")
        assert (cursor(focus), screen(focus).typing) == ("Resampling", False)
        await focus.click("Blog", times=2)
        assert screen(focus).field.value == "Blog"
        await focus.press("escape")
        await focus.click("caught", times=2)
        assert screen(focus).field.value == "caught"
        await focus.press("escape")
        for words in ("Inbox", "Front of the line", "puts one here", "Everything"):
            await focus.click(words, times=2)
            assert not screen(focus).typing, words
            assert cursor(focus) == "caught", words


async def test_a_click_while_typing_keeps_what_was_typed_and_goes_there(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught") as focus:
        await focus.click("Mixup", times=2)
        await focus.type(" kept")
        await focus.click("Writing")
        assert (cursor(focus), screen(focus).typing) == ("Writing", False)
        assert "  Mixup kept" in tree(focus)
        await focus.press("n")
        await focus.type("new")
        await focus.click("Blog", times=2)
        assert screen(focus).field.value == "Blog"
        await focus.type("!")
        await focus.press("escape", "j")  # the list has the keys again
        assert tree(focus).endswith("Writing\n new\n Blog!")


async def test_a_click_beside_all_lines_leaves_the_field_alone(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await focus.click("Mixup", times=2)
        for words in ("Everything", "Front of the line", "focus  "):
            await focus.click(words)
            assert focus.app.focused is screen(focus).field, words
        await focus.pilot.click(offset=(40, 20))
        await focus.type("!")
        assert screen(focus).field.value == "Mixup!"
        await focus.click("Mixup")  # into the field: the cursor goes there
        await focus.type("?")
        assert screen(focus).field.value == "?Mixup!"


async def test_what_is_refused_stays_under_the_cursor(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await focus.click("Mixup", times=2)
        await focus.paste("\0")
        await focus.click("Blog", times=2)
        assert "can't be kept" in focus.notice
        assert focus.app.focused is screen(focus).field
        assert cursor(focus) == "Mixup"
        assert screen(focus).field.value == "Mixup\0"
        await focus.press("backspace", "escape")
        assert tree(focus).count("Mixup") == 1


async def test_clicks_while_what_is_sought_is_typed(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await focus.press("slash")
        await focus.type("i")
        await focus.click("Writing")
        assert (cursor(focus), screen(focus).typing) == ("Writing", False)
        await focus.click("/ i")
        await focus.pilot.click("#find")
        await focus.settle()
        assert screen(focus).typing
        await focus.press("end")
        await focus.type("x")
        assert "1 idea" in focus.text()
        await focus.click("Mixup", times=2)
        assert screen(focus).field.value == "Mixup"
        await focus.type("!")
        await focus.pilot.click("#find")
        await focus.settle()
        assert "  Mixup!" in tree(focus)
        await focus.press("escape")
        assert "Blog" in focus.text()
        await focus.press("n")
        assert screen(focus).field.value == ""


async def test_the_wheel_looks_further_and_the_cursor_stays(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, LONG) as focus:
        for _ in range(20):
            await focus.wheel(20, 10)
        assert "idea 39" in focus.text()
        assert cursor(focus) == "idea 00"
        await focus.press("j")
        assert cursor(focus) == "idea 01"
        assert "idea 01" in focus.text()
        await focus.press("enter")
        for _ in range(20):
            await focus.wheel(20, 10)
        await focus.click("idea 39")
        assert cursor(focus) == "idea 39"
        assert not screen(focus).typing


async def test_the_key_bar_is_a_row_of_buttons(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught", size=(120, 40)) as focus:
        await focus.click("t triage")
        assert focus.dialog == "TriageDialog"
        await focus.press("escape")
        await focus.click("n new")
        await focus.type("by mouse")
        await focus.click("esc done")
        assert idea(focus, "by mouse").place is not None
        await focus.click("/ find")
        assert screen(focus).typing
