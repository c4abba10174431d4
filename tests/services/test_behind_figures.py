"""The log finds the sessions that each figure of insights rests on."""

import pendulum
import pytest

from focus_tui.composition import Services
from focus_tui.demo.opening import made
from focus_tui.domain.dayfacts import STEP_MIN
from focus_tui.domain.insights import Insights
from focus_tui.domain.logquery import parse, term
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.mark import INTERRUPTIONS
from focus_tui.domain.session import Outcome, Session
from focus_tui.domain.spans import What, total
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE

NOW = pendulum.datetime(2026, 11, 25, 10, 40, tz=ZONE)


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """Half a year, a limit on its days."""
    folder = tmp_path_factory.mktemp("life")
    (folder / "config.toml").write_text("[day]\nlimit_minutes = 200\n")
    return made(folder, FakeClock(wall_ms=int(NOW.timestamp() * 1000)), lambda: ZONE)


@pytest.fixture(params=[Reach.MONTH, Reach.QUARTER, Reach.ALL])
def over(request: pytest.FixtureRequest, of: Services) -> Range:
    return of.insights.range(request.param, "2026-10-15")


@pytest.fixture
def shown(of: Services, over: Range) -> Insights:
    return of.insights.of(over)


def found(of: Services, over: Range, asked: str) -> tuple[Session, ...]:
    """What counts of it: the log shows what is void too, and figures leave it out."""
    sessions = of.log.look(over, parse(asked)).sessions
    return tuple(each for each in sessions if each.outcome is not Outcome.VOID)


def focused_ms(of: Services, over: Range, asked: str) -> int:
    return sum(each.focused_ms for each in found(of, over, asked))


def test_lengths(of: Services, over: Range, shown: Insights) -> None:
    assert shown.lengths
    for minutes, count in shown.lengths:
        asked = f"outcome:done length:{minutes}-{minutes + STEP_MIN - 1}"
        assert len(found(of, over, asked)) == count, asked


def test_energies(of: Services, over: Range, shown: Insights) -> None:
    assert sum(each.days for each in shown.energies) > 10
    for each in shown.energies:
        sessions = found(of, over, f"energy:{each.energy}")
        assert sum(each.focused_ms for each in sessions) == each.focused_ms
        assert len({each.started.on for each in sessions}) <= each.days


def test_core_and_explore(of: Services, over: Range, shown: Insights) -> None:
    assert focused_ms(of, over, "area:core") == shown.core_ms > 0
    assert focused_ms(of, over, "area:explore") == shown.explore_ms > 0


def test_what_went_past_its_end(of: Services, over: Range, shown: Insights) -> None:
    overtime = [total(each.spans, What.OVERTIME) for each in found(of, over, "is:overtime")]
    assert all(overtime)
    assert sum(overtime) == shown.overtime_ms > 0
    breaks = found(of, over, "is:overrun")
    assert all(each.kind.is_break for each in breaks)
    assert len(breaks) == shown.overrun_breaks > 0


def test_what_went_past_the_day_s_limit(of: Services, over: Range, shown: Insights) -> None:
    days = {each.started.on for each in found(of, over, "is:past-limit")}
    assert len(days) == shown.over_limit_days > 0
    assert len(found(of, over, "is:beyond")) == shown.beyond
    assert shown.beyond or over.reach is not Reach.ALL


def test_words_of_interruptions(of: Services, over: Range, shown: Insights) -> None:
    assert shown.words
    for words, count in shown.words:
        sessions = found(of, over, term("interrupted", words))
        texts = [
            mark.text.casefold()
            for each in sessions
            for mark in of.log.marks(each)
            if mark.kind in INTERRUPTIONS
        ]
        assert sum(words.casefold() == text.strip() for text in texts) == count
        assert len(sessions) <= sum(words.casefold() in text for text in texts)


def test_a_term_holds_whatever_was_typed() -> None:
    assert parse(term("interrupted", 'the "new" phone ')).came == ("the ", "new", " phone ")
    assert parse(term("goal", '"')).empty
    assert parse("interrupted: length: energy: area:").empty
    assert parse("length:25-29 length:5").minutes == ((25, 29), (5, 5))
    assert parse("length:long energy:6").words == ("length:long", "energy:6")
