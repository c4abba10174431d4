"""Whatever became of the data file: one sentence, the file as it was, and on once it is mended."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.shell import Shell
from tests.support.broken import FAULTS, heal

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
