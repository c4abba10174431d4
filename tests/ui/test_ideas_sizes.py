"""The ideas in windows of every size, in every look, many and deep, with hostile words."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from focus_tui.domain.text import LINE_LIMIT
from tests.bench.outline import ten_thousand
from tests.support.controls import BEGINNING, WORST, obeyed
from tests.ui.app import QUIET, Driven, opened
from tests.ui.opened import opened as in_a_terminal
from tests.ui.outlined import TREE, cursor, idea, ideas_open, screen, seen, to

SIZES = [
    *((80, 24), (40, 12)),
    *(
        pytest.param(each, marks=pytest.mark.prove)
        for each in ((200, 50), (120, 40), (60, 20), (30, 8))
    ),
]
DEEP = "\n".join(f"{'  ' * depth}- level {depth:02}" for depth in range(60))
ODD = (
    "学习中文的想法" * 9,
    "👩‍👩‍👧‍👦👍🏽" * 20,
    "e\u0301\u0301\u0301" * 99,
    "שלום עולם " * 20,
    "#tool #learn",
    "x" * LINE_LIMIT,
    "word #course " + " ".join(f"#tag{number}" for number in range(50)),
    "a\u202eb\x1b[2Jc",
)
LOOKS = {
    "light": '[look]\ntheme = "focus-light"\n',
    "ascii": "[look]\nascii = true\n",
}


def wide(focus: Driven) -> list[str]:
    """Lines that are wider than the window; where one is, others are pushed out of it."""
    return [line for line in focus.lines() if cell_len(line) > focus.app.size.width]


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_wider_than_the_window(size: tuple[int, int], tmp_path: Path) -> None:
    text = f"{DEEP}\n" + "\n".join(f"- {title}" for title in ODD[:-1])
    async with ideas_open(tmp_path, text, ODD[-1], ODD[0], size=size) as focus:
        services = focus.services
        services.weighing.weigh(idea(focus, ODD[0]).id, "4 2h win")
        services.choosing.to_front(idea(focus, ODD[0]).id)
        services.backlog.set_note(idea(focus, "level 58").id, f"{'note ' * 99}\nmore")
        await focus.look()
        height = screen(focus).items.size.height
        for keys in (("g",), ("G",), ("w",), ("G",), ("w", "g"), ("slash", "o", "enter"), ("G",)):
            await focus.press(*keys)
            assert wide(focus) == [], keys
            assert sum(line.startswith(" ▌") for line in focus.lines()) == 1, keys
        await focus.press("escape")
        await to(focus, "level 58")
        await focus.press("greater_than_sign")
        assert "level 58" in focus.lines()[3 if size[1] > 18 else 2]  # the nearest for certain
        assert screen(focus).items.size.height == height


@pytest.mark.parametrize(("size", "least"), [((80, 24), 30), ((40, 12), 15)])
async def test_a_title_keeps_half_of_its_line(
    size: tuple[int, int], least: int, tmp_path: Path
) -> None:
    title = "Long words of a title that go on and on and on and on and on and on"
    async with ideas_open(tmp_path, f"- {title} {ODD[6]}\n- short {ODD[6]}", size=size) as focus:
        await focus.press("G")
        (line,) = [line for line in seen(focus) if "Long" in line]
        words, _, tags = line.partition("…")
        assert title.startswith(words.strip("• "))
        assert len(words) >= least
        assert "#course #tag0" in tags
        (line,) = [line for line in seen(focus) if "short" in line]
        assert line.endswith("…")
        assert len(line) > size[0] - 6  # what a short one leaves is theirs


@pytest.mark.parametrize("look", LOOKS)
async def test_in_every_look(look: str, tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "caught", config=QUIET + LOOKS[look]) as focus:
        await focus.press("v", "G", "n")
        assert "Augmentations" in focus.text()
        if look == "ascii":
            await focus.press("escape", "w", "escape", "escape", "minus", "slash")
            assert focus.text().isascii()
            await focus.press("escape", "greater_than_sign")
            assert "Everything > Writing" in focus.text()


async def test_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("v")
        assert any("◆" in line and "Mixup" in line for line in focus.lines())
        assert cursor(focus) == "Resampling"


async def test_ten_thousand(tmp_path: Path) -> None:
    ten_thousand(tmp_path / "focus.json")
    async with opened(tmp_path) as focus:
        await focus.press("3", "G")
        last, before = cursor(focus), len(focus.services.backlog.outline().ideas)
        await focus.press("n")
        await focus.type("the very last")
        await focus.press("escape")
        assert cursor(focus) == "the very last"
        await focus.press("k")
        assert cursor(focus) == last
        await focus.press("v", "g", "z", "1", "slash")
        await focus.type("the very last")
        assert "1 idea" in focus.text()
        await focus.press("escape", "w", "w", "escape", "u")
        assert cursor(focus) != "the very last"
        assert len(focus.services.backlog.outline().ideas) == before


DIALOG = "esc back"
"""Stands at the bottom of each dialog."""


def test_hostile_words_reach_no_terminal(tmp_path: Path) -> None:
    file, paste = tmp_path / "focus.json", f"\x1b[200~{WORST}\x1b[201~"
    with in_a_terminal(file, size=(120, 40)) as terminal:
        for keys, shown in (
            ("3", "n writes an idea down"),
            (f"n{paste}", BEGINNING),
            ("\r\r", "n new"),
            (f"\x1b[200~- {WORST}\n  - {WORST} #{WORST}\n    {WORST}\x1b[201~", "Taken in: 2"),
            (f"c{paste}\r", "Inbox · 1"),
            ("t", "What was caught"),
            (f"l{BEGINNING}", "new: "),
            ("\x1b", "s skip"),
            ("\x1b", ""),
            ("Gf", "At the front"),
            ("W", "and take?"),
            ("4 2h win\r", "gain 4"),
            ("r", "under"),
            (BEGINNING, "new: "),
            ("\x1b", ""),
            (f"N{paste}\r{paste}", "^s save"),
            ("\x13", "Noted on"),
            ("a", "matter to you?"),
            ("\x1b", ""),
            ("A", "help?"),
            ("\x1b", ""),
            ("S", "Surprise me"),
            ("\x1b", ""),
            ("w", "By worth"),
            ("wG", "Everything"),
            ("k>", "Everything ›"),
            (f"/{paste}", "in “odd"),
            ("\r", "esc back"),
            ("\x1b", "Everything ›"),
            ("d", "Deleted"),
            ("u", "Undone"),
        ):
            if not shown:
                terminal.wait_for(DIALOG)
            terminal.send(keys)
            if shown:
                terminal.wait_for(shown)
            else:
                terminal.wait_gone(DIALOG)
        terminal.send("q")
        terminal.wait_exit()
        assert obeyed(terminal.raw) == []
