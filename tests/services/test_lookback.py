"""Looking back: all weeks with their figures, what was said in them, months and years."""

from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.services.reflecting import Asked
from tests.services.machine import HOUR, App, Machine
from tests.services.plans import on_goal, work

DAY = 24 * HOUR
WEEK = Week("2026-11-23")


def lived(machine: Machine, app: App) -> None:
    """Two weeks: one that is reviewed, with a promise that was kept; one with a promise of two
    weeks that is kept only by both."""
    of = app.services
    goal = of.goals.add("Audio")
    of.commitments.promise("Lesson: 2 sessions", goal_id=goal.id)
    of.commitments.promise("Kernel: 3 sessions in two weeks", goal_id=goal.id)
    for _ in range(2):
        work(machine, app, on_goal(goal))
    machine.clock.run(6 * DAY)
    of.reflecting.add(WEEK, Part.LEARNED, "A window is a product")
    of.reflecting.add(WEEK, Part.WON, "Gave a talk")
    of.reflecting.energy(WEEK, 4)
    of.reflecting.finish(WEEK)
    machine.clock.run(2 * DAY)
    work(machine, app, on_goal(goal))


def test_all_weeks_the_newest_first(machine: Machine, app: App) -> None:
    lived(machine, app)
    second, first = app.services.lookback.weeks()
    assert (first.week, first.sessions, first.focused_ms) == (WEEK, 2, 50 * 60_000)
    assert (first.kept, first.promised, first.energy, first.finished) == (1, 2, 4, True)
    assert first.first_win.startswith("Kept: Lesson")
    assert (second.week, second.sessions) == (WEEK.after(), 1)
    assert (second.kept, second.promised, second.finished) == (1, 1, False)
    assert second.first_win == ""
    app.services.reflecting.add(WEEK.after(), Part.WON, "Slept")
    assert app.services.lookback.weeks()[0].first_win == "Slept"


def test_the_list_is_of_sums_and_stays_what_the_evidence_says(machine: Machine, app: App) -> None:
    lived(machine, app)
    for each in app.services.lookback.weeks():
        evidence = app.services.evidences.of(each.week)
        assert (each.focused_ms, each.sessions) == (evidence.focused_ms, evidence.sessions)


def test_a_year_ago(machine: Machine, app: App) -> None:
    lived(machine, app)
    lookback = app.services.lookback
    then = lookback.a_year_ago(WEEK.after(52))
    assert then is not None
    assert then.week == WEEK
    assert lookback.a_year_ago(WEEK) is None


def test_what_was_said_is_found(machine: Machine, app: App) -> None:
    lived(machine, app)
    lookback, reflecting = app.services.lookback, app.services.reflecting
    reflecting.say(Asked(WEEK.after(), Part.HOW, "how"), "window by window")
    found = [(each.week, each.part) for each in lookback.find("WINDOW")]
    assert found == [(WEEK.after(), Part.HOW), (WEEK, Part.LEARNED)]
    assert [each.text for each in lookback.find("lesson kept")] == ["Kept: Lesson, 2 of 2 sessions"]
    assert lookback.find("window nonsense") == ()
    (line,) = app.services.reviews.of(WEEK).lines[Part.LEARNED]
    reflecting.delete(line)
    assert [each.part for each in lookback.find("window")] == [Part.HOW]


def test_a_month_and_a_year_are_made_of_their_weeks(machine: Machine, app: App) -> None:
    lived(machine, app)
    lookback = app.services.lookback
    month = lookback.span(Range.of(Reach.MONTH, "2026-11-23"))
    year = lookback.span(Range.of(Reach.YEAR, "2026-01-01"))
    assert month.title == "November 2026"
    assert month.figures == ("1 h 15", "3 sessions", "2 weeks")
    assert year.figures == month.figures
    sections = {each.title: each.lines for each in month.sections}
    assert sections["Weeks"][0] == "23 to 29 Nov: 50 min, 2 sessions, 1 of 2 kept"
    assert sections["Won"][-1] == "Gave a talk"
    assert sections["Learned"] == ("A window is a product",)


def test_two_weeks_side_by_side(machine: Machine, app: App) -> None:
    lived(machine, app)
    table = {
        name: (one, other) for name, one, other in app.services.lookback.beside(WEEK, WEEK.after())
    }
    assert table["Focus"] == ("50 min", "25 min")
    assert table["Energy"] == ("4 of 5", "not said")
    assert table["Kept"] == ("1 of 2", "1 of 1")
