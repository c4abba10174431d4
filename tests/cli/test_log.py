import json
from datetime import date

import pytest

from focus_tui.cli.daytable import document, table
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Focused
from focus_tui.domain.spans import What
from tests.cli.shell import Shell
from tests.domain.desk import at
from tests.services.conftest import app, machine
from tests.services.machine import MINUTE, PLAN, App, Machine, account, closed

__all__ = ["app", "machine"]

DAY = """\
Mon 23 Nov 2026

10:00–10:27    27 min  done       Mel [red]filters[/]
                                  10:10 own mind: mail
                                  10:10 somebody
                                  focused: partly, noise
10:27–10:32     5 min             short break
10:32–11:12    10 min  early
                                  30 min away, not answered yet
11:12–11:22    10 min  void       not this
11:22–          3 min  focus      b

1 session · 38 min focus · 2 min overtime · 5 min break · 30 min away"""


@pytest.fixture
def lived(machine: Machine, app: App) -> App:
    """A morning."""
    focus = app.services.focus
    focus.start("Mel [red]filters[/]")
    machine.run(10 * MINUTE)
    app.services.record.say_what(app.services.record.interrupt(MarkKind.INTERNAL), "mail")
    app.services.record.interrupt(MarkKind.EXTERNAL)
    machine.run(PLAN - 8 * MINUTE)
    focus.next()
    app.services.record.rate(closed(app.services)[0].id, Focused.PARTLY)
    app.services.record.note(closed(app.services)[0].id, "noise")
    machine.run(5 * MINUTE)
    focus.next()
    focus.set_intent("")
    machine.run(10 * MINUTE)
    machine.clock.sleep(30 * MINUTE)
    app.look()
    focus.finish()
    focus.start("not this")
    machine.run(10 * MINUTE)
    focus.void()
    focus.start("b")
    machine.run(3 * MINUTE)
    return app


def test_a_day_as_a_person_reads_it(lived: App) -> None:
    assert table(lived.services.desk.present().day) == DAY


def test_a_note_without_an_answer(app: App) -> None:
    app.services.focus.start()
    app.services.focus.finish()
    app.services.record.note(closed(app.services)[0].id, "noise")
    assert f"\n{34 * ' '}noise\n" in table(app.services.desk.present().day)


def test_what_was_shown_stays_while_time_passes(machine: Machine, app: App) -> None:
    for seconds in (0, 11, 40):
        app.services.focus.start()
        machine.run(PLAN + seconds * 1_000, 1_000)
        app.services.focus.next()
        app.services.focus.finish()
    app.services.focus.start()
    before = table(app.services.desk.present().day).split("\n")
    assert [line[13:21] for line in before if "done" in line] == [
        "  25 min",
        "  25 min",
        "  26 min",
    ]
    assert before[-1] == "3 sessions · 1 h 15 focus · 51 s overtime"
    for _ in range(60):
        machine.run(10_000)
        now = table(app.services.desk.present().day).split("\n")
        assert now[:-3] == before[:-3]
        assert now[-1].endswith(" focus · 51 s overtime")


def test_a_day_as_a_program_reads_it(machine: Machine, lived: App) -> None:
    day = json.loads(json.dumps(document(lived.services.desk.present().day)))
    assert (day["on"], day["count"], day["focused_ms"]) == ("2026-11-23", 1, 40 * MINUTE)
    first = day["sessions"][0]
    assert (first["started_at"], first["ended_at"], first["zone"]) == (
        "2026-11-23T09:00:00.000Z",
        "2026-11-23T09:27:00.000Z",
        "Europe/Paris",
    )
    assert first["spans"] == [["focus", PLAN], ["overtime", 2 * MINUTE]]
    assert (first["kind"], first["outcome"]) == ("focus", "done")
    assert [each["kind"] for each in first["marks"]] == ["internal", "external"]
    assert [each["outcome"] for each in day["sessions"]] == ["done", "done", "early", "void"]
    assert (day["running"]["intent"], day["running"]["state"]) == ("b", "focus")


def test_times_are_of_the_place_where_it_began(machine: Machine, app: App) -> None:
    machine.zone = "Asia/Tokyo"
    app.services.desk.ask_zone()
    app.services.focus.start("far away")
    machine.run(MINUTE)
    assert "18:00–" in table(app.services.desk.present().day)


@pytest.mark.parametrize(
    ("begins", "row"),
    [("2026-03-29 01:50", "01:50–03:15"), ("2026-10-25 02:50", "02:50–02:15")],
    ids=["forward", "back"],
)
def test_a_session_lasts_as_long_as_it_did_while_the_clocks_change(
    machine: Machine, app: App, begins: str, row: str
) -> None:
    """In Paris, where the hour after two is left out, or comes twice."""
    machine.clock.step(at(begins) - machine.clock.wall_ms)
    app.services.focus.start("night")
    machine.run(PLAN)
    app.services.focus.finish()
    (session,) = closed(app.services)
    assert session.spans == account((What.FOCUS, PLAN))
    assert f"{row}    25 min  done       night" in table(app.services.desk.day(session.started.on))


def test_a_zone_that_is_not_known_here_is_its_offset(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    app.services.focus.finish()
    text = machine.data.read_text(encoding="utf-8")
    machine.data.write_text(text.replace("Europe/Paris", "Mars/Base"), encoding="utf-8")
    assert "10:00–10:00" in table(app.services.desk.day("2026-11-23"))


def test_days_are_named(focus: Shell) -> None:
    focus("start", "x")
    today = json.loads(focus("log", "--json").out)["on"]
    assert focus("log").out == focus("log", "--day", "today").out
    assert focus("log", "--day", today).out == focus("log").out
    assert focus("log", "--day", "yesterday").out.endswith("\n\nNothing.\n")
    assert focus("log", "--day", "2024-02-29").out == "Thu 29 Feb 2024\n\nNothing.\n"
    yesterday = json.loads(focus("log", "--day", "yesterday", "--json").out)
    assert yesterday["on"] < today
    for name in ("monday", "Tuesday", "sunday"):
        on = json.loads(focus("log", "--day", name, "--json").out)["on"]
        assert date.fromisoformat(on).strftime("%A").casefold() == name.casefold()
        assert 1 <= (date.fromisoformat(today) - date.fromisoformat(on)).days <= 7
    assert yesterday["sessions"] == []


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar(focus: Shell, on: str) -> None:
    assert focus("log", "--day", on).status == 0
