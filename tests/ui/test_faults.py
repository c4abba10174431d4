"""The data file breaks under the open app: it stays, words wait, and it goes on by itself."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from tests.support.broken import FAULTS, heal
from tests.support.circumstances import CIRCUMSTANCES, open_home, unprivileged
from tests.ui.app import Driven, opened

__all__ = ["open_home"]


async def broken_under(focus: Driven, words: str) -> None:
    """Try to do things while the file is broken."""
    await focus.look()
    assert words in focus.notice
    assert focus.app.present.state is State.FOCUS
    await focus.press("c")
    await focus.type("buy tea")
    await focus.press("enter")
    assert focus.dialog == "LineDialog"
    assert "buy tea" in focus.text()
    for key in ("escape", "space", "f", "j", "enter", "escape", "u"):
        await focus.press(key)
        await focus.look()
    assert focus.app.is_running
    await focus.press("c")
    assert "buy tea" in focus.text()


@pytest.mark.promise
@pytest.mark.parametrize("fault", FAULTS)
async def test_it_stays_open_keeps_the_words_and_saves_them_later(
    fault: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        break_it, words = FAULTS[fault]
        break_it(focus.file)
        await broken_under(focus, words)
        heal(focus.file, whole)
        await focus.press("enter")
        assert focus.dialog == ""
        assert {each["title"] for each in focus.table("ideas")} == {"buy coffee", "buy tea"}
        timer = focus.timer()
        assert timer is not None
        assert timer["phase"] == "focus"


@pytest.mark.promise("a link that leads nowhere")
async def test_a_link_that_leads_nowhere_is_a_file_that_is_gone(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        focus.file.unlink()
        focus.file.symlink_to(tmp_path / "nowhere" / "focus.json")
        await broken_under(focus, "is gone since it was last read")
        assert not (tmp_path / "nowhere").exists()
        heal(focus.file, whole)
        await focus.press("enter")
        assert {each["title"] for each in focus.table("ideas")} == {"buy coffee", "buy tea"}


@pytest.mark.promise("a file that is gone")
async def test_a_file_that_is_gone_is_not_begun_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        focus.file.unlink()
        await broken_under(focus, "is gone since it was last read")
        assert not focus.file.exists()
        focus.file.write_bytes(whole)
        await focus.press("enter")
        assert {each["title"] for each in focus.table("ideas")} == {"buy coffee", "buy tea"}


@pytest.mark.promise("another good file in its place, older or newer", times=4)
async def test_a_synchronised_file_is_taken_as_it_comes(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        older = focus.file.read_bytes()
        focus.services.thoughts.capture("buy tea")
        newer = focus.file.read_bytes()
        for content, caught in ((older, 1), (newer, 2), (older, 1), (newer, 2)):
            beside = focus.file.with_name("beside")
            beside.write_bytes(content)
            beside.replace(focus.file)
            await focus.look()
            assert f"{caught} thought" in focus.text()
            assert focus.notice == ""
        await focus.press("c")
        await focus.type("and on")
        await focus.press("enter")
        assert len(focus.table("ideas")) == 3


@pytest.mark.promise
@pytest.mark.parametrize("fault", CIRCUMSTANCES)
async def test_words_wait_until_they_can_be_saved(fault: str, open_home: Path) -> None:
    circumstance, words = CIRCUMSTANCES[fault]
    async with opened(open_home / "data") as focus:
        await focus.press("c")
        await focus.type("buy coffee")
        await focus.press("enter")
        await focus.into(State.FOCUS)
        whole = focus.file.read_bytes()
        with unprivileged(open_home):
            with circumstance(focus.file):
                await focus.look()
                await focus.press("c")
                await focus.type("buy tea")
                await focus.press("enter")
                assert focus.dialog == "LineDialog"
                assert "buy tea" in focus.text()
                assert words in focus.said
            assert focus.file.read_bytes() == whole
            await focus.press("enter")
            assert focus.dialog == ""
            assert {each["title"] for each in focus.table("ideas")} == {"buy coffee", "buy tea"}
            await focus.press("space")
            assert focus.notice.startswith("Paused")
