"""The record is the person's: what is corrected, wherever it lies, and that it can be undone."""

from dataclasses import replace

import pytest

from focus_tui.composition import Services
from focus_tui.domain.daytime import shown, stamped
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import NotFound, Refused
from focus_tui.domain.logquery import LogQuery, parse
from focus_tui.domain.logrange import Reach
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused, Outcome, Session, Stamp
from focus_tui.domain.spans import What
from focus_tui.services.log import Seen
from focus_tui.services.placing import Overlaps
from tests.services.machine import HOUR, MINUTE, PLAN, Machine, account, closed
from tests.services.test_years import at, go_to

DAY = "2026-11-23"


def instant(time: str, day: str = DAY) -> int:
    return at(day, time)


def add(of: Services, begin: str, end: str, intent: str = "", day: str = DAY) -> Session:
    """A session that was forgotten, with a plan of 25 minutes."""
    calendar = of.desk.calendar(of.desk.db.read())
    started = stamped(instant(begin, day), Stamp(0, "Europe/Paris", 3600, DAY), calendar)
    new = of.editing.forgotten(started, instant(end, day), PLAN)
    id, _ = of.editing.add(replace(new, intent=intent), Way.KEEP)
    return found(of, id)


def found(of: Services, id: str) -> Session:
    everything = of.log.range(Reach.ALL, DAY)
    return next(each for each in of.log.sessions(everything) if each.id == id)


def seen(of: Services, asked: str = "", *, breaks: bool = False) -> Seen:
    return of.log.look(of.log.range(Reach.ALL, DAY), parse(asked), breaks=breaks)


def titles(of: Services, asked: str = "") -> list[str]:
    return [each.intent for each in seen(of, asked).sessions]


@pytest.fixture
def of(machine: Machine) -> Services:
    """Monday, two in the afternoon in Paris."""
    go_to(machine, DAY, "14:00")
    return machine.command()


# Words, and answers.


def test_several_are_changed_at_once_and_undone_at_once(of: Services) -> None:
    goal = of.goals.add("Audio")
    one, two = add(of, "09:00", "09:25", "a"), add(of, "10:00", "10:25", "b")
    of.editing.describe([one, two], " Mel filters ")
    of.editing.aim([one, two], goal.id)
    of.editing.rate([one, two], Focused.NO)
    of.editing.note([one, two], "tired")
    assert of.editing.plan([one, two], 20 * MINUTE) == "Changed: the plan of 2 sessions."
    of.editing.judge([one, two], Outcome.EARLY)
    for each in (one, two):
        now = found(of, each.id)
        assert (now.intent, now.goal_id, now.note) == ("Mel filters", goal.id, "tired")
        assert (now.focused, now.outcome) == (Focused.NO, Outcome.EARLY)
        assert now.spans == account((What.FOCUS, 20 * MINUTE), (What.OVERTIME, 5 * MINUTE))
        assert now.edited_at == instant("14:00")
    for _ in range(6):
        of.history.undo()
    assert [found(of, each.id) for each in (one, two)] == [one, two]


def test_one_without_a_planned_end_gets_one(of: Services, machine: Machine) -> None:
    of.focus.start("a", shape=of.shapes.named("open"))
    machine.run(30 * MINUTE)
    of.focus.finish()
    (one,) = closed(of)
    of.editing.plan([one], 20 * MINUTE)
    now = found(machine.services(), one.id)
    assert (now.open, now.planned_ms) == (False, 20 * MINUTE)
    of.history.undo()
    assert found(machine.services(), one.id) == one


def test_what_changes_nothing_is_no_act(of: Services) -> None:
    one = add(of, "09:00", "09:25", "a")
    before = of.desk.db.turns()
    of.editing.describe([one], "a")
    assert of.desk.db.turns() == before


def test_what_is_gone_is_said(of: Services) -> None:
    one = add(of, "09:00", "09:25")
    of.history.undo()
    with pytest.raises(NotFound, match="not there any more"):
        of.editing.describe([one], "x")


# Time.


