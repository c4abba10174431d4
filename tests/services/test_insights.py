"""What ranges of days show, from whatever files they lie in."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from focus_tui.composition import Services, services
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.comparing import TOO_LITTLE
from focus_tui.domain.dayfacts import by_day, facts_of
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.inputs import Worked, worked_in
from focus_tui.domain.insights import DayShown, Energy, GoalShown, Insights, Promising
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Focused, Outcome, Session
from focus_tui.domain.showing import Plans, insights_of
from focus_tui.domain.sustaining import Level
from focus_tui.store.codecs import MARKS, SESSIONS
from focus_tui.store.fields import Raw
from tests.decade.life import Decade, live, write
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, closed
from tests.services.plans import on_goal, work
from tests.support.clock import MONDAY_MORNING_MS, FakeClock

DAY = 24 * HOUR
MONDAY = "2026-11-23"
ALL = Range.of(Reach.ALL, MONDAY)


def this_week(of: Services) -> Insights:
    return of.insights.of(of.insights.range(Reach.WEEK, of.desk.today()))


# A week that is lived.


def test_a_week_in_which_nothing_was_yet(app: App) -> None:
    found = this_week(app.services)
    assert found.days == (DayShown(MONDAY, 0, 0, None),)
    assert (found.goals, found.focused_ms, found.last_on) == ((), 0, MONDAY)
    week = app.services.insights.range(Reach.WEEK, MONDAY)
    assert app.services.insights.sustained(week) == (None, ())
    assert app.services.insights.lighter() == ""


def test_a_week_as_it_was_lived(machine: Machine, app: App) -> None:
    of = app.services
    audio = of.goals.add("Audio")
    of.goals.change(audio.id, "cadence", "3 sessions")
    of.commitments.promise("Audio: 2 sessions", goal_id=audio.id)
    work(machine, app, on_goal(audio))
    of.record.rate(closed(of)[0].id, Focused.YES)
    of.focus.start("Mail")
    of.record.say_what(of.record.interrupt(MarkKind.EXTERNAL), "phone")
    machine.run(PLAN + 3 * MINUTE)
    of.focus.finish()
    machine.run(5 * MINUTE + 6 * MINUTE)
    of.focus.finish()
    of.day_end.energy(4)

    found = this_week(of)
    assert found.days == (DayShown(MONDAY, 2 * PLAN + 3 * MINUTE, 2, 4),)
    (on_audio, on_none) = found.goals
    score = of.standings.of(of.goals.named("Audio")).score
    assert on_audio == GoalShown(audio.id, "Audio", "A", audio.hue, (PLAN,), score)
    assert (on_none.id, on_none.focused_ms) == ("", PLAN + 3 * MINUTE)
    assert sum(hour.yes for hour in found.hours) == found.weekdays[0].yes == 1
    assert (found.hours[10].external, found.words) == (1, (("phone", 1),))
    assert found.lengths == ((25, 2),)
    assert found.promising == (Promising(MONDAY, 2 * PLAN, 2 * PLAN + 3 * MINUTE, 1, 0),)
    assert found.energies[3] == Energy(4, 1, 2 * PLAN + 3 * MINUTE)
    assert (found.core_ms, found.explore_ms) == (PLAN, 0)
    assert (found.overtime_ms, found.overrun_ms) == (3 * MINUTE, 6 * MINUTE)
    assert (found.breaks, found.overrun_breaks) == (2, 1)


def test_what_changes_shows_at_once_and_what_does_not_is_kept(machine: Machine, app: App) -> None:
    of = app.services
    work(machine, app)
    before = this_week(of)
    assert this_week(of) is before
    of.day_end.energy(2)
    assert this_week(of).days[0].energy == 2
    of.editing.void([closed(of)[0]], "wrong timer")
    assert (this_week(of).sessions, this_week(of).voided) == (0, 1)
    of.history.undo()
    assert (this_week(of).sessions, this_week(of).voided) == (1, 0)
    machine.clock.run(DAY)
    assert this_week(of).last_on == "2026-11-24"


def test_the_limit_is_the_one_of_the_settings(machine: Machine) -> None:
    machine.settings("[day]\nlimit_minutes = 30\n")
    app = machine.app()
    for _ in range(3):
        for _ in range(2):
            work(machine, app)
        with app.services.day_end.because("a deadline"):
            work(machine, app)
        machine.clock.run(DAY)
    found = this_week(app.services)
    assert (found.over_limit_days, found.over_limit_ms) == (3, 3 * (3 * PLAN - 30 * MINUTE))
    assert found.beyond == 3
    week = app.services.insights.range(Reach.WEEK, MONDAY)
    assert app.services.insights.sustained(week).level is Level.TOO_MUCH
    assert app.services.insights.lighter() == ""
    machine.clock.run(7 * DAY)
    assert app.services.insights.lighter() == ""


def test_two_weeks_of_too_much_suggest_a_lighter_one(machine: Machine) -> None:
    machine.settings("[day]\nlimit_minutes = 20\n")
    app = machine.app()
    for _ in range(2):
        for _ in range(3):
            work(machine, app)
            machine.clock.run(DAY)
        machine.clock.run(4 * DAY)
    assert app.services.insights.lighter().endswith("plan a lighter one.")


def test_weeks_and_lengths_are_compared(machine: Machine, app: App) -> None:
    for minutes in (15, 25):
        for _ in range(5):
            work(machine, app, ms=minutes * MINUTE)
            machine.clock.run(DAY)
        machine.clock.run(2 * DAY)
    of = app.services.insights
    last = of.before(of.range(Reach.WEEK, app.services.desk.today()))
    assert [each.words for each in of.compared(of.before(last), last)] == [
        ("100 %", "100 %"),
        (TOO_LITTLE, TOO_LITTLE),
        ("0.0", "0.0"),
        (TOO_LITTLE, TOO_LITTLE),
        ("15 min", "25 min"),
        ("15 min", "25 min"),
    ]
    month = of.range(Reach.ALL, MONDAY)
    assert of.planned_lengths(month) == ((15, 5), (25, 5))
    assert [each[2:] for each in of.by_length(month, 25, 15)] == [
        each[2:] for each in of.compared(last, of.before(last))
    ]
    one_week = of.by_length(of.before(last), 25, 15)
    assert not any(each.enough for each in one_week)


# Ten years, and files that changed.


@pytest.fixture(scope="module")
def decade() -> Decade:
    """One week in thirty of ten years."""
    return live(3, date(2026, 11, 23), 30)


@pytest.fixture
def data(decade: Decade, tmp_path: Path) -> Path:
    write(decade, tmp_path / "life" / "focus.json")
    return tmp_path / "life" / "focus.json"


def opened(data: Path) -> Services:
    """As a new process opens it."""
    return services(data, clock=FakeClock(MONDAY_MORNING_MS), zone=lambda: "Europe/Paris", env={})


def everything(data: Path) -> tuple[list[Session], list[Mark]]:
    """All sessions and marks of all files; of what stands in two the later one."""
    found: dict[str, dict[str, Raw]] = {"sessions": {}, "marks": {}}
    for path in (*sorted(data.parent.glob("sessions-*.json")), data):
        tables = json.loads(path.read_text(encoding="utf-8"))
        for table, seen in found.items():
            for id, raw in tables[table].items():
                if id not in seen or seen[id]["updated_at"] <= raw["updated_at"]:
                    seen[id] = raw
    return (
        [SESSIONS.decode(id, raw) for id, raw in found["sessions"].items()],
        [MARKS.decode(id, raw) for id, raw in found["marks"].items()],
    )


def slowly(data: Path, over: Range = ALL) -> Insights:
    """The same of all documents of all files, one by one."""
    of, (sessions, marks) = opened(data), everything(data)
    view = of.desk.db.read()
    worked: dict[str, list[Worked]] = {}
    for row in filter(None, map(worked_in, sessions)):
        worked.setdefault(row.on, []).append(row)
    plans = Plans(
        Calendar(view.calendar.all()),
        goals={each.id: each for each in view.goals.all()},
        ideas={each.id: each for each in view.ideas.all()},
        commitments=view.commitments.all(),
        worked={on: tuple(rows) for on, rows in worked.items()},
        off=of.off.days(),
        limit_ms=of.preferences.limit_ms(),
        session_ms=PLAN,
    )
    facts = {on: facts_of(record) for on, record in by_day(sessions, marks).items()}
    return insights_of(facts, plans, over, MONDAY)


def kept(data: Path) -> Path:
    return opened(data).facts_file


def archives(data: Path) -> list[Path]:
    return sorted(data.parent.glob("sessions-*.json"))


def changed(path: Path, change: Callable[[dict[str, Raw]], object]) -> None:
    """Somebody edits a file by hand."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables["sessions"])
    path.write_text(json.dumps(tables), encoding="utf-8")


