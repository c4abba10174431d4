import json
import os
from pathlib import Path

import pytest

from focus_tui import __version__
from focus_tui.cli.verbs import VERBS
from focus_tui.composition import services
from focus_tui.domain.idea import IdeaState
from focus_tui.services.voiding import REASONS
from tests.cli.shell import Shell

HOSTILE = (
    "fix [/foo] route",
    "[red]",
    "[@click=app.quit]x[/]",
    "-u critical",
    "--wait",
    "--help me",
    "-",
    "$(reboot)",
    "a\\b",
    "a=b",
    "%s {0}",
    "é 日本 👩‍👩‍👧 🏳️‍🌈",
    "x" * 10_000,
)
UNSAFE = {
    "\x1b[31mred\x07": "␛[31mred␇",
    "\u202eevil": "⟨U+202E⟩evil",
    "a\tb": "a␉b",
    "\x9b31m": "⟨U+009B⟩31m",
}


def inbox(focus: Shell) -> list[str]:
    """The titles in the data file, in the order in which they came."""
    file = Path(os.environ.get("FOCUS_DATA_FILE") or data_file())
    ideas = json.loads(file.read_text(encoding="utf-8"))["ideas"]
    return [ideas[id]["title"] for id in sorted(ideas)]


def data_file() -> Path:
    return Path(os.environ["XDG_DATA_HOME"], "focus-loop", "focus.json")


def test_a_day_in_the_shell(focus: Shell) -> None:
    assert focus("status").out == "idle\n"
    started = focus("start", "Mel", "filters")
    assert (started.status, started.out) == (0, "")
    assert started.err.splitlines() == [
        "Started: 25 min on Mel filters.",
        "No app is open: nothing will ring. focus start --wait stays and rings.",
    ]
    assert focus("status").out == "focus 25:00 · Mel filters · 1 of 4 · 0 min today\n"
    assert focus("pause").err == "Paused at 0 min.\n"
    assert focus("status").out.startswith("paused 25:00 · Mel filters")
    assert focus("resume").err.splitlines()[-1] == "No app is open: nothing will ring."
    assert focus("next").err.startswith("Finished: ")
    assert focus("status").out.startswith("short break 05:00 · Mel filters")
    assert focus("finish").err == "The break is over.\n"
    assert focus("undo").err.startswith("Undone: end the break.\n")
    assert focus("redo").err == "Done again: end the break.\n"
    assert focus("start").status == 0
    assert focus("void").err.startswith("Voided: its ")
    assert [focus(word).status for word in ("pause", "void", "next")] == [1, 1, 1]


def test_void_says_why(focus: Shell) -> None:
    for why in (["--why", "wrong timer"], ["--why="], []):
        focus("start", "Mel")
        assert focus("void", *why).err.startswith("Voided: its ")
    told = focus("log").out
    assert told.count("void       Mel") == 3
    assert [line.partition(" voided")[2] for line in told.splitlines() if " voided" in line] == [
        ": wrong timer"
    ]
    assert (focus("void", "--why", "x").status, focus("void", "--why", "a\nb").status) == (1, 2)
    page = " ".join(focus("void", "--help").out.split())
    assert [each for each in REASONS if each not in page] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_thought_is_kept_and_shown_as_typed(focus: Shell, text: str) -> None:
    said = focus("add", "--", text)
    assert (said.status, said.out, said.err) == (0, "", f"Captured: {text}\n")
    assert inbox(focus) == [text]


