"""Picks the goal that ideas help."""

from collections.abc import Sequence

from focus_tui.domain.goal import Column
from focus_tui.domain.idea import Idea
from focus_tui.services.backlog import called
from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.host import Host
from focus_tui.ui.widgets.itemlist import Row

NONE = "none"


def for_goal(host: Host, ideas: Sequence[Idea]) -> PickDialog:
    """The active goals first, then those for someday, then none."""
    services = host.services
    ids = [each.id for each in ideas]
    has = {each.goal_id for each in ideas}
    rows = [
        Row(
            each.title,
            id=each.id,
            letter=each.letter,
            hue=each.hue,
            right="as now" if has == {each.id} else words,
        )
        for column, words in ((Column.ACTIVE, ""), (Column.SOMEDAY, "someday"))
        for each in services.goals.column(column)
    ]

    def pick(item: str) -> str:
        return services.weighing.for_goal(ids, None if item == NONE else item)

    asks = f"Which goal {'does' if len(ids) == 1 else 'do'} {called(ideas)} help?"
    return PickDialog(asks, [*rows, Row("no goal", id=NONE, style="$quiet")], pick)
