"""What runs without a screen must not load what draws one."""

import subprocess
import sys

import pytest

HEADLESS = ("domain", "store", "services", "notify", "settings", "commands", "formats", "cli")
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