def test_an_end_is_moved_and_the_goal_follows(of: Services) -> None:
    goal = of.goals.add("Audio")
    one = add(of, "09:00", "09:25")
    of.editing.aim([one], goal.id)
    assert of.standings.of(goal).weeks_ms[-1] == 25 * MINUTE
    of.editing.move(found(of, one.id), instant("09:05"), instant("10:00"))
    assert of.standings.of(goal).weeks_ms[-1] == 55 * MINUTE
    of.editing.void([found(of, one.id)])
    assert of.standings.of(goal).weeks_ms[-1] == 0


def test_the_same_length_elsewhere_is_the_same_session(of: Services, machine: Machine) -> None:
    of.focus.start("paused")
    machine.run(10 * MINUTE)
    of.focus.pause()
    machine.run(5 * MINUTE)
    of.focus.resume()
    machine.run(2 * MINUTE)
    of.focus.finish()
    one = closed(of)[-1]
    day = 24 * HOUR
    of.editing.move(one, one.started.at_ms - day, one.ended_at_ms - day)
    now = found(of, one.id)
    assert (now.spans, now.started.on) == (one.spans, "2026-11-22")
    assert [each.on for each in seen(of).days] == ["2026-11-22"]


def test_only_what_is_past_is_in_the_record(of: Services, machine: Machine) -> None:
    one = add(of, "09:00", "09:25")
    with pytest.raises(Refused, match="13:50 to 14:10 is not over yet"):
        of.editing.move(one, instant("13:50"), instant("14:10"))
    of.focus.start("now")
    machine.clock.run(5 * MINUTE)
    with pytest.raises(Refused, match="The clock runs since 14:00"):
        of.editing.move(one, instant("13:50"), instant("14:02"))
    assert found(of, one.id) == one


def test_times_that_are_typed_keep_the_seconds_of_what_they_leave(of: Services) -> None:
    one = add(of, "09:00", "09:25")
    second = one.started.at_ms + 23_000
    one = of.editing.moved(one, second, one.ended_at_ms + 41_000)
    times = of.saidtimes
    assert times.stretch(one, times.line(one)) == (one.started.at_ms, one.ended_at_ms)
    assert times.stretch(one, "9:10-9:25") == (instant("09:10"), one.ended_at_ms)
    assert times.stretch(one, "09:00") == (second, one.ended_at_ms)
    assert times.stretch(one, "09:00 1 h") == (second, second + HOUR)
    assert times.stretch(one, "yesterday 23:50-0:10") == (
        *(instant("23:50", "2026-11-22"), instant("00:10")),
    )
    assert times.stretch(one, "02:30-03:00")[0] == instant("02:30", "2026-11-24")  # its night


OVERLAP = [
    (Way.KEEP, [("09:10", "09:35"), ("09:00", "09:25")]),
    (Way.FIT, [("09:25", "09:35"), ("09:00", "09:25")]),
    (Way.CUT, [("09:10", "09:35"), ("09:00", "09:10")]),
]


def stretches(of: Services) -> list[tuple[str, str]]:
    return [
        (shown(each.started.at_ms, each.started), shown(each.ended_at_ms, each.started))
        for each in seen(of).sessions
    ]


@pytest.mark.parametrize(("way", "left"), OVERLAP)
def test_an_overlap_ends_as_the_person_says(
    way: Way, left: list[tuple[str, str]], of: Services
) -> None:
    other, mine = add(of, "09:00", "09:25", "other"), add(of, "11:00", "11:25", "mine")
    with pytest.raises(Overlaps, match="09:10 to 09:35 overlaps “other”, 09:00 to 09:25") as said:
        of.editing.move(mine, instant("09:10"), instant("09:35"))
    assert [each.id for each in said.value.others] == [other.id]
    assert found(of, mine.id) == mine
    of.editing.move(mine, instant("09:10"), instant("09:35"), way)
    assert stretches(of) == left
    assert bool(seen(of).overlaps) == (way is Way.KEEP)
    of.history.undo()
    assert [found(of, each.id) for each in (other, mine)] == [other, mine]


