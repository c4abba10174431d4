import pytest

from focus_tui.notify.osc import Kind
from focus_tui.notify.terminals import Known, by_environment, by_tmux

XTERM = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("env", "known", "kind"),
    [
        ({"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1"}, "xterm-kitty, by TERM", Kind.OSC99),
        (XTERM | {"KITTY_WINDOW_ID": "1"}, "kitty, by KITTY_WINDOW_ID", Kind.OSC99),
        ({"TERM": "foot"}, "foot, by TERM", Kind.OSC777),
        ({"TERM": "foot-extra"}, "foot-extra, by TERM", Kind.OSC777),
        ({"TERM": "rxvt-unicode-256color"}, "rxvt-unicode-256color, by TERM", Kind.OSC777),
        ({"TERM": "xterm-ghostty"}, "xterm-ghostty, by TERM", Kind.OSC777),
        (XTERM | {"TERM_PROGRAM": "ghostty"}, "ghostty, by TERM_PROGRAM", Kind.OSC777),
        (XTERM | {"GHOSTTY_RESOURCES_DIR": "/x"}, "ghostty, by GHOSTTY_RESOURCES_DIR", Kind.OSC777),
        (XTERM | {"TERM_PROGRAM": "WezTerm"}, "WezTerm, by TERM_PROGRAM", Kind.OSC777),
        (XTERM | {"WEZTERM_PANE": "0"}, "wezterm, by WEZTERM_PANE", Kind.OSC777),
        (XTERM | {"KONSOLE_VERSION": "230800"}, "konsole, by KONSOLE_VERSION", Kind.OSC777),
        ({"TERM": "contour"}, "contour, by TERM", Kind.OSC777),
        (XTERM | {"TERM_PROGRAM": "iTerm.app"}, "iTerm.app, by TERM_PROGRAM", Kind.OSC9),
        (XTERM | {"LC_TERMINAL": "iTerm2"}, "iTerm2, by LC_TERMINAL", Kind.OSC9),
        (XTERM | {"TERM_PROGRAM": "WarpTerminal"}, "WarpTerminal, by TERM_PROGRAM", Kind.OSC9),
        (XTERM | {"TERM_PROGRAM": "Apple_Terminal"}, "Apple_Terminal, by TERM_PROGRAM", None),
        ({"TERM": "alacritty"}, "alacritty, by TERM", None),
        ({"TERM": "\x1b[31m" + "x" * 40}, f"␛[31m{'x' * 24}…, by TERM", None),
        # A window of its own, opened from another terminal.
        ({"TERM": "alacritty", "KITTY_WINDOW_ID": "1"}, "alacritty, by TERM", None),
        ({"TERM": "xterm-kitty", "TERM_PROGRAM": "vscode"}, "xterm-kitty, by TERM", Kind.OSC99),
        (
            XTERM | {"TERM_PROGRAM": "vscode", "KITTY_WINDOW_ID": "1"},
            "vscode, by TERM_PROGRAM",
            None,
        ),
        # Inside tmux.
        (
            {"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "LC_TERMINAL": "iTerm2"},
            "iTerm2, by LC_TERMINAL",
            Kind.OSC9,
        ),
    ],
)
def test_terminals_and_what_they_show(env: dict[str, str], known: str, kind: Kind | None) -> None:
    found = by_environment(env)
    assert found is not None
    assert (str(found), found.kind) == (known, kind)


@pytest.mark.parametrize("env", [{}, XTERM, {"TERM": "screen", "TERM_PROGRAM": "tmux"}])
def test_an_environment_that_says_nothing(env: dict[str, str]) -> None:
    assert by_environment(env) is None


@pytest.mark.parametrize(
    ("term", "answer", "known"),
    [
        ("xterm-kitty", "kitty(0.31.0)", Known("kitty", "tmux")),
        ("xterm-256color", "WezTerm 20240203-110809", Known("WezTerm", "tmux")),
        ("xterm-256color", "iTerm2 3.5.0", Known("iTerm2", "tmux")),
        ("xterm-256color", "XTerm(379)", Known("XTerm", "tmux")),
        ("rxvt-unicode-256color", "", Known("rxvt-unicode-256color", "tmux")),
        ("alacritty", "", Known("alacritty", "tmux")),
        ("xterm-256color", "", None),
    ],
)
def test_what_tmux_knows(term: str, answer: str, known: Known | None) -> None:
    assert by_tmux(term, answer) == known
