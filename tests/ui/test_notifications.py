"""How the end of a session leaves the app."""

import os
import select
import sys
from pathlib import Path

from focus_tui.domain.interval import State
from tests.support.terminal import Terminal
from tests.ui.app import opened
from tests.ui.opened import opened as in_a_terminal


async def test_in_quiet_hours_only_the_app_tells(tmp_path: Path) -> None:
    """It opens at 8:30."""
    config = '[notify]\nchannels = ["bell"]\nquiet = "22:00-8:35"\n'
    async with opened(tmp_path, config=config) as focus:
        await focus.into(State.FOCUS)
        await focus.pass_time(2)
        assert focus.notice.startswith("Session over.")
        await focus.pass_time(5)
        await focus.into(State.FOCUS)
        await focus.pass_time(2)
        await focus.until(lambda: focus.bells > 0, "the bell")
        assert focus.bells == 1


def come_to_an_end(terminal: Terminal, file: Path) -> None:
    """Start a session, and let it be over in a moment."""
    terminal.send(" ")
    terminal.wait_for("Started")
    text = file.read_text(encoding="utf-8")
    shorter = text.replace('"planned_ms":1500000', '"planned_ms":2500')
    assert shorter != text
    file.write_text(shorter, encoding="utf-8")


def test_leaving_ends_a_sound_and_nothing_of_it_is_seen(tmp_path: Path) -> None:
    """Its player holds a pipe open: once the pipe is at its end, the player is gone."""
    os.mkfifo(tmp_path / "alive")
    alive = os.open(tmp_path / "alive", os.O_RDONLY | os.O_NONBLOCK)
    player = tmp_path / "player"
    player.write_text(
        f"#!{sys.executable} -I\nimport signal\nprint('PRINTED', flush=True)\n"
        f"with open({str(tmp_path / 'alive')!r}, 'wb', 0) as held:\n"
        "    held.write(b'x')\n    signal.pause()\n",
        encoding="utf-8",
    )
    player.chmod(0o755)
    file = tmp_path / "focus.json"
    config = f'[notify]\nchannels = []\nsound = "{player}"\nplayer = ["{player}"]\n'
    with in_a_terminal(file, config=config) as terminal:
        come_to_an_end(terminal, file)
        terminal.wait_until(lambda: bool(select.select([alive], [], [], 0)[0]), "to hear it")
        assert os.read(alive, 64) == b"x"
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert b"PRINTED" not in terminal.raw
    assert select.select([alive], [], [], 30)[0]
    assert os.read(alive, 64) == b""
    os.close(alive)


def test_the_terminal_is_asked_while_the_app_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    config = '[notify]\nchannels = ["terminal", "bell"]\n'
    with in_a_terminal(file, env={"TERM_PROGRAM": "iTerm.app"}, config=config) as terminal:
        come_to_an_end(terminal, file)
        terminal.wait_until(lambda: b"\x1b]9;Session over: " in terminal.raw, "to be told")
        terminal.wait_for("Session over.")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()
    asked = b"\x1b]9;Session over: 3 s of focus. First today. Stand up: 5 minutes.\x1b\\\a"
    assert terminal.raw.count(asked) == terminal.raw.count(b"\x1b]9;") == 1
