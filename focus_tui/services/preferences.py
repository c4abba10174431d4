"""The settings in force on this machine, and the way to change one of them."""

from collections.abc import Callable
from pathlib import Path

from focus_tui.commands.declared import COMMANDS
from focus_tui.commands.keymap import Keymap, keymap
from focus_tui.domain.errors import BadInput
from focus_tui.domain.timer import MINUTE_MS
from focus_tui.services.focus import Lengths
from focus_tui.services.keeper import Automatic
from focus_tui.settings.declared import KEYS, Declared, Settings, declared
from focus_tui.settings.load import load

Value = bool | int | str | tuple[str, ...]


class Preferences:
    """What the settings file says, with defaults for the rest; read when the program starts."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._listeners: list[Callable[[], None]] = []
        self._read()

    def _read(self) -> None:
        loaded = load(self.file)
        self.settings: Settings = loaded.settings
        keys, refused = keymap(loaded.settings.keys)
        self.keymap: Keymap = keys
        self.problems: tuple[str, ...] = (
            *loaded.problems,
            *(f"{self.file}, {sentence}" for sentence in refused),
        )
        """What is wrong with the file, a sentence each."""

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this when a setting has changed."""
        self._listeners.append(listener)

    def lengths(self) -> Lengths:
        """How long the next session and break are planned to be."""
        timer = self.settings.timer
        return Lengths(
            timer.focus_minutes * MINUTE_MS,
            timer.short_break_minutes * MINUTE_MS,
            timer.long_break_minutes * MINUTE_MS,
        )

    def every(self) -> int:
        """Each so-many-th session is followed by a long break."""
        return self.settings.timer.sessions_before_long_break

    def automatic(self) -> Automatic:
        """What starts by itself."""
        return Automatic(self.settings.timer.start_breaks, self.settings.timer.start_sessions)

    def value(self, section: str, name: str) -> Value:
        """What holds now."""
        found: Value = getattr(getattr(self.settings, section), name)
        return found

    def change(self, section: str, name: str, value: Value | None) -> None:
        """Change a setting, or with None give it its default back, now and in the file.

        Raises BadInput for a value that it does not take, and where the file can't be changed.
        """
        known = declared(section)[name]
        if value is not None and not known.rule.takes(value):
            raise BadInput(f"It must be {known.rule.wants}.")
        self._save(section, name, None if value == known.default else value)

    def change_keys(self, command_id: str, keys: tuple[str, ...] | None) -> None:
        """Give a command other keys, or with None its declared ones back.

        Raises BadInput where a key is none, or another command's.
        """
        if keys is not None:
            _, refused = keymap({**self.settings.keys, command_id: keys})
            if refused:
                raise BadInput(refused[-1])
        self._save(KEYS, command_id, keys)

    def _save(self, section: str, name: str, value: Value | None) -> None:
        from focus_tui.settings.edit import save

        save(self.file, section, name, value, {each.id: each.keys for each in COMMANDS})
        self._read()
        for listener in self._listeners:
            listener()


def typed(known: Declared, text: str) -> Value:
    """The value that a person's line means for a setting; `change` says whether it takes it."""
    text = text.strip()
    if isinstance(known.default, bool):
        return text.casefold() in ("true", "yes", "on")
    if isinstance(known.default, int):
        return int(text) if text.isascii() and text.isdigit() else text
    if isinstance(known.default, tuple):
        return tuple(part for part in text.replace(",", " ").split() if part)
    return text
