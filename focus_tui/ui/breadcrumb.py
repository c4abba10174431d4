"""The way from the intent to what one is at now, in one line."""

from textual.content import Content

from focus_tui.domain.text import ELLIPSIS, clipped, visible

ARROW = " → "


def breadcrumb(intent: str, words: tuple[str, ...], width: int) -> Content:
    """`audio → install driver → broken pip`; what is too long loses its beginning first."""
    *way, last = visible(intent) or "no intent", *map(visible, words)
    before = "".join(each + ARROW for each in way)
    while way and not _fits(before + last, width):
        way = way[1:]
        before = "".join(each + ARROW for each in (ELLIPSIS, *way))
    return Content.assemble((before, "$quiet"), (clipped(last, width - len(before)), "bold"))


def _fits(text: str, width: int) -> bool:
    return clipped(text, width) == text
