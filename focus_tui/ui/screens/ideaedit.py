"""An idea that is being typed in its place: over its line lies a field."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual import events
from textual.message import Message
from textual.timer import Timer

from focus_tui.domain.errors import FocusError
from focus_tui.domain.idea import Idea
from focus_tui.services.drafts import KEEP_AFTER_S
from focus_tui.ui.screens.ideakeys import IdeaKeys
from focus_tui.ui.screens.ideaoutline import Draft
from focus_tui.ui.widgets.field import LineField

NEW = "idea-new"


class IdeaField(LineField):
    """A field that hands on a paste of several lines: it is an outline."""

    @dataclass
    class Pasted(Message):
        """Several lines at once."""

        text: str

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.strip().splitlines()) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(event.text))
        else:
            super()._on_paste(event)


class IdeaEditor:
    """What is typed, where it will stand, and when it is kept: when the line is left, ever."""

    def __init__(
        self,
        screen: IdeaKeys,
        *,
        field: Callable[[], IdeaField],
        cursor: Callable[[], str],
        root: Callable[[], str | None],
        edited: Callable[[], None],
    ) -> None:
        """`edited` is told when it is open, or at another place; `root` is what alone is seen."""
        self._screen = screen
        self._field = field
        self._cursor = cursor
        self._root = root
        self._edited = edited
        self.draft: Draft | None = None
        """Where a new idea will stand."""
        self.id = ""
        """The idea whose words are being changed."""
        self.came_from = ""
        """Where the cursor was before."""
        self._first = ""
        """The words that the field began with, where they were not left in the drafts."""
        self._keeping: Timer | None = None

    @property
    def open(self) -> bool:
        """Whether something is being typed."""
        return bool(self.id) or self.draft is not None

    @property
    def _name(self) -> str:
        """The name under which what is typed is kept in the drafts."""
        return f"idea-{self.id}" if self.id else NEW

    def begin(self, idea: Idea) -> None:
        """Change an idea's words."""
        self.id, self.draft = idea.id, None
        self._open(idea.title)

    def begin_new(self, draft: Draft) -> None:
        """A new one, to stand there."""
        self.id, self.draft = "", draft
        self._open("")

    def _open(self, words: str) -> None:
        field = self._field()
        self.came_from, self._first = self._cursor(), words
        field.value = self._screen.host.services.drafts.get(self._name) or words
        field.cursor_position = len(field.value)
        self._edited()

    def keep(self) -> None:
        """Put what was typed where it outlives the process."""
        if self.open:
            words = self._field().value
            kept = "" if words == self._first else words
            self._screen.host.services.drafts.put(self._name, kept)

    def typed(self) -> None:
        """What is typed outlives a lost terminal."""
        if self.open and self._keeping is None:
            self._keeping = self._screen.set_timer(KEEP_AFTER_S, self._keep_typed)

    def _keep_typed(self) -> None:
        self._keeping = None
        if self._screen.is_attached:
            self.keep()

    def follow(self) -> None:
        """Others may have changed the outline meanwhile: no word goes with the place it was for."""
        tree, drafts = self._screen.outline, self._screen.host.services.drafts
        root = self._root() if self._root() in tree.ideas else None
        if self.id:
            idea = self._screen.backlog.get(self.id)
            if idea is not None and idea.deleted_at is None:
                return
            drafts.put(self._name, "")
            self.id, self.draft, self._first = "", Draft(root, len(tree.children(root)), 0), ""
            self.keep()
            self._screen.host.say("That idea was deleted meanwhile: this is a new one.")
        elif self.draft:
            parent = self.draft.parent
            gone = parent is not None and parent not in tree.ideas
            parent = root if gone else parent
            above = 0 if parent == root else len(tree.path(parent or "")) + 1
            outside = len(tree.path(root)) + 1 if root and above else 0
            last = len(tree.children(parent))
            self.draft = Draft(
                parent, last if gone else min(self.draft.index, last), above - outside
            )

    def commit(self) -> str | None:
        """Write what was typed into the data, and close: the idea's id, empty for none.

        None where it was refused: then it is still open, with the sentence shown.
        """
        words, id, draft = self._field().value.strip(), self.id, self.draft
        backlog = self._screen.host.services.backlog
        try:
            if id:
                idea = backlog.get(id)
                if words and idea is not None and words != idea.title:
                    self._screen.host.say(backlog.edit(id, words))
            elif words and draft is not None:
                id = backlog.add(words, draft.parent, draft.index).id
        except FocusError as error:
            self.keep()
            self._screen.host.say(str(error), wrong=True)
            return None
        self._screen.host.services.drafts.put(self._name, "")
        self.id, self.draft = "", None
        return id

    def can_indent(self) -> bool:
        """There is one before it that it can go below."""
        tree = self._screen.outline
        if self.id:
            return self.id in tree.ideas and tree.siblings(self.id)[0] != self.id
        return self.draft is not None and self.draft.index > 0

    def can_outdent(self) -> bool:
        """It stands below one that is in sight."""
        parents, root = self._screen.outline.parents, self._root()
        parent = parents.get(self.id) if self.id else self.draft and self.draft.parent
        return parent not in (None, root)

    def indent(self) -> None:
        """Below the one before; what is typed stays."""
        if self.id:
            self._screen.host.services.backlog.indent([self.id])
            self._screen.unfold({*self._screen.outline.path(self.id)})
        elif self.draft is not None:
            elder = self._screen.outline.children(self.draft.parent)[self.draft.index - 1]
            below = len(self._screen.outline.children(elder))
            self.draft = Draft(elder, below, self.draft.depth + 1)
            self._screen.unfold({elder})

    def outdent(self) -> None:
        """Behind the one it stands below."""
        tree = self._screen.outline
        if self.id:
            self._screen.host.services.backlog.outdent([self.id])
        elif self.draft is not None and (parent := self.draft.parent):
            index = tree.siblings(parent).index(parent) + 1
            self.draft = replace(
                self.draft, parent=tree.parent(parent), index=index, depth=self.draft.depth - 1
            )
