"""What each screen is for, in three lines that its help begins with."""

from collections.abc import Mapping

from focus_tui.commands.command import Where

Idea = tuple[str, str, str]
"""Where there is little room the first line stands alone."""

IDEAS: Mapping[Where, Idea] = {
    Where.TODAY: (
        "One thing at a time: a session, then a break, until the day is enough.",
        "The clock never flatters: time that it could not see it asks you about.",
        "Below: what waits for an answer, what is lined up, what you promised.",
    ),
    Where.BOARD: (
        "A few big things, each with its why; others rest until there is room.",
        "You can't rule what comes of them, only what you put in: so promise that.",
        "Letting go of one is a decision with a reason, and its hours stay.",
    ),
    Where.OUTLINE: (
        "Whatever comes to mind is kept here, so that your head need not keep it.",
        "The inbox wants to be emptied; in the outline nothing is ever due.",
        "What next? Three stand at the front; or go by worth, or by chance.",
    ),
    Where.REVIEW: (
        "Once a week: what did you intend, what did you do, and what changes?",
        "The facts are there before you write a word; a line to each is plenty.",
        "Where you showed up and missed it, the aim was wrong, not you: resize it.",
    ),
    Where.LOG: (
        "Every session there ever was, to be looked back on and put right.",
        "The record is yours: add what was forgotten, correct it, split it, void it.",
        "Nothing is lost by that: minutes stay in the account, and undo works.",
    ),
    Where.INSIGHT: (
        "What weeks, months and years add up to: plain figures, and no verdict.",
        "Look for the hours that hold, for what comes between, for what you keep.",
        "Behind each figure are its sessions; two ranges can be put side by side.",
    ),
}
