"""The parts of the child that need no desktop; the whole of it runs in test_desktop."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from focus_tui.notify.desktop_child import in_utf16

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXT, st.integers(1, 12))
def test_text_fits_in_utf16(text: str, room: int) -> None:
    shown = in_utf16(text, room)
    assert units(shown) <= room
    if units(text) <= room:
        assert shown == text
    else:
        assert shown.endswith("…")
        assert text.startswith(shown.removesuffix("…"))
        assert units(shown) >= room - 1  # an emoji that half fits is left out


def test_the_app_never_loads_plyer() -> None:
    code = "import sys, focus_tui.notify.chain; print('plyer' in sys.modules)"
    seen = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert seen == "False\n"
