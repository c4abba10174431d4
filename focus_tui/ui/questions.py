"""The questions on the cards, in words."""

from focus_tui.domain.cards import Asks, Card
from focus_tui.domain.day import Day
from focus_tui.domain.dayend import worked
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.text import clipped
from focus_tui.domain.week import Week


def question(card: Card) -> str:
    """The card's question in one line."""
    if isinstance(card.about, Day):
        return f"Enough for today: {worked(card.about.focused_ms)} of focus."
    if isinstance(card.about, Week):
        return f"Look back at the week of {card.about.named()}?"
    return _on_a_name(card)


def _on_a_name(card: Card) -> str:
    """The question about what has a name."""
    name = clipped(card.name, 60)
    named = name or "the session"
    asked = {
        Asks.FOCUSED: f"How focused was {named}?",
        Asks.ELSEWHERE: f"Another device left {named} running. Close it?",
        Asks.CAUGHT: f"Caught in this session: {plural(len(card.thoughts), 'thought')}.",
        Asks.IDEA: f"Is the idea of {name} done?",
        Asks.CHECKPOINT: f"{card.hours} h on {named}. Does it go on?",
        Asks.DEEP: f"Does {name or 'what you began with'} still matter?",
    }
    when = "after the end of" if card.past_end else "during"
    return asked.get(card.asks, f"{spoken(card.gap_ms)} away {when} {named}. What was it?")
