"""Whatever became of the data file: one sentence, the file as it was, and on once it is mended."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.support.broken import FAULTS, heal
from tests.support.circumstances import CIRCUMSTANCES, open_home, unprivileged

__all__ = ["open_home"]

COMMANDS = (("add", "buy tea"), ("start", "Mel"), ("log",), ("undo",), ("finish",))


def state(path: Path) -> object:
    """What is there, compared without following or opening what would wait."""
    found = path.lstat()
    return found.st_mode, found.st_size, path.read_bytes() if path.is_file() else None


@pytest.mark.promise
@pytest.mark.parametrize("fault", FAULTS)
def test_a_command_says_it_in_one_sentence_and_changes_nothing(fault: str, focus: Shell) -> None:
    data = Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")
    focus("add", "buy coffee")
    whole = data.read_bytes()
    break_it, words = FAULTS[fault]
    break_it(data)
    broken = state(data)
    for command in COMMANDS:
        said = focus(*command)
        if said.status == 0:  # what is only read can be shown from a newer format
            assert (fault, command) == ("a newer format", ("log",))
            continue
        assert said.status in (1, 3), command
        assert said.status == 3 or fault == "a newer format"
        assert len(said.err.splitlines()) == 1
        assert str(data) in said.err or said.status == 1
        assert words in said.err or said.status == 1
        assert state(data) == broken
    heal(data, whole)
    assert focus("add", "buy tea").status == 0
    ideas = json.loads(data.read_bytes())["ideas"].values()
    assert {each["title"] for each in ideas} == {"buy coffee", "buy tea"}


@pytest.mark.promise
@pytest.mark.parametrize("fault", CIRCUMSTANCES)
def test_what_is_wrong_around_it_is_one_sentence(fault: str, focus: Shell, open_home: Path) -> None:
    data = Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")
    circumstance, words = CIRCUMSTANCES[fault]
    focus("start", "Mel")
    focus("add", "buy coffee")
    whole = data.read_bytes()
    with unprivileged(open_home):
        with circumstance(data):
            for command in (("add", "buy tea"), ("pause",)):
                said = focus(*command)
                assert (said.status, said.out) == (3, ""), command
                assert said.err.count("\n") == 1
                assert words in said.err
                assert str(data.parent) in said.err
        assert data.read_bytes() == whole
        assert focus("add", "buy tea").status == 0


def test_a_link_to_a_folder_that_is_not_there_yet_is_followed(focus: Shell, tmp_path: Path) -> None:
    link, target = tmp_path / "link.json", tmp_path / "not" / "there" / "focus.json"
    link.symlink_to(target)
    assert focus("--data-file", str(link), "add", "buy tea").status == 0
    assert link.is_symlink()
    assert b"buy tea" in target.read_bytes()


@pytest.mark.promise("a state folder that can't be written")
def test_a_state_folder_that_takes_nothing_costs_undo_and_no_act(
    focus: Shell, open_home: Path
) -> None:
    data = Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")
    focus("add", "buy coffee")
    with unprivileged(open_home):
        state = Path(os.environ["XDG_STATE_HOME"], "focus-loop")
        for path in (*state.iterdir(), state):
            path.chmod(0o500 if path.is_dir() else 0o400)
        try:
            for command in (("add", "buy tea"), ("start", "Mel"), ("pause",), ("log",)):
                said = focus(*command)
                assert said.status == 0
                told = "can't be written (permission denied). Mend or remove it." in said.err
                assert told is (command != ("log",))
        finally:
            for path in (state, *state.iterdir()):
                path.chmod(0o700)
        assert focus("undo").status == 0
    assert "Mel" in data.read_text(encoding="utf-8")
