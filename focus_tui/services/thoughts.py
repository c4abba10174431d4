"""Thoughts caught in passing: the inbox, and the trash that gives them back."""

from collections.abc import Iterator
from dataclasses import replace

from focus_tui.domain.calendar import clock_time
from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.idea import Idea
from focus_tui.domain.interval import Interval
from focus_tui.domain.outline import outline
from focus_tui.domain.session import Session
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.backlog import file_under, filed, found
from focus_tui.services.choosing import into_front
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction
from focus_tui.store.views import View


class Thoughts:
    """Capture, the inbox, the trash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._inbox: tuple[object, tuple[Idea, ...]] = (None, ())
        """As of a version of all ideas: it is asked for at every key."""

    def capture(
        self, *titles: str, parent: str | None = None, front: bool = False
    ) -> tuple[Idea, ...]:
        """Write thoughts into the inbox, all in one act; blank ones are refused.

        With a parent they are filed below that idea, with `front` put to the front of the line.
        Raises BadInput, having written none, when one of them can't be accepted; NotFound for no
        such parent, Refused where the front has no room.
        """
        accepted_titles = [_title(title) for title in titles]
        what = quoted(accepted_titles[0]) if len(titles) == 1 else f"{len(titles)} thoughts"
        with self._desk.act(f"capture {what}") as tx:
            running = self._desk.stored(tx)
            ideas = tuple(caught(tx, title, running) for title in accepted_titles)
            if parent is not None:
                file_under(tx, outline(tx.ideas.by_id()), [each.id for each in ideas], parent)
            if front:
                for idea in ideas:
                    into_front(tx, filed(tx, found(tx, idea.id)))
        return ideas

    def known(self, *ideas: Idea) -> str:
        """The sentence that points at what says the same and was there before; empty without."""
        from focus_tui.services.known import pointed_at  # the first screen does not wait for it

        view, desk = self._desk.db.read(), self._desk
        return pointed_at(view, ideas, desk.zone, desk.today())

    def get(self, idea_id: str) -> Idea | None:
        """The thought with that id."""
        return self._desk.db.read().ideas.get(idea_id)

    def came(self, idea: Idea) -> str:
        """When a thought came, and during what: `today 10:31, during “Mel filters”`."""
        from focus_tui.services.known import short_day

        view, desk = self._desk.db.read(), self._desk
        day = short_day(idea.captured_at, desk.zone, desk.today())
        when = f"{day} {clock_time(idea.captured_at, desk.zone)}"
        during = view.sessions.get(idea.session_id or "") or desk.stored(view)
        if during is None or during.id != idea.session_id:
            return when
        kind = during.kind if isinstance(during, Session) else during.phase
        what = "a break" if kind.is_break else quoted(during.intent, "a session")
        return f"{when}, {'in' if kind.is_break else 'during'} {what}"

    def inbox(self) -> tuple[Idea, ...]:
        """What was captured and not looked at yet, the newest first."""
        ideas = self._desk.db.read().ideas
        if self._inbox[0] is not ideas.version:
            # The store looks first, as it need not read every idea of ten years for that.
            unfiled = ideas.where(place=None, deleted_at=None)
            caught = [each for each in unfiled if each.in_inbox]
            caught.sort(key=lambda each: (each.captured_at, each.id), reverse=True)
            self._inbox = ideas.version, tuple(caught)
        return self._inbox[1]

    def during(self, idea: Idea) -> str:
        """The intent of the session or break that a thought came during; empty for none."""
        if idea.session_id is None:
            return ""
        view = self._desk.db.read()
        session = view.sessions.get(idea.session_id)
        running = self._desk.stored(view)
        if session is None and running is not None and running.id == idea.session_id:
            return running.intent
        return session.intent if session else ""

    def edit(self, idea_id: str, title: str) -> None:
        """Change a thought's words."""
        text = _title(title)
        with self._desk.act("") as tx:
            idea = self._found(tx, idea_id)
            tx.label = f"edit {quoted(idea.title)}"
            tx.ideas.put(replace(idea, title=text))

    def trash(self) -> tuple[tuple[Idea, int], ...]:
        """What was deleted, the latest first, each with how many below it went along."""
        found = [(top, len(below)) for top, below in _put_away(self._desk.db.read())]
        found.sort(key=lambda each: (each[0].deleted_at or 0, each[0].id), reverse=True)
        return tuple(found)

    def restore(self, idea_id: str) -> str:
        """Give a thought back from the trash, with all below it that was deleted with it."""
        with self._desk.act("") as tx:
            idea = self._found(tx, idea_id)
            tx.label = f"restore {quoted(idea.title)}"
            along = next((below for top, below in _put_away(tx) if top.id == idea_id), ())
            for id in (idea_id, *along):
                tx.ideas.put(replace(self._found(tx, id), deleted_at=None))
        return f"Restored, with {len(along)} below it." if along else "Restored."

    def _found(self, tx: Transaction, idea_id: str) -> Idea:
        idea = tx.ideas.get(idea_id)
        if idea is None:
            raise NotFound("That thought is not there any more.")
        return idea


def _put_away(view: View) -> Iterator[tuple[Idea, tuple[str, ...]]]:
    """What was deleted, as trees: the topmost of each act, which is one instant, and all below."""
    acts: dict[int | None, dict[str, Idea]] = {}
    for each in view.ideas.having("deleted_at"):
        acts.setdefault(each.deleted_at, {})[each.id] = each
    for together in acts.values():
        tree = outline({id: replace(each, deleted_at=None) for id, each in together.items()})
        for id, each in together.items():
            if tree.parents.get(id) is None:
                yield each, tree.subtree(id)[1:]


def _title(text: str) -> str:
    title = accepted(text.strip(), field="thought", limit=LINE_LIMIT, one_line=True)
    if not title:
        raise BadInput("The thought is empty: type some words.")
    return title


def caught(tx: Transaction, title: str, during: Interval | None) -> Idea:
    """A thought, in the inbox from now on."""
    idea = Idea(
        id=tx.new_id(),
        title=title,
        captured_at=tx.reading.wall_ms,
        session_id=during.id if during else None,
    )
    tx.ideas.put(idea)
    return idea
