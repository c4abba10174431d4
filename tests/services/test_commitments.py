"""Promises for a week: each act, what the file holds, and how they stand."""

from collections.abc import Callable

import pytest

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.inputs import Input, Measure
from focus_tui.domain.session import Outcome
from focus_tui.domain.week import Week
from focus_tui.services.commitments import Commitments, Standing, proposal
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, running
from tests.services.plans import on_goal, on_promise, one, work, worked
from tests.support.controls import WORST, texts

DAY = 24 * HOUR


@pytest.fixture
def commitments(app: App) -> Commitments:
    return app.services.commitments


def standing(commitments: Commitments, ahead: int = 0) -> Standing:
    """Of the only one of a week."""
    (found,) = commitments.of(commitments.week(ahead))
    return found


def off_until(machine: Machine, days: int, hours: int = 0) -> None:
    """The machine is off for so long."""
    machine.clock.reboot(days * DAY + hours * HOUR)


def test_a_promise_as_the_file_holds_it(machine: Machine, commitments: Commitments) -> None:
    commitments.promise("Audio: 3 days before 09:00 in two weeks", goal_id="g", idea_id="i")
    document = one(machine, "commitments")
    assert {name: document.pop(name) for name in ("created_at", "updated_at", "device")}
    assert document == {
        "text": "Audio",
        "input": {"n": 3, "of": "early_days", "before_min": 540},
        "first_on": "2026-11-23",
        "last_on": "2026-12-06",
        "goal_id": "g",
        "idea_id": "i",
        "promised": None,
        "done_at": None,
        "asked_at": None,
        "deleted_at": None,
    }


Act = Callable[[Commitments, Commitment], object]
ACTS: list[tuple[Act, str, str]] = [
    (
        lambda s, c: s.change(c.id, "Audio: 5 sessions"),
        "Promised: “Audio”, 5 sessions (it was 8 sessions).",
        "change the promise “Audio”",
    ),
    (
        lambda s, c: s.change(c.id, "Sound: 8 sessions in two weeks"),
        "Promised: “Sound”, 8 sessions.",
        "change the promise “Audio”",
    ),
    (lambda s, c: s.tick(c.id), "“Audio” is done.", "say that “Audio” is done"),
    (lambda s, c: s.delete(c.id), "Taken back: “Audio”.", "take back the promise “Audio”"),
    (lambda s, c: s.promise("more").text, "more", "promise “more”"),
]


@pytest.mark.parametrize(("act", "says", "label"), ACTS)
def test_each_act_says_what_it_did_and_comes_back(
    app: App, commitments: Commitments, act: Act, says: str, label: str
) -> None:
    made = commitments.promise("Audio: 8 sessions")
    assert act(commitments, made) == says
    view = app.services.desk.db.read
    after = view().commitments.all()
    assert after != (made,)
    assert app.services.history.undo() == f"Undone: {label}."
    assert [each for each in view().commitments.all() if each.deleted_at is None] == [made]
    app.services.history.redo()
    assert view().commitments.all() == after


def test_a_tick_is_taken_away_again(commitments: Commitments) -> None:
    made = commitments.promise("Post")
    assert (standing(commitments).kept, standing(commitments).done) == (False, 0)
    commitments.tick(made.id)
    assert (standing(commitments).kept, standing(commitments).done) == (True, 1)
    assert commitments.tick(made.id) == "“Post” is not done."
    assert not standing(commitments).kept


def test_what_was_taken_back_can_be_promised_again(commitments: Commitments) -> None:
    made = commitments.promise("Post")
    commitments.delete(made.id)
    assert commitments.of(commitments.week()) == ()
    assert commitments.restore(made.id) == "Promised again: “Post”."
    assert standing(commitments).commitment == made


@pytest.mark.parametrize("line", ["", ": 8 sessions", "x: 0 days", "a\nb", "\0", "x" * 20_001])
def test_what_cannot_be_promised(machine: Machine, commitments: Commitments, line: str) -> None:
    with pytest.raises(BadInput):
        commitments.promise(line)
    assert not machine.data.exists()


def test_a_promise_that_is_not_there(machine: Machine, commitments: Commitments) -> None:
    gone = "0" * 32
    acts = (commitments.tick, commitments.delete, commitments.restore)
    for act in (*acts, lambda id: commitments.change(id, "x")):
        with pytest.raises(NotFound, match="not there any more"):
            act(gone)
    assert commitments.get(gone) is commitments.get(None) is None


