"""The commands of the log: what is seen of it, and what a key corrects."""

from focus_tui.commands.command import Command, Where

LOOKS = frozenset({"earlier", "later", "today", "range", "find", "breaks", "mark", "all", "back"})
"""What changes nothing in the data."""

# Each as: id, keys, label, weight, help.
LOG_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("new", ("n",), "add", 85, "Add a session that was forgotten: 09:05-09:32 and what it was."),
    ("earlier", ("left_square_bracket", "left", "h"), "earlier", 83, "Look further back."),
    ("later", ("right_square_bracket", "right", "l"), "later", 62, "Look at what came after."),
    (
        "range",
        ("z",),
        "range",
        63,
        "Then d, w, m, q, y or a: day, week, month, quarter, year, all.",
    ),
    ("today", ("0",), "today", 8, "Back to today."),
    (
        "find",
        ("slash",),
        "find",
        60,
        "Find as you type: words, goal:audio, outcome:void, day:mon, hour:9…",
    ),
    ("times", ("t",), "times", 82, "Say when it really began and ended."),
    ("void", ("x",), "void", 81, "Void it, with a reason if you like; or let it count again."),
    ("goal", ("o",), "goal", 57, "Say what it was for."),
    ("solve", ("w",), "overlap", 86, "Say how it ends that two sessions are at one time."),
    ("split", ("s",), "split", 33, "Make two of it, at a time of day."),
    ("join", ("J",), "join", 32, "Join what is marked, or it and the one before it."),
    ("note", ("N",), "note", 21, "Say a line on it."),
    ("mark", ("v",), "mark", 31, "Mark it: what comes next is for all that are marked."),
    ("all", ("V",), "mark all", 15, "Mark all that are shown, or none."),
    ("breaks", ("B",), "breaks", 14, "Show breaks too, or leave them out."),
    ("back", ("escape",), "back", 68, "Back: from what is marked, from what was sought."),
)

LOG = tuple(
    Command(
        id=f"log.{id}",
        keys=keys,
        label=label,
        help=help,
        where=Where.LOG,
        weight=weight,
        acts=id not in LOOKS,
    )
    for id, keys, label, weight, help in LOG_KEYS
)
