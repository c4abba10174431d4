"""The commands without a screen, declared once: their words, and what does them."""

from collections.abc import Callable
from dataclasses import dataclass

Does = Callable[["Verb", list[str], str], int]
"""Does a command with the words after its name, on the data file named (or the person's own when
that is empty), and gives the exit status. Raises FocusError."""


@dataclass(frozen=True, slots=True)
class Verb:
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
        "TEXT…",
        "Write a thought down; without TEXT, or as -, one from each line read.",
        "All that follows is the thought, also what looks like an option, except --data-file FILE; "
        "after -- even that.",
    ),
    Verb(
        "start",
        "[TEXT…] [--minutes N] [--wait]",
        "Begin a session; --wait stays and rings.",
        "TEXT is what you work on; after -- it may look like an option.",
    ),
    Verb("pause", "", "Stand still."),
    Verb("resume", "", "Go on after a pause."),
    Verb("finish", "", "End what runs; past a session's planned end its break begins."),
    Verb("next", "", "On to the next phase: to the break, or from it to the next session."),
    Verb("void", "", "End the session so that it does not count."),
    Verb("status", "[--json]", "Say what the clock is doing."),
    Verb(
        "log",
        "[--day DAY] [--json]",
        "Show a day: a date, today, yesterday, or a weekday.",
    ),
    Verb("undo", "", "Take the last act back."),
    Verb("redo", "", "Do again what was taken back."),
    Verb("doctor", "", "Say where things are, what works and what does not."),
)


def verb(name: str) -> Verb | None:
    """The command of that name."""
    return next((each for each in VERBS if each.name == name), None)


def does(verb: Verb) -> Does:
    """What does a command; only its own module is imported."""
    match verb.name:
        case "add":
            from focus_tui.cli import add

            return add.run
        case "start":
            from focus_tui.cli import start

            return start.run
        case "status":
            from focus_tui.cli import now

            return now.run
        case "log":
            from focus_tui.cli import log

            return log.run
        case "doctor":
            from focus_tui.cli import doctor

            return doctor.run
        case _:
            from focus_tui.cli import acts

            return acts.run


def usage() -> str:
    """What `focus --help` says."""
    width = max(len(each.name) for each in VERBS)
    lines = [
        "usage: focus [--data-file FILE] [COMMAND …]",
        "",
        "Without a command: open the app.",
        "",
        *(f"  {each.name:{width}}  {each.help}" for each in VERBS),
        "",
        "focus COMMAND --help says what it takes. --data-file FILE may stand anywhere before --;",
        "it does what FOCUS_DATA_FILE does. --version says the version.",
    ]
    return "\n".join(lines)
