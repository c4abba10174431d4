"""What a week that is over asks."""

from collections.abc import Callable

from focus_tui.domain.cards import Card
from focus_tui.domain.errors import Refused
from focus_tui.domain.reflection import reflection_id
from focus_tui.domain.week import Week
from focus_tui.ui.dialogs.choice import ChoiceDialog


class ReviewDialog(ChoiceDialog):
    """Asks whether a week is looked at; two of the answers lead to its review."""

    def __init__(self, card: Card) -> None:
        super().__init__(card)
        assert isinstance(card.about, Week)
        self._week = card.about
        self._leads = False

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Now, shortly, or not at all."""
        return [
            ("r", "review it now", self._review),
            ("s", "a short review: what was won, and the next week", self._shortly),
            ("k", "skip it: not every week needs one", self._skip),
        ]

    def key_pressed(self, key: str) -> bool:
        """The letter answers; to the review only once this is closed."""
        answered = super().key_pressed(key)
        if self._leads:
            self._go()
        return answered

    def _review(self) -> str:
        self._leads = True
        return ""

    def _shortly(self) -> str:
        self._check()
        services = self.host.services
        reflection = services.desk.db.read().reflections.get(reflection_id(self._week))
        if reflection is None or not reflection.short:
            services.reflecting.shorten(self._week)
        return self._review()

    def _skip(self) -> str:
        self._check()
        return self.host.services.reflecting.skip(self._week)

    def _check(self) -> None:
        """Another program may have answered meanwhile."""
        services = self.host.services
        if services.review_due.due(services.desk.today()) != self._week:
            raise Refused("That week waits no more.")

    def _go(self) -> None:
        from focus_tui.ui.screens.reflect import ReflectScreen

        self.host.perform("screen.reflect")
        if isinstance(screen := self.app.screen, ReflectScreen):
            screen.call_later(screen.review_of, self._week)  # it may only just be opening
