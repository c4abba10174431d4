"""Goals, promises and days off from a shell."""

import json
from typing import Any

import pytest

from focus_tui.cli import goals as goals_table
from focus_tui.cli import week as week_table
from focus_tui.domain.goal import Column
from tests.cli.shell import Shell, settings
from tests.cli.test_commands import HOSTILE, UNSAFE, data_file
from tests.services.conftest import app, machine
from tests.services.machine import MINUTE, PLAN, App, Machine

__all__ = ["app", "machine"]

TEXTS = [text for text in HOSTILE if text not in ("-", "x" * 10_000)]


def read(focus: Shell, *words: str) -> Any:
    said = focus(*words, "--json")
    assert (said.status, said.err) == (0, "")
    return json.loads(said.out)


def doing(focus: Shell) -> dict[str, Any]:
    """What the data file says of the interval that runs."""
    (found,) = json.loads(data_file().read_text(encoding="utf-8"))["timer"].values()
    assert isinstance(found, dict)
    return found


def test_goals_from_a_shell(focus: Shell) -> None:
    assert focus("goals").err == "There is no goal yet: focus goal TITLE adds one.\n"
    assert read(focus, "goals") == []
    added = focus("goal", "Audio", "for", "all", "--why", "so that  anyone can start")
    assert (added.status, added.out, added.err) == (0, "", "New goal: “Audio for all”.\n")
    assert focus("goal", "--someday", "Rest").err == "New goal for someday: “Rest”.\n"
    focus("goal", "b")
    focus("goal", "c")
    assert focus("goal", "d").err == "New goal for someday, as enough are active: “d”.\n"
    found = read(focus, "goals")
    assert [each["title"] for each in found] == ["Audio for all", "b", "c", "Rest", "d"]
    assert [each["column"] for each in found] == ["active"] * 3 + ["someday"] * 2
    assert found[0]["why"] == "so that  anyone can start"
    assert focus("undo").err == "Undone: new goal “d”.\n"
    assert len(read(focus, "goals")) == 4


def test_more_goals_are_active_where_the_settings_want_it(focus: Shell) -> None:
    settings("[goals]\nmost_active = 1\n")
    focus("goal", "a")
    focus("goal", "b")
    assert [each["column"] for each in read(focus, "goals")] == ["active", "someday"]


def test_a_session_on_a_goal(focus: Shell) -> None:
    focus("goal", "Audio")
    (goal,) = read(focus, "goals")
    assert focus("start", "--goal", "aud").err.startswith("Started: 25 min on Audio.\n")
    assert (doing(focus)["goal_id"], doing(focus)["intent"]) == (goal["id"], "Audio")
    focus("void")
    assert focus("start", "Mel", "--goal=AUDIO", "filters").status == 0
    assert (doing(focus)["goal_id"], doing(focus)["intent"]) == (goal["id"], "Mel filters")


def test_a_session_for_a_promise_brings_its_goal(focus: Shell) -> None:
    focus("goal", "Audio")
    focus("commit", "Filters: 8 sessions", "--goal", "Audio")
    (promise,) = read(focus, "week")["commitments"]
    assert focus("start", "--commitment", "filt", "--minutes", "5").status == 0
    assert doing(focus)["commitment_id"] == promise["id"]
    assert doing(focus)["goal_id"] == promise["goal_id"] is not None
    assert doing(focus)["intent"] == "Filters"
    assert doing(focus)["planned_ms"] == 5 * MINUTE


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("start", "--goal", "nope"), 1, "There is no goal “nope”: focus goals lists them."),
        (("start", "--goal", " "), 2, "Say which goal"),
        (("start", "--goal", "a"), 2, "2 goals begin with “a”: say more of it."),
        (("start", "--goal", "b"), 2, "2 goals are called “b”: rename one."),
        (("start", "--commitment", "x"), 1, "There is no promise “x”: focus week lists them."),
        (("start", "--goal", "a1", "--commitment", "x"), 2, "give one of"),
        (("goal",), 2, "A goal needs a title"),
        (("goal", "a\nb"), 2, "line break"),
        (("goal", "a", "--why", "\0"), 2, "NUL"),
        (("commit",), 2, "Say what you promise"),
        (("commit", "x: 8 sesions"), 2, "“8 sesions” is no input"),
        (("commit", "x: 8 days", "--days", "3"), 2, "says what you put in already"),
        (("commit", "x", "--days", "3", "--minutes", "9"), 2, "Give one of --sessions"),
        (("commit", "x", "--days", "0"), 2, "--days takes a whole number from 1 to 10,000"),
        (("commit", "x", "--goal", "nope"), 1, "There is no goal “nope”"),
        (("commit", "x" * 20_001), 2, "20,001 characters"),
        (("week", "46"), 2, "it takes no text"),
        (("off", "soon"), 2, "Say which days are off"),
        (("off", "2026-12-24", "to"), 2, "Say which days are off"),
        (("off", "2026-12-24", "to", "2026-12-23"), 2, "end after they begin"),
        (("off", "2026-12-24", "to", "2028-12-23"), 2, "within a year"),
        (("goals", "--jsn"), 2, "did you mean --json?"),
    ],
)
def test_what_is_refused_changes_nothing(
    focus: Shell, words: tuple[str, ...], status: int, says: str
) -> None:
    for title in ("a1", "a2", "b", "B "):
        focus("goal", title)
    before = data_file().read_bytes()
    said = focus(*words)
    assert (said.status, said.out) == (status, "")
    assert says in said.err
    assert said.err.count("\n") == 1
    assert data_file().read_bytes() == before


