import subprocess
import sys

import pytest

WAYS = {"notify-send": sys.executable, "python-dbus": "/usr/bin/python3"}


@pytest.fixture(params=WAYS)
def python(request: pytest.FixtureRequest) -> str:
    """A Python with which plyer takes one of its two ways to a desktop."""
    found = WAYS[request.param]
    command = [found, "-I", "-c", "import dbus"]
    has_dbus = subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert has_dbus == (request.param == "python-dbus"), f"{found} is no way to {request.param}"
    return found
