"""A week that is over asks on Today to be looked at: now, shortly, or not at all."""

from pathlib import Path
from typing import Any

import pytest

from focus_tui.commands.declared import Where
from focus_tui.domain.interval import State
from focus_tui.domain.reflection import Part
from focus_tui.ui.items import THOUGHT
from focus_tui.ui.screens.reflect import ReflectScreen
from focus_tui.ui.screens.todayrows import CARD
from tests.support.clock import FakeClock
from tests.support.made_up import at
from tests.ui.app import MINUTE, QUIET, Driven, elsewhere, opened
from tests.ui.walking import Deaf, cursor, meanings, onto

DAY = 24 * 60 * MINUTE
ASKS = "? Look back at the week of 16 to 22 Nov?"


def friday() -> FakeClock:
    """The 20th of November, half past eight."""
    return FakeClock(wall_ms=at(8, 30) - 3 * DAY)


async def over(focus: Driven, days: int = 2) -> None:
    """A session on that Friday; then it is so many days later, by default the Sunday after."""
    focus.services.focus.start("Mel filters", planned_ms=5 * MINUTE)
    await focus.pass_time(5)
    focus.services.focus.next()
    focus.services.focus.finish()
    focus.clock.run(days * DAY)
    await focus.look()


def reflection(focus: Driven) -> dict[str, Any]:
    """The only one on the disk."""
    (found,) = focus.table("reflections")
    return found


def screen(focus: Driven) -> ReflectScreen:
    assert isinstance(focus.app.screen, ReflectScreen)
    return focus.app.screen


async def ask(focus: Driven) -> None:
    """Open the card."""
    await onto(focus, CARD)
    await focus.press("enter")
    assert focus.dialog == "ReviewDialog"
    assert "Look back at the week of 16 to 22 Nov?" in focus.text()


async def test_before_the_day_of_the_review_nothing_is_asked(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus, days=1)
        assert "Look back" not in focus.text()


async def test_it_is_asked_and_counted_and_takes_no_key(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 40), clock=friday()) as focus:
        focus.services.thoughts.capture("buy tea")
        await over(focus, days=1)
        await onto(focus, THOUGHT)
        focus.clock.run(DAY)
        await focus.look()
        assert (ASKS in focus.text(), focus.dialog) == (True, "")
        assert "? 1 question" in focus.top
        assert cursor(focus).startswith(THOUGHT)  # where it was
        before = focus.data()
        await focus.press("r", "k")
        assert focus.app.current_mode == "today"
        await focus.press("escape")
        assert focus.data() == before


@pytest.mark.parametrize("seen", ["not yet", "another week", "all weeks", "what was found"])
async def test_review_it_now(seen: str, tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus, days=5)
        if seen != "not yet":
            await focus.press("4", "tab", focus.app.dispatch.key("review.earlier"))
            if seen != "another week":
                await focus.press(focus.app.dispatch.key("review.weeks"))
            if seen == "what was found":
                await focus.press(focus.app.dispatch.key("review.find"))
                await focus.type("mel")
                await focus.press("enter")
            await focus.press("1")
        before = focus.data()
        await ask(focus)
        await focus.press("r")
        assert (focus.dialog, focus.app.current_mode) == ("", "reflect")
        assert (screen(focus).week.first_on, screen(focus).part) == ("2026-11-16", Part.INTENDED)
        assert "16 to 22 Nov" in focus.text()
        assert (screen(focus).listing, screen(focus).asked) == (False, "")
        assert focus.data() == before
        await focus.press("1")
        assert ASKS in focus.text()  # until it is finished


