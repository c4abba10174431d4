"""What is measured, installed as people install it: focus, and a command that does nothing."""

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
_NOTHING = {
    "pyproject.toml": (
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        '[project]\nname = "nothing-at-all"\nversion = "1"\n'
        '[project.scripts]\nnothing = "nothing_at_all:main"\n'
        '[tool.hatch.build.targets.wheel]\ninclude = ["nothing_at_all.py"]\n'
    ),
    "nothing_at_all.py": "def main():\n    return 0\n",
}


def install(folder: Path) -> Path:
    """Make an environment in that folder; the folder of its commands comes back."""
    nothing = folder / "nothing"
    nothing.mkdir(parents=True)
    for name, text in _NOTHING.items():
        (nothing / name).write_text(text, encoding="utf-8")
    wheels = folder / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-w", wheels, ROOT, nothing], check=True)
    venv.create(folder / "environment", with_pip=True)
    commands = folder / "environment" / "bin"
    pip: list[str | Path] = [commands / "python", "-m", "pip", "install", "-q"]
    subprocess.run([*pip, "-c", ROOT / "constraints.txt", *wheels.iterdir()], check=True)
    return commands
