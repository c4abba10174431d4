"""Cards: made side by side, opened, changed, put away and given back, and written for Anki."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from focus_tui.formats import anki
from focus_tui.ui.dialogs.learned import new_card
from tests.support.controls import WORST
from tests.ui.aims import field, fill, here
from tests.ui.app import Driven, elsewhere, opened

EMPTY = "No card yet: n makes one, of anything that you learned."


@asynccontextmanager
async def cards_open(
    folder: Path, *fronts: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Driven]:
    """The cards, with one for each front."""
    async with opened(folder, size=size) as focus:
        for front in fronts:
            focus.services.learned.add(front, f"the answer to {front}")
        await focus.choose("Cards")
        await focus.until(lambda: focus.dialog == "LearnedDialog", "the cards")
        yield focus


def sides(focus: Driven) -> list[tuple[str, str, str]]:
    """The cards on the disk that were not deleted."""
    there = [each for each in focus.table("cards") if each["deleted_at"] is None]
    return [(each["front"], each["back"], each["source"]) for each in there]


async def write(focus: Driven, text: str) -> None:
    """Into a field of many lines, and save it."""
    for number, line in enumerate(text.split("\n")):
        await focus.press(*(["enter"] if number else []))
        await focus.type(line)
    await focus.press("ctrl+s")


# A new one.


async def test_where_there_is_none_the_key_for_the_first_is_shown(tmp_path: Path) -> None:
    async with cards_open(tmp_path) as focus:
        assert EMPTY in focus.text()
        assert "n new  esc back" in focus.text()
        await focus.press("enter", "d", "x", "u")
        assert focus.dialog == "LearnedDialog"
        assert (focus.said, focus.data().get("cards")) == ("", None)


async def test_one_is_asked_for_side_by_side(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "Older?", "Old?") as focus:
        await focus.press("j", "n")
        await fill(focus, "What is mel?")
        assert "The answer to “What is mel?”" in focus.text()
        await write(focus, "A scale of pitch:\n  m = 2595 log")
        assert "Where does it come from?" in focus.text()
        await fill(focus, "Lecture 3")
        assert focus.dialog == "LearnedDialog"
        assert sides(focus)[2] == ("What is mel?", "A scale of pitch:\n  m = 2595 log", "Lecture 3")
        assert here(focus).split("  ")[0] == "What is mel?"
        assert here(focus).endswith("Lecture 3")


async def test_it_can_do_without_a_source(tmp_path: Path) -> None:
    async with cards_open(tmp_path) as focus:
        await focus.press("n")
        await fill(focus, "a")
        await write(focus, "b")
        await focus.press("enter")
        assert sides(focus) == [("a", "b", "")]
        await focus.press("u")
        assert focus.said == "Undone: new card “a”."
        assert (sides(focus), EMPTY in focus.text()) == ([], True)


async def test_what_is_no_side_is_said_and_the_words_stay(tmp_path: Path) -> None:
    async with cards_open(tmp_path) as focus:
        await focus.press("n", "enter")
        assert focus.said == "A card needs a front: type the question."
        await fill(focus, "a")
        await write(focus, " ")
        assert focus.said == "A card needs a back: type the answer."
        assert sides(focus) == []
        await write(focus, "b")
        assert sides(focus) == [("a", " b", "")]


async def test_whoever_leaves_halfway_finds_both_sides_again(tmp_path: Path) -> None:
    async with cards_open(tmp_path) as focus:
        await focus.press("n")
        await fill(focus, "What is mel?")
        await focus.type("A scale")
        await focus.press("escape")
        assert (focus.dialog, sides(focus)) == ("LearnedDialog", [])
        await focus.press("n")
        assert field(focus).value == "What is mel?"
        await focus.press("enter")
        assert "A scale" in focus.text()
        await focus.press("ctrl+s", "escape")
        assert sides(focus) == [("What is mel?", "A scale", "")]
        await focus.press("n")
        assert field(focus).value == ""
        await focus.press("enter", "escape")


async def test_a_question_outlives_a_lost_terminal_while_its_answer_is_typed(
    tmp_path: Path,
) -> None:
    async with cards_open(tmp_path) as focus:
        await focus.press("n")
        await fill(focus, "What is mel?")
        await focus.type("A scale")
        focus.app.exit(0)
        await focus.settle()
    async with cards_open(tmp_path) as focus:
        await focus.press("n", "enter")
        assert "A scale" in focus.text()
        assert "What is mel?" in focus.text()


async def test_one_of_a_learned_line_knows_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        new_card(focus.app, "Attention is a soft lookup", "week of 23 Nov", "019a")
        await focus.settle()
        await focus.press("end")
        await focus.type("?")
        await focus.press("enter")
        await write(focus, "A weighted sum")
        assert focus.dialog == "", "its source is known"
        assert focus.notice == "New card: “Attention is a soft lookup?”."
        (card,) = focus.services.learned.of("019a")
        assert card[1:5] == (
            *("Attention is a soft lookup?", "A weighted sum", "week of 23 Nov", "019a"),
        )


# One that is there.


@pytest.mark.parametrize("key", ["enter", "e", "space"])
async def test_each_line_is_changed(key: str, tmp_path: Path) -> None:
    async with cards_open(tmp_path, "a") as focus:
        await focus.press("enter")
        assert focus.dialog == "LearnedCardDialog"
        await focus.press(key)
        await fill(focus, "What?")
        await focus.press("j", key, "end", "enter")
        await focus.type("more")
        await focus.press("ctrl+s", "j", key)
        await fill(focus, "there")
        assert here(focus).split() == ["Source", "there"]
        assert sides(focus) == [("What?", "the answer to a\nmore", "there")]
        await focus.press("escape")
        assert here(focus).split() == ["What?", "there"]
        await focus.press("u")
        assert focus.said == "Undone: change the source of the card “What?”."
        assert sides(focus) == [("What?", "the answer to a\nmore", "")]


async def test_an_answer_of_many_lines_can_be_read_on_its_page(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.learned.add("a", "one\n  two\n" + "word " * 60 + "END")
        await focus.choose("Cards")
        await focus.press("enter", "j")
        shown = [line.strip() for line in focus.lines()]
        assert shown[shown.index("one") + 1] == "two"
        assert shown[-3].endswith("END")


async def test_what_there_is_no_room_for_ends_in_a_sign(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        focus.services.learned.add("a", "\n".join(map(str, range(100, 140))))
        await focus.choose("Cards")
        await focus.press("enter", "j")
        assert "    …" in focus.lines()
        assert "enter change  esc back" in focus.text()
        await focus.press("enter")
        assert "139" in focus.text()


async def test_what_another_program_changed_is_what_is_changed(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "a") as focus:
        await focus.press("enter")
        (card,) = focus.services.learned.all()
        elsewhere(focus).learned.change(card.id, "front", "from a shell")
        await focus.look()
        await focus.press("enter")
        assert field(focus).value == "from a shell"


async def test_the_mouse_opens_and_leaves(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "What?") as focus:
        await focus.click("What?", times=2)
        assert focus.dialog == "LearnedCardDialog"
        await focus.click("esc back")
        await focus.click("d delete")
        assert focus.said == "Deleted “What?”."


@pytest.mark.parametrize("width", [40, 80, 200])
async def test_the_question_has_most_of_a_row(width: int, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(width, 24)) as focus:
        focus.services.learned.add("why " * 60, "b", "there " * 60)
        focus.app.perform("cards")
        await focus.settle()
        (row,) = [line for line in focus.lines() if "why" in line]
        assert row.count("why") * 4 > min(width, 124) // 2
        assert ("there" in row) is (width > 60)


# Away, and back.


async def test_what_is_deleted_can_be_taken_back_at_once_or_from_the_trash(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "a", "b") as focus:
        assert here(focus) == "b", "the newest is the first"
        await focus.press("d")
        assert focus.said == "Deleted “b”."
        await focus.press("u")
        assert focus.said == "Undone: delete the card “b”."
        assert [front for front, *_ in sides(focus)] == ["a", "b"]
        await focus.press("d", "d")
        assert sides(focus) == []
        await focus.press("escape")
        await focus.choose("Trash")
        assert here(focus).split() == ["a", "card"]
        await focus.press("enter")
        assert focus.said == "Restored “a”."
        assert [front for front, *_ in sides(focus)] == ["a"]


async def test_no_more_is_taken_back_than_was_done_here(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "a", "b") as focus:
        await focus.press("u")
        assert "u undo" not in focus.text()
        await focus.press("d", "u", "u")
        assert [front for front, *_ in sides(focus)] == ["a", "b"]
        assert "u undo" not in focus.text()


# For Anki.


async def test_they_are_written_for_anki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    async with cards_open(tmp_path, "a", "b") as focus:
        monkeypatch.setenv("HOME", str(home))
        await focus.press("x")
        assert field(focus).value == "~/cards-anki.txt"
        await focus.press("enter")
        file = home / "cards-anki.txt"
        assert focus.said == f"Wrote 2 cards for Anki (File > Import) to {file}."
        assert file.read_text(encoding="utf-8") == anki.write(focus.services.learned.all())


async def test_no_other_file_is_written_over_and_the_path_stays(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    async with cards_open(tmp_path, "a") as focus:
        await focus.press("x")
        await fill(focus, str(other))
        assert focus.dialog == "LineDialog"
        assert "holds no cards of ours" in focus.said
        assert field(focus).value == str(other)
        assert other.read_text(encoding="utf-8") == "mine"
        await fill(focus, str(tmp_path / "cards.txt"))
        assert focus.dialog == "LearnedDialog"
        assert (tmp_path / "cards.txt").exists()


# Whatever the words and the window are.


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60), (20, 8), (300, 6)])
async def test_any_words_in_any_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        focus.services.learned.add(f"[red]{WORST}", f"{WORST}\n[/x]", WORST * 20)
        focus.app.perform("cards")
        await focus.settle()
        if size[0] > 20:
            assert "[red]odd" in focus.text()
            assert "enter open  n new" in focus.text()
        await focus.press("enter")
        for _ in range(3):
            await focus.press("enter", "escape", "j")
        assert focus.dialog == "LearnedCardDialog"
        await focus.press("escape", "d", "u", "escape")
        assert focus.dialog == ""


async def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    async with cards_open(tmp_path, "a") as focus:
        await focus.press("escape")
        whole = focus.file.read_bytes()
        focus.file.write_text("{", encoding="utf-8")
        await focus.choose("Cards")
        await focus.press("n", "escape")
        assert "is not JSON" in focus.said
        focus.file.write_bytes(whole)
        await focus.press("n", "escape")
        assert here(focus) == "a"
