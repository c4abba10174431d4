"""The settings, made from their declarations: whatever is declared is shown here by its rule."""

from collections.abc import Callable, Iterator
from textwrap import wrap

from textual.widget import Widget
from textual.widgets import Static

from focus_tui.commands.declared import COMMANDS
from focus_tui.domain.errors import FocusError
from focus_tui.domain.text import clipped
from focus_tui.services.preferences import Value, typed
from focus_tui.services.weeks import Meaning
from focus_tui.settings.declared import KEYS, SECTIONS, Declared, declared
from focus_tui.ui.dialogs.keypress import KeyDialog
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.listing import ListDialog
from focus_tui.ui.dialogs.theme import ThemeDialog
from focus_tui.ui.widgets.itemlist import ItemList, Row

TITLES = {"timer": "Clock", "notify": "Notifications", "look": "Look"}
WEEK = "week"
NEXT_START = {"look.ascii"}
"""What holds from the next start on: everything else holds at once."""
NAME_CELLS = 30
NARROW = 60
"""In a window of fewer columns names are cut, and nothing stands at the right."""
LOW = 18
WIDEST = 124
ROWS_AROUND = 6
"""Lines of the page that are not its list nor its words, and those of what is said besides."""
ROWS_SAID = 4


class SettingsDialog(ListDialog):
    """Every setting with its value; under the list what the chosen one means."""

    CHOOSES = frozenset({"enter", "e", "space"})

    def __init__(self) -> None:
        super().__init__("Settings of this machine")

    def body(self) -> Iterator[Widget]:
        """The list, and a line on the chosen one."""
        yield ItemList(self.host.glyphs, id="items")
        yield Static("", id="difference", markup=False)

    def on_mount(self) -> None:
        """Show what holds."""
        self.fill()

    def on_screen_resume(self) -> None:
        """Back from a dialog that may have changed something."""
        if self.is_mounted:
            self.fill()

    def on_resize(self) -> None:
        """Another window has room for another number of lines."""
        self.call_after_refresh(self.fill)

    def fill(self) -> None:
        """Show what holds now."""
        rows = [*self._settings(), *self._week(), *self._keys()]
        self.items.set_rows(rows)
        self._explain()

    def _fit(self, explained: str) -> None:
        """Give the list the lines that the rest of the page leaves."""
        width, height = min(self.app.size.width, WIDEST), self.app.size.height
        page = height if height < LOW else height * 8 // 10  # as the style sheet has it
        lines = len(wrap(explained, max(1, width - 8)))
        around = ROWS_AROUND + min(lines, 3) + (ROWS_SAID if self.said.display else 0)
        self.items.styles.height = max(3, page - around)

    def _settings(self) -> Iterator[Row]:
        preferences = self.host.services.preferences
        for section in SECTIONS:
            yield Row(TITLES.get(section, section.capitalize()), style="$quiet")
            for known in declared(section).values():
                value = preferences.value(section, known.name)
                changed = "" if value == known.default else "changed"
                yield self._row(f"{section}.{known.name}", known.name, in_words(value), changed)
            yield Row()

    def _week(self) -> Iterator[Row]:
        yield Row("The week", style="$quiet")
        try:
            for each in self.host.services.weeks.meanings():
                yield self._row(f"{WEEK}.{each.field}", each.name, each.value, each.coming)
        except FocusError as error:
            yield Row(str(error), style="$quiet")
        yield Row()

    def _keys(self) -> Iterator[Row]:
        changed = self.host.services.preferences.keymap.changed
        yield Row("Keys", style="$quiet")
        for command in COMMANDS:
            keys = "  ".join(self.host.shown_keys(command.id)) or "none"
            mark = "changed" if command.id in changed else ""
            yield self._row(f"{KEYS}.{command.id}", command.id, keys, mark)

    def _row(self, row_id: str, name: str, value: str, right: str) -> Row:
        narrow = self.app.size.width < NARROW
        cells = self.app.size.width // 2 if narrow else NAME_CELLS
        return Row(
            value,
            left=f"{clipped(_name(name), cells - 2):<{cells}}",
            left_style="",
            right="" if narrow else right,
            id=row_id,
            style="bold",
        )

    @property
    def _chosen(self) -> tuple[str, str]:
        section, _, name = self.items.cursor.partition(".")
        return section, name

    def on_item_list_moved(self) -> None:
        """Another setting is chosen."""
        self.say("")
        self._explain()

    def _explain(self) -> None:
        section, name = self._chosen
        if section == KEYS:
            words = next(each.help for each in COMMANDS if each.id == name)
        elif section == WEEK:
            words = "Kept with your data. Changes hold from tomorrow on, or from a later day."
        else:
            known = declared(section)[name]
            later = " From the next start on." if f"{section}.{name}" in NEXT_START else ""
            words = f"{known.meaning} Default: {in_words(known.default)}.{later}"
        self.query_one("#difference", Static).update(words)
        self._fit(words)

    def show_keys(self) -> None:
        """The keys of this page besides those of every dialog."""
        back = self.host.shown_key("dialog.back")
        self.keybar.show(
            [
                ("", "enter", "change", 3),
                ("", "d", "default", 2),
                ("dialog.back", back, "back", 4),
            ]
        )

    def key_pressed(self, key: str) -> bool:
        """Move, change, and back to the default."""
        if key in {"d", "backspace", "delete"}:
            self._default(*self._chosen)
            return True
        return super().key_pressed(key)

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
                value=in_words(value) if value else "",
                placeholder=known.rule.wants,
            )
        )

    def _ask_week(self, field: str) -> None:
        services = self.host.services
        meaning = next(each for each in services.weeks.meanings() if each.field == field)
        self.app.push_screen(
            LineDialog(
                f"{meaning.asks} From tomorrow on; add “from 2026-12-01” for a later day",
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
        try:
            change()
            self.say("")
        except FocusError as error:
            self.say(str(error))
        self.fill()


def _name(name: str) -> str:
    """`focus_minutes` as people write it."""
    words = name.replace("_", " ").replace(".", " ")
    return words[:1].upper() + words[1:]


def in_words(value: object) -> str:
    """A setting's value as a person would type it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value) or "none"
