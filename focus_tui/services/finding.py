"""Finds ideas as one types: in titles, notes and tags, all of them looked through at each key."""

from collections.abc import Iterable

from focus_tui.domain.idea import Idea
from focus_tui.domain.ideaquery import Query, matches
from focus_tui.domain.ideawords import kind, tags
from focus_tui.domain.outline import Outline

MOST_WORDS = 32
"""So many of them are remembered."""


class Finding:
    """Remembers what is looked through, for as long as the ideas are the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Idea, str]] = {}
        self._read: tuple[Outline | None, tuple[Idea, ...]] = (None, ())
        self._holding: dict[str, dict[str, tuple[Idea, str]]] = {}
        """By word what holds it: as one types, each word is the one before and a letter."""

    def found(
        self, query: Query, tree: Outline, inbox: Iterable[Idea], front: Iterable[Idea], now_ms: int
    ) -> frozenset[str]:
        """The ids of all that is what a query asks for."""
        self.look_through(tree, inbox)
        left = self._with_words(query)
        if query.places:
            wanted = self._in(query.places, tree, inbox, front)
            left = {id: hay for id, hay in left.items() if id in wanted}
        if query == Query(words=query.words, places=query.places, hint=query.hint):
            return frozenset(left)
        return frozenset(id for id, hay in left.items() if self._matches(query, hay, now_ms))

    def look_through(self, tree: Outline, inbox: Iterable[Idea]) -> None:
        """Read all there is, so that the first letter need not wait for it."""
        caught = tuple(inbox)
        if self._read[0] is not tree or self._read[1] != caught:
            self._read = tree, caught
            self._known = {each.id: self._hay(each) for each in (*tree.ideas.values(), *caught)}
            self._holding.clear()

    def _hay(self, idea: Idea) -> tuple[Idea, str]:
        known = self._known.get(idea.id)
        if known is not None and known[0] is idea:
            return known
        return idea, f"{idea.title}\n{idea.note}".casefold()

    def _with_words(self, query: Query) -> dict[str, tuple[Idea, str]]:
        """What holds all words, of which one may be all there is: this is done at each key."""
        left = self._known
        for word in query.words:
            held = self._with_word(word)
            left = held if left is self._known else {id: left[id] for id in left if id in held}
        return left

    def _with_word(self, word: str) -> dict[str, tuple[Idea, str]]:
        if word not in self._holding:
            if len(self._holding) >= MOST_WORDS:
                self._holding.clear()
            begun = (word[:end] for end in range(len(word) - 1, 0, -1))
            among = next((held for each in begun if (held := self._holding.get(each))), self._known)
            self._holding[word] = {id: hay for id, hay in among.items() if word in hay[1]}
        return self._holding[word]

    def _matches(self, query: Query, hay: tuple[Idea, str], now_ms: int) -> bool:
        idea, text = hay
        return matches(
            query,
            hay=text,
            tags=tags(idea.title) if query.tags else (),
            kind=kind(idea.title) if query.kinds else "",
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
