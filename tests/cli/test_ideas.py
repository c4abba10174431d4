"""Thoughts filed from a shell, and the backlog as it shows them."""

import json
from pathlib import Path
from typing import Any

import pytest

from focus_tui.domain.idea import IdeaState
from tests.cli.shell import Shell, settings
from tests.cli.test_commands import HOSTILE, UNSAFE, data_file
from tests.support.clock import FakeClock
from tests.support.made_up import opened


def read(focus: Shell, *words: str) -> Any:
    said = focus("ideas", *words, "--json")
    assert (said.status, said.err) == (0, "")
    return json.loads(said.out)


def lived() -> None:
    """Two below Audio, one begun and at the front; some that ended; two in the inbox."""
    folder = data_file().parent
    folder.mkdir(parents=True)
    made = opened(folder, FakeClock())
    audio = made.backlog.add("Audio #project")
    mel = made.backlog.add("Mel filters", audio.id)
    begun = made.backlog.add("Read Wyse #learn", mel.id)
    gone = made.backlog.add("Old plan")
    kept = made.backlog.add("Still good", gone.id)
    over = made.backlog.add("Over")
    made.choosing.set_state([begun.id], IdeaState.STARTED)
    made.choosing.set_state([gone.id], IdeaState.DROPPED)
    made.choosing.set_state([kept.id], IdeaState.RESTING)
    made.choosing.set_state([over.id], IdeaState.DONE)
    made.choosing.to_front(begun.id)
    made.thoughts.capture("buy coffee", "why does librosa pad?")
    made.keeper.leave()


def test_the_tree(focus: Shell) -> None:
    lived()
    said = focus("ideas")
    assert (said.status, said.err) == (0, "")
    assert said.out == (
        "Front\n"
        "  1 ◐ Read Wyse #learn\n"
        "\n"
        "Inbox, 2 thoughts\n"
        "  ○ why does librosa pad?\n"
        "  ○ buy coffee\n"
        "\n"
        "Backlog, 5 ideas\n"
        "  ○ Audio #project\n"
        "    ○ Mel filters\n"
        "      ◐ Read Wyse #learn\n"
        "  × Old plan\n"
        "    ◌ Still good\n"
    )
    assert "  ✓ Over\n" in focus("ideas", "--all").out
    assert focus("ideas", "--front").out == "Front\n  1 ◐ Read Wyse #learn\n"
    settings("[look]\nascii = true\n")
    said = focus("ideas", "--all")
    assert said.out.isascii()
    assert [line.split()[0] for line in said.out.splitlines()[-3:]] == ["x", "~", "+"]


def test_the_same_for_a_program(focus: Shell) -> None:
    lived()
    found = {each["title"]: each for each in read(focus)}
    assert [*found] == [
        "Read Wyse #learn",
        "why does librosa pad?",
        "buy coffee",
        "Audio #project",
        "Mel filters",
        "Old plan",
        "Still good",
    ]
    wyse = found["Read Wyse #learn"]
    assert wyse["id"] in json.loads(data_file().read_text(encoding="utf-8"))["ideas"]
    assert {name: value for name, value in wyse.items() if name not in ("id", "touched_at")} == {
        "title": "Read Wyse #learn",
        "kind": "learn",
        "tags": ["learn"],
        "state": "started",
        "parent": found["Mel filters"]["id"],
        "path": ["Audio #project", "Mel filters"],
        "front": 1,
        "inbox": False,
        "gain": None,
        "effort_h": None,
        "wins": False,
        "goal_id": None,
        "goal": None,
        "captured_at": "2026-11-23T09:00:00.000Z",
        "note": "",
    }
    assert [each["title"] for each in read(focus, "--front")] == ["Read Wyse #learn"]
    assert [each["inbox"] for each in found.values()] == [False, True, True] + [False] * 4
    assert len(read(focus, "--all")) == 8


