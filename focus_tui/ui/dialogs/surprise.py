"""Three ideas by chance: curiosity picks well too."""

from collections.abc import Callable, Sequence

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.whatnext import Chance
from focus_tui.ui.dialogs.idealist import IdeaListDialog

SHOWN = 3


class SurpriseDialog(IdeaListDialog):
    """What was drawn stays until it is drawn again."""

    letters = (
        ("enter", "do next", 100),
        ("f", "front", 80),
        ("r", "rest", 60),
        ("s", "draw again", 95),
    )
    empty = "Nothing waits to surprise you: all is begun, at the front, or done."

    def __init__(self, chance: Chance) -> None:
        super().__init__("Surprise me")
        self._chance = chance
        self._drawn: tuple[str, ...] | None = None

    def ideas(self) -> Sequence[Idea]:
        """Those that were drawn, but for what is gone meanwhile."""
        services = self.host.services
        if self._drawn is None:
            drawn = services.revisiting.surprise(self._chance, SHOWN)
            self._drawn = tuple(each.id for each in drawn)
        found = (services.backlog.get(id) for id in self._drawn)
        return [each for each in found if each is not None and each.deleted_at is None]

    def act(self, key: str, idea_id: str) -> Callable[[], str] | None:
        """To the front, to rest, or others."""
        choosing = self.host.services.choosing
        return {
            "f": lambda: choosing.to_front(idea_id),
            "r": lambda: choosing.set_state([idea_id], IdeaState.RESTING),
            "s": self._draw,
        }.get(key)

    def _draw(self) -> str:
        self._drawn = None
        self.items.rest()
        return ""

    def chosen(self, item_id: str) -> None:
        """The next session is on it."""
        upcoming = self.host.services.upcoming
        try:
            said = upcoming.next_on(upcoming.of_idea(item_id))
        except FocusError as error:
            self.say(str(error))
            return
        self.dismiss()
        self.host.say(said)
