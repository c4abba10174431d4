"""`focus start --wait`: with a clock that runs fast, and as the real executable in a terminal."""

import json
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from focus_tui.cli.waiting import start_and_wait
from focus_tui.composition import Services
from focus_tui.domain.errors import Refused
from focus_tui.domain.interval import State
from focus_tui.domain.reading import Reading
from tests.cli.shell import EXECUTABLE, hours_around_now, real, settings
from tests.services.conftest import machine
from tests.services.machine import HOUR, MINUTE, SECOND, Machine, running
from tests.support.clock import FakeClock
from tests.support.terminal import Terminal

__all__ = ["machine"]


class FastClock(FakeClock):
    """Time passes with each look at it; what shall happen meanwhile happens once it is due."""

    def __init__(self) -> None:
        super().__init__()
        self.due_in_ms = 0
        self.meanwhile: Callable[[], object] | None = None

    def read(self) -> Reading:
        # Almost whole seconds: whoever waits for the next one waits a few milliseconds.
        self.run(2 * SECOND - 1)
        self.due_in_ms -= 2 * SECOND
        happens, self.meanwhile = (
            (self.meanwhile, None) if self.due_in_ms <= 0 else (None, self.meanwhile)
        )
        if happens:
            happens()
        return super().read()


@pytest.fixture
def clock(machine: Machine) -> FastClock:
    machine.settings("[notify]\nchannels = []\n")
    machine.clock = clock = FastClock()
    return clock


def wait(machine: Machine, planned_ms: int = 3 * MINUTE) -> tuple[int, Services]:
    services = machine.services()
    return start_and_wait(
        services, lambda: services.focus.start("Mel", planned_ms=planned_ms)
    ), services


@pytest.mark.usefixtures("clock")
def test_it_rings_and_leaves(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    status, services = wait(machine)
    said = capsys.readouterr()
    assert (status, said.out) == (0, "")
    assert said.err.splitlines() == [
        "Started: 3 min on Mel.",
        "Session over. 3 min on “Mel”. First today. Stand up: 5 minutes.",
        "It runs over until you end it: focus next begins the break.",
    ]
    stored = services.desk.stored(services.desk.db.read())
    assert stored is not None
    assert (stored.left, stored.rings) == (True, 1)
    assert not services.desk.watch.watched


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ("void", "The session was ended elsewhere (void)."),
        ("finish", "The session was ended elsewhere (early)."),
        ("undo", "The session was taken back elsewhere."),
    ],
)
def test_it_sees_that_somebody_ended_the_session(
    machine: Machine, clock: FastClock, capsys: pytest.CaptureFixture[str], act: str, says: str
) -> None:
    def end() -> None:
        command = machine.command()
        getattr(command.history if act == "undo" else command.focus, act)()

    clock.due_in_ms, clock.meanwhile = MINUTE, end
    assert wait(machine)[0] == 1
    assert capsys.readouterr().err.splitlines()[-1] == says


def test_it_waits_while_the_session_is_paused(machine: Machine, clock: FastClock) -> None:
    def pause() -> None:
        machine.command().focus.pause()
        clock.due_in_ms = 20 * SECOND
        clock.meanwhile = lambda: machine.command().focus.resume()

    clock.due_in_ms, clock.meanwhile = MINUTE, pause
    status, services = wait(machine)
    assert status == 0
    assert running(services).main_ms == 3 * MINUTE


def test_the_open_app_rings_instead(
    machine: Machine, clock: FastClock, capsys: pytest.CaptureFixture[str]
) -> None:
    app = machine.app()

    def look() -> None:
        app.look()
        clock.due_in_ms, clock.meanwhile = 20 * SECOND, look

    clock.meanwhile = look
    assert wait(machine)[0] == 0
    assert len(app.events) == 1
    assert "Session over" not in capsys.readouterr().err
    assert not running(app.services).left


def test_a_break_that_begins_by_itself_is_the_end(machine: Machine, clock: FastClock) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop", "config.toml")
    config.write_text(config.read_text() + "[timer]\nstart_breaks = true\n")
    status, services = wait(machine)
    assert status == 0
    assert services.desk.present().state is State.BREAK


def test_what_was_to_be_told_while_the_session_ran_is_told_at_its_end(
    machine: Machine, clock: FastClock, capsys: pytest.CaptureFixture[str]
) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop", "config.toml")
    more = '[review]\nremind_at = "10:00"\n[timer]\nstart_breaks = true\n'
    config.write_text(config.read_text() + more)
    shell = machine.command()
    shell.focus.start("Mel", planned_ms=3 * MINUTE)
    shell.focus.finish()
    clock.run(6 * 24 * HOUR)  # from Monday to Sunday
    assert wait(machine)[0] == 0
    told = "Time to look back. The week of 23 to 29 Nov waits on Today."
    assert told in capsys.readouterr().err.splitlines()


def test_data_that_are_away_for_a_moment_end_nothing(
    machine: Machine, clock: FastClock, capsys: pytest.CaptureFixture[str]
) -> None:
    def away() -> None:
        content = machine.data.read_bytes()
        machine.data.write_bytes(b"{")
        clock.due_in_ms = 5 * SECOND
        clock.meanwhile = lambda: machine.data.write_bytes(content)

    clock.due_in_ms, clock.meanwhile = MINUTE, away
    status, services = wait(machine)
    assert status == 0
    assert running(services).main_ms == 3 * MINUTE
    said = capsys.readouterr().err.splitlines()
    assert len([line for line in said if str(machine.data) in line]) == 1


