"""What a person gets from `pip install`: built, installed and opened as they would."""

import os
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from focus_tui import __version__
from tests.support.terminal import Terminal

ROOT = Path(__file__).parent.parent

pytestmark = [
    pytest.mark.system,  # needs pip and, for a new environment, the packages it installs
    pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="for Linux and macOS"),
]


def built(folder: Path, env: dict[str, str]) -> Path:
    """The wheel."""
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", folder, ROOT], check=True, env=env)
    (found,) = folder.iterdir()
    return found


def installed(wheel: Path, folder: Path, env: dict[str, str]) -> Path:
    """The folder of the commands of a new environment with nothing but focus in it."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip: list[str | Path] = [python, "-m", "pip", "install", "-q"]
    subprocess.run([*pip, "-c", ROOT / "constraints.txt", wheel], check=True, env=env)
    return folder / "bin"


def test_the_wheel_is_whole_and_opens_where_it_is_installed(
    outer_env: dict[str, str], tmp_path: Path
) -> None:
    # One test, as to build and install takes longer than all that is looked at.
    wheel = built(tmp_path / "wheel", outer_env)
    holds_the_styles_and_the_version(wheel)
    commands, here = installed(wheel, tmp_path / "environment", outer_env), tmp_path / "here"
    here.mkdir()
    says_its_version(commands, here)
    opens_and_leaves(commands, here)


def holds_the_styles_and_the_version(wheel: Path) -> None:
    with ZipFile(wheel) as content:
        names = content.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        headers = content.read(metadata).decode().partition("\n\n")[0].splitlines()
    assert {"Name: focus-loop", f"Version: {__version__}"} <= set(headers)
    styles = {f"focus_tui/styles/{path.name}" for path in (ROOT / "styles").iterdir()}
    assert styles
    assert styles <= set(names)
    assert {name.partition("/")[0] for name in names} == {
        "focus_tui",
        f"focus_loop-{__version__}.dist-info",
    }


def says_its_version(commands: Path, here: Path) -> None:
    said = subprocess.run(
        [commands / "focus", "--version"], check=True, capture_output=True, text=True, cwd=here
    )
    assert said.stdout.split()[-1] == __version__
    assert said.stderr == ""


def opens_and_leaves(commands: Path, here: Path) -> None:
    with Terminal([commands / "focus"], cwd=here, env=dict(os.environ)) as terminal:
        terminal.wait_for("Today", within_s=30)
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert not list(here.iterdir())
