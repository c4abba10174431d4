"""What the review asks for: words, levels, a reason, a promise in other words."""

from collections.abc import Callable, Sequence

from textual.app import App

from focus_tui.domain.commitment import Promise
from focus_tui.domain.goal import Goal, Target
from focus_tui.domain.goalfields import field_named
from focus_tui.domain.inputs import Input
from focus_tui.domain.proposals import Resize
from focus_tui.domain.reflection import HINDERED, Choice, Part
from focus_tui.domain.text import quoted
from focus_tui.domain.week import Week
from focus_tui.services.reflecting import Asked
from focus_tui.ui.dialogs.keepgoal import KeepGoalDialog
from focus_tui.ui.dialogs.levels import LevelDialog
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.manylines import ManyLinesDialog
from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.host import host
from focus_tui.ui.items import GOAL
from focus_tui.ui.screens.plans import PlanRows
from focus_tui.ui.screens.reviewrows import ENERGY, Thing

ASKS = {
    Part.WON: "What did you win, in the app or outside of it?",
    Part.LEARNED: "What did you learn?",
    Part.NEXT: "What do you promise for the week after?",
}
"""What a new line is asked for with, in the parts that have lines of the person's own."""
EXPORTED_TO = "exported-to"
"""Under this name the state folder keeps the folder that a week was written into last."""
HOLDS = {Part.WON: "a line", Part.LEARNED: "a line", Part.NEXT: "Audio: 8 sessions"}


class HowDialog(ManyLinesDialog):
    """How the week was, on as many lines as one likes."""

    def __init__(self, asked: Asked, value: str) -> None:
        super().__init__("How was the week?", value, draft=draft_of(asked.week, asked.key))
        self._asked = asked

    def store(self, text: str) -> str:
        """Into the review."""
        return self.host.services.reflecting.say(self._asked, text)


