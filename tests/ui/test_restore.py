"""Damaged data and the way back, in the open app."""

from pathlib import Path

from focus_tui.domain.interval import State
from tests.ui.app import MINUTE, Driven, opened

QUESTION = "? The data can't be read"


def words(focus: Driven) -> str:
    """What is on the screen, however it is wrapped."""
    return " ".join(focus.text().split())


def set_aside(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob("*.corrupt-*")]


async def test_opened_on_damaged_data_it_says_so_and_offers_the_backups(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        focus.services.thoughts.capture("buy tea")
        focus.services.copies.make()
    (tmp_path / "focus.json").write_bytes(b"{ broken")
    async with opened(tmp_path) as focus:
        assert "focus.json is not JSON" in focus.notice
        assert "? 1 question" in focus.top
        assert QUESTION in focus.text()
        await focus.press("enter")
        assert focus.dialog == "RestoreDialog"
        assert "asked" in focus.text()
        await focus.press("enter")
        assert focus.dialog == ""
        assert focus.notice.startswith("Restored: ")
        assert QUESTION not in focus.text()
        assert {each["title"] for each in focus.table("ideas")} == {"buy coffee", "buy tea"}
        assert set_aside(tmp_path) == [b"{ broken"]


async def test_the_clock_runs_on_over_damaged_data_and_words_wait(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS, "Mel filters")
        whole = focus.file.read_bytes()
        focus.file.write_bytes(b"")
        await focus.pass_time(1)
        assert "Mel filters" in focus.top
        assert "01:00" in focus.top
        assert QUESTION in focus.text()
        await focus.press("c")
        await focus.type("buy coffee")
        await focus.press("enter")
        assert focus.dialog == "LineDialog"
        assert "is empty" in words(focus)
        focus.file.write_bytes(whole)
        await focus.press("enter")
        assert focus.dialog == ""
        assert [each["title"] for each in focus.table("ideas")] == ["buy coffee"]
        await focus.look()
        assert QUESTION not in focus.text()
        timer = focus.timer()
        assert timer is not None
        assert timer["planned_ms"] == 2 * MINUTE


async def test_a_damaged_document_is_no_bug(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.FOCUS)
    file = tmp_path / "focus.json"
    whole = file.read_text()
    file.write_text(whole.replace('"phase":"focus"', '"phase":"dance"'))
    async with opened(tmp_path) as focus:
        assert "phase is none of focus" in focus.notice
        assert QUESTION in focus.text()
        for key in ("space", "j", "w", "escape", "i", "question_mark", "escape"):
            await focus.press(key)
        assert focus.app.is_running
        file.write_text(whole)


async def test_the_cursor_and_the_words_stay_when_it_is_found_damaged(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("one")
        whole = focus.file.read_bytes()
        await focus.press("w")
        await focus.type("read")
        focus.file.write_bytes(b"{")
        await focus.look()
        await focus.type("ing")
        assert "reading" in focus.text()
        assert focus.dialog == "LineDialog"
        focus.file.write_bytes(whole)


async def test_backups_can_be_looked_through_at_any_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.choose("Restore")
        assert "There is no backup yet." in focus.text()
        await focus.press("enter", "escape")
        focus.services.thoughts.capture("one")
        focus.services.copies.make()
        focus.services.thoughts.capture("two [/foo]")
        await focus.choose("Restore")
        assert "Against now: 1 thought fewer." in focus.text()
        await focus.press("j", "j", "k", "k", "escape")
        assert len(focus.table("ideas")) == 2
        await focus.choose("Restore")
        await focus.click("asked", times=2)
        assert [each["title"] for each in focus.table("ideas")] == ["one"]
        assert "1 thought caught" in focus.text()
        await focus.choose("Restore")
        await focus.press("enter")
        assert len(focus.table("ideas")) == 2


async def test_a_damaged_backup_is_refused_with_a_sentence(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("one")
        focus.services.copies.make()
        (backup,) = (tmp_path / "backups").iterdir()
        backup.write_bytes(b"{}")
        await focus.choose("Restore")
        await focus.press("enter")
        assert focus.dialog == "RestoreDialog"
        assert "damaged since it was made" in words(focus)
        assert len(focus.table("ideas")) == 1
