"""What the keys of the clock do on Today, and those that say what it runs for.

Dialogs are imported when they are opened: the first screen does not wait for them.
"""

from focus_tui.domain.mark import MarkKind
from focus_tui.ui.screens.itemkeys import ItemScreen
from focus_tui.ui.whyvoid import ask_why_void


class ClockKeys(ItemScreen):
    """One method a key; each says what it did."""

    def do_clock_finish(self) -> None:
        """Finish."""
        self.host.say(self.host.services.focus.finish())

    def do_clock_next(self) -> None:
        """On to the next phase."""
        self.host.say(self.host.services.focus.next())

    def do_clock_extend(self) -> None:
        """Five minutes more."""
        self.host.say(self.host.services.focus.extend())

    def do_clock_void(self) -> None:
        """Void; why is asked afterwards."""
        running = self.host.present.interval
        self.host.say(self.host.services.focus.void())
        ask_why_void(self.app, running)

    def do_today_intent(self) -> None:
        """Say what is being worked on, or what comes next."""
        from focus_tui.ui.dialogs import lines

        self.app.push_screen(lines.intent(self.host))

    def do_today_internal(self) -> None:
        """Interrupted by one's own mind."""
        self._interrupted(MarkKind.INTERNAL)

    def do_today_external(self) -> None:
        """Interrupted by somebody."""
        self._interrupted(MarkKind.EXTERNAL)

    def _interrupted(self, kind: MarkKind) -> None:
        from focus_tui.ui.dialogs import lines

        self.app.push_screen(lines.interruption(self.host, kind))

    def do_today_account(self) -> None:
        """The account of the day."""
        from focus_tui.ui.dialogs.account import AccountDialog

        self.app.push_screen(AccountDialog(self.host.present))

    def do_today_goal(self) -> None:
        """Pick what the session is for."""
        from focus_tui.ui.dialogs.forwhat import for_what

        self.app.push_screen(for_what(self.host))
