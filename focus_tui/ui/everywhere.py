"""What works everywhere: the commands that no screen does in its own way.

Dialogs are imported when they are opened: the first screen does not wait for them.
"""

from textual.app import App
from textual.command import CommandPalette

from focus_tui.commands.declared import COMMANDS
from focus_tui.composition import Services
from focus_tui.ui.dialogs.dialog import Dialog
from focus_tui.ui.host import host
from focus_tui.ui.refusals import is_refused
from focus_tui.ui.whyvoid import ask_why_void

CAPTURE = "capture"
"""The name of the draft of a thought that is being caught."""


class Everywhere:
    """One method a command; what is refused is raised, for the app to say."""

    def __init__(self, app: App[int], services: Services) -> None:
        self._app = app
        self._host = host(app)
        self._services = services

    def do_clock_toggle(self) -> None:
        """The clock's one key; where it voids, why is asked afterwards."""
        running = self._host.present.interval
        self._host.say(self._services.focus.toggle())
        ask_why_void(self._app, running)

    def do_capture(self) -> None:
        """Catch a thought."""
        from focus_tui.ui.dialogs.line import LineDialog

        def catch(title: str) -> None:
            (idea,) = self._services.thoughts.capture(title)
            if same := self._services.thoughts.known(idea):
                self._host.say(f"Caught. {same}")

        self._app.push_screen(
            LineDialog(
                "Catch a thought",
                catch,
                drafts=self._services.drafts,
                draft=CAPTURE,
                placeholder="write it down and let it go",
            )
        )

    def can_capture(self) -> bool:
        """One capture at a time."""
        dialogs = (screen for screen in self._app.screen_stack if isinstance(screen, Dialog))
        return not any(dialog.draft == CAPTURE for dialog in dialogs)

    def do_undo(self) -> None:
        """Take the last act back."""
        self._host.say(self._services.history.undo(self._host.shown_key("clock.toggle")))

    def do_redo(self) -> None:
        """Do it again."""
        self._host.say(self._services.history.redo(self._host.shown_key("clock.toggle")))

    def do_screen_today(self) -> None:
        """Back to Today."""
        self._go("today")

    def do_screen_goals(self) -> None:
        """To the goals."""
        self._go("goals")

    def do_screen_ideas(self) -> None:
        """To the ideas."""
        self._go("ideas")

    def do_screen_reflect(self) -> None:
        """To the review of the week."""
        self._go("reflect")

    def do_screen_log(self) -> None:
        """To the log."""
        self._go("log")

    def do_screen_insights(self) -> None:
        """To the insights."""
        self._go("insights")

    def _go(self, mode: str) -> None:
        while isinstance(dialog := self._app.screen, Dialog):
            dialog.do_dialog_back()
        if self._app.current_mode != mode:
            self._app.switch_mode(mode)

    def do_trash(self) -> None:
        """What was deleted."""
        from focus_tui.ui.dialogs.giveback import trash

        self._app.push_screen(trash(self._host))

    def do_archive(self) -> None:
        """Goals that were taken off the board."""
        from focus_tui.ui.dialogs.giveback import archive

        self._app.push_screen(archive(self._host))

    def do_aged(self) -> None:
        """Ideas that were left alone for long."""
        from focus_tui.ui.dialogs.ideaflows import IdeaFlows

        IdeaFlows(self._app).aged()

    def do_cards(self) -> None:
        """What was learned, as cards."""
        from focus_tui.ui.dialogs.learned import LearnedDialog

        self._app.push_screen(LearnedDialog())

    def do_daysoff(self) -> None:
        """Days on which nobody means to work."""
        from focus_tui.ui.dialogs.giveback import days_off

        self._app.push_screen(days_off(self._host))

    def do_settings(self) -> None:
        """The settings."""
        from focus_tui.ui.dialogs.settings import SettingsDialog

        self._services.preferences.look()
        self._app.push_screen(SettingsDialog())

    def do_restore(self) -> None:
        """The backups."""
        from focus_tui.ui.dialogs.restore import RestoreDialog

        self._app.push_screen(RestoreDialog(self._host.present.unreadable))

    def do_help(self) -> None:
        """What the screen is for, and every key."""
        from focus_tui.commands.screens import IDEAS
        from focus_tui.ui.dialogs.help import HelpDialog

        screen = self._app.screen
        ideas = (IDEAS[each] for each in getattr(screen, "WHERES", ()) if each in IDEAS)
        works = frozenset(
            each.id
            for each in COMMANDS
            if self._host.can(each, screen) and not is_refused(each, self._host)
        )
        self._app.push_screen(HelpDialog(works, next(ideas, ())))

    def do_palette(self) -> None:
        """Any command by its name."""
        if not any(isinstance(screen, CommandPalette) for screen in self._app.screen_stack):
            from focus_tui.ui.dialogs.palette import Palette

            self._app.push_screen(Palette(id="--command-palette"))

    def do_suspend(self) -> None:
        """Back to the shell for a while."""
        self._app.action_suspend_process()

    def do_quit(self) -> None:
        """Leave."""
        self._app.exit(0)
