"""Every setting of this machine, declared once: its section, name, rule, default and meaning."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Annotated, NamedTuple, TypeGuard

from focus_tui.domain.errors import FocusError
from focus_tui.domain.nudge import is_time_of_day
from focus_tui.domain.quiet import quiet_hours
from focus_tui.domain.shape import own_shapes

Keys = tuple[str, ...]


class Rule(NamedTuple):
    """What values a setting takes."""

    wants: str
    """As it completes "must be …"."""
    takes: Callable[[object], bool]
    words: tuple[str, ...] = ()
    """All there is to choose from, where that is a few words."""
    line: str = ""
    """How a list of any texts is typed in one line, and what it is; empty for other rules."""
    apart: str = ""
    """What stands between the texts of such a list; without it they are words, as in a shell."""


def whole(low: int, high: int) -> Rule:
    """A whole number; true and false, which Python counts among them, are none."""
    return Rule(
        f"a whole number from {low} to {high}",
        lambda value: type(value) is int and low <= value <= high,
    )


def one_of(*words: str) -> Rule:
    """One of a few words."""
    return Rule(
        " or ".join(f'"{word}"' for word in words),
        lambda value: isinstance(value, str) and value in words,
        words,
    )


def some_of(*words: str) -> Rule:
    """A list of any of a few words, each at most once, in an order that matters."""
    return Rule(
        "a list of any of " + ", ".join(f'"{word}"' for word in words),
        lambda value: (
            isinstance(value, tuple)
            and all(isinstance(word, str) and word in words for word in value)
            and len(set(value)) == len(value)
        ),
    )


def _is_quiet_hours(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        quiet_hours(value)
    except ValueError:
        return False
    return True


def _are_shapes(value: object) -> bool:
    if not (isinstance(value, tuple) and all(isinstance(line, str) for line in value)):
        return False
    try:
        own_shapes(value)
    except FocusError:
        return False
    return True


def _is_text(value: object) -> TypeGuard[str]:
    """A text that a program can be given."""
    return isinstance(value, str) and "\0" not in value


YES_NO = Rule("true or false", lambda value: isinstance(value, bool))
NAME = Rule("a name in quotes", lambda value: isinstance(value, str) and bool(value.strip()))
QUIET_HOURS = Rule('two times of day such as "22:00-07:00", or "" for none', _is_quiet_hours)
FILE = Rule(
    'a file\'s full path in quotes, or "" for none',
    lambda value: _is_text(value) and (not value or value.startswith(("/", "~/"))),
)
PROGRAM = Rule(
    "a list of a program and its arguments, each in quotes",
    lambda value: isinstance(value, tuple) and all(map(_is_text, value)) and value[:1] != ("",),
    line="a program and its arguments; quote one that has a space in it",
)

SHAPES = Rule(
    'a list of shapes such as "40/8" or "deep 90/20/30 strict", each with a name of its own',
    _are_shapes,
    line='shapes such as 40/8 "deep 90/20/30 strict", each with a name of its own',
)


def _is_lines(value: object) -> bool:
    return isinstance(value, tuple) and all(
        _is_text(each) and each.strip() and len(each.splitlines()) == 1 and ";" not in each
        for each in value
    )


LINES = Rule(
    "a list of short lines in quotes, without a ; in them",
    _is_lines,
    line="short lines, with a ; between them",
    apart=";",
)
TIME = Rule('a time of day such as "09:00", or "" for none', is_time_of_day)
WEEKDAYS = some_of("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Meant(NamedTuple):
    """What is said of a section's field beside its type and default."""

    rule: Rule
    meaning: str


class Timer(NamedTuple):
    """Section `timer`."""

    focus_minutes: Annotated[int, Meant(whole(1, 240), "Length of a session, in minutes.")] = 25
    short_break_minutes: Annotated[
        int, Meant(whole(1, 240), "Length of a short break, in minutes.")
    ] = 5
    long_break_minutes: Annotated[
        int, Meant(whole(1, 240), "Length of a long break, in minutes.")
    ] = 15
    sessions_before_long_break: Annotated[
        int, Meant(whole(2, 12), "After how many sessions the break is a long one.")
    ] = 4
    start_breaks: Annotated[
        bool, Meant(YES_NO, "Begin the break by itself when a session reaches its end.")
    ] = False
    start_sessions: Annotated[
        bool, Meant(YES_NO, "Begin the next session by itself when a break reaches its end.")
    ] = False


class Shapes(NamedTuple):
    """Section `shapes`."""

    own: Annotated[
        tuple[str, ...],
        Meant(
            SHAPES,
            "More shapes of sessions to choose from: a name, the minutes of a session, a break "
            "and a long break, and strict where a pause voids.",
        ),
    ] = ()


class Notify(NamedTuple):
    """Section `notify`."""

    channels: Annotated[
        tuple[str, ...],
        Meant(
            some_of("desktop", "terminal", "bell"),
            "How the end of a session or break reaches you, the first that works; "
            "the app itself always shows it.",
        ),
    ] = ("desktop", "terminal", "bell")
    words: Annotated[
        str,
        Meant(
            one_of("auto", "full", "plain"),
            "Whether a notification names what you worked on; auto: full here, plain over SSH.",
        ),
    ] = "auto"
    terminal: Annotated[
        str,
        Meant(
            one_of("auto", "osc9", "osc777", "osc99", "none"),
            "Which notification the terminal is asked for; auto: the one it is known to show.",
        ),
    ] = "auto"
    quiet: Annotated[
        str,
        Meant(QUIET_HOURS, "Hours in which only the app itself tells you, perhaps over midnight."),
    ] = ""
    sound: Annotated[
        str, Meant(FILE, "A file of sound, played besides; the quiet hours hold for it too.")
    ] = ""
    player: Annotated[
        tuple[str, ...],
        Meant(
            PROGRAM,
            "The program that plays it, with its arguments; the file is added. "
            "Without one, the first of paplay, pw-play, aplay and afplay that is there.",
        ),
    ] = ()


