"""The questions on the cards, in words."""

from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.day import Day
from focus_tui.domain.dayend import worked
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.text import clipped


def question(card: Card) -> str:
    """The card's question in one line."""
    if isinstance(card.about, Day):
        return f"Enough for today: {worked(card.about.focused_ms)} of focus."
    return _on_a_name(card)


def _on_a_name(card: Card) -> str:
    """The question about what has a name."""
    name = clipped(card.name, 60) or "the session"
    if card.asks is Asks.FOCUSED:
        return f"How focused was {name}?"
    if card.asks is Asks.ELSEWHERE:
        return f"Another device left {name} running. Close it?"
    if card.asks is Asks.CAUGHT:
        return f"Caught in this session: {plural(len(card.thoughts), 'thought')}."
    if card.asks is Asks.IDEA:
        return f"Is the idea of {clipped(card.name, 60)} done?"
    if card.asks is Asks.CHECKPOINT:
        return f"{card.hours} h on {name}. Does it go on?"
    when = "after the end of" if card.past_end else "during"
    return f"{spoken(card.gap_ms)} away {when} {name}. What was it?"
