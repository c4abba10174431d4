"""Every character that a terminal could obey, in every place, and what of it reaches a terminal."""

import json
import signal
from pathlib import Path

import pytest

from focus_tui.composition import Services
from focus_tui.domain.mark import MarkKind
from tests.support import made_up
from tests.support.clock import FakeClock
from tests.support.controls import BEGINNING, BREAKS, WORST, obeyed, texts
from tests.support.made_up import MINUTE, at
from tests.ui.opened import Opened, opened, started

WORD = "HOSTILE"
ESC = "\x1b"
DIALOG = "esc back"
"""Stands at the bottom of each dialog."""
KEYS = {"enter": "\r", "home": "\x1b[H", "end": "\x1b[F", "palette": "\x10"}

# The app's clock stands still where the data end.
CLOCK = """
from tests.support.clock import FakeClock
def read(self):
    clock = FakeClock()
    clock.wall_ms, clock.boot_ms, clock.awake_ms = {now}
    return clock.read()
Ahead.read = read
"""


def lived(file: Path, clock: FakeClock) -> Services:
    """A break after two sessions, one with a gap; a thought, a deleted one, another device's."""
    made = made_up.opened(file.parent, clock)
    made.focus.start(WORD)
    made_up.run(made, clock, 6)
    made.record.say_what(made.record.interrupt(MarkKind.INTERNAL), WORD)
    clock.sleep(10 * MINUTE)
    made_up.run(made, clock, 1)
    elsewhere = next(iter(json.loads(file.read_bytes())["timer"].values()))
    made.focus.finish()
    made.focus.start(WORD)
    made_up.run(made, clock, 26)
    made.focus.next()
    made.backlog.delete([made.thoughts.capture(WORD)[0].id])
    made.thoughts.capture(WORD)
    made.learned.delete(made.learned.add(WORD, WORD).id)
    made.learned.add(WORD, WORD, WORD)
    tables = json.loads(file.read_bytes())
    tables["timer"]["another"] = elsewhere | {"device": "another", "intent": WORD}
    for session in tables["sessions"].values():
        session["note"] = WORD
    file.write_text(json.dumps(tables), encoding="utf-8")
    return made


def look(terminal: Opened, keys: str, *shown: str, back: str = ESC) -> None:
    """Press keys one after another, and see the text where they lead."""
    terminal.send("".join(KEYS.get(key, key) for key in keys.split()))
    for each in (*shown, BEGINNING, *([DIALOG] if back == ESC else ())):
        terminal.wait_for(each)
    terminal.send(back)
    terminal.wait_gone(DIALOG)


def look_at_cards(terminal: Opened) -> None:
    """All of them, one, its answer; and back."""
    levels = {
        "palette c a r d s enter": "x export",
        "enter": "enter change",
        "j enter": "^g editor",
    }
    for keys, shown in levels.items():
        terminal.send("".join(KEYS.get(key, key) for key in keys.split()))
        terminal.wait_for(shown)
        terminal.wait_for(BEGINNING)
    for shown in [*levels.values()][-2::-1]:
        terminal.send(ESC)
        terminal.wait_for(shown)
    terminal.send(ESC)
    terminal.wait_gone(DIALOG)


def none_reaches_the_terminal(hostile: str, folder: Path) -> None:
    """Put the text in every place of the data, and look at them all."""
    file, clock = folder / "focus.json", FakeClock(wall_ms=at(8, 30))
    drafts = lived(file, clock).drafts
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace(f'"{WORD}"', json.dumps(hostile)), encoding="utf-8")
    for draft in ("capture", "interruption"):
        drafts.put(draft, hostile)
    now = CLOCK.replace("{now}", f"{clock.wall_ms}, {clock.boot_ms}, {clock.awake_ms}")
    with started(file, before=now, size=(100, 50)) as terminal:
        terminal.wait_ready()
        look(terminal, "", "1 thought caught", "Sessions", back="z")
        look(terminal, "home enter", "away during")
        look(terminal, "home j enter p", "a line on it")
        look(terminal, "home j enter", "Another device")
        look(terminal, "home j j e", "The thought")
        look(terminal, "end enter", "Ended")
        look(terminal, "w", "What comes next?")
        look(terminal, "c", "Catch a thought")
        look(terminal, "palette t r a s h enter", "enter give back")
        look_at_cards(terminal)
        if {*BREAKS} & {*hostile}:  # which no session may be on
            look(terminal, "home j j b", "must be one line", back="z")
        else:
            look(terminal, "home j j b", "Started", back="z")
            look(terminal, "i", "wandered")
        look(terminal, "?", "Keys")
        terminal.send("\x10\x1b[200~" + hostile + "\x1b[201~")
        terminal.wait_for(f"\n {BEGINNING}")  # where nothing else begins so
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        assert obeyed(terminal.raw) == []


def test_none_reaches_the_terminal(tmp_path: Path) -> None:
    none_reaches_the_terminal(WORST, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("hostile", texts(), ids=ascii)
def test_none_of_all_reaches_the_terminal(hostile: str, tmp_path: Path) -> None:
    none_reaches_the_terminal(hostile, tmp_path)


def test_any_bytes_may_be_typed(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("c")
        terminal.wait_for("Catch a thought")
        for byte in set(range(256)) - {*b"\x03\x10\x11\x1a\r"}:  # but keys that lead elsewhere
            terminal.send(bytes([byte]))
        for torn in ("\x1b]11;rgb:", "\x1bP", "\x1b[<0;5", "\x1b_G", "\x1bO", "\x1b[M"):
            terminal.send(torn)
            terminal.let_it_run(0.1)
        terminal.send("\x0e")  # captures from every place, wherever those bytes led
        terminal.wait_for("Catch a thought")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit() == 143
        terminal.assert_restored()
        assert obeyed(terminal.raw) == []


def test_cutting_where_nothing_is_marked_leaves_the_clipboard_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "focus.json") as terminal:
        terminal.send("ctea\x18 and")
        terminal.wait_for("tea and")
        assert b"\x1b]52" not in terminal.raw
        terminal.send("\x1b[1;2H\x18coffee")  # marked from here to the beginning
        terminal.wait_gone("tea")
        terminal.wait_for("coffee")
        assert b"\x1b]52;c;dGVhIGFuZA==" in terminal.raw
