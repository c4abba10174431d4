"""What the next session is on."""

from dataclasses import replace

from focus_tui.domain.errors import NotFound
from focus_tui.domain.interval import Interval
from focus_tui.domain.subject import Subject
from focus_tui.domain.text import quoted
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts
from focus_tui.services.lineup import coming, source_words, spoken_words
from focus_tui.store.views import View

_LINKS = ("goal_id", "commitment_id", "idea_id")


class Upcoming:
    """What was chosen, else the first of the line-up, else, in a break, what was worked on.

    What is chosen while nothing runs that could keep it belongs to this machine, and outlives a
    crash.
    """

    def __init__(self, desk: Desk, drafts: Drafts) -> None:
        self._desk = desk
        self._drafts = drafts

    def subject(self) -> Subject:
        """What the next session is on, as far as is known; an empty subject when nothing is."""
        view = self._desk.db.read()
        return self.at(view, self._desk.stored(view), self._desk.today())

    def at(self, view: View, running: Interval | None, on: str) -> Subject:
        """The same on a local day, seen from inside an act too."""
        if (chosen := self.chosen()) != Subject():
            return chosen
        if lined_up := coming(view, on):
            return lined_up[0].subject
        return Subject.of(running) if running else Subject()

    def chosen(self) -> Subject:
        """What the person chose; an empty subject when nothing was."""
        goal, commitment, idea = (self._drafts.get(f"next-{name}") or None for name in _LINKS)
        return Subject(self._drafts.get("intent"), goal, commitment, idea)

    def choose(self, subject: Subject) -> None:
        """Keep a choice; an empty subject forgets it."""
        self._drafts.put("intent", subject.intent)
        for name in _LINKS:
            self._drafts.put(f"next-{name}", getattr(subject, name) or "")

    def next_on(self, subject: Subject) -> str:
        """Choose what the next session is on."""
        self.choose(subject)
        self._desk.changed()
        return f"Next: {quoted(subject.intent)}."

    def begun(self, subject: Subject) -> None:
        """Once the data hold what was chosen, it is no choice any more; another one is kept."""
        chosen = self.chosen()
        if chosen._replace(intent=chosen.intent.strip()) == subject:
            self.choose(Subject())

    def undone(self, subject: Subject) -> None:
        """A start taken back loses no word that a person typed for it."""
        if self.chosen() == Subject() and subject.intent != source_words(
            self._desk.db.read(), subject
        ):
            self.choose(subject)

    def work_on(self, subject: Subject) -> str:
        """Say for what goal or commitment: of the session that runs, or of the next one."""
        with self._desk.act("") as tx:
            running = self._desk.running(tx)
            focusing = running is not None and not running.phase.is_break
            if running is not None and focusing:
                intent = running.intent or subject.intent
                tx.timer.put(
                    replace(
                        running,
                        intent=intent,
                        goal_id=subject.goal_id,
                        commitment_id=subject.commitment_id,
                    )
                )
                tx.label = f"work on {quoted(subject.intent, 'no goal')}"
        if not focusing:
            before = self.chosen()
            self.choose(subject._replace(intent=before.intent or subject.intent))
            self._desk.changed()
        return f"{'Working on' if focusing else 'Next'}: {quoted(subject.intent, 'no goal')}."

    def of_idea(self, idea_id: str) -> Subject:
        """A session on a thought, which carries its goal too. Raises NotFound."""
        idea = self._desk.db.read().ideas.get(idea_id)
        if idea is None:
            raise NotFound("That thought is not there any more.")
        return Subject(spoken_words(idea), idea.goal_id, idea_id=idea.id)

    def of_goal(self, goal_id: str) -> Subject:
        """A session on a goal. Raises NotFound."""
        goal = self._desk.db.read().goals.get(goal_id)
        if goal is None:
            raise NotFound("That goal is not there any more.")
        return Subject(goal.title, goal_id=goal.id)

    def of_commitment(self, commitment_id: str) -> Subject:
        """A session on a commitment, which carries its goal too. Raises NotFound."""
        found = self._desk.db.read().commitments.get(commitment_id)
        if found is None:
            raise NotFound("That promise is not there any more.")
        return Subject(found.text, found.goal_id, found.id, found.idea_id)
