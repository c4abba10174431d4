"""Two sessions at one time: how that ends is the person's to say."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.daytime import shown
from focus_tui.domain.editing import Way, free_of, remains
from focus_tui.domain.errors import FocusError
from focus_tui.domain.session import Session, Stamp
from focus_tui.domain.text import quoted
from focus_tui.services.placing import Overlaps
from focus_tui.ui.dialogs.choice import choice
from focus_tui.ui.dialogs.dialog import Dialog


class OverlapDialog(Dialog):
    """The ways to end an overlap, each a letter; with what each would leave."""

    AUTO_FOCUS = ""
    saves = False

    def __init__(
        self,
        found: Overlaps,
        act: Callable[[Way], str],
        done: Callable[[str], None] = lambda said: None,
    ) -> None:
        super().__init__(str(found))
        self._found = found
        self._act = act
        self._done = done

    def body(self) -> Iterator[Widget]:
        """The ways that are possible."""
        rows = [choice(letter, words) for letter, (_, words) in self._ways().items()]
        yield Static(Content("\n").join(rows), id="choices", markup=False)

    def _ways(self) -> dict[str, tuple[Way, str]]:
        mine, others = self._found.mine, self._found.others
        ways: dict[str, tuple[Way, str]] = {}
        if (free := free_of(mine, others)) is not None:
            ways["f"] = Way.FIT, f"{_called(mine)} gives way: {_span(*free, mine.started)}"
        ways["c"] = Way.CUT, f"{_cut(mine, others)}"
        ways["k"] = Way.KEEP, "keep both as they are"
        return ways

    def key_pressed(self, key: str) -> bool:
        """The letter chooses."""
        if key not in (ways := self._ways()):
            return False
        try:
            said = self._act(ways[key][0])
        except FocusError as error:
            self.say(str(error))
            return True
        self.dismiss()
        self._done(said)
        self.host.say(said)
        return True


def _called(session: Session) -> str:
    return quoted(session.intent, "this one")


def _span(begin_ms: int, end_ms: int, like: Stamp) -> str:
    return f"{shown(begin_ms, like)} to {shown(end_ms, like)}"


def _cut(mine: Session, others: tuple[Session, ...]) -> str:
    """What becomes of the others."""
    words = []
    for each in others:
        left = remains(each, mine.started.at_ms, mine.ended_at_ms)
        name = quoted(each.intent, "the other one")
        stays = " and ".join(_span(*part, each.started) for part in left)
        words.append(f"{name} gives way: {stays}" if left else f"{name} is deleted")
    return "; ".join(words)
