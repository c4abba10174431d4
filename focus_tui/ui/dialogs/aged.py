"""Ideas that were left alone for long, a few at a time: still wanted, or let go?"""

from collections.abc import Callable, Sequence

from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.ui.dialogs.idealist import IdeaListDialog

MOST = 5


class AgedDialog(IdeaListDialog):
    """What is answered makes room for the next one; nothing happens to the others."""

    letters = (("k", "keep", 100), ("f", "front", 80), ("x", "let go", 70))
    empty = "No idea was left alone for that long."

    def __init__(self) -> None:
        super().__init__("Left alone for long: still wanted?")

    def ideas(self) -> Sequence[Idea]:
        """The oldest."""
        return self.host.services.revisiting.aged(MOST)

    def act(self, key: str, idea_id: str) -> Callable[[], str] | None:
        """Keep it, put it to the front, or let it go."""
        services = self.host.services
        return {
            "k": lambda: services.revisiting.keep(idea_id),
            "f": lambda: services.choosing.to_front(idea_id),
            "x": lambda: services.choosing.set_state([idea_id], IdeaState.DROPPED),
        }.get(key)

    def chosen(self, item_id: str) -> None:
        """There is nothing that enter would rather mean than a letter."""
