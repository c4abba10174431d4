"""At rest nothing is drawn that does not change; a running clock paints its own lines only."""

from pathlib import Path

import pytest
from textual.geometry import Region

from focus_tui.services.present import Present
from focus_tui.ui.screens.today import TodayScreen
from focus_tui.ui.widgets.bars import TopLine
from focus_tui.ui.widgets.face import Intent
from tests.ui.app import Driven, elsewhere, opened


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Present]:
    """The moments that Today was asked to draw."""
    moments: list[Present] = []
    show = TodayScreen.show

    def count(self: TodayScreen, present: Present) -> None:
        moments.append(present)
        show(self, present)

    monkeypatch.setattr(TodayScreen, "show", count)
    return moments


async def looks(focus: Driven, seconds: int) -> None:
    for _ in range(seconds):
        focus.clock.run(1000)
        await focus.look()


async def test_at_rest_one_look_a_minute_is_drawn(tmp_path: Path, drawn: list[Present]) -> None:
    async with opened(tmp_path) as focus:
        drawn.clear()
        await looks(focus, 59)
        assert drawn == []
        await looks(focus, 2)
        assert len(drawn) == 1
        elsewhere(focus).thoughts.capture("from a shell")
        await looks(focus, 1)
        assert "from a shell" in focus.text()


async def test_a_running_clock_repaints_only_what_moves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[tuple[object, tuple[Region, ...]]] = []

    async with opened(tmp_path) as focus:
        await focus.press("space")
        await looks(focus, 1)
        for widget in (TopLine, Intent):
            monkeypatch.setattr(widget, "refresh", lambda self, *rows: painted.append((self, rows)))
        await looks(focus, 1)
        ((line, rows),) = painted
        assert isinstance(line, TopLine)
        assert [row.y for row in rows] == [0]  # the rule under it stays
