"""A card, opened: each kind of question has its dialog, imported when it is asked."""

from focus_tui.domain.cards import Asks, Card
from focus_tui.ui.dialogs.dialog import Dialog


def open_card(card: Card) -> Dialog:
    """The dialog that asks a card's question."""
    match card.asks:
        case Asks.FOCUSED:
            from focus_tui.ui.dialogs.cardfocused import FocusedDialog

            return FocusedDialog(card)
        case Asks.AWAY | Asks.ELSEWHERE:
            from focus_tui.ui.dialogs.cardaway import AwayDialog, ElsewhereDialog

            return AwayDialog(card) if card.asks is Asks.AWAY else ElsewhereDialog(card)
        case Asks.DEEP:
            from focus_tui.ui.dialogs.carddeep import DeepDialog

            return DeepDialog(card)
        case Asks.CAUGHT:
            from focus_tui.ui.dialogs.triage import TriageDialog

            return TriageDialog(card.thoughts)
        case Asks.IDEA | Asks.CHECKPOINT | Asks.REVIEW | Asks.ENOUGH:
            return _beyond_sessions(card)


def _beyond_sessions(card: Card) -> Dialog:
    if card.asks is Asks.ENOUGH:
        from focus_tui.ui.dialogs.enough import EnoughDialog

        return EnoughDialog(card)
    if card.asks is Asks.REVIEW:
        from focus_tui.ui.dialogs.cardreview import ReviewDialog

        return ReviewDialog(card)
    from focus_tui.ui.dialogs.cardplans import CheckpointDialog, IdeaDialog

    return IdeaDialog(card) if card.asks is Asks.IDEA else CheckpointDialog(card)
