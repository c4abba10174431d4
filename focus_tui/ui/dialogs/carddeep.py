"""Whether the bottom of a deep stack of tangents still matters."""

from collections.abc import Callable
from functools import partial

from focus_tui.domain.text import quoted
from focus_tui.ui.dialogs.choice import ChoiceDialog


class DeepDialog(ChoiceDialog):
    """Asks once in a session; backing out leaves everything as it is."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """It does, it does and one goes back to it, it does not."""
        tangents, session_id = self.host.services.tangents, self._card.about.id
        words = tangents.stack() or ("",)
        top = quoted(words[-1], "what you are at")
        return [
            ("y", "it does: I go on here", partial(tangents.still, session_id)),
            ("t", "it does: I go back to it", partial(tangents.to_the_bottom, session_id)),
            ("d", f"it does not: {top} is the session", partial(tangents.instead, session_id)),
        ]
