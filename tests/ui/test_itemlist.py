"""Lists tell that they have moved, and are drawn once for each key."""

from pathlib import Path

import pytest
from textual.content import Content

from focus_tui.ui.glyphs import UNICODE
from focus_tui.ui.widgets.itemlist import ItemList
from tests.ui.outlined import ideas_open, screen


def test_of_two_moves_in_a_row_the_later_stands_for_its_own_list_only() -> None:
    one, other = ItemList(UNICODE, id="one"), ItemList(UNICODE, id="other")
    assert ItemList.Moved(one).can_replace(ItemList.Moved(one))
    assert not ItemList.Moved(one).can_replace(ItemList.Moved(other))
    assert not ItemList.Moved(one).can_replace(ItemList.Scrolled())


async def test_a_letter_of_what_is_sought_draws_the_list_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ideas_open(tmp_path, "- Audio\n  - Mel\n- Blog") as focus:
        await focus.press("slash")
        here, drawn = screen(focus), 0
        draw = here.items.draw

        def counted() -> Content:
            nonlocal drawn
            drawn += 1
            return draw()

        monkeypatch.setattr(here.items, "draw", counted)
        await focus.press("a")
        assert drawn == 1
