"""The commands of the backlog: its outline, an idea being typed, and what is sought."""

from collections.abc import Iterator

from focus_tui.commands.command import Command, Where


def _commands() -> Iterator[Command]:
    """Each as: id, keys, label, weight, help."""
    for id, keys, label, weight, help in OUTLINE_KEYS:
        yield Command(
            id=f"outline.{id}",
            keys=keys,
            label=label,
            help=help,
            where=Where.OUTLINE,
            weight=weight,
            acts=id not in LOOKS,
        )
    for where, name, fields in (
        (Where.EDITING, "edit", EDITING_KEYS),
        (Where.FINDING, "find", FINDING_KEYS),
    ):
        for id, keys, label, weight, help in fields:
            yield Command(
                id=f"{name}.{id}",
                keys=keys,
                label=label,
                help=help,
                where=where,
                weight=weight,
                in_fields=keys,
                acts=where is Where.EDITING,
            )


LOOKS = frozenset(
    {
        *("fold", "unfold", "level", "in", "out", "mark", "find", "back"),
        *("worth", "finished", "link", "about"),
    }
)  # fmt: skip
"""What changes nothing in the data."""

OUTLINE_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("new", ("n",), "new", 85, "A new idea below this one; in the inbox, a new one at the end."),
    ("triage", ("t",), "triage", 84, "Go through what was caught, one by one, a key each."),
    ("front", ("f",), "front", 63, "Put it to the front of the line, or take it out."),
    ("find", ("slash",), "find", 62, "Find as you type: words, #tag, type:learn, older:30d, in:…"),
    ("indent", ("L", "shift+right", "tab"), "indent", 61, "Put it below the one before."),
    ("outdent", ("H", "shift+left", "shift+tab"), "outdent", 24, "Put it a level up."),
    ("carry_up", ("K", "shift+up"), "carry up", 0, "Carry it up, with all below it."),
    ("carry_down", ("J", "shift+down"), "carry down", 0, "Carry it down, with all below it."),
    ("fold", ("minus", "left", "h"), "fold", 0, "Fold it; what is folded: go to what it is below."),
    ("unfold", ("equals_sign", "right", "l"), "unfold", 0, "Unfold it; then go to its first one."),
    ("level", ("z",), "levels", 10, "Then a digit: fold all to so many levels; 0 unfolds all."),
    ("in", ("greater_than_sign",), "zoom", 23, "See this one and what is below it alone."),
    ("out", ("less_than_sign", "backspace"), "zoom out", 64, "Go back to what is around it."),
    ("note", ("N",), "note", 21, "Write more about it, on as many lines as you like."),
    ("about", ("i",), "about", 20, "All that is known of it: its note, its link, its days."),
    ("mark", ("v",), "mark", 17, "Mark it: moves, filing, states and deleting are for all marked."),
    ("file", ("r",), "file under", 33, "File it below another idea, which you find by its words."),
    ("drop", ("x",), "drop", 32, "Let go of it; it stays, out of sight."),
    ("rest", ("R",), "rest", 13, "Put it to rest, or take it up again."),
    ("duplicate", ("D",), "duplicate", 0, "The same once more, with all below it."),
    (
        "weigh",
        ("W",),
        "weigh",
        31,
        "Say its gain, its hours, and if it wins anyway: 4 2h win.",
    ),
    ("worth", ("w",), "by worth", 34, "Sort by worth, with the reason, or as you ordered it."),
    ("surprise", ("S",), "surprise me", 16, "Three ideas by chance, older ones likelier."),
    ("aim", ("a",), "make a goal", 15, "Make a goal of it; the two stay linked."),
    ("aim_of", ("A",), "for a goal", 11, "Say which goal it helps."),
    ("link", ("o",), "open link", 35, "Open its link."),
    ("finished", ("F",), "finished", 9, "Show what is done and dropped, or only what is open."),
    ("back", ("escape",), "back", 68, "Back: from what is marked, from what was sought, zoom out."),
)

EDITING_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("next", ("enter",), "next one", 100, "Keep it, and write the next one."),
    ("indent", ("tab",), "indent", 90, "Put it below the one before."),
    ("outdent", ("shift+tab",), "outdent", 80, "Put it a level up."),
    ("done", ("escape", "ctrl+s"), "done", 95, "Keep it, and back to the list."),
    ("up", ("up",), "up", 0, "Keep it, and edit the one above."),
    ("down", ("down",), "down", 0, "Keep it, and edit the one below."),
)

FINDING_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("keep", ("enter",), "to the list", 100, "Go to what was found."),
    ("clear", ("escape",), "all again", 90, "Show all again."),
    ("up", ("up",), "up", 0, "Go up in what was found."),
    ("down", ("down",), "down", 0, "Go down in what was found."),
)

OUTLINE = tuple(_commands())
