"""Typing ideas in their places: keys while an idea is typed, and what begins it; pastes."""

from collections.abc import Sequence

from textual import events, getters

from focus_tui.domain.durations import plural
from focus_tui.domain.errors import FocusError
from focus_tui.domain.sprout import Sprout, count
from focus_tui.ui.screens.ideaedit import IdeaEditor, IdeaField
from focus_tui.ui.screens.ideakeys import IdeaKeys
from focus_tui.ui.screens.idealines import Kind, Line, key_of
from focus_tui.ui.screens.idealook import IdeaLook
from focus_tui.ui.screens.ideaoutline import Draft
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList


class TypingKeys(IdeaKeys):
    """The editor lies over the line of the cursor."""

    items = getters.query_one("#ideas", ItemList)
    field = getters.query_one("#typed", IdeaField)

    look: IdeaLook

    def __init__(self) -> None:
        super().__init__()
        self.editor = IdeaEditor(
            self,
            field=lambda: self.field,
            cursor=lambda: self.items.cursor,
            root=lambda: self.root,
            edited=self.edited,
        )

    @property
    def line(self) -> Line | None:
        """What the cursor is on."""
        return self.look.line(self.items.cursor)

    @property
    def root(self) -> str | None:
        """What alone is seen."""
        return self.look.root

    @property
    def in_order(self) -> bool:
        """The list is not in the order of worth."""
        return not self.look.by_worth

    def go(self, idea_id: str) -> None:
        """Put the cursor on an idea in the outline, or else where it is."""
        for kind in (Kind.TREE, Kind.INBOX, Kind.WORTH):
            if self.look.line(key := key_of(kind, idea_id)):
                self.items.go(key)
                return

    # What begins it.

    def do_list_open(self) -> None:
        """Type in its place."""
        if idea := self.idea():
            self.editor.begin(idea)

    def do_list_edit(self) -> None:
        """The same."""
        self.do_list_open()

    def do_outline_new(self) -> None:
        """Below the one under the cursor, beside it or as its first."""
        self.editor.begin_new(self._beside())

    def _beside(self) -> Draft:
        line, tree = self.line, self.outline
        if line is None or line.kind is not Kind.TREE:
            return Draft(self.root, len(tree.children(self.root)), 0)
        if tree.children(line.id) and line.id not in self.look.rows.folded:
            return Draft(line.id, 0, line.depth + 1)
        return Draft(tree.parent(line.id), tree.siblings(line.id).index(line.id) + 1, line.depth)

    # While it is typed.

    def edited(self) -> None:
        """The editor is open, or at another place: the field is over its line."""
        self.field.add_class("-shown")
        self.items.can_focus = False
        self.host.show_again()
        self.to_typed()
        self.set_focus(self.field, scroll_visible=False)  # at once: letters may already follow
        self.show_keys()

    def to_typed(self) -> None:
        """The cursor is on what is typed, wherever that is now, and the field over it."""
        if self.editor.draft is not None:
            self.items.go(key_of(Kind.NEW, ""))
        elif self.editor.open and not ((line := self.line) and line.id == self.editor.id):
            self.go(self.editor.id)
        self.place_field()

    def place_field(self) -> None:
        """Over the words of the line under the cursor."""
        if self.editor.open and (line := self.line):
            left = self.look.rows.left_of(line)
            self.field.styles.offset = (left, self.items.cursor_y)
            self.field.styles.width = max(1, self.items.size.width - left)

    def close(self) -> str | None:
        """Keep what was typed, and go back to the list; None where it was refused."""
        new = self.editor.draft is not None
        id = self.editor.commit()
        if id is not None:
            self.field.remove_class("-shown")
            self.host.show_again()
            self.items.can_focus = True
            self.set_focus(self.items)
            if new and id:
                self.go(id)
            elif new:
                self.items.go(self.editor.came_from)
            self.show_keys()
            if id and self.look.rows.found is not None and id not in self.look.rows.found:
                self.host.say("Kept. It is not among what you seek.")
        return id

    def leave_field(self) -> bool:
        """Keep what was typed, where something is; False where that was refused."""
        return not self.editor.open or self.close() is not None

    def do_edit_done(self) -> None:
        """Back to the list."""
        self.close()

    def do_edit_next(self) -> None:
        """The next one; where nothing was typed, back to the list."""
        typed, new = bool(self.field.value.strip()), self.editor.draft is not None
        id = self.close()
        line = self.line
        here = line is not None and line.id == id and (new or line.kind is Kind.TREE)
        if typed and id and here:
            self.do_outline_new()

    def can_edit_indent(self) -> bool:
        """There is one before it."""
        return self.in_order and self.editor.can_indent()

    def can_edit_outdent(self) -> bool:
        """What it stands below is in sight."""
        return self.in_order and self.editor.can_outdent()

    def do_edit_indent(self) -> None:
        """Below the one before."""
        self.editor.indent()
        self.edited()

    def do_edit_outdent(self) -> None:
        """A level up."""
        self.editor.outdent()
        self.edited()

    def do_edit_up(self) -> None:
        """On to the one above."""
        self._edit_beside(-1)

    def do_edit_down(self) -> None:
        """On to the one below."""
        self._edit_beside(1)

    def _edit_beside(self, by: int) -> None:
        beside = self.items.beside(by)
        if self.close() is not None:
            self.items.go(beside)
            self.do_list_open()

    def keep(self) -> None:
        """What is being typed outlives the process."""
        self.editor.keep()

    def on_screen_suspend(self) -> None:
        """Another screen comes to the front, or a dialog: what was typed so far is safe."""
        self.keep()

    def on_line_field_refused(self, message: LineField.Refused) -> None:
        """A paste that was too long."""
        self.host.say(message.sentence, wrong=True)

    # Pastes.

    def on_idea_field_pasted(self, message: IdeaField.Pasted) -> None:
        """Several lines, while one is typed: they come after it."""
        if self.close() is not None:
            self.take_in(message.text)

    def on_paste(self, event: events.Paste) -> None:
        """An outline from elsewhere."""
        if not self.typing:
            event.stop()
            self.take_in(event.text)

    def take_in(self, text: str) -> None:
        """The ideas of a text, after the one under the cursor."""
        from focus_tui.formats import outline

        try:
            sprouts, beside = outline.read(text), self._beside()
        except FocusError as error:
            self.host.say(str(error), wrong=True)
            return
        if sprouts:
            # What takes a moment says so before.
            self.host.say(f"Taking in {plural(count(sprouts), 'idea')} …")
            self.call_after_refresh(self._sow, sprouts, beside)

    def _sow(self, sprouts: Sequence[Sprout], draft: Draft) -> None:
        try:
            self.host.say(self.backlog.sow(sprouts, draft.parent, draft.index))
        except FocusError as error:
            self.host.say(str(error), wrong=True)