@pytest.mark.usefixtures("clock")
def test_what_runs_already_goes_on_as_it_was(machine: Machine) -> None:
    machine.command().focus.start("first")
    services = machine.services()
    with pytest.raises(Refused):
        start_and_wait(services, lambda: services.focus.start("second"))
    stored = services.desk.stored(services.desk.db.read())
    assert stored is not None
    assert (stored.left, stored.intent) == (True, "first")
    assert not services.desk.watch.watched


@pytest.mark.usefixtures("clock")
def test_it_waits_for_a_session_on_a_goal(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    services = machine.services()
    goal = services.goals.add("Audio", why="so that anyone can start")
    subject = services.upcoming.of_goal(goal.id)
    begin = partial(services.focus.start, planned_ms=3 * MINUTE, subject=subject)
    assert start_and_wait(services, begin) == 0
    assert running(services).goal_id == goal.id
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Started: 3 min on Audio."
    assert "so that anyone can start" in said[1]


def waiting(*words: str) -> Terminal:
    return Terminal([*EXECUTABLE, "start", "--wait", *words], env=dict(os.environ))


def data_file() -> Path:
    return Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")


def interval() -> dict[str, object]:
    """What runs, as it stands in the data file."""
    (found,) = json.loads(data_file().read_text(encoding="utf-8"))["timer"].values()
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("how", "status"), [("\x03", 130), (signal.SIGTERM, 143), (signal.SIGINT, 130)]
)
def test_leaving_says_that_it_runs_on(how: str | signal.Signals, status: int) -> None:
    with waiting("Mel", "\x1b[31mfilters") as terminal:
        terminal.wait_for("24:58 · Mel ␛[31mfilters")
        assert "24:59" not in terminal.screen()
        if isinstance(how, str):
            terminal.send(how)
        else:
            terminal.signal(how)
        assert terminal.wait_exit() == status
        assert terminal.screen().strip().splitlines()[-1] == (
            "It runs on: 25 min to go. No app is open: nothing will ring."
        )
    assert interval()["left"] is True
    assert real("status").stdout.startswith(b"focus 24:5")


def test_a_terminal_that_is_gone_ends_the_wait() -> None:
    with waiting() as terminal:
        terminal.wait_for("24:59")
        terminal.hang_up()
        assert terminal.process.wait(10) == 129
    assert interval()["left"] is True


def test_put_aside_and_brought_back() -> None:
    with waiting() as terminal:
        terminal.wait_for("24:59")
        assert interval()["left"] is False
        terminal.send("\x1a")
        terminal.wait_for("It runs on")
        os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED | os.WNOWAIT)
        assert interval()["left"] is True
        assert real("resume").stderr == b"Nothing is paused.\n"
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda: interval()["left"] is False, "to see it watch again")
        terminal.send("\x03")
        assert terminal.wait_exit() == 130


def shorten() -> None:
    """Let the session's plan of a minute be over in a moment."""
    text = data_file().read_text(encoding="utf-8")
    shorter = text.replace('"planned_ms":60000', '"planned_ms":2500')
    assert shorter != text
    data_file().write_text(shorter, encoding="utf-8")


def test_the_end_rings_the_terminal() -> None:
    with waiting("--minutes", "1") as terminal:
        terminal.wait_for("00:59")
        shorten()
        assert terminal.wait_exit() == 0
        assert "Session over" in terminal.screen()
    assert b"\a" in terminal.raw
    assert interval()["rings"] == 1


@pytest.mark.parametrize(
    ("toml", "text"),
    [
        ('channels = ["terminal", "bell"]', b"\x1b]9;Session over: "),
        ('channels = ["terminal", "bell"]\nterminal = "none"', b"\a"),
        ('channels = ["terminal", "bell"]\nquiet = "{now}"', b""),
    ],
    ids=["shown", "rung", "quiet"],
)
def test_the_end_reaches_the_terminal(toml: str, text: bytes) -> None:
    settings(f"[notify]\n{toml.format(now=hours_around_now())}\n")
    env = os.environ | {"TERM_PROGRAM": "iTerm.app"}
    with Terminal([*EXECUTABLE, "start", "--wait", "--minutes", "1"], env=env) as terminal:
        terminal.wait_for("00:59")
        shorten()
        assert terminal.wait_exit() == 0
        assert "Session over" in terminal.screen()
        shown = terminal.raw
    assert text in shown
    assert shown.count(b"\a") == (1 if text else 0)
    assert shown.count(b"\x1b]") == text.count(b"\x1b]")


def test_nobody_waits_for_a_sound_who_wants_to_leave(own_home: Path) -> None:
    (own_home / "gong.wav").write_bytes(b"")
    play = (
        f"import pathlib, signal; pathlib.Path({str(own_home / 'plays')!r}).touch(); signal.pause()"
    )
    settings(
        '[notify]\nchannels = []\nsound = "~/gong.wav"\n'
        f'player = ["{sys.executable}", "-Ic", "{play}"]\n'
    )
    with waiting("--minutes", "1") as terminal:
        terminal.wait_for("00:59")
        shorten()
        terminal.wait_until((own_home / "plays").exists, "to hear it")
        terminal.send("\x03")
        assert terminal.wait_exit(5) in (0, 130)


def test_without_a_terminal_no_time_is_shown(own_home: Path) -> None:
    talk = own_home / "talk"
    command = ["sh", "-c", f'exec "$@" 2>{talk}', "sh", *EXECUTABLE, "start", "--wait"]
    with Terminal(command, env=dict(os.environ)) as terminal:
        terminal.wait_until(
            lambda: talk.exists() and b"Started" in talk.read_bytes(), "to see it start"
        )
        terminal.signal(signal.SIGTERM)
        terminal.wait_exit()
    assert b"24:" not in talk.read_bytes()
