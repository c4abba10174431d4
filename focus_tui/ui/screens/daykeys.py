"""What the keys do that open and close a day.

Dialogs are imported when they are opened: the first screen does not wait for them.
"""

from focus_tui.ui.screens.itemkeys import ItemScreen


class DayKeys(ItemScreen):
    """One method a key."""

    def do_today_energy(self) -> None:
        """How the energy is."""
        from focus_tui.ui.dialogs.levels import energy

        self.app.push_screen(energy(self.host))

    def do_today_ritual(self) -> None:
        """The ritual that fits the hour."""
        from focus_tui.ui.dialogs.ritual import RitualDialog

        self.app.push_screen(RitualDialog(self.host.services.rituals.fitting()))
