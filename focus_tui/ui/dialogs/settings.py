"""The settings, made from their declarations: whatever is declared is shown here by its rule."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from textwrap import wrap

from textual import getters
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.durations import day
from focus_tui.domain.errors import FocusError
from focus_tui.services.preferences import Value, in_words, typed
from focus_tui.services.weeks import Meaning
from focus_tui.settings.declared import KEYS, Declared, declared
from focus_tui.ui.dialogs.keypress import KeyDialog
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import FilledDialog
from focus_tui.ui.dialogs.settingrows import WEEK, SettingRows
from focus_tui.ui.dialogs.theme import ThemeDialog
from focus_tui.ui.widgets.field import LineField
from focus_tui.ui.widgets.itemlist import ItemList

LOW = 18
WIDEST = 124
ROWS_AROUND = 6
"""Lines of the page that are not its list nor its words, and those of what is said besides."""
ROWS_SAID = 4
ROWS_FILTER = 2


class SettingsDialog(FilledDialog):
    """Every setting with its value; under the list what the chosen one means."""

    CHOOSES = frozenset({"enter", "e", "space"})

    filter = getters.query_one("#filter", LineField)
    difference = getters.query_one("#difference", Static)

    def __init__(self) -> None:
        super().__init__("Settings of this machine")

    def body(self) -> Iterator[Widget]:
        """What is looked for, the list, and a line on the chosen one."""
        yield LineField(placeholder="a word of what you look for", id="filter")
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def on_mount(self) -> None:
        """Get ready for what holds, and say what is wrong with the file."""
        self.filter.display = False
        self._rows = SettingRows(self.host)
        self._problems: tuple[str, ...] = ()
        self._say_problems()

    def prefer(self) -> None:
        """A setting has changed, here or in the file."""
        self._say_problems()
        self.fill()
        super().prefer()

    def _say_problems(self) -> None:
        """Each time it is another one what is wrong with the file."""
        before, self._problems = self._problems, self.host.services.preferences.problems
        if self._problems != before:
            self.say(next(iter(self._problems), ""))

    def fill(self) -> None:
        """Show what holds now, as far as it is looked for."""
        self.items.set_rows(self._rows.rows(self.filter.value, self.app.size.width))
        self._explain()

    def _fit(self, explained: str) -> None:
        """Give the list the lines that the rest of the page leaves."""
        width, height = min(self.app.size.width, WIDEST), self.app.size.height
        low = height < LOW
        self.difference.display = not (low and self.said.display)  # no room for both
        around = ROWS_AROUND
        around += ROWS_SAID if self.said.display else 0
        around += ROWS_FILTER if self.filter.display else 0
        if self.difference.display:
            around += min(len(wrap(explained, max(1, width - 8))), 3)
        page = height if low else height * 8 // 10  # as the style sheet has it
        self.items.styles.height = max(3, page - around)

    @property
    def _chosen(self) -> tuple[str, str]:
        section, _, name = self.items.cursor.partition(".")
        return section, name

    def on_item_list_moved(self) -> None:
        """Another setting is chosen."""
        self._explain()

    def _explain(self) -> None:
        words = self._rows.meaning(self.items.cursor)
        self.difference.update(words)
        self._fit(words)

    # Looking for one.

    def on_input_changed(self) -> None:
        """Each letter leaves fewer rows; the first of them is the chosen one."""
        self.items.rest()
        self.fill()

    def _look_for(self) -> None:
        self.filter.display = True
        self.set_focus(self.filter)  # at once: the next letter is a part of it
        self._explain()

    def _to_list(self) -> None:
        self.filter.display = bool(self.filter.value)
        self.set_focus(self.items)
        self.show_keys()
        self._explain()

    def on_descendant_focus(self) -> None:
        """Other keys work in the field."""
        self.show_keys()

    def do_dialog_back(self) -> None:
        """One level: first all rows are there again, the cursor on its own."""
        if not self.filter.display:
            super().do_dialog_back()
            return
        chosen = self.items.cursor
        with self.prevent(LineField.Changed):
            self.filter.value = ""
        self.fill()
        self.items.go(chosen)
        self._to_list()

    # Keys.

    def show_keys(self) -> None:
        """The keys of this page besides those of every dialog."""
        back = self.host.shown_key("dialog.back")
        leave = ("dialog.back", back, "all" if self.filter.display else "back", 4)
        if self.focused is self.filter:
            self.keybar.show([("", "enter", "to the list", 3), leave])
            return
        keys = [("", "enter", "change", 3), ("", "d", "default", 2), ("", "/", "filter", 1)]
        self.keybar.show([*keys, leave])

    def key_pressed(self, key: str) -> bool:
        """Move, change, back to the default, and look for one."""
        if self.said.display:
            self.say("")
            self._explain()
        if self.focused is self.filter:
            if key not in {"enter", "up", "down"}:
                return False
            self._to_list()
        elif key == "slash":
            self._look_for()
        elif key in {"d", "backspace", "delete"}:
            if self.items.cursor:
                self._default(*self._chosen)
        else:
            return super().key_pressed(key)
        return True

    def chosen(self, item_id: str) -> None:
        """Change it."""
        section, _, name = item_id.partition(".")
        if section == KEYS:
            self.app.push_screen(KeyDialog(name))
            return
        if section == WEEK:
            self._ask_week(name)
            return
        known = declared(section)[name]
        value = self.host.services.preferences.value(section, name)
        if (section, name) == ("look", "theme"):
            self.app.push_screen(ThemeDialog())
        elif isinstance(value, bool):
            self._set(section, name, not value)
        elif known.rule.words:
            words = known.rule.words
            self._set(section, name, words[(words.index(str(value)) + 1) % len(words)])
        else:
            self._ask(section, known, value)

    def _ask(self, section: str, known: Declared, value: Value) -> None:
        services = self.host.services

        def save(text: str) -> None:
            services.preferences.change(section, known.name, typed(known, text))

        self.app.push_screen(
            LineDialog(
                known.meaning,
                save,
                drafts=services.drafts,
                draft=f"setting-{section}.{known.name}",
                value=in_words(known, value),
                placeholder=known.rule.line or known.rule.wants,
            )
        )

    def _ask_week(self, field: str) -> None:
        services = self.host.services
        meaning = next(each for each in services.weeks.meanings() if each.field == field)
        earliest = services.weeks.earliest()
        later = date.fromisoformat(earliest) + timedelta(days=7)
        self.app.push_screen(
            LineDialog(
                f"{meaning.asks} From {day(earliest)} on; add “from {later}” for a later day",
                lambda said: services.weeks.change(field, said),
                drafts=services.drafts,
                draft=f"week-{field}",
                placeholder=meaning.value,
            )
        )

    def _default(self, section: str, name: str) -> None:
        if section == KEYS:
            self._try(lambda: self.host.services.preferences.change_keys(name, None))
        elif section == WEEK:
            default = Meaning.default(name)
            self._try(lambda: self.host.services.weeks.change(name, default))
        else:
            self._set(section, name, None)

    def _set(self, section: str, name: str, value: Value | None) -> None:
        self._try(lambda: self.host.services.preferences.change(section, name, value))

    def _try(self, change: Callable[[], object]) -> None:
        self.say("")
        try:
            change()
        except FocusError as error:
            self.say(str(error))
        self.fill()
