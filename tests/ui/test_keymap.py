"""Keys of a person's own: they work, and every place that names a key names theirs."""

import re
from pathlib import Path

from focus_tui.commands.declared import COMMANDS
from focus_tui.commands.keynames import shown
from focus_tui.domain.interval import State
from focus_tui.ui.palette import CommandProvider
from tests.ui.app import QUIET, opened
from tests.ui.walking import REMAPPED


async def test_they_work_and_the_declared_ones_don_t(tmp_path: Path) -> None:
    async with opened(tmp_path, config=QUIET + REMAPPED) as focus:
        for key in ("space", "f8", "c", "w", "f", "u", "question_mark"):
            await focus.press(key)
            assert (focus.timer(), focus.dialog) == (None, ""), key
        await focus.press("Z")
        assert focus.timer() is not None
        await focus.press("W")
        await focus.type("ZX F")
        await focus.press("alt+a")  # works in fields; the letter X does not
        await focus.type("X")
        await focus.press("enter", "enter", "f9")
        assert focus.table("ideas")[0]["title"] == "X"
        assert focus.table("sessions")[0]["intent"] == "ZX F"


async def test_footer_help_and_palette_name_them(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(190, 60), config=QUIET + REMAPPED) as focus:
        for token in ("Z start", "W what", "X capture", "f12 help"):
            assert token in re.split(r"\s{2,}", focus.footer.strip())
        assert "undo" not in focus.footer
        await focus.press("f12")
        assert re.search(r"^\W*Z +Start a session", focus.text(), re.MULTILINE)
        assert re.search(r"^\W*X alt\+a +Write a thought", focus.text(), re.MULTILINE)
        assert "Take the last act back" not in focus.text()  # it has no key
        await focus.press("escape", "ctrl+p")
        await focus.type("undo")
        await focus.until(lambda: "Take the last act back" in focus.text(), "the palette")


async def test_no_sentence_names_a_key_that_does_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40), config=QUIET + REMAPPED) as focus:
        assert not re.search(r"\bspace\b|\bw says\b|\bc catches\b|\?  w$", focus.text())
        for state in State:
            await focus.into(state)
            face = "\n".join(focus.lines()[2:-2])
            assert not re.search(r"\bspace\b|  w$|\+ plans", face, re.MULTILINE), state


async def test_signs_of_markup_can_be_keys(tmp_path: Path) -> None:
    config = QUIET + '[keys]\n"clock.toggle" = "["\n"capture" = "]"\n"today.intent" = "\\\\"\n'
    config += '"log.earlier" = "f9"\n"log.later" = "f10"\n'
    config += '"review.earlier" = "f9"\n"review.later" = "f10"\n'
    config += '"insight.earlier" = "f9"\n"insight.later" = "f10"\n'
    async with opened(tmp_path, config=config) as focus:
        assert "[ start" in focus.footer
        await focus.press("question_mark")
        assert "] " in focus.text()
        await focus.press("escape", "ctrl+p")
        await focus.until(lambda: re.search(r"Start +\[ ", focus.text()) is not None, "a start")
        await focus.type("capture")
        await focus.until(lambda: re.match(r" Capture +] ", focus.first_found) is not None, "it")
        await focus.press("enter")
        await focus.until(lambda: focus.dialog == "LineDialog", "the dialog")
        await focus.press("escape", "left_square_bracket")
        assert focus.timer() is not None


async def test_the_help_tells_every_key_and_what_it_does(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 300)) as focus:
        await focus.press("question_mark")
        page = " ".join(focus.text().split())
        for command in COMMANDS:
            if command.keys:
                keys = " ".join(shown(key) for key in command.keys)
                assert f"{keys} {command.help}" in page, command.id


async def test_the_palette_finds_each_command_by_its_name_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        for state in (State.IDLE, State.FOCUS):
            await focus.into(state)
            provider = CommandProvider(focus.app.screen)
            offered = [each async for each in provider.discover()]
            assert len(offered) > 8
            for one in offered:
                name = re.split(r"  ", str(one.prompt))[0]
                hits = sorted([hit async for hit in provider.search(name)], reverse=True)
                assert str(hits[0].prompt).startswith(str(one.prompt)), name
