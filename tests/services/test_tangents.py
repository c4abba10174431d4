import pytest

from focus_tui.domain.cards import Asks
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.tangent import frames
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, last, running


def slid(app: App, *words: str) -> None:
    """A session on audio, and what one slid into."""
    app.services.focus.start("audio")
    for word in words:
        app.services.tangents.push(word)


def asked(app: App) -> list[Asks]:
    return [each.asks for each in app.services.desk.present().cards]


def test_time_is_told_apart_over_pauses_and_sleeps(machine: Machine, app: App) -> None:
    focus, tangents = app.services.focus, app.services.tangents
    focus.start("audio")
    machine.run(5 * MINUTE)
    assert tangents.push(" install driver ") == "On a tangent: install driver."
    machine.run(2 * MINUTE)
    focus.pause()
    machine.run(10 * MINUTE)
    focus.resume()
    machine.run(MINUTE)
    tangents.push("broken pip")
    machine.clock.sleep(HOUR // 2)
    app.look()
    focus.resume()
    machine.run(4 * MINUTE)
    assert tangents.back() == "Back to “install driver”."
    assert tangents.back() == "Back to “audio”."
    machine.run(MINUTE)
    focus.finish()
    session = last(app.services)
    marks = app.services.desk.present().day.marks_of(session.id)
    assert frames(session.intent, session.spans, marks) == (
        (("audio",), 6 * MINUTE),
        (("audio", "install driver"), 3 * MINUTE),
        (("audio", "install driver", "broken pip"), 4 * MINUTE),
    )
    assert session.focused_ms == 13 * MINUTE


def test_only_from_a_session_and_only_back_from_somewhere(machine: Machine, app: App) -> None:
    tangents = app.services.tangents
    with pytest.raises(Refused):
        tangents.push("pip")
    for act in (tangents.back, tangents.park):
        with pytest.raises(Refused):
            act()
    app.services.focus.start("audio")
    for act in (tangents.back, tangents.park):
        with pytest.raises(Refused):
            act()
    machine.run(PLAN)
    app.services.focus.next()
    with pytest.raises(Refused):
        tangents.push("pip")


@pytest.mark.parametrize("word", ["", "  ", "two\nlines", "a\0b", "x" * 20_001])
def test_a_word_that_is_none_changes_nothing(word: str, app: App) -> None:
    slid(app)
    with pytest.raises(BadInput):
        app.services.tangents.push(word)
    assert app.services.tangents.stack() == ()


def test_the_next_session_begins_without_any(app: App) -> None:
    slid(app, "pip")
    app.services.focus.finish()
    app.services.focus.start("audio")
    assert app.services.tangents.stack() == ()


def test_what_is_parked_is_in_the_inbox_and_one_undo_takes_both_back(app: App) -> None:
    slid(app, "install driver", "broken pip")
    assert app.services.tangents.park() == (
        "Kept for later: “broken pip”. Back to “install driver”."
    )
    assert app.services.tangents.stack() == ("install driver",)
    (idea,) = app.services.thoughts.inbox()
    assert (idea.title, idea.session_id) == ("broken pip", running(app.services).id)
    assert app.services.history.undo() == "Undone: keep “broken pip” for later."
    assert app.services.tangents.stack() == ("install driver", "broken pip")
    assert app.services.thoughts.inbox() == ()


def test_a_deep_stack_is_asked_about_until_it_is_answered(app: App) -> None:
    slid(app, "one", "two", "three")
    assert asked(app) == []
    app.services.tangents.push("four")
    assert asked(app) == [Asks.DEEP]
    app.services.tangents.still(running(app.services).id)
    assert asked(app) == []
    assert app.services.tangents.stack() == ("one", "two", "three", "four")
    app.services.history.undo()
    assert asked(app) == [Asks.DEEP]
    assert app.services.tangents.to_the_bottom(running(app.services).id) == "Back to “audio”."
    assert (asked(app), app.services.tangents.stack()) == ([], ())


def test_what_one_ended_up_at_takes_the_place_of_the_intent(machine: Machine, app: App) -> None:
    slid(app, "one", "two", "three", "four")
    machine.run(MINUTE)
    assert app.services.tangents.instead(running(app.services).id) == "Working on: four"
    assert (running(app.services).intent, app.services.tangents.stack()) == ("four", ())
    machine.run(MINUTE)
    app.services.history.undo()
    assert (running(app.services).intent, running(app.services).paused) == ("audio", None)
    assert app.services.tangents.stack() == ("one", "two", "three", "four")


def test_an_answer_for_a_session_that_is_over_changes_nothing(app: App) -> None:
    slid(app, "one")
    before = running(app.services).id
    app.services.focus.finish()
    slid(app, "two")
    with pytest.raises(NotFound):
        app.services.tangents.instead(before)
    assert running(app.services).intent == "audio"
