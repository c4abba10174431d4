"""Where the app opens, and where it refuses to."""

from pathlib import Path

import pytest

from tests.ui.opened import opened, started


@pytest.mark.parametrize(
    ("start", "what"),
    [
        ('"$@" </dev/null', "standard input is none"),
        ('"$@" <&-', "standard input is none"),
        ('"$@" </dev/zero', "standard input is none"),
        ('"$@" | cat; (exit 2)', "standard output is none"),
        ('"$@" 2>/dev/null', "standard error is none"),
        ('"$@" 2>&-', "standard error is none"),
        ('TERM=dumb "$@"', "TERM is dumb"),
        ('TERM= "$@"', "TERM is not set"),
        ('unset TERM; "$@"', "TERM is not set"),
    ],
)
def test_it_refuses_what_can_not_show_it(start: str, what: str, tmp_path: Path) -> None:
    with started(tmp_path / "focus.json", shell=f'{start}; echo "ended $?"') as terminal:
        terminal.wait_for("ended 2")
        assert what in terminal.screen()
        assert "focus --help" in terminal.screen()
        assert b"\x1b" not in terminal.raw
        assert terminal.settings == terminal.before


@pytest.mark.parametrize(("own", "delay"), [({}, 0.025), ({"ESCDELAY": "300"}, 0.3)])
def test_the_escape_key_answers_at_once(own: dict[str, str], delay: float, tmp_path: Path) -> None:
    note = tmp_path / "delay"
    ask = f"""
        import atexit
        def answer():
            from textual.constants import ESCAPE_DELAY, MAX_FPS
            Path({str(note)!r}).write_text(f"{{ESCAPE_DELAY}} {{MAX_FPS}}")
        atexit.register(answer)
    """
    with opened(tmp_path / "focus.json", before=ask, env=own) as terminal:
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert note.read_text() == f"{delay} 240"  # and what a key changes comes at once


UTF8_OFF = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
ODD = {
    **{f"TERM {name}": {"TERM": name} for name in ("vt100", "linux", "xterm", "nonsense")},
    "no colour": {"NO_COLOR": "1"},
    "words for a size": {"COLUMNS": "abc", "LINES": "xyz"},
    "no size": {"COLUMNS": "0", "LINES": "-5"},
    "another size": {"COLUMNS": "20", "LINES": "3"},
    "a size beyond all": {"COLUMNS": "99999999", "LINES": "99999999"},
    "locale C": UTF8_OFF,
    "no such locale": {"LC_ALL": "xx_YY.nonsense"},
    "ASCII streams": {"PYTHONIOENCODING": "ascii"},
    "Latin-1 streams": UTF8_OFF | {"PYTHONIOENCODING": "latin-1"},
    "no such zone": {"TZ": "Mars/Olympus"},
    "warnings are errors": {"PYTHONWARNINGS": "error"},
    "no colours like that": {"TEXTUAL_COLOR_SYSTEM": "nonsense"},
    "empty colours": {"TEXTUAL_COLOR_SYSTEM": ""},
    "another driver": {"TEXTUAL_DRIVER": "nonsense:Nonsense"},
    "a log nowhere": {"TEXTUAL_LOG": "/nowhere/log"},
    "keys pressed": {"TEXTUAL_PRESS": "q"},
    "a screenshot": {"TEXTUAL_SCREENSHOT": "0"},
    "what is returned": {"TEXTUAL_SHOW_RETURN": "1"},
    "no frames": {"TEXTUAL_FPS": "0", "TEXTUAL_SMOOTH_SCROLL": "abc"},
    "headless": {"TEXTUAL": "devtools,debug,headless,web", "TEXTUAL_DEBUG": "1"},
}
"""Environments in which it opens all the same."""


def works_in(odd: dict[str, str], folder: Path) -> None:
    """Open it there, see it whole, type, and leave."""
    with opened(folder / "focus.json", env=odd) as terminal:
        lines = terminal.screen().split("\n")
        assert lines[1] == "─" * 80
        assert "? help" in lines[23]
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("naïve ✓\r")
        terminal.wait_for("· naïve ✓")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()
        assert terminal.said() == ""


def test_it_works_where_all_is_odd_at_once(tmp_path: Path) -> None:
    works_in({name: value for each in ODD.values() for name, value in each.items()}, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("odd", ODD)
def test_it_works_in_each_odd_environment(odd: str, tmp_path: Path) -> None:
    works_in(ODD[odd], tmp_path)