@pytest.mark.parametrize("reach", Reach)
def test_each_range_of_ten_years_is_what_all_files_say(data: Path, reach: Reach) -> None:
    wanted = slowly(data)
    days = [each.on for each in wanted.days if each.focused_ms][::80]
    assert len(archives(data)) >= 9
    for on in ["2020-01-01", "2019-12-31", *days]:
        of = opened(data)  # which knows no more than the range needs
        over = of.insights.range(reach, on)
        assert of.insights.of(over) == slowly(data, over)
        assert of.insights.of(over).focused_ms == sum(
            each.focused_ms for each in wanted.days if over.holds(each.on)
        )


def test_past_years_are_gone_through_once_and_step_by_step(data: Path) -> None:
    of = opened(data).insights
    works = 2 * len(archives(data))  # what days held, and what was worked on in them
    assert not of.ready(ALL)
    steps = list(of.prepare(ALL))
    assert steps == [(done, works) for done in range(works + 1)]
    assert of.ready(ALL)
    assert list(of.prepare(ALL)) == [(0, 0)]
    again = opened(data).insights
    assert again.ready(ALL)
    assert again.of(ALL) == slowly(data)
    assert oct(kept(data).stat().st_mode)[-3:] == "600"


def test_a_range_goes_through_the_years_that_it_needs(data: Path) -> None:
    made = opened(data)
    made.worked.all()
    of = made.insights
    assert list(of.prepare(of.range(Reach.MONTH, "2020-06-01"))) == [(0, 1), (1, 1)]
    assert of.ready(of.range(Reach.QUARTER, "2020-06-01"))
    assert list(of.prepare(of.range(Reach.WEEK, "2019-01-01")))[-1] == (2, 2)
    assert list(of.prepare(of.range(Reach.DAY, "2021-12-31")))[-1] == (2, 2), "with its week"
    assert next(of.prepare(of.range(Reach.YEAR, "2026-01-01"))) == (0, 1)
    assert not of.ready(ALL)


