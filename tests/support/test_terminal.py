import os
import signal
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.terminal import Terminal


def program(text: str) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(text)]


def printing(text: str) -> list[str]:
    return program(f"import os; os.write(1, {text!r}.encode()); input()")


def written(terminal: Terminal, end: str) -> Callable[[], bool]:
    return lambda: terminal.raw.endswith(end.encode())


def test_typing_and_reading_to_the_end() -> None:
    with Terminal(program("print('hello', input('name? ')); raise SystemExit(3)")) as terminal:
        terminal.wait_for("name?")
        terminal.send("Ada\r")
        assert terminal.wait_exit() == 3
        assert terminal.screen().splitlines()[:2] == ["name? Ada", "hello Ada"]
        assert terminal.raw.endswith(b"hello Ada\r\n")


def test_the_window_changes_its_size() -> None:
    with Terminal(
        program("""
            import os, signal
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGWINCH])
            print("first", *os.get_terminal_size())
            signal.sigwait([signal.SIGWINCH])
            print("now", *os.get_terminal_size())
            input()
        """),
        size=(70, 20),
    ) as terminal:
        terminal.wait_for("first 70 20")
        terminal.resize(40, 12)
        terminal.wait_for("now 40 12")
        assert len(terminal.screen().split("\n")) == 12


def test_what_is_left_when_the_program_ends_is_read() -> None:
    with Terminal(program("print('the end')")) as terminal:
        terminal.process.wait(10)
        assert terminal.wait_exit() == 0
        assert terminal.screen().startswith("the end\n")


def test_what_a_person_would_not_see_is_not_on_the_screen() -> None:
    pieces = ["a\x1b", "[>1u\x1b[<ub\x1b]0;ti", "tle\x07c\x1bPdata\x1b", "\\d\x1b[38:2:1:2:3m"]
    pieces += ["e\x1b[?2026", "hf\x1b[1;31mg\x1b[0 qh\x1b(Bi\x1b#8j\x1b7k\x1b[?25l done"]
    with Terminal(
        program(f"""
            import os, tty
            tty.setraw(0)
            for piece in {pieces!r}:
                os.write(1, piece.encode())
                os.read(0, 1)
        """)
    ) as terminal:
        for piece in pieces:  # one by one, so that sequences come torn apart
            terminal.wait_until(written(terminal, piece), piece)
            terminal.send("n")
        assert terminal.wait_exit() == 0
        assert terminal.screen().splitlines()[0] == "abcdefghijk done"


def test_questions_are_answered() -> None:
    with Terminal(
        program(r"""
            import os, tty
            tty.setraw(0)
            for question in ("[c", "[?2026$p", "[3;5H\x1b[6n"):
                end = {"p": "y", "n": "R"}.get(question[-1], question[-1])
                os.write(1, f"\x1b{question}".encode())
                answer = ""
                while not answer.endswith(end):
                    answer += os.read(0, 1).decode()
                os.write(1, f"\x1b[HQ {answer[1:]}\x1b[K".encode())
            os.write(1, b"\r\nready")
            os.read(0, 1)
        """)
    ) as terminal:
        terminal.wait_for("ready")
        assert terminal.screen().startswith("Q [3;5R\n")
        assert b"Q [?62;22c" in terminal.raw
        assert b"Q [?2026;2$y" in terminal.raw


def test_a_wait_in_vain_shows_the_screen() -> None:
    with Terminal(printing("this only")) as terminal:
        terminal.wait_for("this only")
        with pytest.raises(AssertionError, match=r"(?s)to see 'that'.*this only"):
            terminal.wait_for("that", within_s=0.1)
        terminal.send("\r")
        with pytest.raises(AssertionError, match="it ended with 0"):
            terminal.wait_for("that")


def test_a_long_paste_goes_in_while_the_program_answers() -> None:
    with Terminal(
        program("""
            import os, tty
            tty.setraw(0)
            os.write(1, b"ready")
            got = 0
            while got < 300_000:
                piece = os.read(0, 65536)
                got += len(piece)
                os.write(1, b"." * len(piece))
            os.write(1, b"\\r\\nall of it")
            os.read(0, 1)
        """)
    ) as terminal:
        terminal.wait_for("ready")
        terminal.send("x" * 300_000)
        terminal.wait_for("all of it")
        assert terminal.raw.count(b".") == 300_000


def test_a_broken_sequence_hides_nothing_after_it() -> None:
    with Terminal(printing("a\x1b\x1b[1mb\x1b]0;never ended\x1b[2mc")) as terminal:
        terminal.wait_for("abc")


def test_what_is_gone() -> None:
    with Terminal(printing("one\x1b[2K\rtwo")) as terminal:
        terminal.wait_for("two")
        terminal.wait_gone("one")
        with pytest.raises(AssertionError, match="not to see 'two'"):
            terminal.wait_gone("two", within_s=0.1)


def test_signals_and_a_lost_terminal() -> None:
    with Terminal(printing("ready")) as terminal:
        terminal.wait_for("ready")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == -signal.SIGTERM
    with Terminal(printing("ready")) as terminal:
        terminal.wait_for("ready")
        terminal.hang_up()
        assert terminal.wait_exit() == -signal.SIGHUP


def test_leaving_ends_a_stopped_program(tmp_path: Path) -> None:
    with Terminal(["sleep", "600"], cwd=tmp_path, env={"PATH": os.environ["PATH"]}) as terminal:
        terminal.signal(signal.SIGSTOP)
    assert terminal.process.returncode == -signal.SIGKILL
