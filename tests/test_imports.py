"""What runs without a screen must not load what draws one."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

HEADLESS = (
    *("domain", "store", "services", "notify", "settings", "commands", "formats"),
    *("demo", "cli"),
)
WITH_ALL_MODULES = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
print(*{"focus_tui", "textual", "rich"}.intersection(sys.modules))
"""


@pytest.mark.parametrize("name", HEADLESS)
def test_a_headless_package_loads_no_screen(name: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", WITH_ALL_MODULES, f"focus_tui.{name}"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert found.stdout.split() == ["focus_tui"]


LOOKING_BACK = (
    *("domain.evidence", "domain.gathering", "domain.proposals", "domain.wins"),
    *("domain.nextweek", "domain.weekpage", "services.evidence", "services.weekrecords"),
    *("services.reviewing", "services.reflecting", "services.lookback", "services.weekpages"),
)
TO_THE_FIRST_PICTURE = """
import asyncio, sys
from pathlib import Path
from focus_tui.composition import services
made = services(Path(sys.argv[1]))
made.thoughts.capture("buy tea")
made.desk.present()
print(*(each for each in sys.modules if each.startswith("focus_tui.")))
from focus_tui.ui.app import FocusApp
async def look():
    async with FocusApp(made).run_test() as pilot:
        await pilot.pause()
asyncio.run(look())
print(*(each for each in sys.modules if each.startswith("focus_tui.")))
"""


def test_neither_a_command_nor_the_first_picture_waits_for_the_review(tmp_path: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", TO_THE_FIRST_PICTURE, tmp_path / "focus.json"],
        check=True,
        capture_output=True,
        text=True,
    )
    for loaded in found.stdout.splitlines():
        assert "focus_tui.services.thoughts" in loaded.split()
        assert {f"focus_tui.{each}" for each in LOOKING_BACK} & {*loaded.split()} == set()


def test_nobody_waits_for_the_demo(tmp_path: Path) -> None:
    script = "\n".join([TO_THE_FIRST_PICTURE, "import focus_tui.cli.run", "print(*sys.modules)"])
    loaded = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "focus.json"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert "focus_tui.cli.run" in loaded.stdout
    assert "focus_tui.demo" not in loaded.stdout


def test_what_nobody_waits_for_has_these_names() -> None:
    for name in LOOKING_BACK:
        importlib.import_module(f"focus_tui.{name}")
