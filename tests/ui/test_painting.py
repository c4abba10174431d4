"""When the app is painted: one picture a key, and no more of it than has changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import LayoutUpdate
from textual.screen import Screen

from focus_tui.ui.screens.frame import FrameScreen
from tests.ui.app import Driven, opened
from tests.ui.outlined import ideas_open

TREE = "- Audio\n  - Mel filters\n- Writing\n"


@contextmanager
def pictures(focus: Driven) -> Iterator[list[Any]]:
    """What is painted meanwhile."""
    painted: list[Any] = []
    display = focus.app._display

    def seen(screen: Screen[Any], picture: Any) -> None:
        if picture is not None and not focus.app._batch_count:
            painted.append(picture)
        display(screen, picture)

    focus.app._display = seen  # type: ignore[assignment, method-assign]
    yield painted
    focus.app._display = display  # type: ignore[method-assign]


@pytest.mark.parametrize("key", ["j", "m", "x", "n", "slash", "w", "N", "r", "question_mark", "t"])
async def test_a_key_is_answered_with_one_picture(key: str, tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "buy milk") as focus:
        for each in (key, "escape", key, "escape"):  # what opens first, and what opened before
            with pictures(focus) as painted:
                await focus.press(each)
            assert len(painted) <= 1, each
            assert painted or each == "escape"


async def test_another_screen_is_one_picture_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        begun, set_timer = list[str](), focus.app.set_timer

        def seen(*of: Any, **more: Any) -> Any:
            begun.append(more.get("name", ""))
            return set_timer(*of, **more)

        focus.app.set_timer = seen  # type: ignore[method-assign]
        for key in "235623123":
            with pictures(focus) as painted:
                await focus.press(key)
            assert len(painted) == 1, key
        assert "delay_update" not in begun  # Textual's own wait


async def test_keys_that_come_faster_are_not_painted_one_by_one(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        with pictures(focus) as painted:
            await focus.hammer(*"jkjkjkjkjkjkjkjkjkjkj")
        assert 0 < len(painted) < 20


async def test_a_letter_in_a_dialog_paints_its_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("space", "c", "a")  # the clock behind it has been painted since
        focus.clock.run(1_000)
        focus.app.look()
        await focus.settle()
        with pictures(focus) as painted:
            await focus.press("b")
        assert len(painted) == 1
        assert not isinstance(painted[0], LayoutUpdate)


async def test_a_dialog_that_is_the_first_thing_is_styled(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("c")
        panel = focus.app.screen.query_one("#panel").region
        assert panel.bottom == 24
        assert panel.y > 0
        assert isinstance(focus.app.screen_stack[-2], FrameScreen)
        assert "focus" in focus.text().splitlines()[0]  # the screen behind is seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50), (40, 12), (30, 9)])
async def test_a_long_page_leaves_no_line_below_its_keys(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size) as focus:
        await focus.press("question_mark")
        assert focus.app.screen.query_one("#dialogkeys").region.bottom == size[1]
        assert focus.app.screen.query_one("#page").region.bottom <= size[1] - 1
