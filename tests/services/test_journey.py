"""A lid is closed in the middle of a session, and opened two zones west, the next day."""

from focus_tui.domain.gap import Answer
from focus_tui.domain.interval import State, state_of
from focus_tui.domain.ledger import Part, sums
from focus_tui.domain.session import Outcome
from focus_tui.domain.spans import What
from tests.services.machine import HOUR, MINUTE, App, Machine, account, last, running


def test_the_record_is_what_one_says_it_was(machine: Machine, app: App) -> None:
    machine.zone = "America/New_York"
    app.services.desk.ask_zone()
    app.services.focus.start("audio")
    machine.run(10 * MINUTE)
    machine.clock.sleep(26 * HOUR)  # the lid is closed, and it flies
    machine.zone = "America/Denver"
    app.look()

    # It waits where the lid was closed, and asks; nothing of the flight is credited.
    paused = running(app.services)
    assert state_of(paused) is State.PAUSED
    assert paused.spans == account((What.FOCUS, 10 * MINUTE), (What.GAP, 26 * HOUR))
    present = app.services.desk.present()
    assert (present.zone, present.day.on, present.day.focused_ms) == (
        *("America/Denver", "2026-11-24"),
        0,
    )
    (card,) = present.cards
    assert card.creditable_ms == 15 * MINUTE

    # One says: that was the end of it. So it ended there, on its day, in the zone it was lived in.
    app.services.record.answer_gap(Answer.END, card.about.id)
    session = last(app.services)
    assert session.spans == account((What.FOCUS, 10 * MINUTE))
    assert session.outcome is Outcome.EARLY
    assert (session.started.zone, session.started.on) == ("America/New_York", "2026-11-23")

    # The day before has these ten minutes, the new one is begun in the new zone, and each sums.
    assert app.services.desk.day("2026-11-23").focused_ms == 10 * MINUTE
    of = app.services.desk.present().ledger
    assert {part: ms for part, ms in sums(of).items() if ms} == {
        Part.OUTSIDE: machine.clock.wall_ms - of[0].from_ms
    }

    # And it can be changed to whatever it was.
    begin, end = session.started.at_ms, session.ended_at_ms
    app.services.editing.move(session, begin, end + 5 * MINUTE)
    assert last(app.services).spans == account((What.FOCUS, 15 * MINUTE))
    app.services.history.undo()
    assert last(app.services).spans == session.spans
