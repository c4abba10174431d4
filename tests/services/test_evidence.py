"""What the data say about a week, from whatever files it lies in."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from focus_tui.composition import Services, services
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.evidence import DayHeld, Hour, Said, Titled, Verdict
from focus_tui.domain.gathering import evidence_of
from focus_tui.domain.goal import Column
from focus_tui.domain.idea import IdeaState
from focus_tui.domain.inputs import Input, Measure, worked_in
from focus_tui.domain.lived import Lived
from focus_tui.domain.logrange import Reach
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.nextweek import Why
from focus_tui.domain.session import Focused, Session
from focus_tui.domain.week import Week
from focus_tui.store.codecs import MARKS, SESSIONS
from focus_tui.store.fields import Raw
from tests.decade.life import Decade, live, write
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, closed, running
from tests.services.plans import on_goal, on_promise, work
from tests.support.clock import MONDAY_MORNING_MS, FakeClock

DAY = 24 * HOUR
ZONE = "Europe/Paris"
MONDAY = "2026-11-23"


def later(machine: Machine, days: int) -> None:
    """So many days pass in which nothing is done."""
    machine.clock.run(days * DAY)


# A week that is lived.


def test_a_week_in_which_nothing_was_yet(app: App) -> None:
    found = app.services.evidences.of(app.services.evidences.week())
    assert found.week == Week(MONDAY)
    assert (found.focused_ms, found.sessions, found.promised, found.goals) == (0, 0, (), ())
    assert app.services.evidences.wins(found.week) == ()
    assert app.services.evidences.proposals(found.week) == ()
    assert app.services.evidences.drafts(found.week) == ()


def test_a_week_as_it_was_lived(machine: Machine, app: App) -> None:
    of = app.services
    audio, octave = of.goals.add("Audio"), of.goals.add("Octave")
    of.goals.change(audio.id, "cadence", "3 sessions")
    of.goals.change(audio.id, "target", "5 posts")
    filters = of.commitments.promise("Filters: 2 sessions")
    work(machine, app, on_goal(audio))
    of.record.rate(closed(of)[0].id, Focused.PARTLY)
    work(machine, app, on_promise(filters))
    of.focus.start("Mail")
    of.record.say_what(of.record.interrupt(MarkKind.EXTERNAL), "phone")
    machine.run(10 * MINUTE)
    of.tangents.push("broken pip")
    machine.run(15 * MINUTE + 3 * MINUTE)
    of.ladder.climb()
    of.ladder.say_what(of.ladder.found(), "the lock file")
    of.focus.finish()
    machine.run(7 * MINUTE)
    of.focus.finish()
    of.focus.start("nothing")
    machine.run(5 * MINUTE)
    of.focus.void()
    of.editing.void([closed(of)[-1]], "wrong timer")
    of.day_end.energy(2)
    of.day_end.energy(4)
    of.goals.one_more(audio.id)
    of.goals.let_go(octave.id, "not mine")
    (idea,) = of.thoughts.capture("read the paper")
    of.choosing.set_state([idea.id], IdeaState.DONE)

    found = of.evidences.of(of.evidences.week())
    assert found.days[0] == DayHeld(MONDAY, 3 * PLAN + 3 * MINUTE, 3, 4)
    (promised,) = found.promised
    assert (promised.verdict, promised.done) == (Verdict.PARTLY, 1)
    first, none = found.goals
    assert (first.id, first.sessions, first.done) == (audio.id, 1, 1)
    assert (none.id, none.sessions, none.focused_ms) == ("", 2, 2 * PLAN + 3 * MINUTE)
    assert found.best_hour == Hour(10, HOUR)
    assert found.interrupted == (0, 1, (Said("phone", 1),))
    assert found.tangents == (Said("broken pip", 18 * MINUTE),)
    assert found.found == ("the lock file",)
    assert (found.overtime_ms, found.overrun_ms) == (3 * MINUTE, 2 * MINUTE)
    assert (found.voided, found.voided_ms) == (1, 5 * MINUTE)
    assert found.why_voided == ("wrong timer",)
    assert found.outside_ms == 2 * PLAN + 3 * MINUTE
    assert found.ideas == (1, (Titled(idea.id, "read the paper"),), ())
    assert found.moved.begun == (Titled(audio.id, "Audio"),)
    assert found.moved.let_go == (Titled(octave.id, "Octave"),)
    assert found.moved.counted == (Said("Audio", 1),)
    assert found.moved.first_sessions == (Titled(audio.id, "Audio"),)
    assert found.focused == (0, 1, 0)


def test_past_the_day_s_limit(machine: Machine) -> None:
    machine.settings("[day]\nlimit_minutes = 30\n")
    app = machine.app()
    work(machine, app)
    work(machine, app)
    with app.services.day_end.because("a deadline"):
        work(machine, app)
    found = app.services.evidences.of(app.services.evidences.week())
    assert (found.over_limit, found.over_limit_ms) == (1, 3 * PLAN - 30 * MINUTE)
    assert found.beyond == ("a deadline",)


def test_what_runs_is_not_told_yet(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(10 * MINUTE)
    assert running(app.services).intent == "x"
    assert app.services.evidences.of(app.services.evidences.week()).focused_ms == 0


def test_it_is_kept_while_the_data_are_the_same(machine: Machine, app: App) -> None:
    of = app.services.evidences
    work(machine, app)
    found = of.of(of.week())
    machine.run(MINUTE)
    assert of.of(of.week()) is found
    work(machine, app)
    assert of.of(of.week()).sessions == 2
    app.services.history.undo()
    assert machine.services().evidences.of(of.week()) == of.of(of.week())


def test_another_limit_or_zone_is_another_answer(machine: Machine, app: App) -> None:
    of = app.services
    work(machine, app)
    of.thoughts.capture("late")
    assert of.evidences.of(Week(MONDAY)).over_limit == 0
    of.preferences.change("day", "limit_minutes", 15)
    assert of.evidences.of(Week(MONDAY)).over_limit == 1
    assert of.evidences.of(Week(MONDAY)).ideas.captured == 1
    machine.zone = "Pacific/Honolulu"  # where the same moment is still Sunday
    of.desk.ask_zone()
    assert of.evidences.of(Week(MONDAY)).ideas.captured == 0


def test_a_promise_for_two_weeks_is_told_as_far_as_each_week_goes(
    machine: Machine, app: App
) -> None:
    of = app.services
    promise = of.commitments.promise("Long: 2 sessions in two weeks")
    work(machine, app, on_promise(promise))
    later(machine, 7)
    work(machine, app, on_promise(promise))
    (first,), (second,) = (of.evidences.of(Week(MONDAY).after(n)).promised for n in (0, 1))
    assert (first.verdict, first.done) == (Verdict.RUNNING, 1)
    assert (second.verdict, second.done) == (Verdict.KEPT, 2)


@pytest.mark.parametrize("weeks", [1, 60])
def test_a_first_session_is_the_first_ever(machine: Machine, app: App, weeks: int) -> None:
    of = app.services
    goal = of.goals.add("Audio")
    (idea,) = of.thoughts.capture("Filters")
    on_idea = on_goal(goal)._replace(idea_id=idea.id)
    work(machine, app, on_idea)
    later(machine, 7 * weeks)
    work(machine, app, on_idea)
    for _ in range(30):
        work(machine, app, on_idea, 5 * MINUTE)
    first, again = Week(MONDAY), of.evidences.week()
    titled = {Titled(goal.id, "Audio"), Titled(idea.id, "Filters")}
    assert set(of.evidences.of(first).moved.first_sessions) == titled
    assert of.evidences.of(again).moved.first_sessions == ()
    if weeks > 50:
        assert of.desk.db.archives()


def test_the_weeks_of_another_calendar(machine: Machine, app: App) -> None:
    app.services.weeks.change("first_weekday", "Sunday from 2026-12-06")
    later(machine, 21)
    of = app.services.evidences
    assert of.week() == Week("2026-12-13")
    assert of.week("2026-12-06") == Week("2026-12-06")
    assert of.week("2026-12-05") == Week("2026-11-30")


def test_what_is_made_of_the_evidence(machine: Machine, app: App) -> None:
    of = app.services
    audio, kaggle = of.goals.add("Audio"), of.goals.add("Kaggle")
    of.goals.change(audio.id, "cadence", "3 sessions")
    of.commitments.promise("Post")
    for _ in range(3):
        for _ in range(2):
            work(machine, app, on_goal(audio))
        later(machine, 7)
    this = of.evidences.week().after(-1)
    assert [win.key for win in of.evidences.wins(this)] == ["step"]
    proposed = of.evidences.proposals(this)
    assert [each.key for each in proposed] == [f"cadence:{audio.id}", f"alone:{kaggle.id}"]
    assert of.evidences.before(this, 2) == tuple(
        of.evidences.of(this.after(-back)) for back in (1, 2)
    )
    drafts = of.evidences.drafts(Week(MONDAY).after())
    assert [(each.line, each.why) for each in drafts] == [
        ("Audio: 3 sessions", Why.CADENCE),
        ("Post", Why.UNKEPT),
    ]
    of.off.declare(f"{this.first_on} to {this.last_on}")
    assert of.evidences.proposals(this) == ()


def test_a_goal_s_count_is_all_there_ever_was(machine: Machine, app: App) -> None:
    of = app.services
    goal = of.goals.add("Write")
    of.goals.change(goal.id, "cadence", "1 session")
    of.goals.change(goal.id, "target", "5 posts")
    of.goals.change(goal.id, "deadline", "2026-12-02")
    of.goals.one_more(goal.id)
    later(machine, 7)
    of.goals.one_more(goal.id, 2)
    work(machine, app, on_goal(goal))
    (found,) = of.evidences.proposals(of.evidences.week())
    assert found.rests_on == "3 of 5 posts by Wed 2 Dec; 1 of 1 session put in"


# Ten years, and files that changed.


@pytest.fixture(scope="module")
def decade() -> Decade:
    """One week in twenty of ten years."""
    return live(5, date(2026, 11, 23), 20)


@pytest.fixture
def data(decade: Decade, tmp_path: Path) -> Path:
    write(decade, tmp_path / "life" / "focus.json")
    return tmp_path / "life" / "focus.json"


def opened(data: Path) -> Services:
    """As a new process opens it."""
    return services(data, clock=FakeClock(MONDAY_MORNING_MS), zone=lambda: ZONE, env={})


def everything(data: Path) -> tuple[list[Session], list[Mark]]:
    """All sessions and marks of all files."""
    sessions, marks = dict[str, Session](), dict[str, Mark]()
    for path in (*sorted(data.parent.glob("sessions-*.json")), data):
        tables = json.loads(path.read_text(encoding="utf-8"))
        sessions |= {id: SESSIONS.decode(id, raw) for id, raw in tables["sessions"].items()}
        marks |= {id: MARKS.decode(id, raw) for id, raw in tables["marks"].items()}
    return list(sessions.values()), list(marks.values())


def weeks_of(sessions: list[Session]) -> list[Week]:
    """All that hold something, and those at the ends of years."""
    days = {each.started.on for each in sessions}
    ends = {f"{year}-12-31" for year in range(2016, 2027)}
    return sorted({Week.of(on, 1) for on in days | ends})


def test_each_week_of_ten_years_is_what_all_files_say(data: Path) -> None:
    sessions, marks = everything(data)
    of = opened(data)
    view = of.desk.db.read()
    lived = Lived(
        Calendar(view.calendar.all()),
        ZONE,
        tuple(sessions),
        tuple(marks),
        view.goals.all(),
        view.commitments.all(),
        view.ideas.all(),
        limit_ms=of.preferences.limit_ms(),
    )
    weeks = weeks_of(sessions)
    assert len(weeks) > 30
    for week in weeks:
        found = of.evidences.of(week)
        expected = evidence_of(lived._replace(known=known(sessions, week)), week)
        assert found == expected
    assert sum(len(of.evidences.of(week).moved.first_sessions) for week in weeks) > 5


def known(sessions: list[Session], week: Week) -> frozenset[str]:
    """What was worked on before a week."""
    before = [
        each
        for each in sessions
        if each.started.on < week.first_on and (row := worked_in(each)) and row.focused_ms
    ]
    return frozenset(id for each in before for id in (each.goal_id, each.idea_id) if id)


def changed(path: Path, change: Callable[[dict[str, Raw]], object]) -> None:
    """Somebody edits a file by hand."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    change(tables["sessions"])
    path.write_text(json.dumps(tables), encoding="utf-8")


