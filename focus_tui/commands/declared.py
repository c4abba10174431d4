"""The declarations: footer, help, palette, key remapping, README and tests read this list."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from focus_tui.domain.interval import State


class Where(StrEnum):
    """The part of the app in which a command's key works; the innermost comes first."""

    DIALOG = "dialog"
    LIST = "list"
    TODAY = "today"
    EVERYWHERE = "everywhere"


ALWAYS = frozenset(State)
WORKING = frozenset({State.FOCUS, State.PAUSED, State.OVERTIME})
RESTING = frozenset({State.BREAK, State.OVERRUN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One thing a person can do by a key or from the palette."""

    id: str
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is shown. Empty: only in the palette."""
    label: str
    """What the footer says."""
    help: str
    """One sentence for the help panel and the palette."""
    where: Where
    states: frozenset[State] = ALWAYS
    """The clock's states in which it works."""
    weight: int = 0
    """How much it deserves a place in a narrow footer; the highest come first, 0 never."""
    in_fields: tuple[str, ...] = ()
    """Those of its keys that also work inside text fields and dialogs."""
    labels: tuple[tuple[State, str], ...] = ()
    """Other footer words in some states."""
    weights: tuple[tuple[State, int], ...] = ()
    """Other weights in states in which it is more or less likely to be wanted."""
    acts: bool = False
    """Whether it changes the data, which it can't while they can't be read."""

    def weight_in(self, state: State) -> int:
        """How much it deserves a place in a state of the clock."""
        return dict(self.weights).get(state, self.weight)

    def label_in(self, state: State) -> str:
        """The footer's word for it in a state of the clock."""
        return dict(self.labels).get(state, self.label)


COMMANDS: tuple[Command, ...] = (
    Command(
        id="clock.toggle",
        keys=("space", "f8"),
        label="start",
        help="Start a session; pause and resume it; past its end, finish it and begin the break.",
        where=Where.EVERYWHERE,
        weight=100,
        in_fields=("f8",),
        labels=(
            (State.FOCUS, "pause"),
            (State.PAUSED, "resume"),
            (State.OVERTIME, "break"),
            (State.BREAK, "next"),
            (State.OVERRUN, "next"),
        ),
        acts=True,
    ),
    Command(
        id="clock.finish",
        keys=("f",),
        label="finish",
        help="Finish the session now; past its planned end the break begins. "
        "In a break: end it, and rest the clock.",
        where=Where.TODAY,
        states=WORKING | RESTING,
        weight=80,
        weights=((State.OVERTIME, 20),),
        labels=((State.BREAK, "end break"), (State.OVERRUN, "end break")),
        acts=True,
    ),
    Command(
        id="clock.next",
        keys=("s",),
        label="to the break",
        help="On to the next phase: from a session to its break, from a break to a session.",
        where=Where.TODAY,
        states=WORKING | RESTING,
        weight=30,
        weights=((State.BREAK, 4), (State.OVERRUN, 4)),
        labels=((State.BREAK, "next session"), (State.OVERRUN, "next session")),
        acts=True,
    ),
    Command(
        id="clock.extend",
        keys=("plus",),
        label="5 min",
        help="Plan five minutes more; past the end, five minutes from now.",
        where=Where.TODAY,
        states=ALWAYS - {State.IDLE, State.PAUSED},
        weight=60,
        weights=((State.FOCUS, 38), (State.OVERTIME, 85)),
        acts=True,
    ),
    Command(
        id="clock.void",
        keys=("x",),
        label="void",
        help="Void the session: it does not count; its minutes stay in the day's account.",
        where=Where.TODAY,
        states=WORKING,
        weight=40,
        weights=((State.FOCUS, 48), (State.PAUSED, 60)),
        acts=True,
    ),
    Command(
        id="today.intent",
        keys=("w",),
        label="what",
        help="Say or change what you are working on; the clock runs on.",
        where=Where.TODAY,
        weight=70,
        weights=((State.FOCUS, 55), (State.PAUSED, 45), (State.OVERTIME, 30)),
        acts=True,
    ),
    Command(
        id="today.internal",
        keys=("i",),
        label="own mind",
        help="Mark an interruption by your own mind, with a word if you like.",
        where=Where.TODAY,
        states=WORKING,
        weight=20,
        weights=((State.FOCUS, 82), (State.OVERTIME, 40)),
        acts=True,
    ),
    Command(
        id="today.external",
        keys=("I",),
        label="somebody",
        help="Mark an interruption by somebody or something else, with a word if you like.",
        where=Where.TODAY,
        states=WORKING,
        weight=15,
        weights=((State.FOCUS, 30),),
        acts=True,
    ),
    Command(
        id="capture",
        keys=("c", "ctrl+n"),
        label="capture",
        help="Write a thought down and let it go; the clock runs on.",
        where=Where.EVERYWHERE,
        weight=90,
        in_fields=("ctrl+n",),
        acts=True,
    ),
    Command(
        id="list.open",
        keys=("enter",),
        label="open",
        help="Open what the cursor is on: answer a card, edit a thought, read a session.",
        where=Where.LIST,
        weight=65,
        weights=((State.FOCUS, 42), (State.PAUSED, 42), (State.OVERTIME, 42)),
    ),
    Command(
        id="list.begin",
        keys=("b",),
        label="begin",
        help="Begin a session on the thought under the cursor.",
        where=Where.LIST,
        weight=66,
        acts=True,
    ),
    Command(
        id="list.edit",
        keys=("e",),
        label="edit",
        help="Edit the thought under the cursor, or the note on the session.",
        where=Where.LIST,
        weight=25,
        acts=True,
    ),
    Command(
        id="list.delete",
        keys=("d",),
        label="delete",
        help="Move the thought under the cursor to the trash.",
        where=Where.LIST,
        weight=22,
        acts=True,
    ),
    Command(
        id="list.down",
        keys=("down", "j"),
        label="down",
        help="Move down.",
        where=Where.LIST,
    ),
    Command(id="list.up", keys=("up", "k"), label="up", help="Move up.", where=Where.LIST),
    Command(
        id="list.first",
        keys=("home", "g"),
        label="first",
        help="Go to the first item.",
        where=Where.LIST,
    ),
    Command(
        id="list.last",
        keys=("end", "G"),
        label="last",
        help="Go to the last item.",
        where=Where.LIST,
    ),
    Command(
        id="list.other",
        keys=("tab", "left", "right", "h", "l"),
        label="other list",
        help="Go to the list beside this one, where the window is wide enough for two.",
        where=Where.LIST,
        weight=12,
    ),
    Command(
        id="undo",
        keys=("u",),
        label="undo",
        help="Take the last act back; it says which.",
        where=Where.EVERYWHERE,
        weight=50,
        acts=True,
    ),
    Command(
        id="redo",
        keys=("ctrl+r",),
        label="redo",
        help="Do again what was taken back.",
        where=Where.EVERYWHERE,
        weight=5,
        acts=True,
    ),
    Command(
        id="screen.today",
        keys=("1", "f1"),
        label="Today",
        help="Go to Today.",
        where=Where.EVERYWHERE,
        in_fields=("f1",),
    ),
    Command(
        id="trash",
        keys=(),
        label="Trash",
        help="See what was deleted, and give it back.",
        where=Where.EVERYWHERE,
    ),
    Command(
        id="settings",
        keys=("comma",),
        label="settings",
        help="See and change the settings of this machine, the keys, and what days mean.",
        where=Where.EVERYWHERE,
        weight=7,
    ),
    Command(
        id="restore",
        keys=(),
        label="Restore",
        help="See the backups of the data, and put one in their place.",
        where=Where.EVERYWHERE,
    ),
    Command(
        id="help",
        keys=("question_mark",),
        label="help",
        help="Show every key that works here.",
        where=Where.EVERYWHERE,
        weight=95,
    ),
    Command(
        id="palette",
        keys=("ctrl+p",),
        label="palette",
        help="Find any command by its name.",
        where=Where.EVERYWHERE,
        weight=10,
        in_fields=("ctrl+p",),
    ),
    Command(
        id="suspend",
        keys=("ctrl+z",),
        label="suspend",
        help="Put the app aside and go back to the shell; fg brings it back.",
        where=Where.EVERYWHERE,
        in_fields=("ctrl+z",),
    ),
    Command(
        id="quit",
        keys=("q", "ctrl+q"),
        label="quit",
        help="Leave; a running session goes on to its planned end.",
        where=Where.EVERYWHERE,
        weight=26,
        weights=((State.IDLE, 46), (State.PAUSED, 46)),
        in_fields=("ctrl+q",),
    ),
    Command(
        id="dialog.save",
        keys=("enter", "ctrl+s"),
        label="save",
        help="Keep what was typed.",
        where=Where.DIALOG,
        weight=100,
        in_fields=("enter", "ctrl+s"),
    ),
    Command(
        id="dialog.back",
        keys=("escape",),
        label="back",
        help="Back out one level; what was typed is kept for the next time.",
        where=Where.DIALOG,
        weight=90,
        in_fields=("escape",),
    ),
)

_BY_ID = {command.id: command for command in COMMANDS}


def command(command_id: str) -> Command:
    """The declaration with that id; KeyError when there is none."""
    return _BY_ID[command_id]


def declared(*wheres: Where) -> Iterator[Command]:
    """The commands of the given parts of the app, in the order in which they are declared."""
    return (each for each in COMMANDS if each.where in wheres)
