"""A week's file: what a person adds to it below the marker is never touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.weekpage import Section, WeekPage
from focus_tui.formats.weekfile import MARKER, again, write

PAGE = WeekPage("16 to 22 Nov 2026", ("2 h",), (Section("Won", ("a talk",)),))


def test_a_file_as_it_is() -> None:
    assert write(PAGE, {"sessions": 5, "energy": None}) == (
        "---\nfocus: week\nsessions: 5\n---\n\n# 16 to 22 Nov 2026\n\n2 h\n\n## Won\n\n- a talk\n"
        f"\n{MARKER}\n"
    )


@given(st.text())
def test_what_was_added_stays_to_the_letter(own: str) -> None:
    new = write(PAGE, {"sessions": 6})
    assert again(write(PAGE, {}) + own, new) == new + own


def test_what_stands_above_the_marker_is_written_anew() -> None:
    old = write(PAGE, {}).replace("a talk", "a talk, and what I added here")
    assert again(old, "new\n") == "new\n"


def test_a_marker_that_the_person_wrote_too_cuts_nothing_off() -> None:
    old = write(PAGE, {}) + f"mine\n{MARKER}\nmore\n"
    assert again(old, "new\n") == f"new\nmine\n{MARKER}\nmore\n"


def test_typed_text_can_not_be_the_marker() -> None:
    page = PAGE._replace(sections=(Section(MARKER, (MARKER, "---", f"x\n{MARKER}")),))
    text = write(page, {})
    assert [line for line in text.splitlines() if line == MARKER] == [MARKER]
    assert again(text + "mine", text) == text + "mine"


@pytest.mark.parametrize(
    "old",
    ["", "mine\n", "---\ntitle: x\n---\n" + MARKER, write(PAGE, {}).replace(MARKER, "")],
)
def test_a_file_that_is_none_of_ours_is_not_to_be_touched(old: str) -> None:
    assert again(old, "new") is None
