"""The commands without a screen, declared once: their words, and what does them."""

from collections.abc import Callable
from typing import NamedTuple, cast

Does = Callable[["Verb", list[str], str], int]
"""Does a command with the words after its name, on the data file named (or the person's own when
that is empty), and gives the exit status. Raises FocusError."""


class Verb(NamedTuple):
    """One command."""

    name: str
    takes: str
    """What may follow it, as usage lines show it."""
    help: str
    """One sentence."""
    note: str = ""
    """What else its own help says."""


VERBS = (
    Verb(
        "add",
        "TEXT… [--under IDEA] [--front]",
        "Write a thought down; without TEXT, or as -, one from each line read.",
        "All that follows is the thought, also what looks like an option, except --under IDEA, "
        "--front and --data-file FILE; after -- even these. A word as #tool is a tag.",
    ),
    Verb(
        "start",
        "[TEXT…] [--goal GOAL | --commitment PROMISE] [--minutes N | --shape SHAPE] [--ago WHEN] "
        "[--beyond WHY] [--wait]",
        "Begin a session; --wait stays and rings.",
        "TEXT is what you work on, else the goal's or the promise's words; after -- it may look "
        "like an option. SHAPE is the name of one, as 50/10, open or strict, or says one, as 40/8. "
        "WHEN is so many minutes ago, as 10, or a time, as 09:10.",
    ),
    Verb("pause", "", "Stand still."),
    Verb("resume", "", "Go on after a pause."),
    Verb("finish", "", "End what runs; past a session's planned end its break begins."),
    Verb("next", "", "On to the next phase: to the break, or from it to the next session."),
    Verb("extend", "[MINUTES]", "Plan five minutes more, or so many; past the end, from now."),
    Verb("shorten", "[MINUTES]", "Plan five minutes less, or so many; a minute stays."),
    Verb(
        "void",
        "[--why WORD]",
        "End the session so that it does not count.",
        'WORD is interrupted, distracted, "wrong timer", unwell, "not needed", or any other line.',
    ),
    Verb(
        "tangent",
        "WORD… | --park",
        "Say what you slid into, so that time goes there; --park keeps it for later.",
        "After -- WORD may look like an option.",
    ),
    Verb("back", "", "Go back from the tangent to what you were at before it."),
    Verb(
        "ladder",
        "",
        "Stuck: step on the ladder for asking well, or on its next rung.",
        "The documentation first, then a search, then a question; the app helps to draft it.",
    ),
    Verb("found", "[TEXT…]", "Leave the ladder: what you looked for is found."),
    Verb("status", "[--json]", "Say what the clock is doing."),
    Verb(
        "log",
        "[--day DAY | --from DAY --to DAY] [--goal GOAL] [--outcome OUTCOME] [--find TEXT] "
        "[--json]",
        "Show a day: a date, today, yesterday, or a weekday; or several days, with their sums.",
        "The log of the app (focus, then 5) is where sessions are added, corrected, split, joined "
        "and voided.",
    ),
    Verb(
        "ideas",
        "[--all] [--front] [--json]",
        "Show your ideas: the front of the line, the inbox, and the backlog as a tree.",
        "What is done or dropped is left out, unless an open idea stands below it; --all shows it.",
    ),
    Verb(
        "cards",
        "[--anki | --json]",
        "Show the cards that were made of what you learned.",
        "focus cards --anki > cards.txt writes them for Anki (File > Import); importing again "
        "updates them. Their source comes along where the note type has a field named Source.",
    ),
    Verb(
        "goals",
        "[--all] [--json]",
        "Show your goals: what each got this week and in all, how steadily, how long ago.",
    ),
    Verb(
        "goal",
        "TITLE… [--why WHY] [--someday]",
        "Add a goal.",
        "It is active, or for someday where as many are active as you want; after -- TITLE may "
        "look like an option.",
    ),
    Verb(
        "commit",
        "[TEXT…] [--goal GOAL] [--sessions N | --minutes N | --days N] [--next]",
        "Promise something for this week, or with --next for the next one.",
        "TEXT may say what you put in: “Audio: 8 sessions in two weeks”; so may one of the "
        "options. Without TEXT it is the goal's title, and what the goal gets each week.",
    ),
    Verb(
        "week",
        "[--next | --last | --date DAY] [--public] [--markdown | --json | --export FOLDER]",
        "Show a week: what was promised and what became of it, what was done, won and said.",
        "Of this week and the next, how far each promise is and how much of a week they take. DAY "
        "is a date, today, yesterday or a weekday. --export writes a Markdown file that keeps what "
        "you add below its last line; with --since DAY one for each week since then.",
    ),
    Verb(
        "insights",
        "[--week | --month | --quarter | --year | --all] [--date DAY] "
        "[--json | --plain | --csv CHART]",
        "Show what a range of days adds up to: when, on what, how long, how it went.",
        "DAY is a date, today, yesterday or a weekday. CHART is one of days, goals, hours, "
        "weekdays, lengths, promising, energies, interruptions and words.",
    ),
    Verb(
        "off",
        "[DAYS [WHY…]]",
        "Declare days off, which leave every score alone; without DAYS, list them.",
        "DAYS are a date, today, or two dates: 2026-12-24 to 2026-12-31 holiday.",
    ),
    Verb("energy", "N", "Say how your energy is, from 1 to 5."),
    Verb("undo", "", "Take the last act back."),
    Verb("redo", "", "Do again what was taken back."),
    Verb(
        "backup",
        "[--list] [--json]",
        "Copy the data now, and list the copies; --list only lists.",
        "Copies are made by themselves too: before each day's first change, and before what could "
        "lose something.",
    ),
    Verb(
        "restore",
        "[WHICH] [--yes]",
        "Put a copy in the data's place; without WHICH, list what each would change.",
        "WHICH is a number of the list, the beginning of a time as 2026-11-23T08, or latest. "
        "What is there now is copied before.",
    ),
    Verb("doctor", "", "Say where things are, what works and what does not."),
)


ACTS = ("pause", "resume", "finish", "next", "back", "ladder", "undo", "redo")
"""Those that are one act and take no more words."""


def verb(name: str) -> Verb | None:
    """The command of that name."""
    return next((each for each in VERBS if each.name == name), None)


def does(verb: Verb) -> Does:
    """What does a command; only its own module is imported."""
    from importlib import import_module

    own = {"status": "now", "extend": "length", "shorten": "length"}.get(verb.name, verb.name)
    module = import_module(f"focus_tui.cli.{'acts' if verb.name in ACTS else own}")
    return cast(Does, module.run)


def usage() -> str:
    """What `focus --help` says."""
    width = max(len(each.name) for each in VERBS)
    lines = [
        "usage: focus [--data-file FILE] [COMMAND …]",
        "       focus --demo",
        "",
        "Without a command: open the app; with --demo, on half a year that is made up: nothing of",
        "it is kept, and nothing of yours is touched.",
        "",
        *(f"  {each.name:{width}}  {each.help}" for each in VERBS),
        "",
        "focus COMMAND --help says what it takes. --data-file FILE may stand anywhere before --;",
        "it does what FOCUS_DATA_FILE does. --version says the version.",
    ]
    return "\n".join(lines)
