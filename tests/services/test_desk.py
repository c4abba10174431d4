import os
from pathlib import Path

import pytest

from focus_tui.domain.calendar import CalendarRule
from focus_tui.domain.cards import Asks
from focus_tui.domain.interval import State
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Outcome
from focus_tui.store.tables import Documents
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, last, running


def test_a_new_machine_rests(app: App) -> None:
    present = app.services.desk.present()
    assert present.state is State.IDLE
    assert (present.day.on, present.day.count, present.day.focused_ms) == ("2026-11-23", 0, 0)
    assert (present.place_in_cycle, present.every, present.cards) == (0, 4, ())
    assert present.watched


def test_the_days_sums(machine: Machine, app: App) -> None:
    focus = app.services.focus
    focus.start("a")
    machine.run(PLAN + 2 * MINUTE)
    focus.next()
    machine.run(5 * MINUTE)
    focus.next()
    machine.run(10 * MINUTE)
    focus.finish()
    focus.start("void")
    machine.run(10 * MINUTE)
    focus.void()
    focus.start("b")
    machine.run(3 * MINUTE)
    present = app.services.desk.present()
    assert present.day.count == 1
    assert present.day.focused_ms == (27 + 10 + 3) * MINUTE
    assert [each.outcome for each in present.day.focus] == [
        Outcome.DONE,
        Outcome.EARLY,
        Outcome.VOID,
    ]
    assert (present.done_in_cycle, present.place_in_cycle) == (1, 2)


def test_the_cycle_begins_anew_after_two_hours(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(PLAN)
    app.services.focus.finish()
    app.services.focus.finish()
    machine.run(2 * HOUR, MINUTE)
    assert app.services.desk.present().place_in_cycle == 0
    app.services.focus.start()
    assert app.services.desk.present().place_in_cycle == 1
    assert app.services.desk.present().day.count == 1


def test_yesterdays_questions_wait_until_tomorrow(machine: Machine, app: App) -> None:
    app.services.focus.start()
    machine.run(10 * MINUTE)
    machine.clock.sleep(30 * MINUTE)
    app.look()
    app.services.focus.finish()
    for days, questions in ((0, 1), (1, 1), (2, 0)):
        machine.clock.wall_ms = last(app.services).started.at_ms + days * 24 * HOUR
        asked = [each for each in app.services.desk.present().cards if each.asks is Asks.AWAY]
        assert len(asked) == questions


def test_the_day_begins_where_the_data_say(machine: Machine, app: App) -> None:
    with app.services.desk.act("the day begins at noon") as tx:
        tx.calendar.put(
            CalendarRule(id="1" * 32, valid_from="2026-11-01", day_boundary_min=12 * 60)
        )
    present = app.services.desk.present()
    assert present.day.on == "2026-11-22"
    assert present.day_ends_ms == machine.clock.wall_ms + 2 * HOUR
    app.services.focus.start()
    assert running(app.services).started.on == "2026-11-22"


def test_a_past_day(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    app.services.record.interrupt(MarkKind.EXTERNAL)
    machine.run(PLAN)
    app.services.focus.finish()
    machine.clock.step(400 * 24 * HOUR)
    day = app.services.desk.day("2026-11-23")
    assert [each.intent for each in day.focus] == ["x"]
    assert [each.kind for each in day.marks_of(day.focus[0].id)] == [MarkKind.EXTERNAL]
    assert (day.count, day.focused_ms) == (1, PLAN)
    assert app.services.desk.day("2020-02-29").sessions == ()


def test_a_past_day_comes_from_the_archive_of_its_year(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(PLAN)
    app.services.focus.finish()
    app.services.focus.finish()
    (machine.data.parent / "sessions-2026.json").write_bytes(machine.data.read_bytes())
    with app.services.desk.act("move the year") as tx:
        for each in tx.sessions.all():
            tx.sessions.remove(each.id)
    assert app.services.desk.present().day.sessions == ()
    assert [each.intent for each in app.services.desk.day("2026-11-23").focus] == ["x"]


def test_what_was_deleted_is_not_of_the_day(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(PLAN)
    app.services.focus.finish()
    text = machine.data.read_text(encoding="utf-8")
    deleted = text.replace('"deleted_at":null', '"deleted_at":"2026-11-23T10:00:00.000Z"')
    assert deleted != text
    machine.data.write_text(deleted, encoding="utf-8")
    assert app.services.desk.present().day.sessions == ()
    assert app.services.desk.day("2026-11-23").sessions == ()


def test_a_moment_of_the_same_data_searches_nothing(
    machine: Machine, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is asked for every second: the day is read off the data once for each change of them."""
    searched: list[str] = []
    for name in ("ids", "ids_where", "ids_among"):
        search = getattr(Documents, name)

        def counting(documents: Documents, *given: object, search: object = search) -> list[str]:
            if documents.name in ("sessions", "marks"):
                searched.append(documents.name)
            assert callable(search)
            found: list[str] = search(documents, *given)
            return found

        monkeypatch.setattr(Documents, name, counting)
    app.services.focus.start("x")
    app.services.desk.present()
    searched.clear()
    machine.run(10 * MINUTE)
    assert searched == []
    app.services.focus.set_intent("y")
    assert sorted(searched) == ["marks", "marks", "sessions"]


def test_nothing_is_made_by_looking(machine: Machine, own_home: Path) -> None:
    machine.command().desk.present()
    assert not machine.data.parent.exists()
    made = [name for _, _, names in os.walk(own_home) for name in names]
    assert all(name == "device" or name.startswith("bell-") for name in made)
