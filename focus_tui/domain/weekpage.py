"""A week as a page: figures, and sections of lines, in whatever form it is written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.durations import plural, shares, spoken
from focus_tui.domain.evidence import Evidence, OnGoal, Promised, Verdict
from focus_tui.domain.inputs import Measure, in_words, progress

PROMISED, DONE, WON = "Promised", "Done", "Won"


class Section(NamedTuple):
    """A part of the page."""

    title: str
    lines: tuple[str, ...]
    """With the person's text as it was typed."""


class WeekPage(NamedTuple):
    """A week on a page."""

    title: str
    figures: tuple[str, ...]
    sections: tuple[Section, ...]
    """None is empty."""


def week_page(
    evidence: Evidence, won: Iterable[str], more: Iterable[Section] = (), *, over: bool = True
) -> WeekPage:
    """What was promised, done and won in a week, and what else is to stand there.

    Before the week is `over` what was not kept yet still may be.
    """
    week = evidence.week
    sections = (
        Section(PROMISED, tuple(promised_line(each, over=over) for each in evidence.promised)),
        Section(DONE, tuple(_done(evidence.goals))),
        Section(WON, tuple(won)),
        *more,
    )
    return WeekPage(
        f"{week.named()} {week.last_on[:4]}",
        tuple(_figures(evidence)),
        tuple(each for each in sections if each.lines),
    )


def promised_line(promised: Promised, *, over: bool = True) -> str:
    """A promise with what became of it: `Audio: 5 of 8 sessions, partly`."""
    said = f"{promised.text}: {progress(promised.wanted, promised.done)}"
    kept = promised.verdict is Verdict.KEPT
    if (over or kept) and promised.wanted.measure is not Measure.DONE:
        said += f", {in_word(promised.verdict)}"
    return f"{said} (it was {in_words(promised.before)})" if promised.before else said


def in_word(verdict: Verdict) -> str:
    """What became of a promise, in a word or two."""
    if verdict is Verdict.RUNNING:
        return "goes on"
    return "not kept" if verdict is Verdict.NOT else verdict.value


def _figures(evidence: Evidence) -> Iterator[str]:
    yield spoken(evidence.focused_ms)
    yield plural(evidence.sessions, "session")
    yield f"{plural(evidence.shown_up, 'day')} shown up"
    if evidence.promised:
        yield f"{evidence.kept} of {len(evidence.promised)} kept"


def _done(goals: Iterable[OnGoal]) -> Iterator[str]:
    """What went into each goal; the times are rounded so that they sum to the week's."""
    worked_on = [each for each in goals if each.focused_ms or each.sessions]
    times = shares([each.focused_ms for each in worked_on])
    for goal, ms in zip(worked_on, times, strict=True):
        title = goal.title if goal.id else "On no goal"
        cadence = goal.cadence
        counted = cadence is not None and cadence.measure is not Measure.DONE
        of_cadence = f", {progress(cadence, goal.done)}" if cadence and counted else ""
        yield f"{title}: {spoken(ms)}, {plural(goal.sessions, 'session')}{of_cadence}"
