"""The questions on the cards, in words."""

from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.text import clipped


def question(card: Card) -> str:
    """The card's question in one line."""
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
