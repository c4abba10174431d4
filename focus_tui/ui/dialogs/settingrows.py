"""What stands on the settings page: a row for each setting, from the declarations."""

from collections.abc import Iterator
from dataclasses import dataclass

from focus_tui.commands.declared import COMMANDS
from focus_tui.domain.durations import day
from focus_tui.domain.errors import FocusError
from focus_tui.domain.text import clipped
from focus_tui.services.preferences import in_words
from focus_tui.settings.declared import KEYS, SECTIONS, declared
from focus_tui.ui.dialogs.help import GROUPS
from focus_tui.ui.host import Host
from focus_tui.ui.widgets.itemlist import Row

TITLES = {"timer": "Clock", "notify": "Notifications", "look": "Look"}
WEEK = "week"
NAME_CELLS = 30
NARROW = 60
"""In a window of fewer columns names are cut, and nothing stands at the right."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting as it is now."""

    id: str
    """Its section and name."""
    name: str
    value: str
    meaning: str
    right: str = ""
    """What is to be known besides: that it was changed, or will be."""

    def fits(self, words: list[str], title: str) -> bool:
        """Whether each of these words is somewhere in it, or in its group's title."""
        whole = f"{title} {self.name} {self.value} {self.meaning}".casefold()
        return all(word in whole for word in words)

    def row(self, width: int) -> Row:
        """As it stands in a window so many columns wide."""
        narrow = width < NARROW
        cells = width // 2 if narrow else NAME_CELLS
        return Row(
            self.value or "none",
            left=f"{clipped(self.name, cells - 2):<{cells}}",
            left_style="",
            right="" if narrow else self.right,
            id=self.id,
            style="bold",
        )


class SettingRows:
    """Everything that can be set, in groups."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._meanings: dict[str, str] = {}

    def rows(self, wanted: str, width: int) -> list[Row]:
        """Those in which all the wanted words are; the groups without any are left out."""
        words = wanted.casefold().split()
        rows: list[Row] = []
        self._meanings = {}
        for title, entries in self._groups():
            try:
                fitting = [each for each in entries if each.fits(words, title)]
            except FocusError as error:
                rows += [Row(title, style="$quiet"), Row(str(error), style="$quiet"), Row()]
                continue
            self._meanings.update((each.id, each.meaning) for each in fitting)
            if fitting:
                rows += [Row(title, style="$quiet"), *(each.row(width) for each in fitting), Row()]
        return rows[:-1] or [Row("Nothing here is called so.", style="$quiet")]

    def meaning(self, item_id: str) -> str:
        """What the one under the cursor means."""
        return self._meanings.get(item_id, "")

    def _groups(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        for section in SECTIONS:
            yield TITLES.get(section, section.capitalize()), self._settings(section)
        yield "The week, kept with your data", self._week()
        for where, title in GROUPS:
            yield f"Keys: {title[:1].lower()}{title[1:]}", self._keys(where)

    def _settings(self, section: str) -> Iterator[Entry]:
        for known in declared(section).values():
            value = self._host.services.preferences.value(section, known.name)
            words = known.name.replace("_", " ")
            yield Entry(
                f"{section}.{known.name}",
                words[:1].upper() + words[1:],
                in_words(known, value),
                f"{known.meaning} Default: {in_words(known, known.default) or 'none'}.",
                "" if value == known.default else "changed",
            )

    def _week(self) -> Iterator[Entry]:
        weeks = self._host.services.weeks
        earliest = day(weeks.earliest())
        for each in weeks.meanings():
            now = f"Now {each.value}; {each.coming} on." if each.coming else f"Now {each.value}."
            meaning = f"{now} A change holds from {earliest} on, or from a later day."
            yield Entry(f"{WEEK}.{each.field}", each.name, each.value, meaning, each.coming)

    def _keys(self, where: str) -> Iterator[Entry]:
        changed = self._host.services.preferences.keymap.changed
        for command in COMMANDS:
            if command.where == where:
                keys = "  ".join(self._host.shown_keys(command.id))
                mark = "changed" if command.id in changed else ""
                yield Entry(f"{KEYS}.{command.id}", command.name, keys, command.help, mark)
