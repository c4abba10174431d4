"""Outlines for tests, with titles and notes that look like the marks of an outline."""

from hypothesis import strategies as st

from focus_tui.domain.sprout import Sprout

MARKS = [
    *("- ", "* ", "+ ", "• ", "1. ", "23) ", "[ ] ", "[x] ", "[COMPLETE] ", "☑ ", "# ", "###### "),
    *(
        "\\",
        "\\- ",
        "\\\\",
        "&#32;",
        "&#10;",
        "&#8232;",
        "\\&#9;",
        "&amp;",
        "&#65;",
        "---",
        ":",
        "```",
    ),
    *(" ", "\t", "\u00a0", "a", "é", "#tag", "<opml", "<?xml", "\ufeff", "\x1b[2J", "\u202e"),
]
_PIECES = st.sampled_from(MARKS) | st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5
)
TEXTS = st.lists(_PIECES, max_size=6).map("".join)
TITLES = TEXTS.map(lambda text: "".join(text.splitlines())).filter(str.strip)
NOTES = st.lists(TEXTS | st.sampled_from(["", " ", "\r", "\u2028"]), max_size=4).map("\n".join)
TREES = st.recursive(
    st.just(()),
    lambda below: st.lists(st.builds(Sprout, TITLES, NOTES, st.booleans(), below), max_size=4).map(
        tuple
    ),
    max_leaves=20,
)


def chain(depth: int) -> tuple[Sprout, ...]:
    """One idea below the other, so deep."""
    sprouts: tuple[Sprout, ...] = ()
    for level in reversed(range(depth)):
        sprouts = (Sprout(f"level {level}", children=sprouts),)
    return sprouts
