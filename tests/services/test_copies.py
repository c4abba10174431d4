"""Putting a backup back while something runs, and what undo makes of it afterwards."""

from pathlib import Path

import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import DataUnusable, Refused
from focus_tui.domain.interval import Paused
from focus_tui.domain.session import Outcome
from focus_tui.domain.spans import What, total
from tests.services.machine import HOUR, MINUTE, App, Machine, closed, last, running


def back(of: Services, which: str = "latest") -> str:
    """Put a backup back; what is said of it before and after."""
    copy = of.copies.named(which)
    said = of.copies.difference(copy)
    return f"{said} {of.copies.restore(copy)}"


def test_what_runs_now_goes_on_and_is_named(machine: Machine, app: App) -> None:
    app.services.thoughts.capture("one")
    app.services.copies.make()
    app.services.focus.start("Mel [/foo]")
    machine.run(10 * MINUTE)
    said = back(machine.command())
    assert said.count("What runs now goes on: Mel [/foo].") == 2
    machine.run(5 * MINUTE)
    assert total(running(app.services).spans, What.FOCUS) == 15 * MINUTE
    assert running(app.services).paused is None


def test_what_ran_then_and_not_now_is_asked_about_and_never_credited(
    machine: Machine, app: App
) -> None:
    """Though the open app watches the clock, it did not watch that session."""
    app.services.focus.start("Mel")
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    app.services.focus.resume()
    app.services.copies.make()
    machine.run(5 * MINUTE)
    app.services.focus.void()
    machine.run(20 * MINUTE)
    said = back(machine.command())
    assert said.count("What ran then comes back paused, and asks about the time since: Mel.") == 2
    machine.run(MINUTE)
    assert running(app.services).paused is Paused.CRASH
    assert total(running(app.services).spans, What.FOCUS) == 10 * MINUTE
    assert running(app.services).gap_ms == 25 * MINUTE
    assert [card.asks for card in app.services.desk.present().cards] == ["away"]


def test_what_was_left_to_itself_then_is_not_credited_either(machine: Machine) -> None:
    """Left on purpose it would count to its planned end; but it ended before, as is known."""
    machine.command().focus.start("Mel")
    machine.run(10 * MINUTE)
    machine.command().copies.make()
    machine.command().focus.void()
    machine.run(20 * MINUTE)
    back(machine.command())
    shell = machine.command()
    assert running(shell).paused is Paused.CRASH
    assert running(shell).gap_ms == 30 * MINUTE
    assert total(running(shell).spans, What.FOCUS) == 0


def test_what_ran_long_ago_is_closed_where_it_was_last_seen(machine: Machine, app: App) -> None:
    app.services.focus.start("Mel")
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    app.services.focus.resume()
    app.services.copies.make()
    app.services.focus.void()
    machine.run(5 * HOUR)
    assert "What ran then is closed where it was last seen: Mel." in back(machine.command())
    machine.run(MINUTE)
    assert app.services.desk.present().interval is None
    assert last(app.services).outcome is Outcome.ABANDONED
    assert last(app.services).focused_ms == 10 * MINUTE


def test_what_ran_then_is_closed_where_another_one_runs_now(machine: Machine, app: App) -> None:
    app.services.focus.start("then")
    machine.run(10 * MINUTE)
    app.services.focus.pause()
    app.services.copies.make()
    app.services.focus.void()
    app.services.focus.start("now")
    said = back(app.services)
    assert "What runs now goes on: now." in said
    assert "What ran then is closed where it was last seen: then." in said
    assert running(app.services).intent == "now"
    assert [each.intent for each in closed(app.services)] == ["then"]


def test_a_break_that_ran_then_goes_on(machine: Machine, app: App) -> None:
    app.services.focus.start("Mel")
    machine.run(25 * MINUTE)
    app.services.focus.next()
    app.services.copies.make()
    app.services.focus.finish()
    machine.run(2 * MINUTE)
    assert "The break that ran then goes on" in back(machine.command())
    machine.run(MINUTE)
    assert running(app.services).phase.is_break
    assert running(app.services).left_ms == 2 * MINUTE


