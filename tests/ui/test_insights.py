"""Insights as a person looks at them: which days, which figures, and the sessions behind them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.domain.interval import State
from focus_tui.domain.logquery import parse
from focus_tui.domain.mark import MarkKind
from focus_tui.ui.screens.insightrows import Part
from focus_tui.ui.screens.insights import InsightsScreen
from focus_tui.ui.screens.log import LogScreen
from tests.support.clock import FakeClock
from tests.support.made_up_weeks import weeks
from tests.ui.app import QUIET, Driven, Heard, Still, opened
from tests.ui.reviewed import SUNDAY, flat
from tests.ui.walking import Deaf, cursor, each_key_means_one_thing, on_the_bar

WHERES = (Where.LIST, Where.INSIGHT, Where.EVERYWHERE)


@asynccontextmanager
async def insights_open(
    folder: Path,
    *,
    size: tuple[int, int] = (80, 24),
    config: str = QUIET,
    kind: type[Heard] = Still,
) -> AsyncIterator[Driven]:
    """The screen on the last evening of the made-up weeks."""
    lived, _ = weeks(folder)
    lived.keeper.leave()
    clock = FakeClock(wall_ms=SUNDAY)
    async with opened(folder, size=size, config=config, kind=kind, clock=clock) as focus:
        services = focus.services
        services.day_end.energy(4)
        services.focus.start("Mel filters")
        services.record.say_what(services.record.interrupt(MarkKind.INTERNAL), "mail")
        services.record.interrupt(MarkKind.EXTERNAL)
        await focus.pass_time(26)
        services.focus.finish()
        services.focus.finish()
        await focus.press("6")
        yield focus


def screen(focus: Driven) -> InsightsScreen:
    """The screen itself."""
    found = focus.app.screen_stack[0]
    assert isinstance(found, InsightsScreen)
    return found


def seen(focus: Driven, here: InsightsScreen) -> tuple[object, ...]:
    """All that a key could change."""
    looks = (here.part, here.over, here.page, here.first, here._choosing)
    return focus.app.screen, focus.notice, cursor(focus), looks, focus.file.read_bytes()


async def part(focus: Driven, wanted: Part) -> None:
    """Go on to a part."""
    for _ in Part:
        if screen(focus).part is wanted:
            return
        await focus.press("tab")


async def test_each_part_shows_its_figures(tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        for wanted, shown in (
            (Part.TIME, "12 h 31 30 sessions · 13 days · 58 min a day"),
            (Part.TIME, "23 to 29 Nov"),
            (Part.GOALS, "A Audio for"),
            (Part.GOALS, "AAAAAAAA"),
            (Part.WHEN, "100 % of 12"),
            (Part.PROMISES, "2 h 56 of 4 h 35 0 of 3 kept"),
            (Part.BETWEEN, "1 own mind · 1 others · 0.1 a session"),
            (Part.BETWEEN, "mail"),
            (Part.LENGTHS, "30 sessions"),
            (Part.BALANCE, "Going on like this: steady"),
            (Part.BALANCE, "Energy"),
        ):
            await part(focus, wanted)
            if shown == "Energy":
                await focus.press("G")
            assert shown in flat(focus), (wanted, focus.text())


async def test_other_days_and_more_of_them(tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        for keys, named in (
            ((), "November 2026"),
            (("left_square_bracket",), "October 2026"),
            (("0", "z", "w"), "23 to 29 Nov"),
            (("z", "q"), "Q4 2026"),
            (("z", "y"), "2026"),
            (("z", "a"), "Everything"),
            (("z", "escape"), "Everything"),
            (("z", "m"), "November 2026"),
        ):
            await focus.press(*keys)
            assert focus.lines()[3].strip().startswith(named), keys


async def test_the_sessions_behind_a_figure(tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        await part(focus, Part.GOALS)
        await focus.press("j", "enter")
        log = focus.app.screen_stack[0]
        assert isinstance(log, LogScreen)
        assert log.asked == 'goal:"Kaggle competitions"'
        assert {each.started.on[:7] for each in log.seen.sessions} == {"2026-11"}
        assert all("whale" in each.intent for each in log.seen.sessions)
        await focus.press("6")
        await part(focus, Part.WHEN)
        await focus.press("g", "enter")
        assert log.asked == "hour:8"
        assert len(log.seen.sessions) == 12


@pytest.mark.parametrize("wanted", Part)
async def test_each_figure_leads_to_sessions(wanted: Part, tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        await part(focus, wanted)
        led = 0
        for id, (over, words) in list(screen(focus).rows.behind.items()):
            screen(focus).items.go(id)
            await focus.press("enter")
            log = focus.app.screen_stack[0]
            assert isinstance(log, LogScreen), id
            assert (log.over, log.asked) == (over, words)
            assert not parse(words).words, "it is asked by a term"
            led += bool(log.seen.sessions)
            await focus.press("6")
        assert led


async def test_a_week_shows_each_day_s_account(tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        await focus.press("z", "w")
        line = next(line for line in focus.lines() if "Mon 23 Nov" in line)
        assert "▆▆" in line


async def test_where_nothing_was_done_it_says_how_to_begin(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.press("6")
        assert "space begins one." in focus.text()


async def test_each_key_means_one_thing_and_each_command_is_done_somewhere(tmp_path: Path) -> None:
    async with insights_open(tmp_path, kind=Deaf) as focus:
        assert isinstance(focus.app, Deaf)
        possible: set[str] = set()
        for wanted in Part:
            await part(focus, wanted)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
            await each_key_means_one_thing(focus, WHERES)
        for keys in (("left_square_bracket",), ("B",)):
            await focus.press(*keys)
            possible |= {each.id for each in COMMANDS if focus.app.can(each, screen(focus))}
        assert {each.id for each in COMMANDS if each.where is Where.INSIGHT} - possible == set()


async def test_each_shown_command_fires(tmp_path: Path) -> None:
    async with insights_open(tmp_path, size=(250, 30)) as focus:
        for command in on_the_bar(focus):
            if command.id in ("quit", "undo", "redo"):
                continue
            here = screen(focus)
            before = seen(focus, here)
            await focus.press(focus.app.dispatch.key(command.id))
            mode = focus.app.current_mode
            if mode == "insights" and not focus.dialog:
                assert seen(focus, here) != before, command.id
            while focus.dialog:
                await focus.press("escape")
            focus.app.perform("screen.insights")
            await focus.settle()
            await focus.press("escape", "escape")
            if focus.app.present.state is not State.IDLE:
                focus.services.focus.void()
                await focus.look()


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (60, 20), (40, 12), (30, 8)])
async def test_nothing_is_wider_than_the_window(size: tuple[int, int], tmp_path: Path) -> None:
    async with insights_open(tmp_path, size=size) as focus:
        goal = focus.services.goals.all()[0]
        focus.services.goals.change(goal.id, "title", "学习中文的想法" * 9)
        for wanted in Part:
            await part(focus, wanted)
            for reach in "wmqya":
                await focus.press("z", reach)
                wide = [line for line in focus.lines() if cell_len(line) > size[0]]
                assert wide == [], (wanted, reach)


async def test_ascii_is_ascii(tmp_path: Path) -> None:
    config = f"{QUIET}[look]\nascii = true\n"
    async with insights_open(tmp_path, config=config) as focus:
        for wanted in Part:
            await part(focus, wanted)
            for reach in "wy":
                await focus.press("z", reach)
                assert focus.text().isascii(), (wanted, reach, focus.text())


async def test_two_ranges_side_by_side_and_what_is_too_little(tmp_path: Path) -> None:
    async with insights_open(tmp_path) as focus:
        await focus.press("B")
        assert "compare November 2026 with which?" in focus.text()
        await focus.press("left_square_bracket", "B")
        for words in ("Side by side", "November 2026   October 2026", "Finished", "too little"):
            assert words in flat(focus).replace("November 2026 O", "November 2026   O"), words
        await focus.press("escape", "0", "C")
        assert "Sessions of one length alone" in focus.notice
        focus.services.focus.start("short", planned_ms=60_000)
        await focus.pass_time(1)
        focus.services.focus.finish()
        await focus.press("C")
        assert "1 or 25 minutes?" in focus.text()


async def test_a_part_as_tables_and_a_picture(tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    async with insights_open(tmp_path) as focus:
        await part(focus, Part.WHEN)
        await focus.press("E")
        await focus.type(str(folder))
        await focus.press("enter")
        assert "Wrote hours, weekdays as CSV, and a picture" in focus.notice
    names = sorted(each.name for each in folder.iterdir())
    days = "2026-11-01-to-2026-11-30"
    assert names == [f"focus-hours-{days}.{end}" for end in ("csv", "svg")] + [
        f"focus-weekdays-{days}.csv"
    ]
    picture = (folder / names[1]).read_text()
    assert picture.startswith("<svg")
    assert "@font-face" not in picture  # it loads nothing from elsewhere
