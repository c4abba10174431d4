"""How the end of a session leaves the app."""

from pathlib import Path

from focus_tui.domain.interval import State
from tests.ui.app import opened
from tests.ui.opened import opened as in_a_terminal


async def test_in_quiet_hours_only_the_app_tells(tmp_path: Path) -> None:
    """It opens at 10:00."""
    config = '[notify]\nchannels = ["bell"]\nquiet = "09:00-10:05"\n'
    async with opened(tmp_path, config=config) as focus:
        await focus.into(State.FOCUS)
        await focus.pass_time(2)
        assert focus.notice.startswith("Session over.")
        await focus.pass_time(5)
        await focus.into(State.FOCUS)
        await focus.pass_time(2)
        await focus.until(lambda: focus.bells > 0, "the bell")
        assert focus.bells == 1


def test_the_terminal_is_asked_while_the_app_is_drawn(tmp_path: Path) -> None:
    file = tmp_path / "focus.json"
    config = '[notify]\nchannels = ["terminal", "bell"]\n'
    with in_a_terminal(file, env={"TERM_PROGRAM": "iTerm.app"}, config=config) as terminal:
        terminal.send(" ")
        terminal.wait_for("Started")
        text = file.read_text(encoding="utf-8")
        shorter = text.replace('"planned_ms":1500000', '"planned_ms":2500')
        assert shorter != text
        file.write_text(shorter, encoding="utf-8")
        terminal.wait_until(lambda: b"\x1b]9;Session over: " in terminal.raw, "to be told")
        terminal.wait_for("Session over.")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()
    asked = b"\x1b]9;Session over: 3 s of focus. First today. Stand up: 5 minutes.\x1b\\\a"
    assert terminal.raw.count(asked) == terminal.raw.count(b"\a") == 1
