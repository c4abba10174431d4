"""The settings in force: one is changed, whatever else the file holds."""

from pathlib import Path

import pytest

from focus_tui.domain.errors import BadInput
from focus_tui.services.preferences import Preferences


def preferences(tmp_path: Path, text: str) -> Preferences:
    file = tmp_path / "config.toml"
    file.write_text(text, encoding="utf-8")
    return Preferences(file)


def keys(held: Preferences, command_id: str) -> tuple[str, ...]:
    """What holds now, and after the file is read anew."""
    now = held.keymap.keys(command_id)
    assert Preferences(held.file).keymap.keys(command_id) == now
    return now


def test_a_mistake_elsewhere_stops_no_change_of_a_key(tmp_path: Path) -> None:
    mistakes = '[keys]\n"clock.togle" = "p"\nredo = "F5"\ncapture = "u"\n[look]\ncolour = 1\n'
    held = preferences(tmp_path, mistakes)
    assert len(held.problems) == 4
    held.change_keys("undo", ("Z",))
    assert keys(held, "undo") == ("Z",)
    assert keys(held, "capture") == ("u",)  # its mistake was that undo had it
    held.change_keys("redo", ("f7",))
    assert keys(held, "redo") == ("f7",)
    assert len(held.problems) == 2


def test_a_default_is_no_way_to_another_command_s_key(tmp_path: Path) -> None:
    text = '[keys]\nundo = "Z"\nredo = "u"\n'
    held = preferences(tmp_path, text)
    with pytest.raises(BadInput, match="u is the key of “Redo”"):
        held.change_keys("undo", None)
    assert held.file.read_text(encoding="utf-8") == text
    assert (keys(held, "undo"), keys(held, "redo")) == (("Z",), ("u",))
    held.change_keys("redo", None)
    held.change_keys("undo", None)
    assert (keys(held, "undo"), keys(held, "redo")) == (("u",), ("ctrl+r",))


def test_a_line_with_a_mistake_that_asks_for_the_same_key_is_named(tmp_path: Path) -> None:
    held = preferences(tmp_path, '[keys]\nundo = ["Z", "ctrl+p"]\n')
    assert len(held.problems) == 1
    with pytest.raises(BadInput, match="mend that line first"):
        held.change_keys("capture", ("Z",))
    assert keys(held, "capture") == ("c", "ctrl+n")
