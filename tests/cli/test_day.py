"""The day's limit and energy from a shell."""

import json

import pytest

from tests.cli.shell import Shell, settings
from tests.cli.test_commands import data_file


def marks() -> list[tuple[str, str, int]]:
    found = json.loads(data_file().read_text(encoding="utf-8")).get("marks", {}).values()
    return [(each["kind"], each["text"], each.get("amount", 0)) for each in found]


def full_day() -> None:
    """An hour of focus, which is the limit, done just now."""
    settings("[day]\nlimit_minutes = 1\n")


def worked(focus: Shell) -> None:
    full_day()
    focus("start", "first", "--minutes", "1")
    text = data_file().read_text(encoding="utf-8")
    spans = text.replace('"spans":[]', '"spans":[["focus",60000]]')
    assert spans != text
    data_file().write_text(spans, encoding="utf-8")
    assert focus("finish").status == 0


def test_one_more_is_refused_with_the_way_to_begin_it(focus: Shell) -> None:
    worked(focus)
    refused = focus("start", "second")
    assert (refused.status, refused.err) == (
        1,
        'Enough for today: 1 min of 1 min. focus start --beyond "why" begins one more.\n',
    )
    assert marks() == []
    begun = focus("start", "second", "--beyond", "a talk tomorrow")
    assert (begun.status, begun.err.splitlines()[0]) == (0, "Started: 25 min on second.")
    assert marks() == [("beyond", "a talk tomorrow", 0)]
    assert "beyond the day's limit: a talk tomorrow" in focus("log").out


def test_an_empty_line_is_taken_too(focus: Shell) -> None:
    worked(focus)
    assert focus("start", "second", "--beyond", "").status == 0
    assert marks() == [("beyond", "", 0)]


def test_so_is_the_session_after_a_break(focus: Shell) -> None:
    worked(focus)
    focus("start", "--beyond", "x")
    focus("next")
    refused = focus("next")
    assert (refused.status, refused.err.endswith("begins one more.\n")) == (1, True)


def test_energy(focus: Shell) -> None:
    said = focus("energy", "4")
    assert (said.status, said.out, said.err) == (0, "", "Energy: 4 of 5.\n")
    assert marks() == [("energy", "", 4)]


@pytest.mark.parametrize("wrong", [(), ("6",), ("0",), ("good",), ("4", "5")])
def test_energy_is_a_number_from_1_to_5(wrong: tuple[str, ...], focus: Shell) -> None:
    said = focus("energy", *wrong)
    assert (said.status, said.err.startswith("Say how your energy is from 1 to 5")) == (2, True)
    assert not data_file().exists()
