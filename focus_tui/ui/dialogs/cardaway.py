"""Time in which nobody could know, and what another device left running."""

from collections.abc import Callable
from functools import partial

from focus_tui.domain.durations import spoken
from focus_tui.domain.gap import Answer
from focus_tui.ui.dialogs.choice import ChoiceDialog


class ElsewhereDialog(ChoiceDialog):
    """Asks whether what another device left running is to be closed."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """There is one; backing out leaves it as it is."""
        close = partial(self.host.services.record.close_elsewhere, self._card.about.id)
        return [("c", "close it where that device was last seen", close)]


class AwayDialog(ChoiceDialog):
    """Asks what the time was in which the program could not know."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Those that fit this gap."""
        answer_gap = partial(self.host.services.record.answer_gap, self._card.about.id)
        return [
            (letter, words, partial(answer_gap, answer))
            for letter, words, answer in self._fitting()
        ]

    def _fitting(self) -> list[tuple[str, str, Answer]]:
        card = self._card
        answers = [("d", "drop it: I was away", Answer.DROP)]
        if card.creditable_ms:
            kept = f"keep {spoken(card.creditable_ms)}: I was working"
            answers.insert(0, ("k", kept, Answer.KEEP))
        if card.can_end:
            answers.append(("e", "end the session where I left", Answer.END))
        return [*answers, ("v", "void the session", Answer.VOID)]
