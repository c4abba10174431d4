"""The outline of ideas: what a person can do to its shape and its words.

Each act answers with one sentence, empty where the outline itself shows what was done.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from focus_tui.domain import moving, outline
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.idea import Idea, IdeaState, Place
from focus_tui.domain.moving import Places
from focus_tui.domain.outline import Outline
from focus_tui.domain.rank import between, run
from focus_tui.domain.sprout import Sprout
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.services.naming import named
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View

NOTE_LIMIT = LINE_LIMIT
GONE = "That idea is not there any more."

Move = Callable[[Outline, tuple[str, ...], moving.Chance], Places]


class Backlog:
    """Reads the tree, and changes where its ideas stand and what they say."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: tuple[object, Outline] = (None, outline.outline({}))

    def outline(self) -> Outline:
        """All that is filed, as a tree: the same object for as long as the ideas are the same."""
        return self._tree(self._desk.db.read())

    def _tree(self, view: View) -> Outline:
        """Made of the tree before where only some ideas are others since."""
        version, tree = self._known
        if version is not view.ideas.version:
            changed = view.ideas.changed(version)
            known = None if changed is None else tree.changed(changed)
            self._known = view.ideas.version, known or outline.outline(view.ideas.by_id())
        return self._known[1]

    def get(self, idea_id: str) -> Idea | None:
        """The idea with that id, wherever it is."""
        return self._desk.db.read().ideas.get(idea_id)

    def named(self, words: str) -> Idea:
        """The idea that a shell names, by its words or the beginning of them; ended ones are none.

        Raises NotFound for none, and BadInput where several are meant.
        """
        from focus_tui.domain.ideawords import plain  # the first screen does not wait for it

        there = (each for each in self.outline().ideas.values() if not each.ended)
        return named(
            plain(words),
            there,
            lambda idea: plain(idea.title),
            noun="idea",
            listed_by="focus ideas",
        )

    # Words.

    def add(self, title: str, parent: str | None = None, index: int | None = None) -> Idea:
        """A new idea below another one, at an index or the end. NotFound for no such parent."""
        words = worded(title)
        with self._desk.act(f"new idea {quoted(words)}") as tx:
            tree = self._tree(tx)
            if parent is not None and parent not in tree.ideas:
                raise NotFound(GONE)
            at = len(tree.children(parent)) if index is None else index
            idea = Idea(id=tx.new_id(), title=words, captured_at=tx.reading.wall_ms)
            places = moving.put(tree, [idea.id], parent, at, tx.chance)
            idea = replace(idea, place=places.pop(idea.id))
            _move(tx, places)
            tx.ideas.put(idea)
        return idea

    def edit(self, idea_id: str, title: str) -> str:
        """Change an idea's words. Raises BadInput for blank ones, NotFound."""
        words = worded(title)
        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            tx.label = f"edit {quoted(idea.title)}"
            tx.ideas.put(replace(idea, title=words))
        return ""

    def set_note(self, idea_id: str, note: str) -> str:
        """More words to an idea, of any number of lines; an empty note is none."""
        text = accepted(note.rstrip(), field="note", limit=NOTE_LIMIT)
        with self._desk.act("") as tx:
            idea = found(tx, idea_id)
            tx.label = f"note on {quoted(idea.title)}"
            tx.ideas.put(replace(idea, note=text))
        return f"Noted on {quoted(idea.title)}." if text else f"No note on {quoted(idea.title)}."

    # Shape. All take several ideas, each of which goes with all below it.

    def indent(self, ids: Sequence[str]) -> str:
        """Below the one before."""
        return self._shape("indent", ids, moving.indented)

    def outdent(self, ids: Sequence[str]) -> str:
        """Behind the one they stand below."""
        return self._shape("outdent", ids, moving.outdented)

    def carry(self, ids: Sequence[str], by: int) -> str:
        """One place up (-1) or down (1) among their siblings."""

        def move(tree: Outline, ids: tuple[str, ...], picks: moving.Chance) -> Places:
            return moving.carried(tree, ids, by, picks)

        return self._shape("move", ids, move)

    def file_under(self, ids: Sequence[str], parent: str | None, new: str = "") -> str:
        """To the end of what is below an idea, or of the whole; also out of the inbox.

        With the words of a `new` one, below that, which is made at the end of the whole. Raises
        BadInput where an idea would stand below itself.
        """
        words = worded(new) if new else ""
        with self._desk.act("") as tx:
            if words:
                made = Idea(id=tx.new_id(), title=words, captured_at=tx.reading.wall_ms)
                tx.ideas.put(filed(tx, made))
                parent = made.id
            tree = self._tree(tx)
            file_under(tx, tree, ids, parent)
            where = f"under {quoted(tree.ideas[parent].title)}" if parent else "at the top"
            tx.label = f"file {_named(tx, ids)} {where}"
            return f"Filed {where}: {_named(tx, ids)}."

    def _shape(self, verb: str, ids: Sequence[str], move: Move) -> str:
        with self._desk.act("") as tx:
            tree = self._tree(tx)
            filed = tuple(id for id in ids if id in tree.ideas)
            tx.label = f"{verb} {_named(tx, filed)}"
            _move(tx, move(tree, filed, tx.chance))
        return ""

    # Coming and going.

    def delete(self, ids: Sequence[str]) -> str:
        """Into the trash, with all below them."""
        with self._desk.act("") as tx:
            tree = self._tree(tx)
            tx.label = f"delete {_named(tx, ids)}"
            going = [id for top in tree.tops(ids) for id in tree.subtree(top)]
            going += [id for id in ids if id not in tree.ideas]
            for idea in (found(tx, id) for id in going):
                tx.ideas.put(replace(idea, deleted_at=tx.reading.wall_ms))
            what = _named(tx, ids)
        more = f", {plural(len(going), 'idea')} in all" if len(going) > len(ids) else ""
        return f"Deleted {what}{more}."

    def duplicate(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The same once more, with all below, behind each: as ideas that are new and open."""
        made: list[str] = []
        with self._desk.act("") as tx:
            tree, picks = self._tree(tx), tx.chance
            tx.label = f"duplicate {_named(tx, ids)}"
            for top in reversed(tree.tops(ids)):
                twins = {id: tx.new_id() for id in tree.subtree(top)}
                parent = tree.parent(top)
                at = tree.siblings(top).index(top) + 1
                places = moving.put(tree, [twins[top]], parent, at, picks)
                mine = places.pop(twins[top])
                _move(tx, places)
                for id, twin in twins.items():
                    old = tree.ideas[id]
                    place = mine if id == top else (twins[old.place[0] or ""], old.place[1])  # type: ignore[index]
                    tx.ideas.put(_fresh(old, twin, place, tx.reading.wall_ms))
                made.insert(0, twins[top])
        return tuple(made)

    def sow(self, sprouts: Sequence[Sprout], parent: str | None, index: int | None = None) -> str:
        """Whole trees at once, below an idea, at an index or the end; one act, however many."""
        with self._desk.act("") as tx:
            tree = self._tree(tx)
            if parent is not None and parent not in tree.ideas:
                raise NotFound(GONE)
            count, now = 0, tx.reading.wall_ms
            at = len(tree.children(parent)) if index is None else index
            tops = {tx.new_id(): each for each in sprouts}
            places = moving.put(tree, list(tops), parent, at, tx.chance)
            _move(tx, {id: place for id, place in places.items() if id not in tops})
            waiting = [(id, each, places[id]) for id, each in tops.items()]
            while waiting:
                id, each, place = waiting.pop()
                tx.ideas.put(_grown(each, id, place, now))
                count += 1
                ranks = run("", "", len(each.children))
                waiting += [
                    (tx.new_id(), child, (id, rank))
                    for child, rank in zip(each.children, ranks, strict=True)
                ]
            what = plural(count, "idea")
            tx.label = f"take in {what}"
        return f"Taken in: {what}."


def worded(text: str) -> str:
    """The words of an idea, if they can be kept; BadInput for blank ones."""
    title = accepted(text.strip(), field="idea", limit=LINE_LIMIT, one_line=True)
    if not title:
        raise BadInput("The idea is empty: type some words.")
    return title


def found(view: View, idea_id: str) -> Idea:
    """The idea with that id; NotFound when it is not there, or deleted."""
    idea = view.ideas.get(idea_id)
    if idea is None or idea.deleted_at is not None:
        raise NotFound(GONE)
    return idea


def file_under(tx: Transaction, tree: Outline, ids: Sequence[str], parent: str | None) -> None:
    """Put ideas to the end of what is below another one, or of the whole.

    Raises NotFound for no such parent, BadInput where an idea would stand below itself.
    """
    if parent is not None and parent not in tree.ideas:
        raise NotFound(GONE)
    for id in ids:
        found(tx, id)
    _move(tx, moving.under(tree, ids, parent, tx.chance))


def filed(tx: Transaction, idea: Idea) -> Idea:
    """An idea that leaves the inbox: where it has no place yet, at the end of the whole."""
    if idea.place is not None:
        return idea
    ranks = sorted(
        each.place[1]
        for each in tx.ideas.having("place", "[null,")
        if each.place and each.deleted_at is None
    )
    last = ranks[-1] if ranks else ""
    try:
        return replace(idea, place=(None, between(last, "", tx.chance())))
    except ValueError:  # a hand wrote one that is none
        return replace(idea, place=(None, last))


def _grown(sprout: Sprout, id: str, place: Place, now: int) -> Idea:
    return Idea(
        id=id,
        title=worded(sprout.title),
        note=sprout.note,
        captured_at=now,
        place=place,
        state=IdeaState.DONE if sprout.done else IdeaState.OPEN,
        state_at=now if sprout.done else None,
    )


def _fresh(old: Idea, id: str, place: Place, now: int) -> Idea:
    return replace(
        old,
        id=id,
        place=place,
        captured_at=now,
        session_id=None,
        state=IdeaState.OPEN,
        state_at=None,
        front=None,
        kept_at=None,
    )


def _move(tx: Transaction, places: Places) -> None:
    for id, place in places.items():
        tx.ideas.put(replace(found(tx, id), place=place))


def called(ideas: Sequence[Idea]) -> str:
    """One by its words, several by their number."""
    return quoted(ideas[0].title) if len(ideas) == 1 else plural(len(ideas), "idea")


def _named(view: View, ids: Iterable[str]) -> str:
    return called([idea for id in ids if (idea := view.ideas.get(id))])
