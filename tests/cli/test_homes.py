"""Home folders that are none: told in one sentence, and nothing is put where it does not belong."""

import os
import pwd
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.shell import EXECUTABLE, Shell
from tests.support.terminal import Terminal

COMMANDS = (("status",), ("add", "buy tea"), ("start",), ("log",), ("doctor",), ("backup",))


@pytest.fixture(autouse=True)
def only_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other folder is named."""
    for kind in ("CONFIG", "DATA", "STATE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME")


def test_one_that_is_not_there_is_made(
    focus: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "not" / "there"))
    assert focus("add", "buy tea").status == 0
    assert b"buy tea" in (tmp_path / "not/there/.local/share/focus-loop/focus.json").read_bytes()


@pytest.mark.parametrize("home", [None, "", "a/relative/one"])
def test_without_one_it_is_the_one_the_system_knows(
    home: str | None, focus: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pwd, "getpwuid", lambda uid: SimpleNamespace(pw_dir=str(tmp_path)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HOME") if home is None else monkeypatch.setenv("HOME", home)
    assert focus("add", "buy tea").status == 0
    assert [each.name for each in tmp_path.iterdir()] == [".local"]


@pytest.mark.skipif(sys.platform != "linux", reason="nobody can write into Linux's /proc")
@pytest.mark.parametrize("home", ["/proc", "/dev/null"])
def test_one_that_takes_nothing(home: str, focus: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    for command in COMMANDS:
        said = focus(*command)
        assert (said.status, said.out, said.err.count("\n")) == (3, "", 1), command
        assert said.err.startswith(home)
    with Terminal(EXECUTABLE, env={**os.environ}, size=(200, 9)) as terminal:
        assert terminal.wait_exit() == 3
        assert terminal.screen().startswith(home)
    assert b"\x1b" not in terminal.raw
    assert terminal.raw.count(b"\n") == 1