@pytest.mark.parametrize("text", [text for text in HOSTILE if text != "-"])
def test_a_thought_that_looks_like_an_option_is_a_thought(focus: Shell, text: str) -> None:
    assert focus("add", text).status == 0
    assert focus("add", "see", *text.split(" ")).status == 0
    assert inbox(focus) == [text, f"see {text}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_an_intent_is_kept_and_shown_as_typed(focus: Shell, text: str) -> None:
    assert focus("start", "--", text).err.startswith(f"Started: 25 min on {text}.\n")
    assert f" · {text} · " in focus("status").out
    assert json.loads(focus("status", "--json").out)["intent"] == text
    assert text in focus("log").out


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_typed_moves_the_cursor(focus: Shell, text: str) -> None:
    assert focus("add", text).err == f"Captured: {UNSAFE[text]}\n"
    focus("start", text)
    assert f" · {UNSAFE[text]} · " in focus("status").out
    assert UNSAFE[text] in focus("log").out
    assert json.loads(focus("status", "--json").out)["intent"] == text
    assert json.loads(focus("log", "--json").out)["running"]["intent"] == text
    assert text not in focus("log", "--json").out


@pytest.mark.parametrize("text", ["a\nb", "", " ", "x" * 20_001, "\0", "\udc80"])
def test_a_thought_that_cannot_be_kept_is_refused(focus: Shell, text: str) -> None:
    said = focus("add", text)
    assert (said.status, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert not data_file().exists()


def test_thoughts_from_standard_input_are_one_act(focus: Shell) -> None:
    given = "\ufeffone\r\n\n  two \n--wait\nthrée".encode()
    assert focus("add", given=given).err == "Captured: 4 thoughts\n"
    assert inbox(focus) == ["one", "two", "--wait", "thrée"]
    focus("add", "-", given=b"five")
    assert inbox(focus)[-1] == "five"
    focus("undo")
    focus("undo")
    assert inbox(focus) == []


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        (b"", 1, "no thought"),
        (b"\n \n", 1, "no thought"),
        (b"good\n\xff\n", 2, "Line 2 of standard input is not UTF-8"),
        (b"good\na\x0cb\n", 2, "line 2"),
        (b"good\n" + b"x" * 20_001, 2, "line 2"),
        (b"x" * (16 * 1024 * 1024 + 1), 2, "16 MiB"),
    ],
)
def test_standard_input_is_taken_whole_or_not_at_all(
    focus: Shell, given: bytes, status: int, says: str
) -> None:
    said = focus("add", given=given)
    assert said.status == status
    assert says in said.err
    assert said.err.count("\n") == 1
    assert not data_file().exists()


def test_add_alone_on_a_terminal_says_what_it_wants(
    focus: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Keyboard())
    assert focus("add").status == 2


@pytest.mark.parametrize(
    "words", [("Mel", "filters"), ("--minutes", "7", "x"), ("x", "--minutes=7")]
)
def test_start_takes_words_and_minutes_in_any_order(focus: Shell, words: tuple[str, ...]) -> None:
    assert focus("start", *words).status == 0
    said = json.loads(focus("status", "--json").out)
    assert said["planned_ms"] == (7 if "x" in words else 25) * 60_000
    assert said["intent"] == ("x" if "x" in words else "Mel filters")


def test_start_without_words_takes_the_intent_that_waits(focus: Shell) -> None:
    focus("start", "a")
    focus("next")
    focus("next")
    assert json.loads(focus("status", "--json").out)["intent"] == "a"
    focus("void")
    focus("start", "")
    assert json.loads(focus("status", "--json").out)["intent"] == ""


