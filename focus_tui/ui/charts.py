"""Bars drawn with parts of cells, and a calendar of shades: readable without colour."""

from collections.abc import Sequence
from datetime import date, timedelta

from textual.content import Content

from focus_tui.ui.glyphs import Glyphs

FOCUS = "$phase-focus"


def bar(amount: float, most: float, cells: int, glyphs: Glyphs, style: str = FOCUS) -> Content:
    """A bar from the left, as long beside the longest as its amount, in half cells; any that is not
    0 is seen."""
    halves = int(-(-amount * cells * 2 // most)) if most and amount > 0 else 0
    drawn = glyphs.bar * (halves // 2) + glyphs.bar_end * (halves % 2)
    return Content.assemble((drawn, style), " " * (cells - len(drawn)))


def stacked(parts: Sequence[tuple[str, str, float]], most: float, cells: int) -> Content:
    """Parts beside each other, each of its own letter in its own style, as long as their amounts.

    Each part is a letter, a style and an amount. Cells are given by largest remainder, so the whole
    is as long as its sum.
    """
    whole = sum(amount for _, _, amount in parts)
    total = round(whole * cells / most) if most else 0
    shares = [amount * total / whole if whole else 0.0 for _, _, amount in parts]
    counts = [int(share) for share in shares]
    by_rest = sorted(range(len(parts)), key=lambda n: counts[n] - shares[n])
    for number in by_rest[: total - sum(counts)]:
        counts[number] += 1
    pieces = [(letter * n, style) for (letter, style, _), n in zip(parts, counts, strict=True)]
    return Content.assemble(*pieces, " " * (cells - total))


def calendar(
    days: Sequence[tuple[str, int]], first_weekday: int, cells: int, glyphs: Glyphs
) -> list[Content]:
    """Days as shades, a row for each weekday and a column for each week, under their months.

    `days` are local days with their amounts, in order, without a hole. Each week is as many cells
    wide as there is room for, up to three; where there are too many weeks the last ones stand.
    """
    if not days:
        return []
    begins = date.fromisoformat(days[0][0])
    lead = (begins.isoweekday() - first_weekday) % 7
    weeks = -(-(lead + len(days)) // 7)
    wide = max(1, min(3, cells // weeks))
    shown = min(weeks, cells // wide)
    most = max(amount for _, amount in days)
    grid = [[" "] * weeks for _ in range(7)]
    for number, (_, amount) in enumerate(days, start=lead):
        grid[number % 7][number // 7] = _shade(amount, most, glyphs)
    ends = begins + timedelta(len(days) - 1)
    names = _months(begins - timedelta(lead), ends, weeks - shown, shown, wide)
    rows = [Content.assemble(*map(_cell, row[weeks - shown :], [wide] * shown)) for row in grid]
    return [Content.styled(names, "$quiet"), *rows]


def _cell(sign: str, wide: int) -> Content:
    gap = " " * (wide > 1)
    return Content.assemble((sign * (wide - len(gap)), FOCUS if sign.strip() else ""), gap)


def _shade(amount: int, most: int, glyphs: Glyphs) -> str:
    """The first shade is nothing; the others are equal steps up to the largest amount."""
    steps = len(glyphs.shades) - 1
    return glyphs.shades[-(-amount * steps // most) if most else 0]


def _months(begins: date, ends: date, skipped: int, shown: int, wide: int) -> str:
    """The names of months above the weeks in which they begin."""
    line = [" "] * (shown * wide + 3)
    free = 0
    for number in range(shown):
        first = begins + timedelta(weeks=skipped + number)
        last = min(first + timedelta(6), ends)
        at = number * wide
        if (last.day <= 7 or number == 0) and at >= free and at + 3 <= shown * wide:
            line[at : at + 3] = last.strftime("%b")
            free = at + 4
    return "".join(line).rstrip()