def test_what_was_worked_on_in_all_years_is_needed_too(data: Path) -> None:
    opened(data).insights.of(ALL)
    (worked,) = kept(data).parent.glob("worked-*.json")
    worked.unlink()
    of = opened(data).insights
    assert not of.ready(ALL)
    years = len(archives(data))
    assert list(of.prepare(ALL)) == [(done, years) for done in range(years + 1)]
    assert of.ready(ALL)


def test_what_was_left_half_prepared_is_gone_on_with(data: Path) -> None:
    of = opened(data).insights
    steps = of.prepare(ALL)
    assert [next(steps)[0] for _ in range(3)] == [0, 1, 2]
    assert next(of.prepare(ALL)) == (0, 2 * len(archives(data)) - 2)
    assert of.of(ALL) == slowly(data)


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe", b"focus facts 1 ", b"focus facts 0 x\n{}", b"\n{}"]
)
def test_what_was_kept_may_be_damaged(data: Path, damage: bytes) -> None:
    kept(data).parent.mkdir(parents=True, exist_ok=True)
    kept(data).write_bytes(damage)
    assert opened(data).insights.of(ALL) == slowly(data)
    assert opened(data).insights.ready(ALL)


def test_a_byte_that_is_another_lets_all_be_gone_through_anew(data: Path) -> None:
    opened(data).insights.of(ALL)
    whole = kept(data).read_bytes()
    kept(data).write_bytes(whole.replace(b"2019-0", b"2019-1", 1))
    assert not opened(data).insights.ready(ALL)
    assert opened(data).insights.of(ALL) == slowly(data)


def test_what_was_kept_is_used(data: Path) -> None:
    opened(data).insights.of(ALL)
    before = kept(data).stat()
    assert opened(data).insights.of(ALL) == slowly(data)
    assert kept(data).stat().st_mtime_ns == before.st_mtime_ns


def test_a_folder_that_takes_nothing_is_no_trouble(data: Path, tmp_path: Path) -> None:
    made = opened(data)
    (tmp_path / "state").write_text("a file, where a folder is wanted")
    nowhere = replace(made, facts_file=tmp_path / "state" / "facts.json")
    assert nowhere.insights.of(ALL) == slowly(data)


def test_an_archive_that_a_hand_changes_is_gone_through_again(data: Path) -> None:
    running = opened(data)
    before = running.insights.of(ALL)
    changed(archives(data)[2], lambda sessions: sessions.clear())
    assert not running.insights.ready(ALL)
    running.thoughts.capture("an act, so that all sums are anew")
    assert running.insights.of(ALL) == slowly(data) != before
    assert opened(data).insights.of(ALL) == slowly(data)


