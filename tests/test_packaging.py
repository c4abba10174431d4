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


@pytest.fixture(scope="module")
def wheel(outer_env: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "-w", folder, ROOT], check=True, env=outer_env)
    (found,) = folder.iterdir()
    return found


@pytest.fixture(scope="module")
def installed(
    wheel: Path, outer_env: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of the commands of a new environment with nothing but focus in it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    pip: list[str | Path] = [python, "-m", "pip", "install", "-q"]
    subprocess.run([*pip, "-c", ROOT / "constraints.txt", wheel], check=True, env=outer_env)
    return folder / "bin"


def test_the_wheel_holds_the_styles_and_the_version(wheel: Path) -> None:
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


def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    said = subprocess.run(
        [installed / "focus", "--version"], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert said.stdout.split()[-1] == __version__
    assert said.stderr == ""


def test_the_installed_app_opens_and_leaves(installed: Path, tmp_path: Path) -> None:
    with Terminal([installed / "focus"], cwd=tmp_path, env=dict(os.environ)) as terminal:
        terminal.wait_for("Today", within_s=30)
        terminal.send("q")
        assert terminal.wait_exit() == 0
    assert not list(tmp_path.iterdir())