async def test_what_is_typed_after_the_answer_goes_to_the_review(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        await ask(focus)
        await focus.hammer("r", "tab")
        assert screen(focus).part is Part.DID


async def test_the_part_is_where_it_was_left(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        for _ in range(2):
            await ask(focus)
            await focus.press("r")
            await focus.press("tab", "1")
        await ask(focus)
        await focus.press("r")
        assert screen(focus).part is Part.WON
    async with opened(tmp_path, clock=focus.clock) as focus:
        await ask(focus)
        await focus.press("r")
        assert screen(focus).part is Part.WON


async def test_another_week_than_the_screen_would_choose(tmp_path: Path) -> None:
    """Where the review is on a Tuesday, the week before the last waits on a Monday."""
    async with opened(tmp_path, clock=friday()) as focus:
        focus.services.weeks.change("review_weekday", "Tuesday")
        await over(focus, days=5)
        focus.services.focus.start("Mel filters", planned_ms=5 * MINUTE)
        await focus.pass_time(5)
        focus.services.focus.finish()
        focus.clock.run(5 * DAY)
        await focus.look()
        assert focus.services.reviews.first().first_on == "2026-11-23"
        await ask(focus)
        await focus.press("r")
        assert screen(focus).week.first_on == "2026-11-16"


async def test_a_short_one(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        for _ in range(2):  # the second time it is short already
            await ask(focus)
            await focus.press("s")
            assert (focus.dialog, focus.app.current_mode) == ("", "reflect")
            assert screen(focus).parts == (Part.WON, Part.NEXT)
            assert reflection(focus)["short"] is True
            await focus.press("1")


async def test_skip_it(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        await ask(focus)
        await focus.press("k")
        assert (focus.dialog, focus.app.current_mode) == ("", "today")
        assert focus.notice == "Skipped: not every week needs one."
        assert reflection(focus)["skipped_at"]
        assert "Look back" not in focus.text()
        assert "question" not in focus.top
        await focus.press("u")
        assert ASKS in focus.text()


@pytest.mark.parametrize("key", ["s", "k"])
async def test_a_week_that_another_program_skipped_meanwhile(key: str, tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        await ask(focus)
        shell = elsewhere(focus)
        shell.reflecting.skip(shell.reviews.first())
        before = focus.data()
        await focus.press(key)
        assert (focus.dialog, focus.said) == ("ReviewDialog", "That week waits no more.")
        assert focus.data() == before
        await focus.press("escape")
        await focus.look()
        assert "Look back" not in focus.text()


async def test_backed_out_it_waits(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday()) as focus:
        await over(focus)
        before = focus.data()
        await ask(focus)
        await focus.press("escape")
        assert (focus.dialog, focus.data()) == ("", before)
        assert ASKS in focus.text()


async def test_in_its_dialog_keys_mean_what_is_declared(tmp_path: Path) -> None:
    async with opened(tmp_path, clock=friday(), kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        await over(focus)
        await ask(focus)
        focus.app.deaf = True
        expected = meanings(focus, (Where.DIALOG, Where.EVERYWHERE), typing=True)
        own = ("r", "s", "k")
        assert [key for key in own if expected[key]] == []
        await focus.hammer(*(key for key in expected if key not in own))
        assert focus.app.heard == tuple(id for ids in expected.values() for id in ids)
        assert focus.dialog == "ReviewDialog"


async def test_it_is_told_of_at_the_chosen_time_and_stays_until_it_was_seen(
    tmp_path: Path,
) -> None:
    config = QUIET + '[review]\nremind_at = "08:40"\n'
    async with opened(tmp_path, clock=friday(), config=config) as focus:
        await over(focus)  # five minutes past half past eight
        await focus.press("z")
        assert focus.notice == ""
        await focus.pass_time(5)
        said = "Time to look back. The week of 16 to 22 Nov waits on Today."
        assert focus.notice == said
        await focus.until(lambda: focus.bells == 2, "the bell")  # that of the session came first
        await focus.pass_time(1)
        assert focus.notice == said
        await focus.press("z")
        assert (focus.notice, focus.dialog) == ("", "")
        await focus.pass_time(60)
        assert (focus.notice, focus.bells) == ("", 2)


async def test_in_quiet_hours_only_the_app_tells_of_it(tmp_path: Path) -> None:
    config = QUIET + 'quiet = "08:37-09:00"\n[review]\nremind_at = "08:40"\n'
    async with opened(tmp_path, clock=friday(), config=config) as focus:
        await over(focus)
        await focus.pass_time(5)
        assert focus.notice.startswith("Time to look back.")
        focus.services.focus.start("x", planned_ms=30 * MINUTE)
        await focus.pass_time(31)  # a bell that rings is heard, so all before it has been told
        await focus.until(lambda: focus.bells > 1, "the bell")
        assert focus.bells == 2


@pytest.mark.parametrize("state", State)
async def test_it_is_asked_only_where_nobody_is_disturbed(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(80, 40), clock=friday()) as focus:
        await over(focus)
        await focus.into(state)
        resting = state in {State.IDLE, State.BREAK, State.OVERRUN}
        assert (ASKS in focus.text()) == resting
        assert focus.dialog == ""


@pytest.mark.parametrize("size", [(30, 8), (40, 12), (200, 60)])
async def test_the_answers_can_be_read_in_any_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(tmp_path, size=size, clock=friday()) as focus:
        await over(focus)
        await onto(focus, CARD)
        await focus.press("enter")
        seen = focus.text()
        for _ in range(6):
            await focus.press("down")
            seen += "\n" + focus.text()
        for answer in ("r review it now", "s a short review", "k skip it"):
            assert f" {answer}" in seen, answer
