"""What one slides into, from a shell and in the day's record."""

import json

import pytest

from focus_tui.cli.daytable import document, table
from tests.cli.shell import Shell
from tests.services.conftest import app, machine
from tests.services.machine import MINUTE, App, Machine

__all__ = ["app", "machine"]

HOUR = """\
10:00–10:12    12 min  early      audio
                                  4 min [driver]
                                  5 min [driver] → pip\\
"""


def test_there_and_back(focus: Shell) -> None:
    focus("start", "audio")
    assert focus("tangent", "install", "driver").err.splitlines()[0] == (
        "On a tangent: install driver."
    )
    assert focus("tangent", "--", "--park").err.startswith("On a tangent: --park.")
    assert focus("tangent", "--park").err.startswith("Kept for later: “--park”. Back to “install")
    assert focus("back").err.startswith("Back to “audio”.")
    (session,) = [json.loads(focus("log", "--json").out)["running"]]
    assert [each["kind"] for each in session["marks"]] == ["tangent", "tangent", "back", "back"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["tangent"], 2),
        (["tangent", "--park", "pip"], 2),
        (["tangent", "--park"], 1),
        (["back"], 1),
    ],
)
def test_what_can_not_be_is_one_sentence(words: list[str], status: int, focus: Shell) -> None:
    focus("start", "audio")
    said = focus(*words)
    assert (said.status, said.out, said.err.count("\n")) == (status, "", 1)


def test_a_tangent_needs_a_session(focus: Shell) -> None:
    said = focus("tangent", "pip")
    assert (said.status, said.err) == (1, "No session is running that one could slide away from.\n")


def test_the_record_tells_where_the_time_went(machine: Machine, app: App) -> None:
    app.services.focus.start("audio")
    machine.run(3 * MINUTE)
    app.services.tangents.push("[driver]")
    machine.run(4 * MINUTE)
    app.services.tangents.push("pip\\")
    machine.run(5 * MINUTE)
    app.services.focus.finish()
    day = app.services.desk.present().day
    assert HOUR in table(day) + "\n"
    (session,) = json.loads(json.dumps(document(day)))["sessions"]
    assert [each["text"] for each in session["marks"]] == ["[driver]", "pip\\"]