class ReviewFlows:
    """Opens the dialogs of one week's review."""

    def __init__(self, app: App[int], week: Week, part: Part) -> None:
        self._app = app
        self._host = host(app)
        self._services = self._host.services
        self._week = week
        self._part = part

    def asked(self, thing: Thing) -> Asked:
        """What is answered."""
        return Asked(self._week, self._part, thing.key, thing.words if thing.choosable else "")

    def word(self, thing: Thing, value: str, offers: tuple[str, ...] = ()) -> None:
        """A line on what the app shows."""
        asked = self.asked(thing)
        self._line(
            thing.words if thing.key == HINDERED else f"On “{thing.words}”",
            lambda text: self._services.reflecting.say(asked, text),
            draft=thing.key,
            value=value,
            placeholder="in a line; nothing takes it back",
            offers=offers,
        )

    def how(self, thing: Thing, value: str) -> None:
        """How the week was."""
        self._app.push_screen(HowDialog(self.asked(thing), value))

    def level(self, thing: Thing, now: int) -> None:
        """Energy, or mood."""
        reflecting = self._services.reflecting
        give = reflecting.energy if thing.key == ENERGY else reflecting.mood
        title = f"{thing.words} in this week"
        self._app.push_screen(LevelDialog(title, now, lambda amount: give(self._week, amount)))

    def new(self) -> None:
        """A line of the person's own."""
        reflecting, week, part = self._services.reflecting, self._week, self._part

        def add(text: str) -> str:
            if part is Part.NEXT:
                return reflecting.promise_own(week, text)
            return reflecting.add(week, part, text)

        self._line(ASKS[part], add, draft=f"new-{part}", placeholder=HOLDS[part])

    def reword(self, thing: Thing) -> None:
        """The line in other words."""
        answer = thing.own
        if answer is not None:
            self._line(
                ASKS[self._part],
                lambda text: self._services.reflecting.reword(answer, text),
                draft=answer.id,
                value=answer.text,
            )

    def promise(self, thing: Thing) -> None:
        """What was drafted, perhaps in other words."""
        draft, asked = thing.draft, self.asked(thing)
        if draft is not None:
            self._line(
                ASKS[Part.NEXT],
                lambda line: self._services.reflecting.promise(
                    asked, line, goal_id=draft.goal_id, idea_id=draft.idea_id
                ),
                draft=draft.key,
                value=draft.line,
                placeholder=HOLDS[Part.NEXT],
            )

    def resize(self, thing: Thing, change: Resize) -> None:
        """What really happens; it may be changed before it is taken."""
        to = change.to
        if isinstance(to, Input):
            self._promise_less(thing, change.commitment_id, to)
        elif isinstance(to, Target):
            self._goal(thing, change.goal_id, "target", f"{to.count} {to.unit}")
        else:
            self._goal(thing, change.goal_id, "deadline", f"{to.on} self-set")

    def _promise_less(self, thing: Thing, commitment_id: str, to: Input) -> None:
        made, asked = self._services.commitments.get(commitment_id), self.asked(thing)
        if made is not None:
            self._line(
                ASKS[Part.NEXT],
                lambda line: self._services.reflecting.promise(asked, line, goal_id=made.goal_id),
                draft=thing.key,
                value=Promise(made.text, to).line(),
                placeholder=HOLDS[Part.NEXT],
            )

    def _goal(self, thing: Thing, goal_id: str, field: str, words: str) -> None:
        asked = self.asked(thing)
        self._line(
            field_named(field).asks,
            lambda text: self._services.reflecting.change_goal(asked, goal_id, field, text),
            draft=thing.key,
            value=words,
        )

    def fewer(self, thing: Thing, goal_ids: Sequence[str]) -> None:
        """Which of them rests?"""
        found = map(self._services.goals.get, goal_ids)
        rows = PlanRows(self._host.glyphs).goals([(goal, "") for goal in found if goal])
        asked = self.asked(thing)

        def pick(item: str) -> str:
            return self._services.reflecting.rest(asked, item.removeprefix(GOAL))

        title = "Which one rests meanwhile?"
        self._app.push_screen(PickDialog(title, rows, pick, saying="let it rest"))

    def keep_goal(self, thing: Thing, goal: Goal) -> None:
        """Whether a goal that was left alone goes on, rests or is let go."""
        reflecting, asked = self._services.reflecting, self.asked(thing)

        def let_go() -> None:
            self._line(
                f"Let go of {quoted(goal.title)}: why?",
                lambda reason: reflecting.let_go(asked, goal.id, reason),
                draft=f"let-go-{goal.id}",
                placeholder="what you take from it, in a line",
            )

        self._app.push_screen(
            KeepGoalDialog(
                f"{goal.title}: does it go on?",
                keep=lambda: reflecting.choose(asked, Choice.TAKEN) or "It goes on.",
                rest=lambda: reflecting.rest(asked, goal.id),
                let_go=let_go,
            )
        )

    def export(self) -> None:
        """Into which folder the week is written; the last one is offered again."""
        drafts, exports = self._services.drafts, self._services.exports

        def save(folder: str) -> str:
            said = exports.export([self._week], folder)
            drafts.put(EXPORTED_TO, folder)
            return said

        self._line(
            "Into which folder? The settings can name one for good.",
            save,
            draft="export",
            value=drafts.get(EXPORTED_TO),
            placeholder="~/notes/weeks",
        )

    def _line(
        self,
        title: str,
        act: Callable[[str], str],
        *,
        draft: str,
        value: str = "",
        placeholder: str = "",
        offers: tuple[str, ...] = (),
    ) -> None:
        self._app.push_screen(
            LineDialog(
                title,
                lambda text: self._host.say(act(text)),
                drafts=self._services.drafts,
                draft=draft_of(self._week, draft),
                value=value,
                placeholder=placeholder,
                offers=offers,
            )
        )


def draft_of(week: Week, key: str) -> str:
    """The name of the draft of what is typed to one thing."""
    return f"review-{week.first_on}-{key}"
