"""Thoughts caught in passing: the inbox, and the trash that gives them back."""

from dataclasses import replace

from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.idea import Idea
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.services.desk import Desk
from focus_tui.store.transaction import Transaction


class Thoughts:
    """Capture, the inbox, the trash."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def capture(self, *titles: str) -> tuple[Idea, ...]:
        """Write thoughts into the inbox, all in one act; blank ones are refused.

        Raises BadInput, having written none, when one of them can't be accepted.
        """
        accepted_titles = [_title(title) for title in titles]
        what = quoted(accepted_titles[0]) if len(titles) == 1 else f"{len(titles)} thoughts"
        with self._desk.act(f"capture {what}") as tx:
            running = self._desk.stored(tx)
            caught = tuple(
                Idea(
                    id=tx.new_id(),
                    title=title,
                    captured_at=tx.reading.wall_ms,
                    session_id=running.id if running else None,
                )
                for title in accepted_titles
            )
            for idea in caught:
                tx.ideas.put(idea)
        return caught

    def get(self, idea_id: str) -> Idea | None:
        """The thought with that id."""
        return self._desk.db.read().ideas.get(idea_id)

    def inbox(self) -> tuple[Idea, ...]:
        """What was captured and not looked at yet, the newest first."""
        # The store looks first, as it need not read every idea of ten years for that.
        unfiled = self._desk.db.read().ideas.where(place=None, deleted_at=None)
        ideas = (each for each in unfiled if each.in_inbox)
        return tuple(sorted(ideas, key=lambda each: (each.captured_at, each.id), reverse=True))

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

    def delete(self, idea_id: str) -> str:
        """Move a thought to the trash."""
        with self._desk.act("") as tx:
            idea = self._found(tx, idea_id)
            tx.label = f"delete {quoted(idea.title)}"
            tx.ideas.put(replace(idea, deleted_at=tx.reading.wall_ms))
        return "Deleted."

    def trash(self) -> tuple[Idea, ...]:
        """What was deleted, the latest first."""
        ideas = (each for each in self._desk.db.read().ideas.all() if each.deleted_at is not None)
        return tuple(sorted(ideas, key=lambda each: (each.deleted_at or 0, each.id), reverse=True))

    def restore(self, idea_id: str) -> str:
        """Give a thought back from the trash."""
        with self._desk.act("") as tx:
            idea = self._found(tx, idea_id)
            tx.label = f"restore {quoted(idea.title)}"
            tx.ideas.put(replace(idea, deleted_at=None))
        return "Restored."

    def _found(self, tx: Transaction, idea_id: str) -> Idea:
        idea = tx.ideas.get(idea_id)
        if idea is None:
            raise NotFound("That thought is not there any more.")
        return idea


def _title(text: str) -> str:
    title = accepted(text.strip(), field="thought", limit=LINE_LIMIT, one_line=True)
    if not title:
        raise BadInput("The thought is empty: type some words.")
    return title
