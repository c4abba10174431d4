"""What is put in: how it is said, and how much of it the sessions hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.calendar import Calendar, CalendarRule
from focus_tui.domain.errors import BadInput
from focus_tui.domain.inputs import (
    DONE,
    MOST,
    Input,
    Measure,
    Worked,
    done_of,
    in_words,
    minute_of_day,
    parsed,
    planned_ms,
    still_to_go,
    summed,
    worked_in,
)
from focus_tui.domain.session import Outcome, Phase, Session, Stamp
from focus_tui.domain.spans import Span, What
from tests.domain.desk import HOUR, MINUTE, at
from tests.store import given as g
from tests.store import strategies

ZONES = ("Europe/Paris", "UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Kiritimati")
PARIS = "Europe/Paris"
EARLY = Input(3, Measure.EARLY_DAYS, 9 * 60)


def stamp(at_ms: int, zone: str = PARIS, calendar: Calendar | None = None) -> Stamp:
    offset = datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone)).utcoffset() or timedelta()
    on = (calendar or Calendar()).day_of(at_ms, zone)
    return Stamp(at_ms, zone, int(offset.total_seconds()), on)


def session(local: str, zone: str = PARIS, **fields: object) -> Session:
    """A session that began at a local time such as `2026-11-23 10:00`."""
    return replace(g.session("s"), started=stamp(at(local, zone), zone), **fields)  # type: ignore[arg-type]


def row(session: Session) -> Worked:
    found = worked_in(session)
    assert found is not None
    return found


# In words.


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("8 sessions", Input(8, Measure.SESSIONS)),
        ("1 session", Input(1, Measure.SESSIONS)),
        ("8s", Input(8, Measure.SESSIONS)),
        (" 3 Days ", Input(3, Measure.DAYS)),
        ("5 h", Input(300, Measure.MINUTES)),
        ("1.5 h", Input(90, Measure.MINUTES)),
        ("1,5 hours", Input(90, Measure.MINUTES)),
        ("90 min", Input(90, Measure.MINUTES)),
        ("3 days before 9", EARLY),
        ("3 days before 09:00", EARLY),
        ("3 d before 24", Input(3, Measure.EARLY_DAYS, 24 * 60)),
        ("done", DONE),
        ("Done?", DONE),
        ("done or not", DONE),
    ],
)
def test_what_people_type(said: str, wanted: Input) -> None:
    assert parsed(said) == wanted


@pytest.mark.parametrize(
    "said",
    [
        *("", "8", "sessions", "8 sesions", "0 days", "-3 days", "1.5 sessions", "10001 min"),
        *("200 h", "3 sessions before 9", "3 days before 25", "3 days before 9:60", "3 days 9"),
        *("8 sessions 2 days", "x" * 20_000, "99999999 days", "3 days before 24:01"),
    ],
)
def test_what_is_no_input_is_refused_in_one_short_sentence(said: str) -> None:
    with pytest.raises(BadInput) as refused:
        parsed(said)
    assert str(refused.value).endswith(".")
    assert len(str(refused.value)) < 160


@given(strategies.INPUTS)
def test_an_input_is_read_back_from_its_words(wanted: Input) -> None:
    if wanted.measure is not Measure.DONE:
        assert parsed(in_words(wanted)) == wanted
    assert parsed(in_words(DONE)) == DONE


@given(st.text(max_size=40))
def test_any_text_is_an_input_or_refused(text: str) -> None:
    try:
        found = parsed(text)
    except BadInput:
        return
    assert 1 <= found.count <= MOST
    assert parsed(in_words(found)) == found


# In what was done.

SESSIONS = st.lists(
    st.builds(
        lambda minutes, outcome, kind, goal, commitment, deleted, spans: replace(
            session("2026-11-16 00:00"),
            started=stamp(at("2026-11-16 00:00") + minutes * MINUTE),
            outcome=outcome,
            kind=kind,
            goal_id=goal,
            commitment_id=commitment,
            deleted_at=deleted,
            spans=tuple(Span(what, ms) for what, ms in spans),
        ),
        st.integers(0, 14 * 24 * 60),
        st.sampled_from(Outcome),
        st.sampled_from([Phase.FOCUS, Phase.FOCUS, Phase.SHORT_BREAK]),
        st.sampled_from([None, "audio", "kaggle"]),
        st.sampled_from([None, "promise"]),
        st.sampled_from([None, None, 7]),
        st.lists(st.tuples(st.sampled_from(What), st.integers(0, 3 * HOUR)), max_size=4),
    ),
    max_size=25,
)
MEASURES = st.sampled_from([each for each in Measure if each is not Measure.DONE])


def slowly(wanted: Input, sessions: list[Session]) -> int:
    """The same from the sessions one by one, in words of the design."""
    there = [s for s in sessions if s.kind is Phase.FOCUS and s.deleted_at is None]
    there = [s for s in there if s.outcome is not Outcome.VOID]
    counting = [s for s in there if s.outcome is Outcome.DONE]
    match wanted.measure:
        case Measure.SESSIONS:
            return len(counting)
        case Measure.MINUTES:
            ms = sum(x.ms for s in there for x in s.spans if x.what in ("focus", "overtime"))
            return ms // 60_000
        case Measure.DAYS:
            return len({s.started.on for s in counting})
    early = set()
    for each in counting:
        local = datetime.fromtimestamp(each.started.at_ms / 1000, ZoneInfo(PARIS))
        if str(local.date()) == each.started.on:
            minute = local.hour * 60 + local.minute
            if minute < (wanted.before_min or 0):
                early.add(each.started.on)
    return len(early)


@given(SESSIONS, MEASURES, st.integers(0, 24 * 60))
def test_sums_say_what_the_sessions_say(
    sessions: list[Session], measure: Measure, before: int
) -> None:
    wanted = Input(3, measure, before if measure is Measure.EARLY_DAYS else None)
    rows = [found for each in sessions if (found := worked_in(each))]
    assert done_of(wanted, rows) == done_of(wanted, summed(rows)) == slowly(wanted, sessions)


@given(SESSIONS)
def test_sums_hold_each_session_once(sessions: list[Session]) -> None:
    rows = summed(found for each in sessions if (found := worked_in(each)))
    assert len({each[:3] for each in rows}) == len(rows)
    assert sum(each.sessions for each in rows) == sum(each.counts for each in sessions)
    standing = [s for s in sessions if s.kind is Phase.FOCUS and s.deleted_at is None]
    standing = [s for s in standing if s.outcome is not Outcome.VOID]
    assert sum(each.focused_ms for each in rows) == sum(each.focused_ms for each in standing)
    assert summed(rows) == rows
    assert set(summed(reversed(rows))) == set(rows)


def test_minutes_of_sessions_ended_early_count_and_the_sessions_do_not() -> None:
    half = (Span(What.FOCUS, 10 * MINUTE), Span(What.PAUSE, HOUR), Span(What.OVERTIME, MINUTE))
    early = row(session("2026-11-23 10:00", outcome=Outcome.EARLY, spans=half))
    assert early == Worked("2026-11-23", None, None, 0, 11 * MINUTE, None)
    assert done_of(Input(1, Measure.DAYS), [early]) == 0
    assert done_of(Input(1, Measure.MINUTES), [early]) == 11
    assert worked_in(session("2026-11-23 10:00", outcome=Outcome.VOID)) is None
    assert worked_in(session("2026-11-23 10:00", kind=Phase.LONG_BREAK)) is None
    assert worked_in(session("2026-11-23 10:00", deleted_at=1)) is None


# A day and its first hours.


@pytest.mark.parametrize(
    ("local", "on", "minute", "early"),
    [
        ("2026-11-23 03:59", "2026-11-22", 27 * 60 + 59, 0),
        ("2026-11-23 04:00", "2026-11-23", 4 * 60, 1),
        ("2026-11-23 08:59", "2026-11-23", 8 * 60 + 59, 1),
        ("2026-11-23 09:00", "2026-11-23", 9 * 60, 0),
        ("2026-11-23 23:59", "2026-11-23", 23 * 60 + 59, 0),
        ("2026-11-24 00:00", "2026-11-23", 24 * 60, 0),
    ],
)
def test_what_is_done_late_at_night_is_not_early(
    local: str, on: str, minute: int, early: int
) -> None:
    found = row(session(local))
    assert (found.on, found.began_min) == (on, minute)
    assert done_of(EARLY, [found]) == early


def test_only_the_first_session_of_a_day_is_asked_when_it_began() -> None:
    rows = [row(session(f"2026-11-23 {time}", goal_id=time)) for time in ("10:00", "08:00")]
    assert done_of(EARLY, rows) == 1
    assert done_of(EARLY, [row(session("2026-11-23 08:00", outcome=Outcome.EARLY)), rows[0]]) == 0


def test_sums_keep_when_the_first_one_began() -> None:
    early, late = (row(session(f"2026-11-23 {time}")) for time in ("08:00", "10:00"))
    ended = row(session("2026-11-23 07:00", outcome=Outcome.EARLY))
    for rows in ((late, early, ended), (ended, early, late)):
        (found,) = summed(rows)
        assert (found.sessions, found.began_min) == (2, 8 * 60)
    assert summed([ended])[0].began_min is None


# Until 03:00 comes twice, and between 02:00 and 03:00 never.
CHANGES = ("2026-03-29", "2026-10-25")


@pytest.mark.parametrize("on", CHANGES)
@pytest.mark.parametrize("boundary", [0, 2 * 60 + 30, 3 * 60, 4 * 60])
def test_around_a_clock_change_each_minute_belongs_to_one_day(on: str, boundary: int) -> None:
    calendar = Calendar((CalendarRule(id="r", valid_from="2020-01-01", day_boundary_min=boundary),))
    before, after = (str(date.fromisoformat(on) + timedelta(n)) for n in (-1, 1))
    first, last = at(f"{before} 12:00"), at(f"{after} 12:00")
    counts: dict[str, int] = {}
    seen = ""
    for moment in range(first, last, 10 * MINUTE):
        its = stamp(moment, PARIS, calendar)
        found = row(replace(session("2026-01-01 10:00"), started=its))
        assert found.on >= seen
        seen = found.on
        counts[found.on] = counts.get(found.on, 0) + 1
        minute = found.began_min
        assert minute is not None
        local = datetime.fromtimestamp(moment / 1000, ZoneInfo(PARIS))
        assert minute % (24 * 60) == local.hour * 60 + local.minute
    hours = {each: count / 6 for each, count in counts.items()}
    assert sum(hours.values()) == (last - first) / HOUR
    assert set(hours) <= {before, on, after}
    whole = calendar.ends(on, PARIS) - calendar.begins(on, PARIS)
    assert hours[on] == whole / HOUR


@pytest.mark.parametrize("on", CHANGES)
def test_early_is_by_the_clock_on_the_wall_on_both_days_of_a_change(on: str) -> None:
    assert done_of(EARLY, [row(session(f"{on} 08:59"))]) == 1
    assert done_of(EARLY, [row(session(f"{on} 09:00"))]) == 0


@given(st.integers(at("2026-01-01 00:00"), at("2026-12-31 00:00")), st.sampled_from(ZONES))
def test_a_session_belongs_to_the_day_of_the_place_where_it_began(at_ms: int, zone: str) -> None:
    its = stamp(at_ms, zone)
    found = row(replace(session("2026-01-01 10:00"), started=its))
    local = datetime.fromtimestamp(at_ms // 1000, ZoneInfo(zone))
    lived = str((local - timedelta(hours=4)).date())
    assert found.on == lived or local.dst() != (local - timedelta(hours=4)).dst()
    midnight = datetime.fromisoformat(found.on).replace(tzinfo=UTC)
    there = local.replace(tzinfo=UTC)
    assert minute_of_day(its) == (there - midnight) // timedelta(minutes=1)
    assert 0 <= minute_of_day(its) < 28 * 60


def test_in_travel_two_sessions_an_hour_apart_may_be_of_one_day_or_two() -> None:
    """From Auckland to Los Angeles a day is lived twice; its sessions sum."""
    there = row(session("2026-11-24 09:00", "Pacific/Auckland"))
    here = row(session("2026-11-23 23:00", "America/Los_Angeles"))
    again = row(session("2026-11-24 08:00", "America/Los_Angeles"))
    assert [each.on for each in (there, here, again)] == ["2026-11-24", "2026-11-23", "2026-11-24"]
    assert summed([there, here, again])[0].sessions == 2
    assert done_of(EARLY, [there, here, again]) == 1
    assert done_of(Input(3, Measure.DAYS), [there, here, again]) == 2


# Planned, and to go.


@pytest.mark.parametrize(
    ("said", "done", "days", "words"),
    [
        ("8 sessions", 5, 0, "3 to go"),
        ("8 sessions", 8, 3, ""),
        ("8 sessions", 9, 3, ""),
        ("5 h", 270, 3, "30 min to go"),
        ("5 h", 0, 3, "5 h to go"),
        ("3 days", 1, 4, "2 to go"),
        ("3 days", 1, 2, "2 to go"),
        ("3 days", 1, 1, "2 of 3 still possible"),
        ("3 days", 1, 0, ""),
        ("3 days before 9", 0, 2, "2 of 3 still possible"),
        ("done", 0, 3, ""),
    ],
)
def test_what_is_still_to_go(said: str, done: int, days: int, words: str) -> None:
    assert still_to_go(parsed(said), done, days) == words


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("8 sessions", 200), ("5 h", 300), ("3 days", 75), ("2 days before 9", 50), ("done", 0)],
)
def test_the_least_time_that_it_takes(said: str, minutes: int) -> None:
    assert planned_ms(parsed(said), 25 * MINUTE) == minutes * MINUTE
