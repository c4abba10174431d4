"""Where on the ladder for asking well one stands, in words."""

from collections.abc import Callable

from focus_tui.domain.durations import clock, clock_past
from focus_tui.domain.interval import State
from focus_tui.domain.ladder import Rung, Standing


def beside(
    state: State, phase: str, seeking: Standing, key: Callable[[str], str]
) -> tuple[str, str]:
    """The rung beside the phase in words; and shorter, alone where the digits tell the phase."""
    words, short = _in_words(seeking, key)
    shorter = f"Paused · {short}" if state is State.PAUSED else short
    return f"{phase.rstrip('.')} · {words}", shorter


def _in_words(seeking: Standing, key: Callable[[str], str]) -> tuple[str, str]:
    rung, step = seeking.rung, key("today.ladder")
    if rung is Rung.ASK:
        words = f"asking: {step} opens the question, {key('today.found')} found it"
        return words, f"asking: {step} opens the question"
    length = clock(seeking.length_ms)
    if not seeking.over:
        words = f"{rung.word} {clock_past(seeking.spent_ms)} of {length}"
        return words, words
    next_word = "asking" if rung is Rung.SEARCH else "searching"
    return (
        f"{length} of {rung.word} over: {step} goes on to {next_word}",
        f"{length} over: {step} goes on to {next_word}",
    )
