"""The commands of insights: which days are seen, which figures, and what stands behind them."""

from focus_tui.commands.command import Command, Where

# Each as: id, keys, label, weight, help. None of them changes the data.
INSIGHT_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("part", ("tab", "right", "l"), "next part", 84, "The next part."),
    ("part_back", ("shift+tab", "left", "h"), "part before", 9, "The part before."),
    ("earlier", ("left_square_bracket",), "earlier", 83, "Look further back."),
    ("later", ("right_square_bracket",), "later", 62, "Look at what came after."),
    ("range", ("z",), "range", 82, "Then w, m, q, y or a: a week, month, quarter, year, all."),
    ("now", ("0",), "now", 8, "Back to the days around today."),
    ("beside", ("B",), "compare", 61, "Compare two ranges: this one, then another."),
    ("lengths", ("C",), "lengths", 33, "Compare sessions by how long they were planned."),
    ("export", ("E",), "export", 32, "Write what this part shows as CSV and as a picture."),
    ("back", ("escape",), "back", 86, "Back from a comparison."),
)

INSIGHT = tuple(
    Command(
        id=f"insight.{id}",
        keys=keys,
        label=label,
        help=help,
        where=Where.INSIGHT,
        weight=weight,
    )
    for id, keys, label, weight, help in INSIGHT_KEYS
)