def test_one_inside_another_parts_it_or_is_left_out(of: Services) -> None:
    add(of, "09:00", "10:00", "long")
    inside = add(of, "09:20", "09:30", "short")
    with pytest.raises(Refused, match="nothing of it would be left"):
        of.editing.solve(inside, Way.FIT)
    of.editing.solve(inside, Way.CUT)
    assert stretches(of) == [("09:30", "10:00"), ("09:20", "09:30"), ("09:00", "09:20")]
    long = add(of, "08:30", "10:30", "all")
    of.editing.solve(long, Way.CUT)
    assert titles(of) == ["all"]


def test_touching_is_no_overlap_nor_is_what_is_void(of: Services) -> None:
    one = add(of, "09:00", "09:25")
    of.editing.void([add(of, "09:30", "09:50")])
    of.editing.move(one, instant("09:25"), instant("09:55"))
    add(of, "09:00", "09:25")
    assert seen(of).overlaps == {}


# Split and joined.


def lived(of: Services, machine: Machine) -> Session:
    """From 14:00 to 14:27, with a mark after five minutes and one after twenty."""
    of.focus.start("both")
    for minutes in (5, 15):
        machine.run(minutes * MINUTE)
        of.record.interrupt(MarkKind.INTERNAL)
    machine.run(7 * MINUTE)
    of.focus.finish()
    of.record.note(closed(of)[-1].id, "whole")
    return closed(of)[-1]


