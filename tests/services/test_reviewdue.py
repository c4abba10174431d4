"""Which week waits on Today to be looked at. When a test begins it is Monday, ten in Paris."""

import json

import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.week import Week
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import work

DAY = 24 * HOUR
WEEK = Week("2026-11-23")


def asked(app: App) -> list[str]:
    """The weeks that wait, by their first days."""
    cards = app.services.desk.present().cards
    return [each.about.id for each in cards if each.asks is Asks.REVIEW]


def over(machine: Machine, app: App) -> None:
    """A week with one session; it is the Sunday of it."""
    work(machine, app)
    machine.clock.run(6 * DAY)
    app.look()


def test_it_waits_from_the_day_of_the_review_until_the_next_one_takes_its_place(
    machine: Machine, app: App
) -> None:
    work(machine, app)
    for expected in [False] * 6 + [True] * 7 + [False]:
        assert asked(app) == ["2026-11-23"] * expected, app.services.desk.today()
        machine.clock.run(DAY)
    assert app.services.desk.today() == "2026-12-07"


def test_each_week_takes_the_place_of_the_one_before(machine: Machine, app: App) -> None:
    over(machine, app)
    machine.clock.run(2 * DAY)
    work(machine, app)
    assert asked(app) == ["2026-11-23"]
    machine.clock.run(5 * DAY)
    assert asked(app) == ["2026-11-30"]


def test_a_review_that_is_begun_waits_and_one_that_is_finished_does_not(
    machine: Machine, app: App
) -> None:
    over(machine, app)
    app.services.reflecting.energy(WEEK, 4)
    assert asked(app) == ["2026-11-23"]
    app.services.reflecting.finish(WEEK)
    assert asked(app) == []
    app.services.reflecting.reopen(WEEK)
    assert asked(app) == ["2026-11-23"]


def test_a_skipped_week_does_not_wait_until_that_is_undone(machine: Machine, app: App) -> None:
    over(machine, app)
    app.services.reflecting.skip(WEEK)
    assert asked(app) == []
    assert app.services.history.undo() == "Undone: skip the review of 23 to 29 Nov."
    assert asked(app) == ["2026-11-23"]


def test_it_is_known_without_reading_what_was_kept_of_a_week(machine: Machine, app: App) -> None:
    over(machine, app)
    app.services.reflecting.finish(WEEK)
    data = json.loads(machine.data.read_text(encoding="utf-8"))
    (reflection,) = data["reflections"].values()
    reflection["seen"] = {"first_on": 7}
    machine.data.write_text(json.dumps(data), encoding="utf-8")
    assert asked(machine.app()) == []


def test_a_promise_alone_is_something_to_look_at(machine: Machine, app: App) -> None:
    promise = app.services.commitments.promise("Read: 2 sessions")
    machine.clock.run(6 * DAY)
    app.look()
    assert asked(app) == []  # it may still be kept
    machine.clock.run(DAY)
    app.look()
    assert asked(app) == ["2026-11-23"]
    app.services.commitments.delete(promise.id)
    assert asked(app) == []


@pytest.mark.parametrize("what", ["a session", "a promise"])
def test_who_begins_on_a_week_s_last_day_is_asked_on_the_next_one(
    what: str, machine: Machine, app: App
) -> None:
    machine.clock.run(6 * DAY)
    if what == "a session":
        work(machine, app)
    else:
        app.services.commitments.promise("Read: 2 sessions")
    assert asked(app) == []
    machine.clock.run(DAY)
    assert asked(app) == ["2026-11-23"]


def test_deleted_sessions_are_nothing_to_look_at(machine: Machine, app: App) -> None:
    over(machine, app)
    data = json.loads(machine.data.read_text(encoding="utf-8"))
    for each in data["sessions"].values():
        each["deleted_at"] = each["updated_at"]
    machine.data.write_text(json.dumps(data), encoding="utf-8")
    assert asked(machine.app()) == []


def test_it_waits_while_a_session_runs_and_is_there_in_the_break(
    machine: Machine, app: App
) -> None:
    over(machine, app)
    app.services.focus.start("x", planned_ms=10 * MINUTE)
    assert asked(app) == []
    machine.run(10 * MINUTE)
    app.services.focus.next()
    assert asked(app) == ["2026-11-23"]
    assert app.services.desk.present().cards[-1].asks is Asks.REVIEW  # what passes comes first


@pytest.mark.parametrize(("review", "first", "last"), [("Saturday", 5, 11), ("Tuesday", 8, 14)])
def test_the_review_may_be_on_another_day(
    review: str, first: int, last: int, machine: Machine, app: App
) -> None:
    """A week that has not ended by then waits for the next day of the review."""
    app.services.weeks.change("review_weekday", review)
    if review == "Saturday":
        app.services.weeks.change("first_weekday", "Sunday")
    work(machine, app)
    begins = {"Saturday": "2026-11-22", "Tuesday": "2026-11-23"}[review]
    seen = []
    for day in range(16):
        if asked(app):
            seen.append((day, *asked(app)))
        machine.clock.run(DAY)
    assert seen == [(day, begins) for day in range(first, last + 1)]


def test_where_the_data_cant_be_read_it_waits_on(machine: Machine, app: App) -> None:
    over(machine, app)
    assert asked(app) == ["2026-11-23"]
    machine.data.write_text("{", encoding="utf-8")
    shown = app.services.desk.shown()
    assert shown.unreadable
    assert [each.about.id for each in shown.cards if each.asks is Asks.REVIEW] == ["2026-11-23"]


def test_the_screen_begins_with_what_waits(machine: Machine, app: App) -> None:
    reviews = app.services.reviews
    over(machine, app)
    assert (reviews.first(), reviews.due(app.services.desk.today())) == (WEEK, WEEK)
    machine.clock.run(3 * DAY)
    work(machine, app)
    machine.clock.run(7 * DAY)
    assert reviews.offered() == (WEEK.after(), WEEK)
    app.services.reflecting.skip(WEEK.after())
    assert (reviews.offered(), reviews.first()) == ((WEEK,), WEEK.after(2))
