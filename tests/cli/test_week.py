"""`focus week`: this week, one that is over, one to come; as lines, Markdown and JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from focus_tui.cli import week
from focus_tui.domain.errors import Refused
from focus_tui.domain.evidenceraw import from_raw
from focus_tui.domain.reflection import Part
from focus_tui.domain.week import Week
from focus_tui.formats.weekpage import escaped
from tests.cli.shell import Shell
from tests.cli.test_commands import UNSAFE
from tests.services.conftest import app, machine
from tests.services.machine import HOUR, App, Machine
from tests.services.plans import on_goal, work

__all__ = ["app", "machine"]

WEEK = 7 * 24 * HOUR


@pytest.fixture
def lived(machine: Machine, app: App) -> App:
    """A week with a goal, two promises and two sessions; it is Monday of the next one."""
    of = app.services
    audio = of.goals.add("Audio")
    of.goals.change(audio.id, "cadence", "3 sessions")
    of.commitments.promise("Audio, *part 2*: 2 sessions", goal_id=audio.id)
    early = of.commitments.promise("[red]Early[/]: 3 days")
    of.commitments.change(early.id, "[red]Early[/]: 2 days")
    for _ in range(2):
        work(machine, app, on_goal(audio))
    work(machine, app)
    machine.clock.run(WEEK)
    return app


def shown(app: App, *words: str) -> list[str]:
    """What the command says beside an app whose clock is moved by hand."""
    options: dict[str, Any] = dict.fromkeys((*week.WHICH, *week.FORMS, "public"))
    for word in words:
        name, _, value = word.removeprefix("--").partition("=")
        options[name] = value or True
    return week.shown(app.services, options).splitlines()


LAST = [
    "23 to 29 Nov 2026",
    "1 h 15 · 3 sessions · 1 day shown up · 1 of 2 kept",
    "",
    "Promised",
    "- Audio, *part 2*: 2 of 2 sessions, kept",
    "- [red]Early[/]: 0 of 2 days, adjusted (it was 3 days)",
    "",
    "Done",
    "- Audio: 50 min, 2 sessions, 2 of 3 sessions",
    "- On no goal: 25 min, 1 session",
    "",
    "Won",
    "- Kept: Audio, *part 2*, 2 of 2 sessions",
    "- First session: Audio",
]


@pytest.mark.parametrize("which", ["--last", "--date=2026-11-29", "--date=2026-11-23"])
def test_a_week_that_is_over(lived: App, which: str) -> None:
    assert shown(lived, which) == LAST


def test_the_same_as_markdown(lived: App) -> None:
    assert shown(lived, "--last", "--markdown") == [
        "# 23 to 29 Nov 2026",
        "",
        "1 h 15 · 3 sessions · 1 day shown up · 1 of 2 kept",
        "",
        "## Promised",
        "",
        r"- Audio, \*part 2\*: 2 of 2 sessions, kept",
        r"- \[red\]Early\[/\]: 0 of 2 days, adjusted (it was 3 days)",
        "",
        "## Done",
        "",
        "- Audio: 50 min, 2 sessions, 2 of 3 sessions",
        "- On no goal: 25 min, 1 session",
        "",
        "## Won",
        "",
        r"- Kept: Audio, \*part 2\*, 2 of 2 sessions",
        "- First session: Audio",
    ]


def test_the_same_as_json(lived: App) -> None:
    document = json.loads("\n".join(shown(lived, "--last", "--json")))
    assert document["first_on"] == "2026-11-23"
    kept = {each["text"]: (each["done"], each["kept"]) for each in document["commitments"]}
    assert kept == {"Audio, *part 2*": (2, True), "[red]Early[/]": (0, False)}
    of = lived.services.evidences
    assert from_raw(document["evidence"]) == of.of(of.week("2026-11-23"))


def test_a_week_of_a_year_ago(machine: Machine, lived: App) -> None:
    machine.clock.run(60 * WEEK)
    work(machine, lived)
    assert lived.services.desk.db.archives()
    assert shown(lived, "--date=2026-11-23") == LAST
    document = json.loads("\n".join(shown(lived, "--date=2026-11-23", "--json")))
    assert [each["done"] for each in document["commitments"]] == [2, 0]


def test_this_week_is_its_promises_and_what_it_holds_so_far(machine: Machine, lived: App) -> None:
    lived.services.commitments.promise("Audio: 2 sessions")
    expected = [
        "30 Nov to 6 Dec 2026",
        "",
        "0 of 2 sessions  2 to go  ·  Audio",
        "",
        "50 min planned; the last 4 weeks held 19 min each on average.",
    ]
    assert shown(lived) == expected
    work(machine, lived)
    assert shown(lived) == [
        *expected,
        "",
        "So far",
        "25 min · 1 session · 1 day shown up · 0 of 1 kept",
        "",
        "Done",
        "- On no goal: 25 min, 1 session",
        "",
        "Won",
        "- 1 session: you showed up",
    ]


def test_a_week_to_come(lived: App) -> None:
    next_week = shown(lived, "--next")
    assert next_week[0] == "7 to 13 Dec 2026"
    assert next_week == shown(lived, "--date=2026-12-07")
    assert next_week[2] == "Nothing is promised."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--next", "--last"), "Give one of --next, --last and --date."),
        (("--last", "--date", "today"), "Give one of --next, --last and --date."),
        (("--json", "--markdown"), "Give one of --markdown, --json and --export."),
        (("--date", "soon"), "--date takes a date as 2026-11-23, today, yesterday or a weekday"),
        (("--date",), "--date"),
    ],
)
def test_what_is_refused(focus: Shell, words: tuple[str, ...], says: str) -> None:
    said = focus("week", *words)
    assert (said.status, said.out) == (2, "")
    assert says in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("which", [(), ("--last",), ("--next",), ("--date", "2016-02-29")])
@pytest.mark.parametrize("form", [(), ("--markdown",), ("--json",)])
def test_a_shell_with_nothing_lived(
    focus: Shell, which: tuple[str, ...], form: tuple[str, ...]
) -> None:
    said = focus("week", *which, *form)
    assert (said.status, said.err) == (0, "")
    assert said.out.endswith("\n")
    assert not said.out.endswith("\n\n")


@pytest.mark.parametrize("text", UNSAFE)
def test_nothing_typed_moves_the_cursor(focus: Shell, text: str) -> None:
    focus("commit", f"{text}: 3 days")
    for form in ("--markdown", "--json"):
        out = focus("week", form).out
        assert text not in out
    assert f"- {escaped(text)}: 0 of 3 days\n" in focus("week", "--markdown").out


def test_what_was_said_and_what_may_be_shown(lived: App) -> None:
    reflecting, last = lived.services.reflecting, Week("2026-11-23")
    reflecting.add(last, Part.LEARNED, "A *window*")
    reflecting.energy(last, 4)
    assert shown(lived, "--last")[-2:] == ["Learned", "- A *window*"]
    review = json.loads("\n".join(shown(lived, "--last", "--json")))["review"]
    assert (review["energy"], review["answers"][0]["text"]) == (4, "A *window*")
    with pytest.raises(Refused, match="may be shown"):
        shown(lived, "--last", "--public")
    reflecting.show(last, Part.WON)
    assert shown(lived, "--last", "--public") == [LAST[0], "", *LAST[-3:]]
    assert shown(lived, "--last", "--public", "--markdown")[0] == "# 23 to 29 Nov 2026"


def test_weeks_into_a_folder(focus: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "weeks"
    said = focus("week", "--export", str(folder), "--since", "2026-01-01")
    assert (said.status, said.out) == (0, "")
    names = sorted(each.name for each in folder.iterdir())
    assert names[0] == "week-2025-12-29.md"
    assert said.err == f"Wrote {len(names)} weeks into {folder}.\n"
    refused = focus("week", "--since", "2026-01-01")
    assert (refused.status, refused.out) == (2, "")
    assert "name a folder" in refused.err