class Goals(NamedTuple):
    """Section `goals`."""

    most_active: Annotated[int, Meant(whole(1, 12), "How many goals may be active at once.")] = 3
    days_a_week: Annotated[
        int,
        Meant(
            whole(1, 7), "On how many days of a week you mean to show up: the score asks for it."
        ),
    ] = 5


class Ideas(NamedTuple):
    """Section `ideas`."""

    at_once: Annotated[
        int, Meant(whole(0, 12), "How many courses and books may be begun at once; 0 is no limit.")
    ] = 2
    explore_percent: Annotated[
        int,
        Meant(whole(0, 90), "How much of four weeks' work you mean to explore with, in percent."),
    ] = 15
    ageing_days: Annotated[
        int,
        Meant(whole(0, 3650), "After how many days an idea left alone counts as old; 0 is never."),
    ] = 90


class Ladder(NamedTuple):
    """Section `ladder`."""

    docs_minutes: Annotated[
        int,
        Meant(whole(1, 120), "How long to look in the documentation, once stuck, in minutes."),
    ] = 10
    search_minutes: Annotated[
        int, Meant(whole(1, 120), "How long to search after that before asking, in minutes.")
    ] = 20


class Day(NamedTuple):
    """Section `day`."""

    limit_minutes: Annotated[
        int,
        Meant(
            whole(0, 24 * 60),
            "After how many minutes of focus a day is enough; 4 to 6 hours are advised, "
            "0 is no limit.",
        ),
    ] = 300
    nudge_at: Annotated[
        str, Meant(TIME, "When you mean to begin: told once, if nothing was done by then.")
    ] = ""
    nudge_days: Annotated[
        tuple[str, ...], Meant(WEEKDAYS, "On which days of the week that is told.")
    ] = ("mon", "tue", "wed", "thu", "fri")


class Review(NamedTuple):
    """Section `review`."""

    remind_at: Annotated[
        str,
        Meant(TIME, "When to be told of the week's review, on its day: once, if it waits by then."),
    ] = ""


class Rituals(NamedTuple):
    """Section `rituals`."""

    opening: Annotated[
        tuple[str, ...], Meant(LINES, "What you do before a day's first session.")
    ] = ("A glass of water", "Phone away")
    closing: Annotated[
        tuple[str, ...],
        Meant(LINES, "What you do at a day's end, besides choosing tomorrow's first thing."),
    ] = ("Tidy the notes", "Close what is open")


class Breaks(NamedTuple):
    """Section `breaks`."""

    ideas: Annotated[
        tuple[str, ...],
        Meant(LINES, "What to do away from the screen: each break shows one, in turn."),
    ] = (
        "Stand up and walk",
        "A glass of water",
        "Look out of the window",
        "Stretch",
        "Ten slow breaths",
    )


class Look(NamedTuple):
    """Section `look`."""

    theme: Annotated[str, Meant(NAME, "The colours; the palette lists all themes.")] = "focus-dark"
    ascii: Annotated[bool, Meant(YES_NO, "Draw with plain ASCII characters only.")] = False
    reduced_motion: Annotated[bool, Meant(YES_NO, "Draw nothing that moves by itself.")] = False


class Settings(NamedTuple):
    """All settings; `Settings()` is what holds when nobody said anything."""

    timer: Timer = Timer()
    shapes: Shapes = Shapes()
    notify: Notify = Notify()
    goals: Goals = Goals()
    ideas: Ideas = Ideas()
    ladder: Ladder = Ladder()
    day: Day = Day()
    review: Review = Review()
    rituals: Rituals = Rituals()
    breaks: Breaks = Breaks()
    look: Look = Look()
    keys: Mapping[str, Keys] = MappingProxyType({})
    """Section `keys`: other keys for commands, by the command's id; not yet checked."""


Section = (
    type[Timer]
    | type[Shapes]
    | type[Notify]
    | type[Goals]
    | type[Ideas]
    | type[Ladder]
    | type[Day]
    | type[Review]
    | type[Rituals]
    | type[Breaks]
    | type[Look]
)
SECTIONS: Mapping[str, Section] = {
    "timer": Timer,
    "shapes": Shapes,
    "notify": Notify,
    "goals": Goals,
    "ideas": Ideas,
    "ladder": Ladder,
    "day": Day,
    "review": Review,
    "rituals": Rituals,
    "breaks": Breaks,
    "look": Look,
}
KEYS = "keys"


class Declared(NamedTuple):
    """One setting, as its field declares it."""

    name: str
    default: object
    rule: Rule
    meaning: str


def declared(section: str) -> dict[str, Declared]:
    """The settings of a section by name, in the order in which they are declared."""
    found, kind = dict[str, Declared](), SECTIONS[section]
    for name, annotation in kind.__annotations__.items():
        meant: Meant = annotation.__metadata__[0]
        found[name] = Declared(name, kind._field_defaults[name], *meant)
    return found
