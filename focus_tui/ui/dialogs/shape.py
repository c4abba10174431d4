"""Chooses the shape of the session that runs, or of the next one."""

from collections.abc import Iterator

from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.host import Host
from focus_tui.ui.widgets.itemlist import Row

DIGITS = "123456789"


class ShapeDialog(PickDialog):
    """All shapes, each with its digit; the cursor begins on the one in force."""

    def __init__(self, host: Host) -> None:
        services, running = host.services, host.present.interval
        if running and running.is_planned_session:
            title, now = "The shape of this session", services.shapes.of(running)
        else:
            title = "The shape of the next session"
            now = services.shapes.coming(services.upcoming.subject().goal_id)
        self._shapes = services.shapes.all()
        self._now = now.name
        super().__init__(title, list(self._lines()), services.shapes.choose, saying="choose")

    def _lines(self) -> Iterator[Row]:
        cells = max(len(each.name) for each in self._shapes)
        for at, shape in enumerate(self._shapes):
            digit = DIGITS[at] if at < len(DIGITS) else " "
            yield Row(shape.in_words, left=f"{digit} {shape.name:<{cells}}  ", id=shape.name)

    def on_mount(self) -> None:
        """Begin on the one in force."""
        self.call_later(self.items.go, self._now)  # once they are there

    def key_pressed(self, key: str) -> bool:
        """A digit chooses at once."""
        at = DIGITS.find(key) if len(key) == 1 else -1
        if 0 <= at < len(self._shapes):
            self.chosen(self._shapes[at].name)
            return True
        return super().key_pressed(key)
