"""The terminal's own notifications: what is written where, and where nothing is."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from focus_tui.notify.channel import Result, Status
from focus_tui.notify.message import Message
from focus_tui.notify.osc import Kind, sequence, through_tmux
from focus_tui.notify.terminal import Terminal
from focus_tui.notify.tmux import Tmux, ask, understood

MESSAGE = Message("Session over", "Stand up.")
KITTY = {"TERM": "xterm-kitty"}
OSC9 = sequence(Kind.OSC9, MESSAGE)
OSC99 = sequence(Kind.OSC99, MESSAGE)


async def sent(env: dict[str, str], wanted: str = "auto") -> tuple[Result, str]:
    written: list[str] = []
    result = await Terminal(written.append, env=env, wanted=wanted).send(MESSAGE)
    assert len(written) <= 1  # or something could come between the parts
    return result, "".join(written)


async def test_a_known_terminal_shows_it_and_rings() -> None:
    result, written = await sent(KITTY)
    assert written == OSC99 + "\a"
    assert result == Result(
        "terminal",
        Status.DELIVERED,
        "The terminal (xterm-kitty, by TERM) was asked by OSC 99, and to ring; "
        "whether it shows that is its own setting.",
    )


async def test_the_setting_counts_more_than_what_is_known() -> None:
    for env in (KITTY, {"TERM": "xterm"}, {"TERM": "alacritty"}):
        result, written = await sent(env, "osc9")
        assert written == OSC9 + "\a"
        assert "(as notify.terminal says)" in result.detail


@pytest.mark.parametrize(
    ("env", "wanted", "says"),
    [
        (KITTY, "none", "notify.terminal is none"),
        ({"TERM": "xterm-256color"}, "auto", "Nothing says which terminal this is"),
        ({"TERM": "alacritty"}, "auto", "(alacritty, by TERM) is not known to show"),
        ({"TERM": "linux"}, "osc9", "TERM=linux"),
        ({"TERM": "dumb"}, "osc9", "TERM=dumb"),
        ({}, "osc9", "TERM=unset"),
        (KITTY | {"STY": "1.pts"}, "auto", "screen"),
        (KITTY | {"ZELLIJ": "0"}, "auto", "zellij"),
        ({"TERM": "tmux-256color", "LC_TERMINAL": "iTerm2"}, "auto", "of another machine"),
    ],
)
async def test_where_it_would_not_get_through_nothing_is_written(
    env: dict[str, str], wanted: str, says: str
) -> None:
    result, written = await sent(env, wanted)
    assert (result.status, written) == (Status.UNAVAILABLE, "")
    assert says in result.detail
    assert result.detail.endswith(".")


@pytest.mark.parametrize("error", [OSError(5, "lost"), ValueError("I/O operation on closed file")])
async def test_without_a_terminal_it_fails(error: Exception) -> None:
    def write(text: str) -> None:
        raise error

    result = await Terminal(write, env=KITTY).send(MESSAGE)
    assert (result.channel, result.status) == ("terminal", Status.FAILED)


# Inside tmux, here a program of that name that says what the test wants; test_tmux runs the real.


@pytest.fixture
def tmux(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """The environment inside a tmux that does what a line of Python says."""

    def made(does: str) -> dict[str, str]:
        program = tmp_path / "tmux"
        program.write_text(f"#!{sys.executable} -I\nimport signal, sys\n{does}\n", encoding="utf-8")
        program.chmod(0o755)
        inside = {"TERM": "tmux-256color", "TMUX": "/nowhere,1,0", "TMUX_PANE": "%1"}
        return inside | {"PATH": str(tmp_path)}

    return made


Inside = Callable[[str], dict[str, str]]


@pytest.mark.parametrize("passes", ["1", "on", "2", "all", ""])
async def test_tmux_hands_it_on(tmux: Inside, passes: str) -> None:
    result, written = await sent(tmux(f"print('{passes}|1|1|xterm-256color|kitty(0.31.0)')"))
    assert written == through_tmux(OSC99) + "\a"
    assert "(kitty, by tmux)" in result.detail


async def test_all_panes_are_handed_on(tmux: Inside) -> None:
    _, written = await sent(tmux("print('all|0|1|foot|')"))
    assert written == through_tmux(sequence(Kind.OSC777, MESSAGE)) + "\a"


async def test_where_tmux_says_nothing_the_environment_does(tmux: Inside) -> None:
    env = tmux("print('on|1|1|xterm-256color|')")
    _, written = await sent(env | {"KITTY_WINDOW_ID": "1"})
    assert written == through_tmux(OSC99) + "\a"
    # That may be of a terminal in which tmux was once started.
    env = tmux("print('on|1|1|xterm-256color|XTerm(379)')")
    result, written = await sent(env | {"KITTY_WINDOW_ID": "1"})
    assert (written, "XTerm, by tmux" in result.detail) == ("", True)


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("print('off|1|1|foot|')", "allow-passthrough is off"),
        ("print('0|1|1|foot|')", "allow-passthrough is off"),
        ("print('on|0|1|foot|')", "not in front"),
        ("print('on|1|0|foot|')", "not in front"),
        ("print('all|0|1||')", "No terminal shows tmux"),
        ("print('on|1|1|tmux-256color|tmux 3.3a')", "inside another"),
        ("print('on|1|1|xterm-256color|')", "Nothing says which terminal"),
        ("print('nonsense')", "does not say"),
        ("sys.stdout.buffer.write(bytes(range(256)))", "does not say"),
        ("sys.exit('no server running')", "does not say"),
        ("print('on|1|1|foot|'); sys.exit(1)", "does not say"),
    ],
)
async def test_what_tmux_would_drop_is_not_written(tmux: Inside, does: str, says: str) -> None:
    for wanted in ("auto",) if says.startswith("Nothing") else ("auto", "osc9"):
        result, written = await sent(tmux(does), wanted)
        assert (result.status, written) == (Status.UNAVAILABLE, "")
        assert says in result.detail


async def test_a_tmux_that_hangs_is_given_up(tmux: Inside) -> None:
    assert await ask(tmux("signal.pause()"), limit_s=0.2) is None


async def test_a_tmux_that_is_not_there(tmp_path: Path) -> None:
    env = {"TERM": "tmux-256color", "TMUX": "/nowhere,1,0", "PATH": str(tmp_path)}
    result, written = await sent(env)
    assert (result.status, written) == (Status.UNAVAILABLE, "")


async def test_only_a_pane_is_asked_about(tmux: Inside) -> None:
    env = tmux("print('on|1|1|foot|' + ' '.join(sys.argv[1:-1]))")
    found = await ask(env)
    assert found is not None
    assert found.answer == "display-message -p -t %1"
    found = await ask(env | {"TMUX_PANE": "%1; kill-server"})
    assert found is not None
    assert found.answer == "display-message -p"


def test_a_terminal_s_name_may_hold_anything() -> None:
    assert understood("on|2|1|foot|a|b\n") == Tmux("on", True, "foot", "a|b")
