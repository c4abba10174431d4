"""Damaged data and the way back, in the open app."""

from pathlib import Path

import pytest

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


async def test_the_card_says_which_backup_it_offers(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for title in ("buy coffee", "buy tea"):
            focus.services.thoughts.capture(title)
            focus.services.copies.make()
    newest, *_ = sorted((tmp_path / "backups").iterdir(), reverse=True)
    newest.write_bytes(b"spoilt")
    (tmp_path / "focus.json").write_bytes(b"")
    async with opened(tmp_path) as focus:
        before = focus.app.focused
        assert "Put the newest good backup in their place?" in focus.text()
        assert "Mon 23 Nov 08:30: 0 sessions and breaks, 1 thought" in focus.text()
        assert focus.app.focused is before
        await focus.press("enter")
        assert "is empty. It was left as it is" in words(focus)
        assert "Mon 23 Nov 08:30  asked      can't be put back" in focus.text()
        (chosen,) = [line for line in focus.lines() if "▌" in line]
        assert "0 sessions and breaks, 1 thought" in chosen
        await focus.press("enter")
        assert [each["title"] for each in focus.table("ideas")] == ["buy coffee"]
        assert set_aside(tmp_path) == [b""]


async def test_without_a_backup_the_card_offers_none(tmp_path: Path) -> None:
    (tmp_path / "focus.json").write_bytes(b"{ broken")
    async with opened(tmp_path) as focus:
        assert "there is no good backup of them" in focus.text()
        await focus.press("enter")
        assert "There is no backup yet." in focus.text()
        assert "It was left as it is" in words(focus)
        await focus.press("enter", "escape")
        assert focus.app.is_running
        assert focus.file.read_bytes() == b"{ broken"
        focus.file.unlink()


@pytest.mark.parametrize("when", ["before", "while open"])
async def test_a_file_that_is_gone_is_offered_a_backup(when: str, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        focus.services.copies.make()
        if when == "while open":
            await gone(focus)
    if when == "before":
        async with opened(tmp_path) as focus:
            await gone(focus)


async def gone(focus: Driven) -> None:
    """It vanishes, nothing can begin it anew, and a backup takes its place."""
    focus.file.unlink()
    await focus.look()
    assert QUESTION in focus.text()
    await focus.press("c")
    await focus.type("buy tea")
    await focus.press("enter", "escape")
    assert not focus.file.exists()
    await focus.press("g", "enter", "enter")
    assert focus.dialog == ""
    assert [each["title"] for each in focus.table("ideas")] == ["buy coffee"]


async def test_a_backup_that_is_newer_or_gone_is_no_bug(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("one")
        whole = focus.file.read_bytes()
        focus.services.copies.make()
        newer = whole.replace(b'"version":1', b'"version":9')
        focus.file.write_bytes(newer)
        focus.services.copies.make()
        focus.file.write_bytes(whole)
        await focus.look()
        await focus.choose("Restore")
        await focus.press("up")
        assert "written by a newer focus" in words(focus)
        for backup in (tmp_path / "backups").iterdir():
            backup.unlink()
        await focus.press("down")
        assert "is not there any more" in words(focus)
        await focus.press("enter")
        assert focus.dialog == "RestoreDialog"
        assert focus.file.read_bytes() == whole


async def test_what_runs_goes_on_when_a_backup_is_put_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        focus.services.copies.make()
        await focus.into(State.FOCUS, "Mel filters")
        focus.file.write_bytes(b"")
        await focus.pass_time(1)
        await focus.press("enter")
        assert "What runs now goes on: Mel filters." in words(focus)
        await focus.press("enter")
        assert "What runs now goes on: Mel filters." in focus.notice
        assert "● 01:00 Mel filters" in focus.top
        timer = focus.timer()
        assert timer is not None
        assert (timer["intent"], timer["paused"]) == ("Mel filters", None)


@pytest.mark.parametrize("size", [(40, 12), (200, 50)])
async def test_nothing_is_cut_off_in_small_and_large_windows(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(tmp_path, size=size) as focus:
        for number in range(12):
            focus.services.thoughts.capture(f"{number}")
            focus.services.copies.make()
        whole = focus.file.read_bytes()
        focus.file.write_bytes(b"{")
        await focus.look()
        await focus.press("enter")
        assert "Backups: enter puts one in place" in focus.text()
        assert "esc back" in focus.footer
        assert "all that is in it comes back" in words(focus)
        focus.file.write_bytes(whole)


async def test_the_cursor_reaches_every_backup(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        for number in range(12):
            focus.services.thoughts.capture(f"{number}")
            focus.services.copies.make()
            focus.clock.run(MINUTE)
        await focus.choose("Restore")
        count = len(focus.services.copies.all())
        assert count > 8
        await focus.press(*["down"] * (count - 1))
        oldest = focus.services.copies.all()[-1]
        (chosen,) = [line for line in focus.lines() if "▌" in line]
        assert oldest.when in chosen
        assert oldest.holds in chosen


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


async def test_a_damaged_goal_or_thought_leads_to_the_backups_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        focus.services.thoughts.capture("buy coffee")
        focus.services.goals.add("Audio")
    file = tmp_path / "focus.json"
    whole = file.read_text()
    for found, spoilt in (('"state":"open"', '"state":"ajar"'), ('["active"', '["idle"')):
        assert found in whole
        file.write_text(whole.replace(found, spoilt))
        async with opened(tmp_path) as focus:
            assert QUESTION in focus.text()
            await focus.press("2")
            assert focus.app.is_running
            await focus.press("1", "space")
            assert focus.timer() is not None  # what can be read goes on
            file.write_text(whole)
            await focus.look()
            assert QUESTION not in focus.text()


async def test_a_document_that_a_hand_spoilt_is_not_offered_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(State.BREAK, "Mel filters")
        await focus.press("f")
        focus.services.copies.make()
        whole = focus.file.read_text()
        focus.file.write_text(whole.replace('"outcome":"done"', '"outcome":"won"'))
        focus.services.copies.make()  # as the next day would
        focus.file.write_text(whole)
    focus.file.write_text(whole.replace('"outcome":"done"', '"outcome":"won"'))
    async with opened(tmp_path) as focus:
        assert "outcome is none of" in words(focus)
        assert QUESTION in focus.text()
        await focus.press("enter", "enter")
        assert "Restored" in focus.notice
        assert {each["outcome"] for each in focus.table("sessions")} <= {"done", "early"}
        await focus.look()
        assert QUESTION not in focus.text()


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
