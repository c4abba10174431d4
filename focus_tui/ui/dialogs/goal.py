"""A goal's page: all that it says, each line changed by one key."""

from collections.abc import Iterator
from contextlib import suppress
from textwrap import wrap

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.errors import DataUnusable, FocusError
from focus_tui.domain.goal import Goal
from focus_tui.domain.goalfields import FIELDS, GoalField, field_named
from focus_tui.domain.text import quoted, visible
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import FieldsDialog
from focus_tui.ui.host import Host
from focus_tui.ui.widgets.itemlist import ItemList, Row

LABEL_CELLS = 18


class GoalDialog(FieldsDialog):
    """What a goal says; enter changes the line under the cursor."""

    def __init__(self, goal: Goal) -> None:
        super().__init__(goal.title)
        self._goal = goal

    def body(self) -> Iterator[Widget]:
        """What it was, where it was an idea; a line a field; below, the chosen one whole."""
        if origin := self.host.services.standings.origin(self._goal):
            yield Static(f"From the idea {quoted(origin)}", id="origin", markup=False)
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def fill(self) -> None:
        """Show the goal as it is now."""
        self._goal = self._now()
        room = self.app.size.height - 8 - len(self.query("#origin"))
        self.items.styles.height = min(len(FIELDS), max(3, room))
        self.items.set_rows([self._row(each) for each in FIELDS])
        self._explain()

    def _now(self) -> Goal:
        with suppress(DataUnusable):  # a change of it says so
            return self.host.services.goals.get(self._goal.id) or self._goal
        return self._goal

    def _row(self, field: GoalField) -> Row:
        said = field.said(self._goal)
        return Row(
            said or "none",
            left=f"{field.label:<{LABEL_CELLS}}",
            id=field.name,
            style="" if said else "$quiet",
        )

    def _explain(self) -> None:
        """The chosen line whole, where it is too long for its row."""
        field = field_named(self.items.cursor or FIELDS[0].name)
        said, room = visible(field.said(self._goal)), self.app.size.width - LABEL_CELLS - 8
        lines = wrap(said, max(10, self.app.size.width - 8))[:3] if len(said) > room else []
        self.query_one("#difference", Static).update("\n".join(lines))

    def on_item_list_moved(self) -> None:
        """Another line is chosen."""
        self.say("")
        self._explain()

    def chosen(self, item_id: str) -> None:
        """Change a line, as it is now elsewhere too; of a few choices the next one comes."""
        field, goal = field_named(item_id), self._now()
        if not field.choices:
            self.app.push_screen(field_line(self.host, goal, field))
            return
        at = field.choices.index(field.said(goal))
        following = field.choices[(at + 1) % len(field.choices)]
        try:
            self.host.services.goals.change(goal.id, field.name, following)
        except FocusError as error:
            self.say(str(error))
            return
        self.fill()


def field_line(host: Host, goal: Goal, field: GoalField) -> LineDialog:
    """Asks for one field of a goal."""
    goals = host.services.goals
    return LineDialog(
        field.asks,
        lambda text: goals.change(goal.id, field.name, text),
        drafts=host.services.drafts,
        draft=f"goal-{goal.id}-{field.name}",
        value=field.said(goal),
    )
