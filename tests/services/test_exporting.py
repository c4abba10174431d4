"""Weeks in a folder of the person's."""

from pathlib import Path

import pytest

from focus_tui.domain.errors import BadInput, DataUnusable, Refused
from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.formats.weekfile import MARKER
from focus_tui.services.exporting import Exports
from focus_tui.settings import declared
from tests.services.machine import App, Machine
from tests.services.plans import work

WEEK = Week("2026-11-23")


@pytest.fixture
def exports(app: App) -> Exports:
    return Exports(app.services.reviews, declared.Review)


def test_a_week_and_a_range(machine: Machine, app: App, exports: Exports, tmp_path: Path) -> None:
    work(machine, app)
    app.services.reflecting.add(WEEK, Part.WON, "Gave a *talk*")
    told: list[int] = []
    folder = tmp_path / "notes" / "weeks"
    said = exports.export([WEEK.after(-1), WEEK], str(folder), told.append)
    assert said == f"Wrote 2 weeks into {folder}."
    assert told == [1, 2]
    assert [each.name for each in sorted(folder.iterdir())] == [
        "week-2026-11-16.md",
        "week-2026-11-23.md",
    ]
    text = (folder / "week-2026-11-23.md").read_text()
    for line in ("focus: week", "focused_min: 25", "sessions: 1", "- Gave a \\*talk\\*", MARKER):
        assert line in text.splitlines()


def test_exported_again_what_was_added_stays(
    machine: Machine, app: App, exports: Exports, tmp_path: Path
) -> None:
    exports.export([WEEK], str(tmp_path))
    file = tmp_path / "week-2026-11-23.md"
    with file.open("ab") as out:
        out.write(b"\nmine \xff\r\n")
    work(machine, app)
    exports.export([WEEK], str(tmp_path))
    assert file.read_bytes().endswith(MARKER.encode() + b"\n\nmine \xff\r\n")
    assert b"sessions: 1" in file.read_bytes()


def test_what_is_none_of_ours_stays(exports: Exports, tmp_path: Path) -> None:
    file = tmp_path / "week-2026-11-23.md"
    file.write_text("my own notes")
    with pytest.raises(Refused, match="is no week of ours"):
        exports.export([WEEK], str(tmp_path))
    assert file.read_text() == "my own notes"
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".md")] == [file.name]


def test_where_to_has_to_be_said_and_to_be_possible(exports: Exports, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="Say where to"):
        exports.export([WEEK])
    (tmp_path / "file").write_text("")
    with pytest.raises(DataUnusable):
        exports.export([WEEK], str(tmp_path / "file" / "below"))


def test_after_a_review_it_is_written_where_that_is_set(
    machine: Machine, app: App, tmp_path: Path
) -> None:
    folder = str(tmp_path / "weeks")
    wanted = declared.Review()
    exports = Exports(app.services.reviews, lambda: wanted)
    for each, said in (
        (declared.Review(), ""),
        (declared.Review(export_folder=folder), ""),
        (declared.Review(export_after=True), ""),
        (declared.Review(export_folder=folder, export_after=True), f"Wrote 1 week into {folder}."),
    ):
        wanted = each
        assert exports.finished(WEEK) == said
