"""The app killed at a random moment of a session, in a real pseudo-terminal, and opened again."""

import json
import re
import signal
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.support.terminal import Terminal
from tests.test_together import app, focus, stored

ACTS = (" ", "+", "i\r", "wMel filters\r", "cwhy does librosa pad?\r", "cbuy coffee\r")
ENDS = ("", "", "f", "fu", "x", "x\ru")
LONGEST_S = 0.3
"""About as long as the app takes for all that is typed."""
SHOWN = {"focus": "Session 1 of 4", "paused": "Paused", "idle": "Ready when you are"}
"""What the screen says in a state of the clock."""
OURS = ("data", "backup", "lock", "undo", "live")
"""What `focus doctor` looks at of our own, and not of the machine."""


def lived_until_killed(file: Path, chance: Random) -> tuple[str, int]:
    """The id of a session, in which the app was killed, and how many thoughts were acknowledged."""
    with app(file) as terminal:
        terminal.wait_for("Ready when you are")
        terminal.send(" ")
        terminal.wait_for("Session 1 of 4")
        (id,) = there(file)
        acts = chance.choices(ACTS, k=chance.randrange(8))
        terminal.send("".join(acts) + chance.choice(ENDS))
        kill_within(terminal, chance.uniform(0, LONGEST_S))
        caught = re.search(r"(\d+) thoughts? caught", terminal.screen())
    return id, int(caught[1]) if caught else 0


def kill_within(terminal: Terminal, seconds: float) -> None:
    """Kill the app so much later, whatever it is at then."""
    at = time.monotonic() + seconds
    terminal.wait_until(lambda: time.monotonic() >= at, "for its last moment")
    terminal.signal(signal.SIGKILL)
    assert terminal.wait_exit() == -signal.SIGKILL


def there(file: Path) -> list[str]:
    """The ids of what runs and of what is closed, as they stand in the file."""
    tables = stored(file)
    return [*(each["id"] for each in tables["timer"].values()), *tables.get("sessions", {})]


def recorded(file: Path, began: float) -> dict[str, Any]:
    """The one session of the day, running or closed, as the next program tells it.

    No time is in it that did not pass since it was `began`, by the monotonic clock.
    """
    log = focus(file, "log", "--json")
    assert log.returncode == 0, log.stderr
    passed_ms = (time.monotonic() - began) * 1000
    day: dict[str, Any] = json.loads(log.stdout)
    sessions: list[dict[str, Any]] = day["sessions"]
    if day["running"]:
        sessions.append(day["running"])
    (session,) = sessions
    assert [ms for _, ms in session["spans"] if ms <= 0] == []
    assert sum(ms for _, ms in session["spans"]) <= passed_ms
    return session


def assert_sound(file: Path) -> None:
    """What `focus doctor` says of the files."""
    told = re.findall(r"^(\w+) +(\w+)", focus(file, "doctor").stdout, re.MULTILINE)
    assert [each for each in told if each[1] in OURS] == [("ok", about) for about in OURS]


def check(seed: int, file: Path) -> None:
    began = time.monotonic()
    id, acknowledged = lived_until_killed(file, Random(seed))
    assert there(file) == [id]
    assert len(stored(file).get("ideas", {})) >= acknowledged
    session = recorded(file, began)
    assert session["id"] == id
    assert_sound(file)
    with app(file) as terminal:
        terminal.wait_for(SHOWN[session.get("state", "idle")])
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert recorded(file, began)["id"] == id
    assert there(file) == [id]


@pytest.mark.parametrize("seed", range(6))
def test_killed_at_a_random_moment_of_a_session(seed: int, tmp_path: Path) -> None:
    check(seed, tmp_path / "focus.json")


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(6, 106))
def test_killed_at_many_random_moments_of_a_session(seed: int, tmp_path: Path) -> None:
    check(seed, tmp_path / "focus.json")
