"""The commands of the review: the parts of a week, what is said to them, and looking back."""

from focus_tui.commands.command import Command, Where

LOOKS = frozenset(
    ("part", "part_back", "earlier", "later", "now", "weeks", "find", "beside", "month", "year")
) | {"back", "export", "public"}
"""What changes nothing in the data."""

# Each as: id, keys, label, weight, help.
REVIEW_KEYS: tuple[tuple[str, tuple[str, ...], str, int, str], ...] = (
    ("part", ("tab", "right", "l"), "next part", 84, "The next part of the review."),
    ("part_back", ("shift+tab", "left", "h"), "part before", 9, "The part before."),
    ("take", ("t",), "take", 88, "Take what the app found or proposes: a win, a promise."),
    ("leave", ("x",), "leave", 87, "Leave it: strike a win, let a proposal be."),
    ("new", ("n",), "add", 83, "Add a line of your own: a win, something learned, a promise."),
    ("idea", ("i",), "idea", 61, "Make an idea of a learned line: it goes to the inbox."),
    ("card", ("C",), "card", 60, "Make a card of a learned line: a question and its answer."),
    ("finish", ("F",), "finish", 82, "Finish the review: the week on a page."),
    ("resume", ("r",), "go on", 81, "Go on with a review that is finished."),
    ("short", ("z",), "short", 24, "A short review, only wins and the next week; or all of it."),
    ("skip", ("S",), "skip", 23, "This week needs no review; or it does after all."),
    ("show", ("v",), "show", 19, "Let this part be on the public page, or not."),
    (
        "earlier",
        ("left_square_bracket",),
        "earlier",
        55,
        "The week, month or year before.",
    ),
    ("later", ("right_square_bracket",), "later", 54, "The week, month or year after."),
    ("now", ("0",), "now", 8, "The week that is to be looked at now."),
    ("weeks", ("w",), "weeks", 56, "All weeks, to look back on; or back to the one."),
    ("find", ("slash",), "find", 52, "Find in all that was said in reviews."),
    ("beside", ("B",), "beside", 41, "Put two weeks side by side: this one, then another."),
    ("month", ("M",), "month", 40, "The month as a page made of its weeks."),
    ("year", ("Y",), "year", 39, "The year as a page made of its weeks."),
    ("export", ("E",), "export", 28, "Write the week as Markdown into your folder."),
    ("public", ("V",), "public page", 18, "The public page of the week: only what may be shown."),
    ("back", ("escape",), "back", 86, "Back: from a page, from what was sought."),
)

REVIEW = tuple(
    Command(
        id=f"review.{id}",
        keys=keys,
        label=label,
        help=help,
        where=Where.REVIEW,
        weight=weight,
        acts=id not in LOOKS,
    )
    for id, keys, label, weight, help in REVIEW_KEYS
)
