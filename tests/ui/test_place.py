"""Where to file: found by words, moved over by keys, refused with a sentence."""

from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input

from focus_tui.domain.errors import Refused
from focus_tui.ui.dialogs.place import PlaceDialog
from tests.support.controls import WORST
from tests.ui.app import Driven, opened

MARK = "▌"


def here(focus: Driven) -> str:
    """The place under the cursor."""
    (line,) = [line for line in focus.lines() if f"  {MARK} " in line]
    return line.partition(MARK)[2].strip()


async def place(focus: Driven, *ids: str) -> None:
    """Ask where to file ideas."""
    backlog = focus.services.backlog
    focus.app.push_screen(PlaceDialog("File", partial(backlog.file_under, ids), without=ids))
    await focus.settle()


async def test_several_are_filed_at_once_and_never_below_themselves(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        backlog = focus.services.backlog
        audio, writing = backlog.add("Audio"), backlog.add("Writing")
        mel = backlog.add("Mel", audio.id)
        first, second = backlog.add("a"), backlog.add("b", mel.id)
        await place(focus, first.id, mel.id)
        assert here(focus) == "at the top level"
        assert f"  {second.title}  " not in focus.text()
        await focus.type("wri")
        assert here(focus) == "Writing"
        await focus.press("enter")
        assert (focus.dialog, focus.notice) == ("", "Filed under “Writing”: 2 ideas.")
        assert backlog.outline().children(writing.id) == (mel.id, first.id)
        assert backlog.outline().path(second.id) == (writing.id, mel.id)


async def test_what_each_stands_below_is_shown_the_nearest_for_certain(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        backlog, above = focus.services.backlog, None
        for number in range(9):
            above = backlog.add(f"Level number {number}", above).id
        await place(focus, backlog.add("x").id)
        await focus.type("level number 8")
        assert here(focus).startswith("Level number 8  ")
        assert here(focus).endswith("  … / Level number 7")
        await focus.press("escape")
    async with opened(tmp_path, size=(120, 40)) as focus:
        await place(focus)
        await focus.type("level number 8")
        assert here(focus).endswith("  … / Level number 5 / Level number 6 / Level number 7")


async def test_up_and_down_move_and_letters_are_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for title in ("Job", "Jokes", "Kaggle"):
            focus.services.backlog.add(title)
        await place(focus)
        await focus.press("down", "down", "up", "j")
        assert focus.app.screen.query_one(Input).value == "j"
        assert here(focus) in ("Job", "Jokes")
        before = here(focus)
        await focus.press("down", "down")
        assert here(focus) == "at the top level"
        await focus.press("down", "down")
        assert here(focus) == "new: j"
        await focus.press("up", "up", "up")
        assert here(focus) == before


async def test_words_that_find_nothing_are_a_new_place(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        idea = focus.services.backlog.add("a")
        await place(focus, idea.id)
        await focus.type("zzz")
        assert here(focus) == "new: zzz"
        await focus.press("enter")
        tree = focus.services.backlog.outline()
        assert [tree.ideas[id].title for id in tree.path(idea.id)] == ["zzz"]
        assert focus.services.history.undo() == "Undone: file “a” under “zzz”."
        assert len(focus.services.backlog.outline().ideas) == 1


async def test_what_is_refused_is_said_and_the_words_stay(tmp_path: Path) -> None:
    def refuse(parent: str | None, new: str) -> str:
        raise Refused("Not there.")

    async with opened(tmp_path) as focus:
        focus.app.push_screen(PlaceDialog("File", refuse))
        await focus.settle()
        await focus.type("abc")
        await focus.press("enter")
        assert (focus.said, focus.app.screen.query_one(Input).value) == ("Not there.", "abc")
        await focus.type("d")
        assert focus.said == ""
        await focus.press("escape")
        assert focus.dialog == ""


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_hostile_places_are_shown_harmlessly(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size) as focus:
        parent = focus.services.backlog.add(WORST)
        focus.services.backlog.add(WORST + "2", parent.id)
        await place(focus)
        await focus.paste(WORST)
        joiner = "\u200d"  # emoji need it, and no terminal obeys it
        assert all(line.replace(joiner, "").isprintable() for line in focus.lines())
        assert "esc back" in focus.text()
