import pytest

from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.ladder import TEMPLATE, Rung, Standing
from focus_tui.domain.mark import MarkKind
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, closed, running


def standing(app: App) -> Standing | None:
    return app.services.ladder.standing(app.services.desk.present())


def rung(app: App) -> Rung | None:
    found = standing(app)
    return found and found.rung


def session(app: App) -> str:
    return running(app.services).id


def test_up_the_ladder_with_a_clock_that_is_the_session_s(machine: Machine, app: App) -> None:
    ladder = app.services.ladder
    app.services.focus.start()
    assert standing(app) is None
    assert ladder.climb().said == "Documentation: 10 min."
    machine.run(4 * MINUTE)
    app.services.focus.pause()
    machine.run(HOUR // 2)
    assert standing(app) == Standing(Rung.DOCS, 4 * MINUTE, 10 * MINUTE)
    app.services.focus.resume()
    assert ladder.climb().said == "Searching: 20 min."
    machine.run(MINUTE)
    assert standing(app) == Standing(Rung.SEARCH, MINUTE, 20 * MINUTE)
    assert ladder.climb().rung is Rung.ASK
    before = app.services.desk.present().marks
    assert ladder.climb().rung is Rung.ASK  # and nothing is written
    assert app.services.desk.present().marks == before
    app.services.history.undo()
    assert rung(app) is Rung.SEARCH


def test_its_lengths_are_settings(machine: Machine) -> None:
    machine.settings("[ladder]\ndocs_minutes = 3\nsearch_minutes = 4\n")
    app = machine.app()
    app.services.focus.start()
    assert app.services.ladder.climb().said == "Documentation: 3 min."
    machine.run(3 * MINUTE)
    found = standing(app)
    assert found is not None
    assert found.over
    assert app.services.ladder.climb().said == "Searching: 4 min."


def test_it_needs_a_session_and_being_on_it(machine: Machine, app: App) -> None:
    for act in (app.services.ladder.step, app.services.ladder.found):
        with pytest.raises(Refused):
            act()
    app.services.focus.start()
    with pytest.raises(Refused):
        app.services.ladder.found()
    machine.run(PLAN)
    app.services.focus.next()
    with pytest.raises(Refused):
        app.services.ladder.climb()


def test_found_on_any_rung_with_a_line(app: App) -> None:
    app.services.focus.start()
    app.services.ladder.climb()
    mark_id = app.services.ladder.found()
    assert standing(app) is None
    app.services.ladder.say_what(mark_id, " the sample rate ")
    assert app.services.desk.present().marks[-1].text == "the sample rate"
    assert app.services.history.undo() == "Undone: say what was found."
    app.services.history.undo()
    assert rung(app) is Rung.DOCS
    with pytest.raises(NotFound):
        app.services.ladder.say_what(mark_id, "x")


def test_the_question_is_kept_with_its_session(app: App) -> None:
    ladder = app.services.ladder
    app.services.focus.start()
    about = session(app)
    assert ladder.question(about) == TEMPLATE
    ladder.ask(about, "What I want:\nno clicks\n\n")
    assert ladder.question(about) == "What I want:\nno clicks"
    app.services.focus.finish()
    ladder.ask(about, "What I want:\nno clicks at all")
    day = app.services.desk.present().day
    assert [(each.kind, each.text) for each in day.marks_of(closed(app.services)[0].id)] == [
        (MarkKind.QUESTION, "What I want:\nno clicks at all")
    ]


@pytest.mark.parametrize("text", ["", " \n", TEMPLATE, TEMPLATE + "\n\n", "a\0b", "x" * 20_001])
def test_a_question_that_says_nothing_is_none(text: str, app: App) -> None:
    app.services.focus.start()
    with pytest.raises(BadInput):
        app.services.ladder.ask(session(app), text)
    assert app.services.desk.present().marks == ()


def test_a_question_needs_its_session(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.ladder.ask("0" * 32, "why")