def test_a_session_that_ended_in_the_backup_does_not_run_on(machine: Machine, app: App) -> None:
    app.services.focus.start("Mel")
    machine.run(10 * MINUTE)
    app.services.focus.finish()
    app.services.copies.make()
    app.services.history.undo()
    assert running(app.services).intent == "Mel"
    back(app.services)
    assert app.services.desk.present().interval is None
    assert [each.intent for each in closed(app.services)] == ["Mel"]


def test_over_a_damaged_file_an_open_app_knows_what_runs(machine: Machine, app: App) -> None:
    app.services.thoughts.capture("one")
    app.services.copies.make()
    app.services.focus.start("Mel")
    machine.run(MINUTE)
    machine.data.write_bytes(b"")
    with pytest.raises(DataUnusable, match="is empty"):
        app.look()
    assert "What runs now goes on: Mel." in back(app.services)
    machine.run(2 * MINUTE)
    assert total(running(app.services).spans, What.FOCUS) == 3 * MINUTE


def test_a_damaged_clock_is_healed(machine: Machine, app: App) -> None:
    app.services.thoughts.capture("one")
    app.services.copies.make()
    app.services.focus.start("Mel")
    text = machine.data.read_text()
    machine.data.write_text(text.replace('"phase":"focus"', '"phase":"dance"'))
    shell = machine.command()
    with pytest.raises(DataUnusable, match="phase is none of"):
        shell.desk.present()
    assert "restore latest" in shell.copies.way_back()
    back(shell)
    app.look()
    assert app.services.desk.present().interval is None
    assert [each.title for each in app.services.thoughts.inbox()] == ["one"]


def test_each_act_before_it_is_undone_properly_or_refused(machine: Machine, app: App) -> None:
    """As far back as undo goes; whatever it does, the data can be read and nothing runs twice."""
    services = app.services
    idea = services.thoughts.capture("one")[0]
    services.copies.make()
    services.thoughts.edit(idea.id, "one, edited")
    services.focus.start("Mel")
    machine.run(10 * MINUTE)
    services.focus.pause()
    services.backlog.delete([idea.id])
    services.focus.resume()
    services.focus.finish()
    services.thoughts.capture("two")
    said = []
    back(services)
    restored = machine.data.read_bytes()
    for _ in range(12):
        try:
            said.append(services.history.undo())
        except Refused as refused:
            said.append(str(refused))
        ids = [each.id for each in closed(services)]
        assert len(ids) == len(set(ids))
        assert [each.title for each in services.thoughts.inbox()] == ["one"]
    assert set(said) == {"Not undone: capture “two”; what it changed was changed since."}
    assert machine.data.read_bytes() == restored
    services.thoughts.capture("after it")
    assert services.history.undo() == "Undone: capture “after it”."
    back(services, "1")  # what was there before is one step away too
    assert [each.title for each in services.thoughts.inbox()] == ["two"]


def test_those_from_a_clock_that_was_ahead_come_last(machine: Machine) -> None:
    services = machine.command()
    services.thoughts.capture("one")
    services.copies.make()
    machine.clock.step(400 * 24 * HOUR)
    services.copies.make()
    machine.clock.step(-400 * 24 * HOUR)
    services.thoughts.capture("two")
    services.copies.make()
    assert [copy.counts["ideas"] for copy in services.copies.all()] == [2, 1, 1]
    (newest, *_) = services.copies.all()
    assert services.copies.newest_good() == newest
    assert services.copies.all()[-1].when.startswith("Tue 28 Dec 2027")


def test_the_newest_is_named_by_its_local_time(machine: Machine) -> None:
    services = machine.command()
    services.thoughts.capture("one")
    made = services.copies.make()
    assert (made.when, made.local) == ("Mon 23 Nov 10:00", "2026-11-23T10:00:00")
    for which in ("2026-11-23T10:00", "20261123T10", "2026-11-23 10:00:00", "202611"):
        assert services.copies.named(which).backup == made.backup


def test_a_file_elsewhere_is_copied_beside_itself(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    machine.data.parent.mkdir()
    machine.data.symlink_to(tmp_path / "there" / "mine.json")
    services = machine.command()
    services.thoughts.capture("one")
    assert services.copies.make().backup.path.parent == tmp_path / "there" / "backups"
    back(services)
    assert machine.data.is_symlink()