def test_nothing_yet(focus: Shell) -> None:
    said = focus("ideas")
    assert (said.status, said.out) == (0, "")
    assert said.err == "There is no idea yet: focus add TEXT catches one.\n"
    assert focus("ideas", "--front").err.startswith("Nothing is at the front")
    assert read(focus) == []
    assert focus("ideas", "all").status == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_shown_as_typed(focus: Shell, text: str) -> None:
    focus("add", "--", text)
    assert f"  ○ {text}\n" in focus("ideas").out
    assert read(focus)[0]["title"] == text


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_moves_the_cursor(focus: Shell, text: str) -> None:
    focus("add", text)
    assert UNSAFE[text] in focus("ideas").out
    assert text not in focus("ideas", "--json").out


def test_a_break_that_a_hand_wrote_begins_no_other_line(focus: Shell) -> None:
    focus("add", "odd")
    whole = data_file().read_text(encoding="utf-8")
    data_file().write_text(whole.replace('"odd"', '"odd\\n  more"'), encoding="utf-8")
    assert focus("ideas").out == "Inbox, 1 thought\n  ○ odd␊  more\n"


def test_added_under_an_idea(focus: Shell) -> None:
    lived()
    said = focus("add", "try", "mel", "augmentation", "#tool", "--under", "audio")
    assert (said.status, said.out) == (0, "")
    assert said.err == "Captured under “Audio”: try mel augmentation #tool\n"
    assert focus("add", "--under=mel", "a", "--front", "b").err == (
        "Captured under “Mel filters”, at the front: a b\n"
    )
    found = {each["title"]: each for each in read(focus)}
    assert found["try mel augmentation #tool"]["path"] == ["Audio #project"]
    assert found["try mel augmentation #tool"]["tags"] == ["tool"]
    assert (found["a b"]["front"], found["a b"]["path"][-1]) == (2, "Mel filters")
    assert focus("add", "-", "--under", "Audio", given=b"c\nd\n").err == (
        "Captured under “Audio”: 2 thoughts\n"
    )
    assert focus("add", "--under", "Audio", given=b"e").status == 0
    below = [each["title"] for each in read(focus) if each["path"] == ["Audio #project"]]
    assert below[-3:] == ["c", "d", "e"]
    assert focus("undo").err == "Undone: capture “e”.\n"


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--under", "nothing"), 1, "There is no idea “nothing”: focus ideas lists them."),
        (("--under", "Over"), 1, "There is no idea “Over”: focus ideas lists them."),
        (("--under", "buy"), 1, "There is no idea “buy”: focus ideas lists them."),
        (("--under", ""), 2, "--under needs the words of one idea after it"),
        (("--under",), 2, "--under needs the words of one idea after it"),
        (("--under", "Audio", "--under", "Mel"), 2, "--under needs the words of one idea"),
        (("--under", "a"), 2, "2 ideas begin with “a”: say more of it."),
    ],
)
def test_a_place_that_is_none(focus: Shell, words: tuple[str, ...], status: int, says: str) -> None:
    lived()
    focus("add", "anything", "--under", "Audio")
    before = data_file().read_bytes()
    said = focus("add", "x", *words)
    assert (said.status, said.out, said.err.count("\n")) == (status, "", 1)
    assert says in said.err
    assert data_file().read_bytes() == before


def test_a_front_without_room(focus: Shell, tmp_path: Path) -> None:
    for title in "abc":
        assert focus("add", title, "--front").status == 0
    before = data_file().read_bytes()
    said = focus("add", "d", "--front")
    assert (said.status, said.out) == (1, "")
    assert said.err == "3 ideas are at the front: take one out before.\n"
    assert data_file().read_bytes() == before


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("--", "--front", "x"), "--front x"),
        (("see --under it",), "see --under it"),
        (("a", "--", "--under", "b"), "a -- --under b"),
        (("--underneath", "--fronts"), "--underneath --fronts"),
    ],
)
def test_what_only_looks_like_a_place_is_text(
    focus: Shell, words: tuple[str, ...], title: str
) -> None:
    assert focus("add", *words).err == f"Captured: {title}\n"
    assert [(each["title"], each["front"]) for each in read(focus)] == [(title, None)]


def test_the_same_once_more_is_pointed_out(focus: Shell) -> None:
    lived()
    assert focus("add", "read wyse").err == (
        "Captured: read wyse\nThe same as one from 23 Nov, in “Mel filters”.\n"
    )
    assert focus("add", given=b"OVER\nmore\n").err == (
        "Captured: 2 thoughts\n1 of them says the same as one you had.\n"
    )
