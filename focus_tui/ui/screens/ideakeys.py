"""What the keys of the backlog do: to the idea under the cursor, or to all that are marked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import link
from focus_tui.domain.outline import Outline
from focus_tui.services.backlog import Backlog, called
from focus_tui.services.choosing import Choosing
from focus_tui.ui.screens.itemkeys import ItemScreen

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.ideaflows import IdeaFlows


class IdeaKeys(ItemScreen):
    """Subclasses say where the cursor is, and show what has changed."""

    marked: frozenset[str] = frozenset()

    @property
    def idea_id(self) -> str:
        """The id of the idea under the cursor; empty where there is none."""
        raise NotImplementedError

    def marks(self, ids: frozenset[str]) -> None:
        """Mark these and no others."""
        raise NotImplementedError

    @property
    def root(self) -> str | None:
        """What alone is seen, with what is below it; None for everything."""
        raise NotImplementedError

    @property
    def in_order(self) -> bool:
        """Whether ideas are seen in the person's own order, so that they can be moved in it."""
        raise NotImplementedError

    @property
    def backlog(self) -> Backlog:
        """The outline."""
        return self.host.services.backlog

    @property
    def choosing(self) -> Choosing:
        """The front and the states."""
        return self.host.services.choosing

    @property
    def outline(self) -> Outline:
        """The outline as it is."""
        return self.backlog.outline()

    @property
    def ids(self) -> tuple[str, ...]:
        """What a key is for: all that are marked, else what the cursor is on."""
        if self.marked:
            return tuple(sorted(self.marked))
        return (self.idea_id,) if self.idea_id else ()

    def idea(self) -> Idea | None:
        """The idea under the cursor."""
        return self.backlog.get(self.idea_id) if self.idea_id else None

    def _has_ids(self) -> bool:
        return bool(self.ids)

    def _has_idea(self) -> bool:
        return bool(self.idea_id)

    def _filed(self) -> bool:
        return any(id in self.outline.ideas for id in self.ids)

    can_list_open = can_list_edit = can_outline_note = can_outline_mark = _has_idea
    can_outline_weigh = can_outline_aim = can_outline_about = _has_idea
    can_list_delete = can_list_done = can_outline_drop = can_outline_rest = _has_ids
    can_outline_file = can_outline_front = can_outline_aim_of = _has_ids
    can_outline_duplicate = _filed

    def can_outline_indent(self) -> bool:
        """There is one before it."""
        tree = self.outline
        filed = [id for id in self.ids if id in tree.ideas]
        return self.in_order and any(tree.siblings(id)[0] != id for id in filed)

    def can_outline_outdent(self) -> bool:
        """What it stands below is in sight."""
        return self.in_order and bool(self._below_sight())

    def _below_sight(self) -> list[str]:
        """Those that would still be seen a level up."""
        parents = self.outline.parents
        return [id for id in self.ids if parents.get(id) not in (None, self.root)]

    def _carries(self) -> bool:
        return self.in_order and self._filed()

    can_outline_carry_up = can_outline_carry_down = _carries

    def can_outline_link(self) -> bool:
        """The idea has one."""
        idea = self.idea()
        return idea is not None and bool(link(f"{idea.title}\n{idea.note}"))

    # Shape.

    def do_outline_indent(self) -> None:
        """Below the one before, which is unfolded."""
        self._shape(self.backlog.indent, self.ids)

    def do_outline_outdent(self) -> None:
        """Behind the one it stands below."""
        self._shape(self.backlog.outdent, self._below_sight())

    def _shape(self, act: Callable[[Sequence[str]], str], ids: Sequence[str]) -> None:
        act(ids)
        above = {each for id in ids for each in self.outline.path(id)}
        self.unfold(above)

    def unfold(self, ids: set[str]) -> None:
        """See what is below these."""
        folds = self.host.services.folds
        if ids & folds.ids():
            folds.keep(folds.ids() - ids)
            self.host.show_again()

    def do_outline_carry_up(self) -> None:
        """Up, at the front or among its siblings."""
        self.carry(-1)

    def do_outline_carry_down(self) -> None:
        """Down."""
        self.carry(1)

    def carry(self, by: int) -> None:
        """Among its siblings."""
        self.backlog.carry(self.ids, by)

    def do_outline_duplicate(self) -> None:
        """The same once more."""
        self.host.say(f"Duplicated: {self._named(self.backlog.duplicate(self.ids))}.")

    def do_list_delete(self) -> None:
        """Into the trash, with all below."""
        self.host.say(self.backlog.delete(self.ids))

    # What becomes of it.

    def do_list_done(self) -> None:
        """Done, or not after all."""
        self.host.say(self.choosing.set_state(self.ids, IdeaState.DONE))

    def do_outline_drop(self) -> None:
        """Let go."""
        self.host.say(self.choosing.set_state(self.ids, IdeaState.DROPPED))

    def do_outline_rest(self) -> None:
        """At rest."""
        self.host.say(self.choosing.set_state(self.ids, IdeaState.RESTING))

    def do_outline_front(self) -> None:
        """To the front of the line, or out of it."""
        ids = self.ids
        if len(ids) > 1:  # in the order in which they are read
            filed = [id for id, _ in self.outline.walk() if id in self.marked]
            ids = (*filed, *(id for id in ids if id not in self.outline.ideas))
        self.host.say(self.choosing.to_front(*ids))

    # More of one.

    def do_outline_note(self) -> None:
        """Write more about it."""
        from focus_tui.ui.dialogs.note import NoteDialog

        if idea := self.idea():
            self.app.push_screen(NoteDialog(idea))

    def do_outline_link(self) -> None:
        """Open its link."""
        from focus_tui.ui.links import opened

        if idea := self.idea():
            self.host.say(opened(link(f"{idea.title}\n{idea.note}"), self.app))

    def do_outline_about(self) -> None:
        """All that is known of it."""
        from focus_tui.ui.dialogs.aboutidea import AboutIdea

        self.app.push_screen(AboutIdea(self.idea_id))

    def do_outline_weigh(self) -> None:
        """What it would bring and take."""
        self._flows.weigh(self.idea_id)

    # Where it goes.

    @property
    def _flows(self) -> "IdeaFlows":
        from focus_tui.ui.dialogs.ideaflows import IdeaFlows

        return IdeaFlows(self.app)

    def do_outline_file(self) -> None:
        """Below another one."""
        from focus_tui.ui.dialogs.place import PlaceDialog

        ids = self.ids

        def file(parent: str | None, new: str) -> str:
            said = self.backlog.file_under(ids, parent, new)
            self.marks(frozenset())
            return said

        self.app.push_screen(PlaceDialog(f"File {self._named(ids)} under", file, without=ids))

    def _named(self, ids: Sequence[str]) -> str:
        """The one that is meant, wherever the cursor is, or how many."""
        return called([idea for id in ids if (idea := self.backlog.get(id))])

    def do_outline_aim(self) -> None:
        """Make a goal of it."""
        from focus_tui.ui.dialogs.promote import make_goal

        make_goal(self.app, self.idea_id)

    def do_outline_aim_of(self) -> None:
        """Which goal it helps."""
        self._flows.for_goal(self.ids)

    def do_outline_surprise(self) -> None:
        """Three by chance."""
        self._flows.surprise()

    def can_outline_triage(self) -> bool:
        """Something was caught."""
        return bool(self.host.services.thoughts.inbox())

    def do_outline_triage(self) -> None:
        """Go through what was caught."""
        from focus_tui.ui.dialogs.triage import triage

        triage(self.app)

    def do_outline_mark(self) -> None:
        """Mark it, or not any more, and go on to the next."""
        self.marks(self.marked ^ {self.idea_id})
        self.move(1)
