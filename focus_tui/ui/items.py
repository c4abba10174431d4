"""What the keys of a list do to the thing under its cursor, on whatever screen that is.

A row's id says what kind of thing it is, and which one: `goal:019a…`.
"""

from textual.app import App

from focus_tui.domain.goal import Goal
from focus_tui.domain.subject import Subject
from focus_tui.services.commitments import proposal, said
from focus_tui.ui.host import host

THOUGHT = "thought:"
PROMISE = "promise:"
NEXT = "next:"
GOAL = "goal:"

PLANNED = (THOUGHT, PROMISE, NEXT, GOAL)
"""What a session can be on."""


class Items:
    """One method a key. What is gone meanwhile is refused with a sentence, by the services."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._host = host(app)
        self._services = self._host.services

    def subject(self, item: str) -> Subject:
        """What a session on it would be on."""
        kind, _, id = item.partition(":")
        if kind == "next":
            waiting = self._services.lineup.coming()
            return next((each.subject for each in waiting if each.entry.id == id), Subject())
        return {
            "goal": self._services.upcoming.of_goal,
            "promise": self._services.upcoming.of_commitment,
            "thought": self._services.upcoming.of_idea,
        }[kind](id)

    def begin(self, item: str) -> None:
        """A session on it."""
        self._host.say(self._services.focus.start(subject=self.subject(item)))

    def line_up(self, item: str) -> None:
        """One more session on it today; out of the line-up what is in it."""
        lineup = self._services.lineup
        if item.startswith(NEXT):
            self._host.say(lineup.remove(item.removeprefix(NEXT)))
        else:
            self._host.say(lineup.add(self.subject(item)))

    def promise(self, item: str, *, ahead: int) -> None:
        """Something for this week, or one ahead: what the cursor is on is proposed."""
        from focus_tui.ui.dialogs.goalflows import GoalFlows

        services = self._services
        line, subject = "", Subject()
        kind, _, id = item.partition(":")
        if item.startswith(PLANNED):
            subject = self.subject(item)
            line = subject.intent
        if goal := self._goal(item):
            line = proposal(goal)
        elif kind == "thought":
            from focus_tui.domain.ideawords import plain

            line = plain(line)
        elif kind == "promise" and (promise := services.commitments.get(id)):
            line = said(promise)
        GoalFlows(self._app).promise(line, subject, ahead=ahead)

    def done(self, item: str) -> None:
        """A promise is done, or is not after all."""
        self._host.say(self._services.commitments.tick(item.removeprefix(PROMISE)))

    def delete(self, item: str) -> None:
        """Into the trash; of the line-up only the place."""
        kind, _, id = item.partition(":")
        delete = {
            "goal": self._services.goals.delete,
            "promise": self._services.commitments.delete,
            "thought": lambda id: self._services.backlog.delete([id]),
            "next": self._services.lineup.remove,
        }[kind]
        self._host.say(delete(id))

    def edit(self, item: str) -> None:
        """Its words."""
        if goal := self._goal(item):
            from focus_tui.ui.dialogs.goalflows import GoalFlows

            GoalFlows(self._app).field(goal, "title")
        else:
            self.open(item)

    def open(self, item: str) -> None:
        """A goal's page; the words of anything else."""
        kind, _, id = item.partition(":")
        if goal := self._goal(item):
            from focus_tui.ui.dialogs.goal import GoalDialog

            self._app.push_screen(GoalDialog(goal))
        elif kind == "thought":
            self._open_thought(id)
        elif kind == "promise":
            self._open_promise(id)
        elif kind == "next" and (words := self._services.lineup.own_words(id)):
            from focus_tui.ui.dialogs import lines

            self._app.push_screen(lines.placed(self._host, id, words))
        elif kind == "next":
            self._open_source(self.subject(item))

    def _goal(self, item: str) -> Goal | None:
        return self._services.goals.get(item.removeprefix(GOAL)) if item.startswith(GOAL) else None

    def _open_source(self, subject: Subject) -> None:
        """What a place of the line-up was drawn from."""
        if subject.idea_id:
            self._open_thought(subject.idea_id)
        elif subject.commitment_id:
            self._open_promise(subject.commitment_id)
        elif subject.goal_id:
            self.open(GOAL + subject.goal_id)

    def _open_thought(self, idea_id: str) -> None:
        from focus_tui.ui.dialogs import lines

        if idea := self._services.thoughts.get(idea_id):
            self._app.push_screen(lines.thought(self._host, idea))

    def _open_promise(self, commitment_id: str) -> None:
        from focus_tui.ui.dialogs.goalflows import GoalFlows

        if promise := self._services.commitments.get(commitment_id):
            GoalFlows(self._app).change_promise(promise)
