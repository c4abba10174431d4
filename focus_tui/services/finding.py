"""Finds ideas as one types: in titles, notes and tags, all of them looked through at each key."""

from collections.abc import Iterable
from typing import NamedTuple

from focus_tui.domain.idea import Idea
from focus_tui.domain.ideaquery import Query, matches
from focus_tui.domain.ideawords import kind, tags
from focus_tui.domain.outline import Outline


class _Hay(NamedTuple):
    """What is looked through of one idea."""

    idea: Idea
    text: str
    tags: tuple[str, ...]
    kind: str


class Finding:
    """Remembers of each idea what is looked through, for as long as the idea is the same."""

    def __init__(self) -> None:
        self._known: dict[str, _Hay] = {}

    def found(
        self, query: Query, tree: Outline, inbox: Iterable[Idea], front: Iterable[Idea], now_ms: int
    ) -> set[str]:
        """The ids of all that is what a query asks for."""
        caught = tuple(inbox)
        candidates = [*tree.ideas.values(), *caught]
        if query.places:
            wanted = self._in(query.places, tree, caught, front)
            candidates = [each for each in candidates if each.id in wanted]
        return {each.id for each in candidates if self._matches(query, each, now_ms)}

    def _matches(self, query: Query, idea: Idea, now_ms: int) -> bool:
        hay = self._known.get(idea.id)
        if hay is None or hay.idea is not idea:
            text = f"{idea.title}\n{idea.note}".casefold()
            hay = self._known[idea.id] = _Hay(idea, text, tags(idea.title), kind(idea.title))
        return matches(
            query,
            hay=hay.text,
            tags=hay.tags,
            kind=hay.kind,
            state=idea.state,
            age_ms=now_ms - idea.touched_at,
        )

    def _in(
        self, places: Iterable[str], tree: Outline, inbox: Iterable[Idea], front: Iterable[Idea]
    ) -> set[str]:
        wanted: set[str] = set()
        for place in places:
            if place == "inbox":
                wanted.update(each.id for each in inbox)
            elif place == "front":
                wanted.update(each.id for each in front)
            else:
                heads = (id for id, each in tree.ideas.items() if _begins(each, place))
                for head in heads:
                    if head not in wanted:
                        wanted.update(tree.subtree(head)[1:])
        return wanted


def _begins(idea: Idea, place: str) -> bool:
    return idea.title.casefold().startswith(place)
