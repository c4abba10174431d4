"""What the keys of the ladder for asking well do on Today.

Dialogs are imported when they are opened.
"""

from focus_tui.ui.screens.itemkeys import ItemScreen


class LadderKeys(ItemScreen):
    """A step up, and the way off it."""

    def do_today_ladder(self) -> None:
        """On the next rung; on the last one the question opens."""
        from focus_tui.domain.ladder import Rung

        step = self.host.services.ladder.climb()
        self.host.say(step.said)
        if step.rung is Rung.ASK:
            from focus_tui.ui.dialogs.question import QuestionDialog

            text = self.host.services.ladder.question(step.session_id)
            self.app.push_screen(QuestionDialog(step.session_id, text))

    def can_today_found(self) -> bool:
        """Something is being looked for."""
        return self.host.services.ladder.standing(self.host.present) is not None

    def do_today_found(self) -> None:
        """Off the ladder, and a line on what it was."""
        from focus_tui.ui.dialogs import lines

        self.app.push_screen(lines.found(self.host))
