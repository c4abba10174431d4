"""Keys come in bursts over a slow line: each does what it means before the next one."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.ui.app import opened

BURSTS = {
    "backspace": (("a", "b", "backspace", "c"), "ac"),
    "left": (("a", "b", "left", "c"), "acb"),
    "home": (("a", "b", "home", "c"), "cab"),
    "delete": (("a", "b", "left", "delete", "c"), "ac"),
    "rub out": (("a", "b", "ctrl+u", "c"), "c"),
    "type over": (("a", "b", "shift+home", "c"), "c"),
    "cut": (("a", "b", "shift+home", "ctrl+x", "c"), "c"),
}


@pytest.mark.parametrize("where", ["c", "ctrl+p"])
async def test_a_burst_of_keys_edits_in_order(where: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for keys, expected in BURSTS.values():
            await focus.hammer(where, *keys)
            field = focus.app.screen.query_one(Input)
            assert field.value == expected, keys
            field.value = ""
            await focus.press("escape")
            assert focus.dialog == ""


async def test_a_key_right_behind_a_paste_is_about_what_was_pasted(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        focus.app.post_message(events.Paste("buy tea"))
        await focus.hammer("enter")
        assert focus.dialog == ""
        assert [each["title"] for each in focus.table("ideas")] == ["buy tea"]
