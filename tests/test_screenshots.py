"""The pictures are what the app draws: at four sizes, dark and light, in every state."""

from pathlib import Path

import pytest

from tests.screenshots import PICTURES, name, picture

FOLDER = Path(__file__).parent.parent / "screenshots"


@pytest.mark.parametrize(
    ("state", "theme", "size"), PICTURES, ids=[name(*each) for each in PICTURES]
)
async def test_a_picture_is_what_the_app_draws(
    state: str, theme: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("DATA", "STATE", "CONFIG"):
        monkeypatch.delenv(f"XDG_{kind}_HOME")  # the drawing sets its own; they are put back
    drawn = await picture(state, theme, size)
    assert drawn == (FOLDER / name(state, theme, size)).read_text(encoding="utf-8")
    assert drawn.count("<text") > 10


def test_no_picture_is_left_over() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {name(*each) for each in PICTURES}
