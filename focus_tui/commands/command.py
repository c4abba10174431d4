"""What a command is, and the parts of the app in which its key works."""

from enum import StrEnum
from typing import NamedTuple

from focus_tui.domain.interval import State


class Where(StrEnum):
    """The part of the app in which a command's key works; the innermost comes first."""

    DIALOG = "dialog"
    LIST = "list"
    TODAY = "today"
    BOARD = "board"
    OUTLINE = "outline"
    LOG = "log"
    REVIEW = "review"
    INSIGHT = "insight"
    EDITING = "editing"
    """An idea is being typed, in its place."""
    FINDING = "finding"
    """What is sought is being typed."""
    EVERYWHERE = "everywhere"


SCREENS = (
    (Where.LIST, Where.TODAY, Where.EVERYWHERE),
    (Where.LIST, Where.BOARD, Where.EVERYWHERE),
    (Where.LIST, Where.OUTLINE, Where.EVERYWHERE),
    (Where.LIST, Where.REVIEW, Where.EVERYWHERE),
    (Where.LIST, Where.LOG, Where.EVERYWHERE),
    (Where.LIST, Where.INSIGHT, Where.EVERYWHERE),
    (Where.EDITING, Where.EVERYWHERE),
    (Where.FINDING, Where.EVERYWHERE),
)
"""The parts that each screen puts together: in one of them no key has two meanings."""

TYPING = frozenset({Where.DIALOG, Where.EDITING, Where.FINDING})
"""The parts in which the person types: all their keys are none that a field needs."""

ALWAYS = frozenset(State)
WORKING = frozenset({State.FOCUS, State.PAUSED, State.OVERTIME})
RESTING = frozenset({State.BREAK, State.OVERRUN})


class Command(NamedTuple):
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

    @property
    def name(self) -> str:
        """What it is called where commands are listed."""
        return self.label[:1].upper() + self.label[1:]

    def weight_in(self, state: State) -> int:
        """How much it deserves a place in a state of the clock."""
        return dict(self.weights).get(state, self.weight)

    def label_in(self, state: State) -> str:
        """The footer's word for it in a state of the clock."""
        return dict(self.labels).get(state, self.label)