def a_week_of(data: Path, year: int) -> tuple[Week, Path]:
    """One that lies in that year's archive and holds something, and the archive."""
    archive = data.parent / f"sessions-{year}.json"
    sessions = json.loads(archive.read_text(encoding="utf-8"))["sessions"].values()
    days = sorted(each["on"] for each in sessions if each["kind"] == "focus")
    return Week.of(days[len(days) // 2], 1), archive


def test_a_past_session_that_is_corrected_changes_its_week(data: Path) -> None:
    of = opened(data)
    week, _ = a_week_of(data, 2018)
    before = of.evidences.of(week)
    seen = of.log.sessions(of.log.range(Reach.WEEK, week.first_on))
    focus = [each for each in seen if worked_in(each)]
    of.editing.void(focus, "unwell")
    after = of.evidences.of(week)
    assert (after.focused_ms, after.sessions) == (0, 0)
    assert after.voided == before.voided + len(focus)
    assert after.why_voided.count("unwell") == len(focus)


def test_an_archive_that_a_hand_changes_is_read_again(data: Path) -> None:
    of = opened(data)
    week, archive = a_week_of(data, 2019)
    assert of.evidences.of(week).focused_ms > 0
    changed(archive, lambda sessions: sessions.clear())
    assert of.evidences.of(week).focused_ms == 0


def test_what_can_t_be_read_elsewhere_does_not_matter(data: Path) -> None:
    week, archive = a_week_of(data, 2020)
    expected = opened(data).evidences.of(week)
    day_before = str(date.fromisoformat(week.first_on) - timedelta(days=40))
    broken = {"on": day_before, "kind": "focus", "goal_id": None}
    changed(archive, lambda sessions: sessions.update(broken=broken))
    assert opened(data).evidences.of(week) == expected
    changed(archive, lambda sessions: sessions["broken"].update(on=week.first_on))
    with pytest.raises(DataUnusable, match=r"sessions-2020\.json"):
        opened(data).evidences.of(week)


def test_standings_of_a_week_that_is_over(machine: Machine, app: App) -> None:
    of = app.services
    goal = of.goals.add("Audio", Column.ACTIVE)
    of.commitments.promise("Audio: 2 sessions", goal_id=goal.id)
    work(machine, app, on_goal(goal))
    later(machine, 7)
    (standing,) = of.evidences.standings(Week(MONDAY))
    assert (standing.commitment.text, standing.goal) == ("Audio", of.goals.get(goal.id))
    assert (standing.done, standing.kept, standing.to_go) == (1, False, "")
    assert standing.commitment.input == Input(2, Measure.SESSIONS)
