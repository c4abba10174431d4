"""What a range of days shows, in lines: the same as the pictures, for whoever does not see them."""

from collections.abc import Iterator, Sequence

from focus_tui.domain.balance import Balance
from focus_tui.domain.dayfacts import STEP_MIN
from focus_tui.domain.durations import day, plural, shares, spoken
from focus_tui.domain.insights import Insights, When
from focus_tui.domain.logrange import Reach
from focus_tui.domain.showing import by_months
from focus_tui.domain.standout import stands_out
from focus_tui.domain.sustaining import Sustained
from focus_tui.domain.week import WEEKDAYS, Week
from focus_tui.domain.weekpage import Section, WeekPage

LONG = Reach.YEAR, Reach.ALL
"""Ranges in which no day gets a line of its own: a line is for each stretch of time."""


def insights_page(shown: Insights, can_go_on: Sustained, today: str) -> WeekPage:
    """A section for each picture; one of which nothing is known is left out.

    Times are rounded so that those of a section sum to the whole.
    """
    sections = (
        Section("Stands out", tuple(f"{e.words}: {e.figure}" for e in stands_out(shown))),
        Section("Over time" if shown.over.reach in LONG else "Days", tuple(_days(shown))),
        Section("Goals", tuple(_goals(shown))),
        Section("Hours", tuple(_hours(shown))),
        Section("Weekdays", tuple(_weekdays(shown))),
        Section("Interruptions", tuple(f"{word}: {times}" for word, times in shown.words)),
        Section("Lengths", tuple(_lengths(shown))),
        Section("Planned and done", tuple(_promising(shown))),
        Section("Energy", tuple(_energies(shown))),
        Section("Past the plan", tuple(_past(shown))),
        Section("Can it go on", tuple(_can_go_on(can_go_on))),
    )
    return WeekPage(
        shown.over.named(today),
        (
            spoken(shown.focused_ms),
            plural(shown.sessions, "session"),
            f"{plural(shown.shown_up, 'day')} shown up",
        ),
        tuple(each for each in sections if each.lines),
    )


def _days(shown: Insights) -> Iterator[str]:
    if shown.over.reach in LONG:
        yield from _stretches(shown, [goal.buckets_ms for goal in shown.goals], ": ")
        return
    times = shares([each.focused_ms for each in shown.days])
    for each, ms in zip(shown.days, times, strict=True):
        parts = [spoken(ms), plural(each.sessions, "session")]
        parts = parts if each.focused_ms or each.sessions else []
        parts += [f"energy {each.energy}"] if each.energy is not None else []
        if parts:
            yield f"{day(each.on)}: {', '.join(parts)}"


def _goals(shown: Insights) -> Iterator[str]:
    times = shares([goal.focused_ms for goal in shown.goals])
    for goal, ms in zip(shown.goals, times, strict=True):
        parts = [spoken(ms)]
        parts += [f"kept to {goal.consistency} of 100"] if goal.consistency is not None else []
        over_time = ", ".join(_stretches(shown, [goal.buckets_ms], " "))
        several = f" ({over_time})" if len(shown.buckets) > 1 and over_time else ""
        yield f"{goal.title if goal.id else 'On no goal'}: {', '.join(parts)}{several}"
    if words := Balance(shown.core_ms, shown.explore_ms, 0).words():
        yield words


def _stretches(shown: Insights, held: list[tuple[int, ...]], between: str) -> Iterator[str]:
    """What the stretches of time held that held anything, each with its name."""
    sums = [sum(each[number] for each in held) for number in range(len(shown.buckets))]
    for first_on, ms in zip(shown.buckets, shares(sums), strict=True):
        if ms:
            yield f"{_stretch(shown, first_on)}{between}{spoken(ms)}"


def _stretch(shown: Insights, first_on: str) -> str:
    """The name of a stretch that begins on a day."""
    match shown.over.reach:
        case Reach.DAY | Reach.WEEK:
            return day(first_on)
        case Reach.MONTH | Reach.QUARTER:
            return f"from {day(first_on)}"
    return first_on[:7] if by_months(shown.over.reach, len(shown.days)) else first_on[:4]


def _hours(shown: Insights) -> Iterator[str]:
    return _when([f"{number:02}:00" for number in range(len(shown.hours))], shown.hours)


def _weekdays(shown: Insights) -> Iterator[str]:
    return _when(WEEKDAYS, shown.weekdays)


def _when(names: Sequence[str], held: tuple[When, ...]) -> Iterator[str]:
    times = shares([when.focused_ms for when in held])
    for name, when, ms in zip(names, held, times, strict=True):
        parts = [spoken(ms)] if ms else []
        if when.answers:
            parts.append(f"focused {when.yes} yes, {when.partly} partly, {when.no} no")
        if when.internal + when.external:
            parts.append(f"interrupted {when.internal} by own mind, {when.external} by somebody")
        if parts:
            yield f"{name}: {'; '.join(parts)}"


def _lengths(shown: Insights) -> Iterator[str]:
    for minutes, count in shown.lengths:
        yield f"{minutes} to {minutes + STEP_MIN - 1} min: {plural(count, 'session')}"


def _promising(shown: Insights) -> Iterator[str]:
    for each in shown.promising:
        if each.promised:
            kept = f"{each.kept} of {each.promised} kept"
            planned, done = spoken(each.planned_ms), spoken(each.focused_ms)
            yield f"{_week(each.first_on)}: {planned} planned, {done} focused, {kept}"


def _energies(shown: Insights) -> Iterator[str]:
    for each in shown.energies:
        if each.days:
            a_day = spoken(each.focused_ms // each.days)
            yield f"{each.energy} of 5: {plural(each.days, 'day')}, {a_day} focused a day"


def _past(shown: Insights) -> Iterator[str]:
    if shown.overtime_ms:
        yield f"{spoken(shown.overtime_ms)} of overtime"
    if shown.overrun_ms:
        long = f"{shown.overrun_breaks} of {plural(shown.breaks, 'break')} by 5 min or more"
        yield f"{spoken(shown.overrun_ms)} past the ends of breaks, {long}"
    if shown.over_limit_days:
        days = plural(shown.over_limit_days, "day")
        yield f"{days} over the limit, by {spoken(shown.over_limit_ms)} in all"
    if shown.beyond:
        yield f"{plural(shown.beyond, 'session')} begun past the day's end"
    for count, what in (
        (shown.early, "ended early"),
        (shown.abandoned, "cut off"),
        (shown.voided, "void"),
    ):
        if count:
            yield f"{plural(count, 'session')} {what}"


def _can_go_on(found: Sustained) -> Iterator[str]:
    if found.level is not None:
        yield f"{found.level.capitalize()}"
        yield from (sign.words for sign in found.signs)


def _week(first_on: str) -> str:
    return f"{Week(first_on).named()} {first_on[:4]}"
