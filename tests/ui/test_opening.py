"""Where the app opens, and where it refuses to."""

from pathlib import Path

import pytest

from tests.ui.opened import opened, started


@pytest.mark.parametrize(
    ("start", "what"),
    [
        ('"$@" </dev/null', "standard input is none"),
        ('"$@" <&-', "standard input is none"),
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


def test_it_opens_in_an_odd_environment(tmp_path: Path) -> None:
    odd = {
        **{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        **{"PYTHONIOENCODING": "ascii", "NO_COLOR": "1", "TERM": "nonsense"},
        **{"COLUMNS": "abc", "LINES": "0", "ESCDELAY": "abc"},
    }
    with opened(tmp_path / "focus.json", env=odd) as terminal:
        assert "───" in terminal.screen()
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        terminal.send("naïve ✓")
        terminal.wait_for("naïve ✓")
        terminal.send("\x1b")
        terminal.wait_gone("Catch a thought")
        terminal.send("q")
        assert terminal.wait_exit() == 0
        terminal.assert_restored()


@pytest.mark.parametrize(("own", "delay"), [({}, 0.025), ({"ESCDELAY": "300"}, 0.3)])
def test_the_escape_key_answers_at_once(own: dict[str, str], delay: float, tmp_path: Path) -> None:
    note = tmp_path / "delay"
    ask = f"""
        import atexit
        def answer():
            from textual.constants import ESCAPE_DELAY
            Path({str(note)!r}).write_text(str(ESCAPE_DELAY))
        atexit.register(answer)
    """
    with opened(tmp_path / "focus.json", before=ask, env=own) as terminal:
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert float(note.read_text()) == delay
