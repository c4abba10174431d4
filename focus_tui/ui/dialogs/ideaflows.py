"""What is asked about ideas: their weight, their goal, and which of them comes next."""

from collections.abc import Sequence

from textual.app import App

from focus_tui.domain.errors import NotFound
from focus_tui.domain.idea import Idea
from focus_tui.services.backlog import GONE
from focus_tui.ui.host import host


class IdeaFlows:
    """Opens the dialogs; NotFound where an idea is gone, as another program may have made it."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._host = host(app)

    def weigh(self, idea_id: str) -> None:
        """Ask what it would bring and take."""
        from focus_tui.ui.dialogs.weigh import weigh

        self._app.push_screen(weigh(self._host, self._found(idea_id)))

    def for_goal(self, ids: Sequence[str]) -> None:
        """Ask which goal they help."""
        from focus_tui.ui.dialogs.forgoal import for_goal

        self._app.push_screen(for_goal(self._host, [self._found(id) for id in ids]))

    def surprise(self) -> None:
        """Three by chance."""
        from random import Random

        from focus_tui.ui.dialogs.surprise import SurpriseDialog

        self._app.push_screen(SurpriseDialog(Random()))

    def aged(self) -> None:
        """Those that were left alone for long."""
        from focus_tui.ui.dialogs.aged import AgedDialog

        self._app.push_screen(AgedDialog())

    def _found(self, idea_id: str) -> Idea:
        idea = self._host.services.backlog.get(idea_id)
        if idea is None or idea.deleted_at is not None:
            raise NotFound(GONE)
        return idea
