"""The commands as a shell calls them: in this process, or as the real executable."""

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from focus_tui.__main__ import main

ROOT = Path(__file__).parent.parent.parent
EXECUTABLE = [
    sys.executable,
    "-c",
    f"import sys; sys.path[0] = {str(ROOT)!r}; sys.argv[0] = 'focus'\n"
    "from focus_tui.__main__ import main\nsys.exit(main())",
]


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


class Shell:
    """Calls commands in this process, on the data file of this test's home."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, given: bytes | None = None) -> Said:
        """The command's exit status, its data and its talk; `given` is its standard input."""
        self._capsys.readouterr()
        with self._monkeypatch.context() as patched:
            patched.setattr(sys, "argv", ["focus", *words])
            if given is not None:
                patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
            status = main()
        said = self._capsys.readouterr()
        return Said(status, said.out, said.err)


def settings(toml: str) -> Path:
    """Write the settings file of this test's home; its path."""
    folder = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop")
    folder.mkdir(exist_ok=True)
    (folder / "config.toml").write_text(toml, encoding="utf-8")
    return folder / "config.toml"


def hours_around_now() -> str:
    """Quiet hours, both ends of which are far from now; tests live in UTC."""
    now = datetime.now(UTC)
    return f"{now - timedelta(hours=11):%H:%M}-{now + timedelta(hours=11):%H:%M}"


def real(
    *words: str, given: bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The real executable, from start to end."""
    return subprocess.run(
        [*EXECUTABLE, *words], input=given or b"", capture_output=True, check=False, env=env
    )


def through_sh(script: str, *words: str) -> subprocess.CompletedProcess[bytes]:
    """The real executable as `"$@"` in a line of shell, where streams are closed and joined."""
    command: Sequence[str] = ["sh", "-c", script, "sh", *EXECUTABLE, *words]
    return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
