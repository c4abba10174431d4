"""The data of pictures as tables."""

import csv
import io

import pytest
from hypothesis import given, settings

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.dayfacts import DayFacts, WorkedOn
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.insights import Insights
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.formats.csvfile import Chart, write
from tests.domain.looks import Look, looks

MONDAY = "2026-11-23"


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def told(*rows: tuple[object, ...]) -> list[list[str]]:
    return [["" if each is None else str(each) for each in row] for row in rows]


@settings(max_examples=30)
@given(looks())
def test_a_table_has_what_is_shown(look: Look) -> None:
    shown = look.shown()
    tables = {chart: read(write(shown, chart))[1:] for chart in Chart}
    assert tables[Chart.DAYS] == told(*shown.days)
    assert tables[Chart.GOALS] == told(
        *(
            (goal.id, goal.title, shown.buckets[number], ms, goal.consistency)
            for goal in shown.goals
            for number, ms in enumerate(goal.buckets_ms)
        )
    )
    assert tables[Chart.HOURS] == told(*((n, *shown.hours[n]) for n in range(24)))
    assert tables[Chart.WEEKDAYS] == told(*((n + 1, *shown.weekdays[n]) for n in range(7)))
    assert tables[Chart.LENGTHS] == told(*shown.lengths)
    assert tables[Chart.PROMISING] == told(*shown.promising)
    assert tables[Chart.ENERGIES] == told(*shown.energies)
    assert tables[Chart.INTERRUPTIONS] == told(
        *((n, shown.hours[n].internal, shown.hours[n].external) for n in range(24))
    )
    assert tables[Chart.WORDS] == told(*shown.words)


def with_title(title: str) -> Insights:
    goal = Goal(id="g", title=title, place=(Column.ACTIVE, "a"), moved_at=0)
    facts = {MONDAY: DayFacts(worked=(WorkedOn("g", None, 60_000),), words=((title, 2),))}
    plans = Plans(Calendar(), goals={"g": goal})
    return insights_of(facts, plans, Range.of(Reach.DAY, MONDAY), MONDAY)


@pytest.mark.parametrize("chart", Chart)
def test_columns_have_names(chart: Chart) -> None:
    head, *rows = read(write(with_title("Audio"), chart))
    assert all(head)
    assert len(set(head)) == len(head)
    assert {len(row) for row in rows} <= {len(head)}


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ('a, "b"; c', 'a, "b"; c'),
        ("a\x1b[31mb\tc", "a␛[31mb␉c"),
        ("\u202eevil", "⟨U+202E⟩evil"),
        ("日本 🎧", "日本 🎧"),
    ],
)
def test_what_a_person_typed_stays_in_its_cell(title: str, written: str) -> None:
    shown = with_title(title)
    assert read(write(shown, Chart.GOALS))[1:] == [["g", written, MONDAY, "60000", ""]]
    assert read(write(shown, Chart.WORDS))[1:] == [[written, "2"]]