@pytest.mark.parametrize(
    ("words", "text", "count", "measure", "days"),
    [
        (("Audio: 8 sessions",), "Audio", 8, "sessions", 7),
        (("Audio:", "8", "sessions", "in", "two", "weeks"), "Audio", 8, "sessions", 14),
        (("Early: 3 days before 09:00",), "Early", 3, "early_days", 7),
        (("Call at 10:30",), "Call at 10:30", 1, "done", 7),
        (("Call at 10:30", "--minutes", "90"), "Call at 10:30", 90, "minutes", 7),
        (("Audio in two weeks", "--days", "4"), "Audio", 4, "days", 14),
        (("--sessions", "5", "--", "--odd"), "--odd", 5, "sessions", 7),
    ],
)
def test_what_is_promised(
    focus: Shell, words: tuple[str, ...], text: str, count: int, measure: str, days: int
) -> None:
    assert focus("commit", *words).err.startswith("Promised for t")
    week = read(focus, "week")
    (promise,) = week["commitments"]
    assert promise["text"] == text
    assert (promise["input"]["count"], promise["input"]["measure"]) == (count, measure)
    assert promise["first_on"] == week["first_on"]
    later = read(focus, "week", "--next")
    assert (promise["last_on"] == later["last_on"]) is (days == 14)
    assert later["commitments"] == ([promise] if days == 14 else [])


def test_a_goal_promises_what_it_gets_each_week(focus: Shell) -> None:
    focus("goal", "Audio: part 2")
    assert focus("commit", "--goal", "audio").err.endswith("“Audio: part 2”, done or not.\n")
    assert focus("commit", "--goal", "audio", "--sessions", "3", "--next").status == 0
    (promise,) = read(focus, "week", "--next")["commitments"]
    assert (promise["text"], promise["goal"]) == ("Audio: part 2", "Audio: part 2")
    assert promise["input"] == {"count": 3, "measure": "sessions", "before_min": None}


def test_days_off(focus: Shell) -> None:
    assert focus("off").err == "No days off are declared: focus off 2026-12-24 declares one.\n"
    said = focus("off", "2026-12-24", "to", "2027-01-02", "at  home", "[red]")
    assert said.err == "Off: Thu 24 Dec to Sat 2 Jan.\n"
    focus("off", "2026-11-27")
    assert focus("off").out.splitlines() == [
        "Thu 24 Dec to Sat 2 Jan  2027  at  home [red]",
        "Fri 27 Nov               2026",
    ]
    assert focus("off", "today").status == 0
    assert focus("undo").err.startswith("Undone: take ")
    assert len(focus("off").out.splitlines()) == 2