def test_an_act_on_a_past_year_shows_at_once(data: Path) -> None:
    made = opened(data)
    before = made.insights.of(ALL)
    over = made.insights.range(Reach.YEAR, "2020-01-01")
    session = next(each for each in made.log.sessions(over) if each.counts)
    made.editing.void([session], "unwell")
    assert made.insights.of(ALL) == slowly(data)
    assert made.insights.of(ALL).voided == before.voided + 1
    made.history.undo()
    assert made.insights.of(ALL) == before


def test_an_archive_that_cannot_be_read_is_told_where_it_is_needed(data: Path) -> None:
    expected = slowly(data, Range.of(Reach.YEAR, "2022-01-01"))
    opened(data).insights.of(ALL)
    (path,) = (each for each in archives(data) if "2020" in each.name)
    path.write_text("{ not ours", encoding="utf-8")
    of = opened(data).insights
    with pytest.raises(DataUnusable, match=r"sessions-2020\.json"):
        of.of(ALL)
    assert of.of(of.range(Reach.YEAR, "2022-01-01")) == expected


def _moving(data: Path) -> None:
    """A year stands in both files, one of its sessions changed since in the data file."""
    year = json.loads(archives(data)[-1].read_text(encoding="utf-8"))["sessions"]
    later = {id: {**raw, "updated_at": "2026-11-23T08:00:00.000Z"} for id, raw in year.items()}
    first = next(id for id, raw in later.items() if raw["outcome"] == "done")
    later[first]["outcome"] = "void"
    changed(data, lambda sessions: sessions.update(later))


def test_a_year_that_stands_in_both_files_counts_once(data: Path) -> None:
    whole = opened(data).insights.of(ALL)
    _moving(data)
    made = opened(data)
    assert made.insights.of(ALL) == slowly(data) != whole
    assert made.insights.ready(ALL)
    made.thoughts.capture("an act, which moves what is past")
    assert made.insights.of(ALL) == slowly(data)
    assert opened(data).insights.of(ALL) == slowly(data)


def test_what_is_pending_for_an_archive_counts(data: Path) -> None:
    before = opened(data).insights.of(ALL)
    path = archives(data)[-1]
    year = json.loads(path.read_text(encoding="utf-8"))["sessions"]
    id = next(id for id, raw in year.items() if (raw["outcome"], raw["kind"]) == ("done", "focus"))
    gone = {**year[id], "outcome": "void", "updated_at": "2026-11-23T08:00:00.000Z"}
    tables = json.loads(data.read_text(encoding="utf-8"))
    tables["meta"]["pending"] = {path.stem[-4:]: {"sessions": {id: gone}}}
    data.write_text(json.dumps(tables), encoding="utf-8")
    found = opened(data).insights.of(ALL)
    assert (found.sessions, found.voided) == (before.sessions - 1, before.voided + 1)
    opened(data).thoughts.capture("an act, which completes it")
    assert opened(data).insights.of(ALL) == found == slowly(data)


def test_weeks_held_what_the_list_of_all_weeks_says(data: Path) -> None:
    made = opened(data)
    weeks = {each.first_on: each for each in made.insights.of(ALL).promising}
    unfinished = [each for each in made.lookback.weeks() if not each.finished]
    assert len(unfinished) > 5
    for week in unfinished:
        if week.week.first_on in weeks:
            found = weeks[week.week.first_on]
            assert (found.focused_ms, found.promised) == (week.focused_ms, week.promised)
            assert found.kept == week.kept


def test_scores_are_those_of_the_board(data: Path) -> None:
    made = opened(data)
    worked_on = [each.id for each in made.insights.of(ALL).goals if each.id]
    assert len(worked_on) > 2
    for id in worked_on:
        made.goals.change(id, "cadence", "3 days")
    made.standings.sum_years()
    scores = {each.id: each.consistency for each in made.insights.of(ALL).goals if each.id}
    goals = [made.goals.get(id) for id in worked_on]
    assert scores == {each.id: made.standings.of(each).score for each in goals if each}


def test_outcomes_of_all_kinds_are_counted(data: Path) -> None:
    sessions, _ = everything(data)
    focus = [e for e in sessions if e.kind == "focus" and e.deleted_at is None]
    found = opened(data).insights.of(ALL)
    counted = (found.sessions, found.early, found.abandoned, found.voided)
    outcomes = [each.outcome for each in focus]
    kinds = (Outcome.DONE, Outcome.EARLY, Outcome.ABANDONED, Outcome.VOID)
    assert counted == tuple(outcomes.count(each) for each in kinds)
    assert min(found.sessions, found.early, found.voided) > 0
