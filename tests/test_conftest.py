import os
from pathlib import Path


def test_a_test_has_a_home_of_its_own(tmp_path: Path, own_home: Path) -> None:
    assert Path.home() == own_home
    assert not list(tmp_path.iterdir())
    kept = [name for name in os.environ if name.startswith(("XDG_", "FOCUS_", "TEXTUAL", "DBUS_"))]
    assert all(os.environ[name].startswith(str(own_home)) for name in kept)
    assert len(kept) == 5