def test_changed_before_its_week_it_is_simply_another_promise(
    machine: Machine, app: App, commitments: Commitments
) -> None:
    made = commitments.promise("Audio: 8 sessions", ahead=1)
    assert commitments.change(made.id, "Audio: 5 sessions") == "Promised: “Audio”, 5 sessions."
    assert standing(commitments, 1).commitment.promised is None
    machine.kill(app)
    off_until(machine, 7)
    now = machine.command().commitments
    assert now.change(made.id, "Audio: 3 sessions") == (
        "Promised: “Audio”, 3 sessions (it was 5 sessions)."
    )
    assert standing(now).commitment.promised == Input(5, Measure.SESSIONS)
    assert now.change(made.id, "Audio: 4 days") == "Promised: “Audio”, 4 days (it was 5 sessions)."
    assert now.change(made.id, "Audio: 5 sessions") == "Promised: “Audio”, 5 sessions."
    assert standing(now).commitment.promised is None


def test_the_week_begins_at_the_day_boundary(machine: Machine, app: App) -> None:
    made = app.services.commitments.promise("Audio: 8 sessions", ahead=1)
    machine.kill(app)
    off_until(machine, 6, 17)  # Monday, 03:00 in Paris
    night = machine.command().commitments
    assert night.week() == Week("2026-11-23")
    assert night.change(made.id, "Audio: 5 sessions") == "Promised: “Audio”, 5 sessions."
    off_until(machine, 0, 1)
    morning = machine.command().commitments
    assert morning.week() == Week("2026-11-30")
    assert morning.change(made.id, "Audio: 2 sessions").endswith("(it was 5 sessions).")


def test_weeks_that_begin_on_sunday(machine: Machine, app: App) -> None:
    app.services.weeks.change("first_weekday", "Sunday from 2026-11-24")
    machine.kill(app)
    off_until(machine, 5)
    saturday = machine.command().commitments
    assert saturday.week() == Week("2026-11-22")
    assert saturday.promise("a").last_on == "2026-11-28"
    assert saturday.promise("b", ahead=1).first_on == "2026-11-29"
    off_until(machine, 1)
    sunday = machine.command().commitments
    assert sunday.week() == Week("2026-11-29")
    assert standing(sunday).commitment.text == "b"


def test_two_weeks_stand_in_both(machine: Machine, app: App, commitments: Commitments) -> None:
    long = commitments.promise("Long: 4 sessions in two weeks")
    short = commitments.promise("Short: 4 sessions")
    assert [each.commitment for each in commitments.of(commitments.week())] == [long, short]
    work(machine, app, on_promise(long))
    machine.kill(app)
    off_until(machine, 9)
    later = machine.app()
    work(machine, later, on_promise(long))
    again = later.services.commitments
    found = standing(again)
    assert (found.commitment, found.done, found.to_go) == (long, 2, "2 to go")
    assert again.of(again.week(1)) == ()
    assert [each.done for each in again.of(again.week(-1))] == [2, 0]


def test_a_session_begun_from_a_promise_carries_it_and_counts(machine: Machine, app: App) -> None:
    services = app.services
    goal = services.goals.add("Audio")
    promise = services.commitments.promise("Filters: 2 sessions", goal_id=goal.id)
    work(machine, app, services.upcoming.of_commitment(promise.id))
    ended = worked(services)[-1]
    assert (ended.intent, ended.commitment_id, ended.goal_id) == ("Filters", promise.id, goal.id)
    assert standing(services.commitments).done == 1
    work(machine, app, on_goal(goal))
    assert standing(services.commitments).kept
    assert standing(machine.command().commitments).done == 2


def test_what_is_not_for_it_does_not_count(machine: Machine, app: App) -> None:
    services = app.services
    goal, other = services.goals.add("Audio"), services.goals.add("Kaggle")
    promise = services.commitments.promise("Audio: 2 sessions", goal_id=goal.id)
    work(machine, app)
    work(machine, app, on_goal(other))
    services.focus.start(subject=on_promise(promise))
    machine.run(10 * MINUTE)
    services.focus.finish()
    services.focus.start(subject=on_promise(promise))
    machine.run(10 * MINUTE)
    services.focus.void()
    assert worked(services)[-1].outcome is Outcome.VOID
    assert (standing(services.commitments).done, standing(services.commitments).kept) == (0, False)
    services.commitments.change(promise.id, "Audio: 10 min")
    assert (standing(services.commitments).done, standing(services.commitments).kept) == (10, True)