def marks(of: Services, session: Session) -> list[int]:
    """In minutes after two."""
    return [(each.at_ms - instant("14:00")) // MINUTE for each in of.log.marks(session)]


def test_split_and_joined_again_it_is_what_it_was(of: Services, machine: Machine) -> None:
    whole = lived(of, machine)
    of.editing.split(whole, instant("14:10"))
    second, first = seen(of).sessions
    assert stretches(of) == [("14:10", "14:27"), ("14:00", "14:10")]
    assert (marks(of, first), marks(of, second)) == ([5], [20])
    assert (first.note, second.note, second.intent) == ("whole", "", "both")
    of.editing.join([first, second])
    (again,) = seen(of).sessions
    assert replace(again, edited_at=None) == whole
    assert marks(of, again) == [5, 20]
    of.history.undo()
    of.history.undo()
    assert [replace(each, edited_at=None) for each in seen(of).sessions] == [whole]
    assert marks(of, whole) == [5, 20]


def test_what_lies_between_those_that_are_joined_is_asked_about(of: Services) -> None:
    one, three = add(of, "09:00", "09:10", "one"), add(of, "09:30", "09:45", "three")
    two = add(of, "09:12", "09:20", "two")
    with pytest.raises(Overlaps, match="“two”"):
        of.editing.join([one, three])
    of.editing.join([one, three], Way.CUT)
    (whole,) = seen(of).sessions
    assert whole.spans == account(
        *((What.FOCUS, 10 * MINUTE), (What.AWAY, 20 * MINUTE), (What.FOCUS, 15 * MINUTE))
    )
    assert whole.counts
    assert two.id not in {each.id for each in closed(of) if each.deleted_at is None}


# What counts.


def test_a_reason_is_kept_with_what_is_void_and_goes_with_it(of: Services) -> None:
    one, two = add(of, "09:00", "09:25", "a"), add(of, "10:00", "10:10", "b")
    of.editing.void([one, two], "wrong timer")
    for each in (one, two):
        now = found(of, each.id)
        assert (now.outcome, now.spans) == (Outcome.VOID, each.spans)
        assert [mark.text for mark in of.log.marks(now)] == ["wrong timer"]
    of.editing.void([found(of, one.id)], "unwell")
    assert [mark.text for mark in of.log.marks(found(of, one.id))] == ["unwell"]
    of.editing.restore([found(of, each.id) for each in (one, two)])
    assert [found(of, each.id).outcome for each in (one, two)] == [Outcome.DONE, Outcome.EARLY]
    assert of.log.marks(one) == ()


def test_what_is_deleted_comes_back(of: Services) -> None:
    one = add(of, "09:00", "09:25", "a")
    of.editing.delete([one])
    assert titles(of) == []
    (gone,) = of.log.trash()
    of.editing.give_back(gone)
    assert titles(of) == ["a"]


# Past years.


def test_what_lies_in_an_archive_is_corrected_there(of: Services, machine: Machine) -> None:
    old = add(of, "09:00", "09:25", "old", "2024-06-03")
    go_to(machine, "2026-11-24")
    of = machine.command()
    goal = of.goals.add("Audio")
    assert closed(of) == ()
    before = found(of, old.id)
    of.editing.aim([before], goal.id)
    begin = instant("09:00", "2024-06-03")
    of.editing.move(found(of, old.id), begin, begin + HOUR)
    of.editing.split(found(of, old.id), begin + 40 * MINUTE)
    second, first = seen(of).sessions
    of.editing.void([first], "unwell")
    assert [mark.text for mark in of.log.marks(found(of, first.id))] == ["unwell"]
    assert of.standings.weeks_worked(goal) == 1
    of.editing.void([second])
    assert of.standings.weeks_worked(goal) == 0
    for _ in range(5):
        of.history.undo()
    assert seen(of).sessions == (before,)


def test_it_leaves_its_archive_when_it_was_another_year(of: Services, machine: Machine) -> None:
    old = add(of, "09:00", "09:25", "old", "2024-06-03")
    of.editing.void([old], "unwell")
    go_to(machine, "2026-11-24")
    of = machine.command()
    of.goals.add("Audio")
    made = found(of, old.id)
    begin = instant("09:00", "2026-06-03")
    of.editing.move(made, begin, begin + 25 * MINUTE)
    (now,) = closed(of)
    assert (now.id, now.started.on) == (old.id, "2026-06-03")
    assert [mark.text for mark in of.log.marks(now)] == ["unwell"]
    of.history.undo()
    assert (closed(of), found(of, old.id)) == ((), made)
    assert [mark.text for mark in of.log.marks(made)] == ["unwell"]


# What is found.


def test_what_is_asked_for_is_found(of: Services) -> None:
    goal = of.goals.add("Audio course")
    one = add(of, "09:00", "09:25", "Mel filters")
    of.editing.aim([one], goal.id)
    of.editing.void([add(of, "09:30", "09:40", "Mail")])
    add(of, "11:00", "11:10", "Read: chapter 3")
    add(of, "11:05", "11:30", "other")
    for asked, expected in (
        ("", ["other", "Read: chapter 3", "Mail", "Mel filters"]),
        ("mel audio", ["Mel filters"]),
        ("goal:aud", ["Mel filters"]),
        ("outcome:void", ["Mail"]),
        ("is:void", ["Mail"]),
        ("is:ov", ["other", "Read: chapter 3"]),
        ("is:overlap chapter", ["Read: chapter 3"]),
        ("hour:9", ["Mail", "Mel filters"]),
        ("hour:09 mel", ["Mel filters"]),
        ("hour:1", []),
        ("day:mo", ["other", "Read: chapter 3", "Mail", "Mel filters"]),
        ("day:tue", []),
        ('"chapter 3"', ["Read: chapter 3"]),
        ("read:", ["Read: chapter 3"]),
        ("goal:", ["other", "Read: chapter 3", "Mail", "Mel filters"]),
        ("outcome:nonsense", []),
    ):
        assert titles(of, asked) == expected, asked


def test_a_range_shows_its_days_only(of: Services) -> None:
    for day in ("2026-11-23", "2026-11-22", "2026-10-31"):
        add(of, "09:00", "09:25", day, day)
    for reach, expected in (
        (Reach.DAY, ["2026-11-23"]),
        (Reach.WEEK, ["2026-11-23"]),
        (Reach.MONTH, ["2026-11-23", "2026-11-22"]),
        (Reach.YEAR, ["2026-11-23", "2026-11-22", "2026-10-31"]),
        (Reach.ALL, ["2026-11-23", "2026-11-22", "2026-10-31"]),
    ):
        days = of.log.look(of.log.range(reach, DAY), LogQuery()).days
        assert [each.on for each in days] == expected
    before = of.log.range(Reach.MONTH, DAY).beside(-1)
    assert (before.first_on, before.last_on) == ("2026-10-01", "2026-10-31")
    assert [each.done for each in of.log.look(before, LogQuery()).days] == [1]
