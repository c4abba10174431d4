"""What the keys of tangents do on Today. Dialogs are imported when they are opened."""

from focus_tui.ui.screens.itemkeys import ItemScreen


class TangentKeys(ItemScreen):
    """Sliding into something, and the ways back."""

    def can_today_back(self) -> bool:
        """One is on a tangent."""
        return bool(self.host.present.tangents)

    can_today_park = can_today_back

    def do_today_tangent(self) -> None:
        """Ask for a word on it."""
        from focus_tui.ui.dialogs import lines

        self.app.push_screen(lines.tangent(self.host))

    def do_today_back(self) -> None:
        """Back by one."""
        self.host.say(self.host.services.tangents.back())

    def do_today_park(self) -> None:
        """Into the inbox, and back by one."""
        self.host.say(self.host.services.tangents.park())
