"""The same thought captured twice: which one is already there, and what became of it."""

import re
import unicodedata
from collections.abc import Collection, Sequence

from focus_tui.domain.calendar import local_time
from focus_tui.domain.durations import day
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import alike, plain
from focus_tui.domain.text import quoted
from focus_tui.store.views import View

_WORD = re.compile(r"[^\W_]+")
TODAY = "today"
BECAME = {
    IdeaState.RESTING: "you put it to rest",
    IdeaState.DONE: "you did it",
    IdeaState.DROPPED: "you dropped it",
}


def known(view: View, ideas: Collection[Idea]) -> dict[str, Idea]:
    """By the id of each of these ideas the one that says the same, of those that were there before.

    One that is still open comes before others, the newest first.
    """
    new = {each.id: alike(each.title) for each in ideas}
    wanted, words = set(new.values()), _telling(next(iter(new.values())))
    among = view.ideas.holding("title", words) if len(new) == 1 else view.ideas.all()
    before: dict[str, Idea] = {}
    for each in sorted(among, key=lambda each: (not each.ended, each.captured_at)):
        if each.id not in new and each.deleted_at is None and (its := alike(each.title)) in wanted:
            before[its] = each
    return {id: before[its] for id, its in new.items() if its in before}


def _telling(title: str) -> list[str]:
    """The runs of letters that are written in one way only; there may be none."""
    return _WORD.findall("".join(each if _one_way(each) else " " for each in title))


def _one_way(character: str) -> bool:
    return character.isascii() or unicodedata.is_normalized("NFKD", character)


def pointed_at(view: View, ideas: Sequence[Idea], zone: str, today: str) -> str:
    """The sentence that points at what was there before; empty where there is none."""
    found = known(view, ideas)
    if not found:
        return ""
    if len(ideas) > 1:
        one = len(found) == 1
        return f"{len(found)} of them {'says' if one else 'say'} the same as one you had."
    (other,) = found.values()
    said = f"The same as one from {short_day(other.captured_at, zone, today)}"
    if other.in_inbox:
        return f"{said}, in the inbox."
    above = view.ideas.get(other.place[0] or "") if other.place else None
    if above is not None and above.deleted_at is None:
        said += f", in {quoted(plain(above.title))}"
    became = BECAME.get(other.state)
    if became and other.state_at:
        when = short_day(other.state_at, zone, today)
        said += f"; {became} {when if when == TODAY else f'on {when}'}"
    return f"{said}."


def short_day(at_ms: int, zone: str, today: str) -> str:
    """A moment's day as `3 Mar`, of another year as `3 Mar 2024`, or as `today`."""
    date = str(local_time(at_ms, zone).date())
    if date == today:
        return TODAY
    short = day(date).partition(" ")[2]
    return short if date[:4] == today[:4] else f"{short} {date[:4]}"