def test_what_runs_counts_when_it_has_ended(machine: Machine, app: App) -> None:
    promise = app.services.commitments.promise("Audio: 30 min")
    app.services.focus.start(subject=on_promise(promise))
    machine.run(PLAN)
    assert running(app.services).commitment_id == promise.id
    assert standing(app.services.commitments).done == 0
    app.services.focus.finish()
    found = standing(app.services.commitments)
    assert (found.done, found.to_go) == (25, "5 min to go")


def test_days_that_can_still_be_had(machine: Machine, app: App) -> None:
    commitments = app.services.commitments
    promise = commitments.promise("Early: 5 days before 11:00")
    assert standing(commitments).to_go == "5 to go"
    machine.run(HOUR, HOUR)
    assert standing(commitments).to_go == "5 to go", "six days are left without this one"
    machine.kill(app)
    off_until(machine, 3)
    later = machine.app()
    found = standing(later.services.commitments)
    assert found.to_go == "3 of 5 still possible", "Friday, Saturday and Sunday"
    off_until(machine, 0, 22)
    work(machine, machine.app(), on_promise(promise))
    found = standing(machine.command().commitments)
    assert (found.done, found.to_go) == (1, "3 of 5 still possible")


def test_planned_beside_what_weeks_really_held(machine: Machine, app: App) -> None:
    services = app.services
    assert services.commitments.planned(services.commitments.week()).real_ms == 0
    for _ in range(4):
        work(machine, app, ms=PLAN)
    machine.kill(app)
    off_until(machine, 7)
    later = machine.app()
    work(machine, later)
    commitments = later.services.commitments
    for line in ("a: 8 sessions", "b: 3 days", "c: 2 h", "d", "e: 4 sessions in two weeks"):
        commitments.promise(line)
    planned = commitments.planned(commitments.week())
    assert planned.planned_ms == (8 + 3 + 2) * PLAN + 2 * HOUR
    assert planned.real_ms == PLAN, "a fourth of the hundred minutes of the week before"
    assert commitments.planned(commitments.week(1)).planned_ms == 2 * PLAN
    assert commitments.planned(commitments.week(1)).real_ms == PLAN


def test_the_cadence_of_a_goal_is_proposed(app: App, commitments: Commitments) -> None:
    goals = app.services.goals
    goal = goals.add("Audio: part 2 in two weeks")
    for cadence in ("3 days before 09:00", "8 sessions", "90 min", ""):
        goals.change(goal.id, "cadence", cadence)
        (found,) = goals.all()
        made = commitments.promise(proposal(found), goal_id=goal.id)
        assert made.text == found.title
        assert made.input == (found.cadence or Input(1, Measure.DONE))
        assert not made.two_weeks


def test_a_promise_is_named_by_its_text_or_the_beginning(commitments: Commitments) -> None:
    made = [commitments.promise(line) for line in ("Audio: 8 sessions", "Audio filters", "Post")]
    assert commitments.named("audio") == made[0]
    assert commitments.named("AUDIO F") == made[1]
    assert commitments.named("p") == made[2]
    with pytest.raises(BadInput, match="2 promises begin with “a”"):
        commitments.named("a")
    commitments.promise("Next", ahead=1)
    with pytest.raises(NotFound, match="There is no promise “next”"):
        commitments.named("next")


@pytest.mark.parametrize(
    "text", [WORST, "[/foo]", "${x}", "3: 10:30", *(t for t in texts() if t.splitlines() == [t])]
)
def test_odd_text_is_kept_as_typed_and_named_harmlessly(
    machine: Machine, app: App, commitments: Commitments, text: str
) -> None:
    made = commitments.promise(f"{text}: 3 days")
    assert one(machine, "commitments")["text"] == text
    said = commitments.change(made.id, f"{text}: 2 days in two weeks")
    assert said.isprintable()
    assert one(machine, "commitments")["text"] == text
    assert commitments.tick(made.id).isprintable()
    assert app.services.history.undo().isprintable()
    work(machine, app, app.services.upcoming.of_commitment(made.id))
    assert worked(app.services)[-1].intent == text


def test_another_processes_change_between_is_kept(
    machine: Machine, app: App, commitments: Commitments
) -> None:
    made = commitments.promise("Audio: 8 sessions")
    machine.command().commitments.tick(made.id)
    commitments.change(made.id, "Audio: 5 sessions")
    assert one(machine, "commitments")["done_at"] is not None
    machine.command().commitments.delete(made.id)
    assert commitments.of(commitments.week()) == ()
    assert app.services.history.undo() == "Undone: take back the promise “Audio”."
    assert standing(commitments).commitment.input.count == 5
