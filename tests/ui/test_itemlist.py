"""Lists tell that they have moved."""

from focus_tui.ui.glyphs import UNICODE
from focus_tui.ui.widgets.itemlist import ItemList


def test_of_two_moves_in_a_row_the_later_stands_for_its_own_list_only() -> None:
    one, other = ItemList(UNICODE, id="one"), ItemList(UNICODE, id="other")
    assert ItemList.Moved(one).can_replace(ItemList.Moved(one))
    assert not ItemList.Moved(one).can_replace(ItemList.Moved(other))
    assert not ItemList.Moved(one).can_replace(ItemList.Scrolled())