@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_kept_as_typed(focus: Shell, text: str) -> None:
    assert focus("goal", "--why", f"w{text}", "--", text).status == 0
    assert focus("commit", "--sessions", "2", "--", text).status == 0
    (goal,) = read(focus, "goals")
    (promise,) = read(focus, "week")["commitments"]
    assert (goal["title"], goal["why"], promise["text"]) == (text, f"w{text}", text)
    assert focus("goals").out.endswith(f"  {text}\n")
    assert f"  {text}\n" in focus("week").out
    assert focus("start", f"--goal={text}").err.startswith(f"Started: 25 min on {text}.\n")


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_typed_moves_the_cursor(focus: Shell, text: str) -> None:
    focus("goal", text, "--why", text)
    focus("commit", f"{text}: 3 days")
    focus("off", "2026-12-24", text)
    assert focus("goals").out.endswith(f"{UNSAFE[text]}\n")
    assert UNSAFE[text] in focus("week").out
    assert UNSAFE[text] in focus("off").out
    assert read(focus, "goals")[0]["title"] == text
    assert read(focus, "week")["commitments"][0]["text"] == text
    assert text not in focus("goals", "--json").out


# Beside an app, on a clock that is moved by hand: Monday, ten in the morning.


def session(machine: Machine, app: App, **start: Any) -> None:
    app.services.focus.start(**start)
    machine.run(PLAN)
    app.services.focus.finish()
    app.services.focus.finish()


def test_the_board_as_a_person_reads_it(machine: Machine, app: App) -> None:
    goals = app.services.goals
    audio, kaggle = goals.add("Audio"), goals.add("[red]Kaggle[/]")
    old = goals.add("Old", Column.SOMEDAY)
    goals.let_go(old.id, "wrong tool")
    goals.archive(old.id)
    goals.change(audio.id, "cadence", "3 days")
    for _ in range(2):
        session(machine, app, subject=app.services.upcoming.of_goal(audio.id))
    shown = [app.services.standings.of(goals.get(each.id) or each) for each in (audio, kaggle, old)]
    assert goals_table.table(shown).splitlines() == [
        "          this week    in all  last   score     goal",
        "active    1 of 3 days  50 min  today      1  A  Audio",
        "active                  0 min  never         [  [red]Kaggle[/]",
        "archived                0 min  never         O  Old",
    ]
    document = goals_table.document(shown[0])
    assert document["focused_ms"] == 2 * PLAN
    assert document["cadence"] == {"count": 3, "measure": "days", "before_min": None}


def test_archived_goals_are_shown_if_wanted(focus: Shell, machine: Machine) -> None:
    command = machine.services()
    goal = command.goals.add("Old")
    command.goals.archive(goal.id)
    data = str(machine.data)
    assert read(focus, "goals", "--data-file", data) == []
    assert focus("goals", "--data-file", data).out == ""
    (found,) = read(focus, "goals", "--all", "--data-file", data)
    assert found["archived_at"] == "2026-11-23T09:00:00.000Z"
    assert focus("goals", "--all", "--data-file", data).out.splitlines()[1].startswith("archived")


def test_the_week_as_a_person_reads_it(machine: Machine, app: App) -> None:
    commitments, goals = app.services.commitments, app.services.goals
    audio = goals.add("Audio")
    commitments.promise("Audio: 8 sessions", goal_id=audio.id)
    early = commitments.promise("[red]Early[/]: 3 days")
    commitments.change(early.id, "[red]Early[/]: 1 day")
    post = commitments.promise("Post")
    commitments.promise("Long: 5 h in two weeks", goal_id=audio.id)
    for _ in range(2):
        session(machine, app, subject=app.services.upcoming.of_goal(audio.id))
    session(machine, app, subject=app.services.upcoming.of_commitment(early.id))
    commitments.tick(post.id)
    week = commitments.week()
    shown = week_table.table(week, commitments.of(week), commitments.planned(week))
    assert shown.splitlines() == [
        "23 to 29 Nov 2026",
        "",
        "2 of 8 sessions             6 to go       A  Audio",
        "1 of 1 day (it was 3 days)  kept          ·  [red]Early[/]",
        "done                        kept          ·  Post",
        "50 min of 5 h               4 h 10 to go  A  Long",
        "",
        "6 h 15 planned.",
    ]
    machine.run(7 * 24 * 60 * MINUTE, 60 * MINUTE)
    later = commitments.week()
    shown = week_table.table(later, commitments.of(later), commitments.planned(later))
    assert shown.splitlines()[2:] == [
        "50 min of 5 h  4 h 10 to go  A  Long",
        "",
        "2 h 30 planned; a week of the last four held 19 min of focus.",
    ]
    empty = later.after()
    shown = week_table.table(empty, commitments.of(empty), commitments.planned(empty))
    assert shown.splitlines()[2] == "Nothing is promised."
