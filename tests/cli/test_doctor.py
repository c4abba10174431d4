import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.shell import EXECUTABLE, Shell, hours_around_now, settings
from tests.services.conftest import app, machine
from tests.services.machine import App, Machine
from tests.support.terminal import Terminal

__all__ = ["app", "machine"]


def data_file() -> Path:
    return Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")


@pytest.fixture(autouse=True)
def quiet() -> None:
    """No channel, unless a test wants one."""
    settings("[notify]\nchannels = []\n")


def test_all_is_well(focus: Shell, own_home: Path) -> None:
    focus("add", "a")
    focus("start", "x")
    focus("finish")
    said = focus("doctor")
    assert (said.status, said.err) == (0, "")
    lines = said.out.splitlines()
    assert all(line.startswith("ok ") for line in lines)
    for text in (
        f"{data_file()}: 1 KiB, 1 session or break, 0 marks, 1 thought, 0 calendar rules",
        "3 acts can be undone",
        str(own_home / "state" / "focus-loop" / "live-"),
        str(own_home / "config" / "focus-loop" / "config.toml"),
        "in UTC, over in",
        "no app is open",
        "Textual 8",
        "quiet     no hours are set",
        "sound     none is set",
    ):
        assert any(text in line for line in lines), text


def test_on_a_new_machine_nothing_is_wrong_and_nothing_is_made(focus: Shell) -> None:
    said = focus("doctor")
    assert said.status == 0
    assert "which the first act makes" in said.out
    assert not data_file().parent.exists()


def test_past_years_are_counted_where_they_lie(focus: Shell) -> None:
    focus("start", "x")
    focus("finish")
    today = json.loads(focus("log", "--json").out)["on"]
    text = data_file().read_text(encoding="utf-8")
    data_file().write_text(text.replace(f'"on":"{today}"', '"on":"2019-05-06"'), encoding="utf-8")
    assert "1 session or break, 0 marks, 0 thoughts" in focus("doctor").out
    assert not data_file().with_name("sessions-2019.json").exists(), "it changes nothing"
    focus("add", "the next act moves it")
    said = focus("doctor").out
    assert "1 session or break, 0 marks, 1 thought" in said
    assert f"{data_file().with_name('sessions-2019.json')}: 1 session or break, 0 marks" in said


def test_it_changes_nothing(focus: Shell) -> None:
    focus("start", "x")
    written = data_file().stat().st_mtime_ns
    focus("doctor")
    assert data_file().stat().st_mtime_ns == written
    assert focus("undo").err == "Undone: start “x”.\n"


def wrong(focus: Shell) -> str:
    said = focus("doctor")
    assert said.status == 1
    return "\n".join(line for line in said.out.splitlines() if line.startswith("wrong "))


def test_a_damaged_file(focus: Shell) -> None:
    data_file().parent.mkdir()
    data_file().write_bytes(b"{")
    assert str(data_file()) in wrong(focus)


def test_a_damaged_document(focus: Shell) -> None:
    focus("add", "a")
    text = data_file().read_text(encoding="utf-8")
    data_file().write_text(text.replace('"title":"a"', '"title":7'), encoding="utf-8")
    assert "title" in wrong(focus)


def test_a_damaged_archive(focus: Shell) -> None:
    focus("add", "a")
    (data_file().parent / "sessions-2025.json").write_bytes(b"[]")
    assert "sessions-2025.json" in wrong(focus)


def test_a_file_that_others_can_read(focus: Shell) -> None:
    focus("add", "a")
    data_file().chmod(0o644)
    assert f"chmod 600 {data_file()}" in wrong(focus)
    assert stat.S_IMODE(data_file().stat().st_mode) == 0o644


def test_a_damaged_journal(focus: Shell, own_home: Path) -> None:
    focus("add", "a")
    (journal,) = (own_home / "state").rglob("journal-*")
    journal.write_bytes(b"nonsense\n")
    assert str(journal) in wrong(focus)


def test_a_damaged_live_file(focus: Shell, own_home: Path) -> None:
    focus("add", "a")
    (live,) = (own_home / "state").rglob("live-*")
    live.write_bytes(b"nonsense\n")
    assert str(live) in wrong(focus)


@pytest.mark.parametrize("toml", ["[timer]\nfocus_minuts = 3\n", '[keys]\n"clock.togle" = "p"\n'])
def test_settings_that_are_wrong(focus: Shell, toml: str) -> None:
    file = settings(toml + "\n[notify]\nchannels = []\n")
    assert "did you mean" in wrong(focus)
    assert str(file) in focus("doctor").out


def test_an_open_app_is_seen(focus: Shell, machine: Machine, app: App) -> None:
    assert "held by an open app" in focus("doctor", "--data-file", str(machine.data)).out


def test_each_channel_is_tried(focus: Shell) -> None:
    """Here without a desktop; in a terminal the bell works."""
    settings('[notify]\nchannels = ["desktop", "bell"]\n')
    with Terminal([*EXECUTABLE, "doctor"], env=dict(os.environ), size=(200, 40)) as terminal:
        assert terminal.wait_exit() == 0
        screen = terminal.screen()
        rang = terminal.raw.count(b"\a")
    assert "ok     desktop   unavailable: " in screen
    assert "ok     bell      delivered: " in screen
    assert "xterm-256color, 200 columns, 40 lines" in screen
    assert rang == 1


def test_the_terminal_is_tried_and_the_quiet_hours_told(focus: Shell, own_home: Path) -> None:
    """In the quiet hours too: whoever asks wants to know."""
    (own_home / "gong.wav").write_bytes(b"")
    hours = hours_around_now()
    settings(
        f'[notify]\nchannels = ["terminal"]\nquiet = "{hours}"\n'
        f'sound = "~/gong.wav"\nplayer = ["{sys.executable}", "-Ic", ""]\n'
    )
    env = os.environ | {"TERM_PROGRAM": "WezTerm"}
    with Terminal([*EXECUTABLE, "doctor"], env=env, size=(200, 40)) as terminal:
        assert terminal.wait_exit() == 0
        screen, raw = terminal.screen(), terminal.raw
    assert "ok     terminal  delivered: The terminal (WezTerm, by TERM_PROGRAM) was" in screen
    assert f"ok     sound     delivered: {sys.executable} played {own_home}/gong.wav." in screen
    assert f"ok     quiet     {hours}, now: only the app itself tells you" in screen
    assert raw.count(b"\x1b]777;notify;focus doctor;") == raw.count(b"\a") == 1


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('sound = "/nonexistent/gong.wav"', "There is no file /nonexistent/gong.wav."),
        (f'sound = "{sys.executable}"\nplayer = ["playy"]', "playy can't be started"),
    ],
)
def test_a_sound_that_cannot_be_played_is_wrong(focus: Shell, toml: str, says: str) -> None:
    settings(f"[notify]\nchannels = []\n{toml}\n")
    assert f"sound     failed: {says}" in wrong(focus)


def test_a_sound_over_ssh_is_not_wrong(
    focus: Shell, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    settings(f'[notify]\nchannels = []\nsound = "{own_home}/gong.wav"\n')
    said = focus("doctor")
    assert said.status == 0
    assert "sound     unavailable: Over SSH" in said.out


def test_no_channel_that_works_is_wrong(focus: Shell) -> None:
    settings('[notify]\nchannels = ["desktop"]\n')
    assert "desktop   unavailable" in wrong(focus)
