"""The same thought captured twice is pointed out, with what became of it."""

import pytest

from focus_tui.domain.idea import IdeaState
from tests.services.machine import HOUR, App, Machine

DAY = 24 * HOUR


def again(app: App, title: str) -> str:
    """What is said when it is captured."""
    (idea,) = app.services.thoughts.capture(title)
    return app.services.thoughts.known(idea)


def test_one_that_is_new_is_passed_over(app: App) -> None:
    assert again(app, "why does librosa pad?") == ""
    assert again(app, "why does librosa pad twice?") == ""
    assert again(app, "why") == ""


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Try mel augmentation", "try  MEL augmentation. #tool"),
        ("try #ask this", "try this!"),
        ("CAFÉ über Straße", "cafe\u0301 u\u0308ber strasse"),
        ("cafe\u0301", "CAFÉ"),
        ("Мел-фильтры", "мел-ФИЛЬТРЫ"),
        ("학습", "학습"),
        ("멜 필터", "멜  필터"),
        ("梅尔频谱", "梅尔频谱 #learn"),
        ('say "no"\\ once', 'SAY "no"\\ once'),
        ("?", "?"),
    ],
)
def test_it_is_known_however_it_is_written(app: App, before: str, now: str) -> None:
    app.services.thoughts.capture(before)
    assert again(app, now) == "The same as one from today, in the inbox."


def test_it_says_from_when_and_where(machine: Machine, app: App) -> None:
    audio = app.services.backlog.add("Audio #project")
    app.services.backlog.add("Mel", audio.id)
    app.services.backlog.add("FFT")
    machine.clock.reboot(3 * DAY)
    assert again(app, "mel") == "The same as one from 23 Nov, in “Audio”."
    assert again(app, "fft") == "The same as one from 23 Nov."
    machine.clock.reboot(365 * DAY)
    app.services.backlog.delete([each.id for each in app.services.thoughts.inbox()])
    assert again(app, "mel") == "The same as one from 23 Nov 2026, in “Audio”."


@pytest.mark.parametrize(
    ("state", "became"),
    [
        (IdeaState.DROPPED, "you dropped it"),
        (IdeaState.DONE, "you did it"),
        (IdeaState.RESTING, "you put it to rest"),
    ],
)
def test_it_says_what_became_of_it(
    machine: Machine, app: App, state: IdeaState, became: str
) -> None:
    idea = app.services.backlog.add("Mel")
    machine.clock.reboot(DAY)
    app.services.choosing.set_state([idea.id], state)
    assert again(app, "mel") == f"The same as one from 23 Nov; {became} today."
    machine.clock.reboot(DAY)
    app.services.backlog.delete([each.id for each in app.services.thoughts.inbox()])
    assert again(app, "mel") == f"The same as one from 23 Nov; {became} on 24 Nov."


def test_one_that_is_open_comes_before_one_that_has_ended(machine: Machine, app: App) -> None:
    app.services.backlog.add("Mel")
    machine.clock.reboot(DAY)
    dropped = app.services.backlog.add("Mel")
    app.services.choosing.set_state([dropped.id], IdeaState.DROPPED)
    assert again(app, "mel") == "The same as one from 23 Nov."


def test_a_deleted_one_is_none(app: App) -> None:
    app.services.backlog.delete([app.services.backlog.add("Mel").id])
    assert again(app, "mel") == ""


def test_of_several_those_that_are_known_are_counted(app: App) -> None:
    app.services.thoughts.capture("a", "b")
    caught = app.services.thoughts.capture("A", "c", "c")
    assert app.services.thoughts.known(*caught) == "1 of them says the same as one you had."
    caught = app.services.thoughts.capture("A", "b", "d")
    assert app.services.thoughts.known(*caught) == "2 of them say the same as one you had."
