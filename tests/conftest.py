"""Every test lives in a home of its own, with nothing of the person who runs it."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

# What a check says depends on the code alone; a proof tries other examples each time.
settings.register_profile("check", deadline=None, derandomize=True)
settings.register_profile("prove", deadline=None)

_FOREIGN_PREFIXES = (
    *("FOCUS_", "TEXTUAL", "SSH_", "XDG_", "DBUS_", "LC_"),
    *("TERM", "TMUX", "KITTY_", "WEZTERM_", "GHOSTTY_", "KONSOLE_"),
)
_FOREIGN = (
    *("NO_COLOR", "COLUMNS", "LINES", "ESCDELAY", "DISPLAY", "WAYLAND_DISPLAY"),
    *("STY", "ZELLIJ"),
)
_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}


def pytest_configure(config: pytest.Config) -> None:
    """Choose how examples are found before the tests that want them are read."""
    settings.load_profile("prove" if config.getoption("markexpr") == "prove" else "check")


def pytest_collection_finish() -> None:
    """Look for garbage less often, and not in what stays to the end: that takes a tenth of all."""
    gc.freeze()
    gc.set_threshold(10_000)


@pytest.fixture(scope="session")
def outer_env() -> dict[str, str]:
    """The environment of the person who runs the tests, for tools that install packages."""
    return dict(os.environ)


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders that are not there yet, one for each home."""
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def own_home(
    outer_env: dict[str, str], homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A fresh home folder, and an environment that says nothing else about this machine."""
    for name in outer_env:
        if name in _FOREIGN or name.startswith(_FOREIGN_PREFIXES):
            monkeypatch.delenv(name, raising=False)
    home = next(homes)
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    for name, folder in _FOLDERS.items():
        (home / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(home / folder))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    return home
