import os

import pytest

from focus_tui.services.keeper import Rang
from tests.services.machine import MINUTE, PLAN, App, Machine


def words(app: App) -> list[str]:
    rung = [each for each in app.events if isinstance(each, Rang)]
    messages = [app.services.announcer.message(each) for each in rung]
    return [f"{message.title}: {message.body}" for message in messages]


def live_a_while(machine: Machine, app: App) -> None:
    app.services.focus.start("Read [red]chapter[/] 3")
    machine.run(PLAN)
    app.services.focus.next()
    machine.run(10 * MINUTE)


def test_what_is_said_when_the_bell_rings(machine: Machine, app: App) -> None:
    live_a_while(machine, app)
    assert words(app) == [
        "Session over: 25 min on “Read [red]chapter[/] 3”. First today. Stand up: 5 minutes.",
        "Break over: Next: “Read [red]chapter[/] 3”.",
        "Still on a break: It ended 5 min ago. The next session can begin.",
    ]


def test_the_fourth_is_followed_by_a_long_break(machine: Machine, app: App) -> None:
    for _ in range(4):
        app.services.focus.start()
        machine.run(PLAN)
        app.services.focus.next()
    assert words(app)[-1] == (
        "Session over: 25 min of focus. Fourth today. Stand up for a long break: 15 minutes."
    )


@pytest.mark.parametrize("where", ["settings", "ssh"])
def test_nothing_typed_is_said_where_it_should_not(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    if where == "ssh":
        monkeypatch.setitem(os.environ, "SSH_CONNECTION", "10.0.0.1 22 10.0.0.2 22")
    else:
        machine.settings('[notify]\nwords = "plain"\n')
    app = machine.app()
    live_a_while(machine, app)
    assert len(words(app)) == 3
    assert "chapter" not in " ".join(words(app))


def test_at_the_day_s_limit_it_is_enough(machine: Machine) -> None:
    machine.settings("[day]\nlimit_minutes = 25\n")
    app = machine.app()
    app.services.focus.start("x")
    machine.run(PLAN, MINUTE)
    assert words(app) == ["Session over: 25 min on “x”. First today. That is enough for today."]
