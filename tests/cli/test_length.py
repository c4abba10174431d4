"""The length of a session from the shell: its shape, a start in the past, more and less of it."""

import json
from datetime import UTC, datetime

import pytest

from tests.cli.shell import Shell, settings

UNHEARD = "No app is open: nothing will ring."
HINT = "focus start --wait stays and rings."


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somewhere where the day began hours ago, whenever this runs."""
    west = datetime.now(UTC).hour - 12
    monkeypatch.setenv("TZ", f"Etc/GMT{west:+d}" if west else "UTC")


def status(focus: Shell, *names: str) -> list[object]:
    """What `focus status --json` says of so many things."""
    said = json.loads(focus("status", "--json").out)
    return [said[name] for name in names]


def test_a_session_of_another_shape(focus: Shell) -> None:
    settings('[shapes]\nown = ["deep 80/15"]\n')
    assert focus("start", "--shape", "DEEP", "Mel").err.startswith("Started: 1 h 20 on Mel.\n")
    assert status(focus, "shape", "planned_ms") == ["deep", 80 * 60_000]
    assert focus("next").err.startswith("Finished: 0 min. 15 min of break.\n")
    assert focus("start", "--shape", "40/8").err.startswith("Started: 40 min")
    assert status(focus, "shape") == ["40/8"]
    focus("void")
    focus("start")
    assert status(focus, "shape", "planned_ms") == [None, 25 * 60_000]


def test_an_open_session_is_told_by_what_was_worked(focus: Shell) -> None:
    assert focus("start", "--shape", "open", "--ago", "30").err.splitlines() == [
        "Started, 30 min ago: open-ended.",
        f"No app is open: the time is not counted, and asked about when one is. {HINT}",
    ]
    assert focus("status").out == "focus 30:00 · 1 of 4 · 30 min today\n"
    assert status(focus, "shape", "planned_ms", "left_ms") == ["open", None, None]
    for verb in ("extend", "shorten"):
        said = focus(verb)
        assert (said.status, said.err) == (
            1,
            "An open session has no planned end: it runs until you end it.\n",
        )
    assert focus("next").err.startswith("Finished: 30 min. 6 min of break.\n")


def test_a_pause_voids_a_strict_session_and_undo_brings_it_back(focus: Shell) -> None:
    focus("start", "--shape", "strict")
    assert focus("pause").err == "Voided: a strict session has no pause. Undo brings it back.\n"
    assert focus("status").out == "idle\n"
    focus("undo")
    assert focus("status").out.startswith("paused 25:00")


def test_a_start_in_the_past(focus: Shell) -> None:
    assert focus("start", "--ago", "10", "Mel").err.splitlines() == [
        "Started, 10 min ago: 25 min on Mel.",
        f"{UNHEARD} {HINT}",
    ]
    assert focus("status").out == "focus 15:00 · Mel · 1 of 4 · 10 min today\n"
    focus("finish")
    refused = focus("start", "--ago", "5")
    assert refused.status == 1
    assert refused.err.startswith("The record is full until ")
    assert refused.err.count("\n") == 1
    assert focus("status").out.startswith("idle")


def test_more_and_less(focus: Shell) -> None:
    assert focus("extend").status == 1
    focus("start")
    assert focus("extend").err == f"Five minutes more: 30 min to go.\n{UNHEARD}\n"
    assert focus("shorten", "10").err == f"10 minutes less: 20 min to go.\n{UNHEARD}\n"
    assert focus("extend", "2").err == f"Two minutes more: 22 min to go.\n{UNHEARD}\n"
    assert focus("shorten", "22").err.startswith("With 22 min to go there is no 22 min to take")
    assert focus("undo").err.startswith("Undone: two minutes more.\n")
    assert status(focus, "planned_ms") == [20 * 60_000]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("start --shape long", "“long” is no shape of sessions: say it as 40/8"),
        ("start --shape 50/10 --minutes 20", "give one of --minutes and --shape"),
        ("start --ago soon", "“soon” says no time: give the minutes since it began"),
        ("extend 0", "focus extend takes a whole number from 1 to 240, not “0”."),
        ("shorten 2 3", "focus shorten takes one number of minutes, not 2 words."),
    ],
)
def test_a_mistake_is_one_sentence_and_begins_nothing(focus: Shell, words: str, says: str) -> None:
    said = focus(*words.split())
    assert (said.status, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert focus("status").out == "idle\n"
