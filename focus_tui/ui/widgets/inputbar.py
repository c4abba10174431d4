"""How much of an input is put in, as dots or as a bar."""

from textual.content import Content

from focus_tui.domain.durations import MINUTE_MS, spoken
from focus_tui.domain.inputs import Input, Measure
from focus_tui.ui.glyphs import Glyphs

MOST_DOTS = 14
BAR_CELLS = 8


def input_bar(wanted: Input, done: int, glyphs: Glyphs, *, kept: bool = False) -> Content:
    """Dots for what is counted, a bar for minutes; what is over stands as a number behind."""
    if wanted.measure is Measure.MINUTES:
        full = min(BAR_CELLS, done * BAR_CELLS // wanted.count)
        words = f" {spoken(done * MINUTE_MS)}" if done else ""
        return Content.assemble(
            (glyphs.bar * full, ""), (glyphs.bar_rest * (BAR_CELLS - full), "$quiet"), words
        )
    if kept and done < wanted.count:
        return Content(glyphs.check)
    if wanted.count > MOST_DOTS:
        return Content(f"{done} of {wanted.count}")
    full = min(done, wanted.count)
    more = f" +{done - full}" if done > full else ""
    return Content.assemble(
        (glyphs.done * full, ""), (glyphs.open * (wanted.count - full), "$quiet"), more
    )


def small_bars(amounts: tuple[int, ...], glyphs: Glyphs) -> str:
    """Amounts as columns one cell high, the largest full; any that is not 0 can be seen."""
    most = max((*amounts, 1))
    steps = len(glyphs.eighths) - 1
    return "".join(glyphs.eighths[-(-amount * steps // most)] for amount in amounts)
