"""What the person said comes next, while nothing runs that could keep it."""

from focus_tui.domain.subject import Subject
from focus_tui.services.drafts import Drafts

_LINKS = ("goal_id", "commitment_id", "idea_id")


class Chosen:
    """The subject of the next session; it belongs to this machine and outlives a crash."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def get(self) -> Subject:
        """What was chosen; an empty subject when nothing was."""
        goal, commitment, idea = (self._drafts.get(f"next-{name}") or None for name in _LINKS)
        return Subject(self._drafts.get("intent"), goal, commitment, idea)

    def put(self, subject: Subject) -> None:
        """Choose; an empty subject forgets."""
        self._drafts.put("intent", subject.intent)
        for name in _LINKS:
            self._drafts.put(f"next-{name}", getattr(subject, name) or "")
