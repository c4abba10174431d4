"""Picks the goal or the promise that a session is for."""

from focus_tui.domain.goal import Column
from focus_tui.domain.subject import Subject
from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.host import Host
from focus_tui.ui.items import GOAL, PROMISE
from focus_tui.ui.screens.plans import PlanRows
from focus_tui.ui.widgets.itemlist import Row

NONE = "none"


def for_what(host: Host) -> PickDialog:
    """The likely ones first: what the week still asks for, then the goals in their order."""
    services, plans = host.services, PlanRows(host.glyphs)
    standings = services.commitments.of(services.commitments.week())
    open_first = sorted(standings, key=lambda each: each.kept)
    promised = plans.promises("This week", open_first)
    active = services.goals.column(Column.ACTIVE)
    goals = plans.goals([(goal, services.standings.alone(goal)) for goal in active])
    rows = [*promised, *goals, Row("no goal", id=NONE, style="$quiet")]

    def pick(item: str) -> str:
        kind, _, id = item.partition(":")
        upcoming = services.upcoming
        if f"{kind}:" == PROMISE:
            return upcoming.work_on(upcoming.of_commitment(id))
        return upcoming.work_on(upcoming.of_goal(id) if f"{kind}:" == GOAL else Subject())

    return PickDialog("What is the session for?", rows, pick)