def test_start_refuses_one_course_too_many(focus: Shell) -> None:
    of = services()
    begun = [of.backlog.add(f"{title} #course") for title in "ab"]
    of.choosing.set_state([each.id for each in begun], IdeaState.STARTED)
    third = of.backlog.add("c #book")
    of.lineup.add(of.upcoming.of_idea(third.id))
    said = focus("start")
    assert (said.status, said.out) == (1, "")
    assert said.err == "At most 2 courses and books at once: which one rests, or is let go?\n"
    assert focus("status").out == "idle\n"
    of.choosing.make_room(begun[0].id, IdeaState.RESTING)
    assert focus("start").status == 0
    assert json.loads(focus("status", "--json").out)["intent"] == "c"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("strat",), "did you mean start?"),
        (("xyzzy",), "focus --help lists them"),
        (("--jsn",), "no option “--jsn”"),
        (("status", "--jsn"), "did you mean --json?"),
        (("start", "--wiat"), "did you mean --wait?"),
        (("start", "--minutes"), "expected one argument"),
        (("start", "--minutes", "0"), "from 1 to 240"),
        (("start", "--minutes", "1.5"), "not “1.5”"),
        (("start", "--minutes", "999999999999999999999"), "from 1 to 240"),
        (("start", "--wait=5"), "--wait"),
        (("start", "--min", "5"), "no option --min"),
        (("pause", "now"), "takes no text"),
        (("log", "--day", "2026-02-30"), "not “2026-02-30”"),
        (("log", "--day", "20261123"), "not “20261123”"),
        (("log", "--day", "tomorrow\x1b"), "not “tomorrow␛”"),
        (("--data-file",), "needs the name of a file"),
        (("--data-file=", "status"), "needs the name of a file"),
        (("status", "--data-file", ""), "needs the name of a file"),
        (("",), "There is no command"),
        (("--", "status"), "There is no option"),
    ],
)
def test_wrong_use_is_one_sentence(focus: Shell, words: tuple[str, ...], says: str) -> None:
    said = focus(*words)
    assert (said.status, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert not data_file().exists()


def test_without_a_terminal_the_app_does_not_open(focus: Shell) -> None:
    said = focus()
    assert (said.status, said.out) == (2, "")
    assert "needs a terminal" in said.err


def test_help_names_every_command(focus: Shell) -> None:
    said = focus("--help")
    assert said.status == 0
    assert all(f"  {each.name} " in said.out for each in VERBS)
    assert focus("-h") == said


@pytest.mark.parametrize("name", [each.name for each in VERBS])
def test_every_command_has_help_and_does_nothing_then(focus: Shell, name: str) -> None:
    said = focus(name, "--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"usage: focus {name}")
    assert not data_file().exists()


def test_the_version(focus: Shell) -> None:
    assert focus("--version").out == f"focus {__version__}\n"


@pytest.mark.parametrize("place", [0, 1, 2])
def test_another_data_file_is_named_anywhere(focus: Shell, tmp_path: Path, place: int) -> None:
    file = tmp_path / "my own.json"
    words = ["start", "x"]
    words[place:place] = ["--data-file", str(file)]
    assert focus(*words).status == 0
    assert file.exists()
    assert not data_file().exists()
    assert focus("status").out == "idle\n"
    assert focus("status", f"--data-file={file}").out.startswith("focus 25:00 · x")
    assert focus("--data-file", str(file), "status").out.startswith("focus 25:00 · x")


def test_another_data_file_is_named_by_the_environment(
    focus: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOCUS_DATA_FILE", str(tmp_path / "a.json"))
    focus("add", "a")
    focus("add", "b", "--data-file", str(tmp_path / "b.json"))
    assert inbox(focus) == ["a"]
    assert (tmp_path / "b.json").exists()


def test_what_looks_like_the_data_file_is_text_after_dashes(focus: Shell) -> None:
    focus("add", "--", "try", "--data-file", "x")
    assert inbox(focus) == ["try --data-file x"]


@pytest.mark.parametrize("words", [("status",), ("log",), ("add", "x"), ("start",), ("undo",)])
def test_data_that_cannot_be_used(focus: Shell, words: tuple[str, ...]) -> None:
    data_file().parent.mkdir()
    data_file().write_bytes(b"{ not ours")
    said = focus(*words)
    assert (said.status, said.out) == (3, "")
    assert str(data_file()) in said.err
    assert said.err.count("\n") == 1
    assert data_file().read_bytes() == b"{ not ours"


def test_a_machine_without_a_place_for_its_name(
    focus: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/state")
    said = focus("start")
    assert (said.status, said.err.count("\n")) == (3, 1)
    assert "XDG_STATE_HOME" in said.err


def test_nobody_has_a_home(focus: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(uid: int) -> object:
        raise KeyError(uid)

    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    for words in (("status",), ("add", "x")):
        said = focus(*words)
        assert (said.status, said.out, said.err.count("\n")) == (3, "", 1)
        assert "set HOME" in said.err


def test_settings_that_are_wrong_are_told_when_they_count(focus: Shell) -> None:
    folder = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop")
    folder.mkdir()
    (folder / "config.toml").write_text("[timer]\nfocus_minuts = 50\n", encoding="utf-8")
    said = focus("start")
    assert said.status == 0
    assert "focus_minutes" in said.err.splitlines()[0]
    assert focus("pause").err == "Paused at 0 min.\n"


def test_an_unmoved_clock_says_what_happened_meanwhile(focus: Shell) -> None:
    """A session nobody ended is closed by the next command, which says so."""
    focus("start", "x")
    text = data_file().read_text(encoding="utf-8")
    raw = json.loads(text)
    (interval,) = raw["timer"].values()
    interval["seen"]["boot_ms"] -= 3 * 3_600_000
    interval["seen"]["awake_ms"] -= 3 * 3_600_000
    data_file().write_text(json.dumps(raw), encoding="utf-8")
    assert focus("add", "a").err.splitlines() == [
        "Captured: a",
        "Closed, as nobody was there: “x”, 25 min of focus.",
    ]
