"""Lists of what was put away, each given back by one key: the trash, archived goals, days off."""

from collections.abc import Callable, Sequence

from focus_tui.domain.durations import day
from focus_tui.domain.errors import FocusError, NotFound
from focus_tui.domain.session import Session
from focus_tui.services.daysoff import HOW, named
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.host import Host
from focus_tui.ui.items import GOAL, PROMISE, THOUGHT
from focus_tui.ui.screens.todayrows import SESSION
from focus_tui.ui.widgets.itemlist import Row

NEW = "new"
LEARNED = "learned:"


class GiveBackDialog(FilledDialog):
    """It stays open, so that several can be given back."""

    verb = "give back"

    def __init__(
        self,
        title: str,
        rows: Callable[[], Sequence[Row]],
        give: Callable[[str], str],
        *,
        empty: str,
    ) -> None:
        super().__init__(title)
        self._rows = rows
        self._give = give
        self._empty = empty

    def fill(self) -> None:
        """Show what there is now, or why nobody can say."""
        rows: Sequence[Row] = [Row()]
        try:
            rows = self._rows() or [Row(self._empty, style="$quiet")]
        except FocusError as error:
            self.say(str(error))
        self.show_rows(rows)

    def chosen(self, item_id: str) -> None:
        """Give it back."""
        try:
            self.say(self._give(item_id))
        except FocusError as error:
            self.say(str(error))
        self.fill()


class DaysOffDialog(GiveBackDialog):
    """Days off: declared by the first row, taken back by the others."""

    def on_item_list_moved(self) -> None:
        """The first row asks, the others are taken back."""
        self.verb = "choose" if self.items.cursor == NEW else "take back"
        self.show_keys()

    def chosen(self, item_id: str) -> None:
        """Ask for days, or take some back."""
        if item_id != NEW:
            super().chosen(item_id)
            return
        services = self.host.services
        self.app.push_screen(
            LineDialog(
                "Which days are off?",
                lambda line: self.say(services.off.declare(line)),
                drafts=services.drafts,
                draft="days-off",
                placeholder=HOW,
            )
        )


def trash(host: Host) -> GiveBackDialog:
    """What was deleted, the latest first."""
    services = host.services
    restore: dict[str, Callable[[str], str]] = {
        THOUGHT: services.thoughts.restore,
        GOAL: services.goals.restore,
        PROMISE: services.commitments.restore,
        LEARNED: services.learned.restore,
        SESSION: lambda id: services.editing.give_back(_session(host, id)),
    }

    def rows() -> list[Row]:
        found: list[tuple[int, Row]] = []
        for idea, below in services.thoughts.trash():
            along = f"with {below} below" if below else ""
            row = Row(idea.title, id=THOUGHT + idea.id, right=along)
            found.append((idea.deleted_at or 0, row))
        for goal in services.goals.trash():
            row = Row(goal.title, id=GOAL + goal.id, letter=goal.letter, hue=goal.hue)
            found.append((goal.deleted_at or 0, row))
        for each in services.commitments.trash():
            row = Row(each.text, id=PROMISE + each.id, right="promise")
            found.append((each.deleted_at or 0, row))
        for card in services.learned.trash():
            row = Row(card.front, id=LEARNED + card.id, right="card")
            found.append((card.deleted_at or 0, row))
        for session in services.log.trash():
            when = day(session.started.on)
            row = Row(session.intent or "no intent", id=SESSION + session.id, right=when)
            found.append((session.deleted_at or 0, row))
        found.sort(key=lambda each: each[0], reverse=True)
        return [row for _, row in found]

    def give(item: str) -> str:
        kind, _, id = item.partition(":")
        return restore[f"{kind}:"](id)

    return GiveBackDialog("Trash", rows, give, empty="Nothing was deleted.")


def _session(host: Host, id: str) -> Session:
    """A session that is in the trash. Raises NotFound."""
    found = next((each for each in host.services.log.trash() if each.id == id), None)
    if found is None:
        raise NotFound("That session is not there any more.")
    return found


def archive(host: Host) -> GiveBackDialog:
    """The goals that were taken off the board."""
    goals = host.services.goals

    def rows() -> list[Row]:
        found = (each for each in goals.all() if each.archived_at is not None)
        return [Row(each.title, id=each.id, letter=each.letter, hue=each.hue) for each in found]

    return GiveBackDialog("Archived goals", rows, goals.restore, empty="No goal is archived.")


def days_off(host: Host) -> DaysOffDialog:
    """What is declared, the latest first."""
    off = host.services.off

    def rows() -> list[Row]:
        declared = [Row(named(each), right=each.why, id=each.id) for each in off.all()]
        return [Row("Declare days off", id=NEW), *declared]

    return DaysOffDialog("Days off leave every score alone", rows, off.delete, empty="")
