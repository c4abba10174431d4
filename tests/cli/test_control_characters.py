"""Every character that a terminal could obey, through every command, in a real terminal."""

import json
import os
import sys
from pathlib import Path

import pytest

from focus_tui.cli.verbs import VERBS
from focus_tui.composition import services
from tests.cli.shell import ROOT, Shell
from tests.support.controls import BREAKS, CONTROLS, WORST, obeyed
from tests.support.terminal import Terminal

TYPED = WORST + CONTROLS
ANY = TYPED + BREAKS
# One after another in one process, as the executable does each.
EACH = """
import json, sys
from focus_tui.__main__ import main
for words in json.load(open("commands.json")):
    sys.argv = ["focus", *words]
    status = main()
    print("::", status, flush=True)
"""


def lines(hostile: str) -> list[list[str]]:
    """Calls of all commands, the text wherever one may stand."""
    return [
        *(["add", TYPED], ["start", TYPED], ["status"], ["status", "--json"], ["pause"]),
        *(["resume"], ["log"], ["log", "--json"], ["finish"], ["undo"], ["redo"], ["void"]),
        *(["next"], ["backup"], ["backup", "--list"], ["backup", "--json"], ["restore"]),
        *(["doctor"], ["add", hostile], ["start", hostile], ["log", "--day", hostile]),
        *(["start", "--minutes", hostile], ["restore", hostile], [hostile], ["--" + hostile]),
        *(["goal", TYPED, "--why", TYPED], ["goals"], ["goals", "--json"], ["off", hostile]),
        *(["commit", TYPED + ": 3 days"], ["week"], ["week", "--json"], ["goal", hostile]),
        *(["off", "2026-12-24", TYPED], ["off"], ["start", "--goal", hostile]),
        *(["start", "--commitment", hostile], ["commit", hostile, "--days", hostile]),
        *(["ideas"], ["ideas", "--json"], ["add", "x", "--under", hostile]),
        *([each.name, "--" + hostile] for each in VERBS if each.name not in ("add", "start")),
        *(["--data-file", name, "log"] for name in ("broken\x1b[9t\x9b", "no\nwhere\x07/x")),
        *([each.name, "--help"] for each in VERBS),
    ]


@pytest.mark.parametrize("within", ["data", "words"])
def test_none_reaches_the_terminal(within: str, focus: Shell, tmp_path: Path) -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop", "config.toml")
    config.parent.mkdir()
    config.write_text('[notify]\nchannels = ["desktop"]\n')  # doctor is not to ring the bell
    data = Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")
    odd = (["add", "odd"], ["start", "odd"], ["finish"], ["start", "odd"], ["goal", "odd"])
    for words in (*odd, ["commit", "odd"], ["off", "today", "odd"]):
        assert focus(*words).status == 0
    services(data).learned.add("odd", "odd", "odd")
    hostile = ANY if within == "data" else TYPED
    whole = data.read_text(encoding="utf-8")
    data.write_text(whole.replace('"odd"', json.dumps(hostile)), encoding="utf-8")
    (tmp_path / "broken\x1b[9t\x9b").write_text("{")
    calls = [["status"], ["log"], ["log", "--json"], ["finish"], ["undo"], ["doctor"]]
    calls += [
        ["goals"],
        ["goals", "--json"],
        ["week"],
        ["week", "--json"],
        ["off"],
        ["ideas"],
        ["ideas", "--json"],
        ["cards"],
        ["cards", "--json"],
    ]
    calls = calls if within == "data" else lines(hostile)
    (tmp_path / "commands.json").write_text(json.dumps(calls), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Terminal([sys.executable, "-c", EACH], env=env, cwd=tmp_path, size=(200, 60)) as terminal:
        assert terminal.wait_exit(30) == 0
        assert terminal.raw.count(b"::") == len(calls)
        assert "odd␛]52;c;QUJD␇".encode() in terminal.raw
        assert obeyed(terminal.raw) == []
        assert b":: 70" not in terminal.raw
        assert b"Traceback" not in terminal.raw
