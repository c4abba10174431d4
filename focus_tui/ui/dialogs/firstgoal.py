"""What is asked at the very first start: one goal and its why, then how much a day is to hold."""

from textual.app import App

from focus_tui.domain.dayend import limit_said, limit_words
from focus_tui.domain.goal import Goal
from focus_tui.domain.goalfields import field_named
from focus_tui.domain.text import quoted
from focus_tui.ui.dialogs.goal import field_line
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.host import host


class FirstGoal:
    """Opens the dialogs, one after the other; whoever leaves one is asked no more."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._host = host(app)
        self._services = self._host.services
        self._goal: Goal | None = None

    def ask(self) -> None:
        """What the goal is."""

        def begin(title: str) -> None:
            self._goal = self._services.welcome.begin(title)

        self._app.push_screen(
            LineDialog(
                "What do you aim at? It can be changed at any time.",
                begin,
                drafts=self._services.drafts,
                draft="new-goal",
                placeholder="one big thing",
            ),
            lambda _: self._why(),
        )

    def _why(self) -> None:
        if self._goal is None:
            self._services.welcome.leave()
            return
        self._app.push_screen(
            field_line(self._host, self._goal, field_named("why")), lambda _: self._limit()
        )

    def _limit(self) -> None:
        goal = self._services.goals.get(self._goal.id) if self._goal else None
        if goal is None or not goal.why:
            self._say()
            return
        preferences = self._services.preferences
        now = limit_words(preferences.limit_ms())

        def limit(text: str) -> None:
            if (minutes := limit_said(text)) != limit_said(now):
                preferences.change("day", "limit_minutes", minutes)

        self._app.push_screen(
            LineDialog(
                "After how much focus is a day enough? 4 to 6 h are advised; 0 is no limit.",
                limit,
                drafts=self._services.drafts,
                draft="first-limit",
                value=now,
            ),
            lambda _: self._say(),
        )

    def _say(self) -> None:
        if self._goal is not None:
            key = self._host.shown_key("clock.toggle")
            self._host.say(f"{quoted(self._goal.title)} it is. {key} begins its first session.")
