"""The settings in force on this machine, and the way to change one of them."""

import os
from collections.abc import Callable
from pathlib import Path

from focus_tui.commands.declared import COMMANDS
from focus_tui.commands.keymap import Keymap, keymap, with_keys
from focus_tui.domain.daytime import parsed
from focus_tui.domain.errors import BadInput
from focus_tui.domain.ladder import Lengths as Rungs
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.nudge import Nudge, nudge
from focus_tui.domain.shape import USUAL, Shape, own_shapes
from focus_tui.domain.timer import MINUTE_MS
from focus_tui.services.keeper import Automatic
from focus_tui.settings.declared import KEYS, Declared, Review, Settings, declared
from focus_tui.settings.load import load

Value = bool | int | str | tuple[str, ...]


class Preferences:
    """What the settings file says, with defaults for the rest.

    It is read when the program starts, and again when `look` finds another file in its place.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._listeners: list[Callable[[], None]] = []
        self._read(None)

    def _read(self, before: Settings | None) -> None:
        self._seen = _sign(self.file)
        loaded = load(self.file, before)
        self.settings: Settings = loaded.settings
        keys, refused = keymap(loaded.settings.keys)
        self.keymap: Keymap = keys
        self.problems: tuple[str, ...] = (
            *loaded.problems,
            *(f"{self.file}, {sentence}" for sentence in refused),
        )
        """What is wrong with the file, a sentence each."""

    def look(self) -> bool:
        """Whether the file is another one than the one last read; then it is read again.

        One that can't be used leaves in force what was.
        """
        if _sign(self.file) == self._seen:
            return False
        self._read(self.settings)
        self._tell()
        return True

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this when a setting has changed."""
        self._listeners.append(listener)

    def usual(self) -> Shape:
        """How long sessions and breaks are planned to be where no other shape was chosen."""
        timer = self.settings.timer
        return Shape(
            USUAL,
            timer.focus_minutes * MINUTE_MS,
            timer.short_break_minutes * MINUTE_MS,
            timer.long_break_minutes * MINUTE_MS,
        )

    def own_shapes(self) -> tuple[Shape, ...]:
        """The shapes that the person has added."""
        return own_shapes(self.settings.shapes.own)

    def every(self) -> int:
        """Each so-many-th session is followed by a long break."""
        return self.settings.timer.sessions_before_long_break

    def most_active(self) -> int:
        """How many goals may be active at once."""
        return self.settings.goals.most_active

    def days_a_week(self) -> int:
        """On how many days of a week the person means to show up."""
        return self.settings.goals.days_a_week

    def at_once(self) -> int:
        """How many courses and books may be begun at once; 0 for no limit."""
        return self.settings.ideas.at_once

    def explore_percent(self) -> int:
        """How much of the work is meant to explore, in percent."""
        return self.settings.ideas.explore_percent

    def ageing_days(self) -> int:
        """After how many days an idea left alone is old; 0 for never."""
        return self.settings.ideas.ageing_days

    def rungs(self) -> Rungs:
        """How long one stays on the rungs of the ladder for asking well."""
        wanted = self.settings.ladder
        return Rungs(wanted.docs_minutes * MINUTE_MS, wanted.search_minutes * MINUTE_MS)

    def limit_ms(self) -> int:
        """How much focus a day holds, in milliseconds; 0 for no limit."""
        return self.settings.day.limit_minutes * MINUTE_MS

    def rest_ideas(self) -> tuple[str, ...]:
        """What to do in breaks."""
        return self.settings.breaks.ideas

    def ritual(self, kind: MarkKind) -> tuple[str, ...]:
        """The lines of the opening or the closing ritual."""
        rituals = self.settings.rituals
        return rituals.opening if kind is MarkKind.OPENING else rituals.closing

    def nudge(self) -> Nudge | None:
        """When the person means to begin, where that is to be told."""
        return nudge(self.settings.day.nudge_at, self.settings.day.nudge_days)

    def review(self) -> Review:
        """What is wished for once weeks are looked back on."""
        return self.settings.review

    def remind_min(self) -> int | None:
        """When the person is reminded of the review, in minutes after midnight; None for never."""
        at = self.settings.review.remind_at
        return parsed(at) if at else None

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
            raise BadInput(f"It must be {known.rule.line or known.rule.wants}.")
        self._save(section, name, None if value == known.default else value)

    def change_keys(self, command_id: str, keys: tuple[str, ...] | None) -> None:
        """Give a command other keys, or with None its declared ones back.

        Raises BadInput where a key is none, or another command's.
        """
        wanted = with_keys(self.keymap, command_id, keys)
        if keys is not None:
            asked, _ = keymap({**self.settings.keys, command_id: keys})
            if asked.keys(command_id) != wanted.keys(command_id):
                raise BadInput(
                    f"Another line of {self.file} asks for that key, and has a mistake besides: "
                    "mend that line first."
                )
        self._save(KEYS, command_id, keys)

    def _save(self, section: str, name: str, value: Value | None) -> None:
        from focus_tui.settings.edit import save

        save(self.file, section, name, value, {each.id: each.keys for each in COMMANDS})
        self._read(self.settings)
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()


def _sign(file: Path) -> tuple[int, ...]:
    """What tells one content of a file from the next, at the price of one look; () without one."""
    try:
        found = os.stat(file)
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def typed(known: Declared, text: str) -> Value:
    """The value that a person's line means for a setting; `change` says whether it takes it.

    Raises BadInput where a quote in the line has no end.
    """
    if known.rule.apart:
        return tuple(part.strip() for part in text.split(known.rule.apart) if part.strip())
    if known.rule.line:
        import shlex  # only for the page

        try:
            return tuple(shlex.split(text))
        except ValueError:
            raise BadInput(
                "A quote in it has no end: close it, or write \\ before a lone one."
            ) from None
    text = text.strip()
    if isinstance(known.default, bool):
        return text.casefold() in ("true", "yes", "on")
    if isinstance(known.default, int):
        return int(text) if text.isascii() and text.isdigit() else text
    if isinstance(known.default, tuple):
        return tuple(text.replace(",", " ").split())
    return text


def in_words(known: Declared, value: object) -> str:
    """A setting's value as a person types it; empty where there is nothing in it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple) and known.rule.apart:
        return f"{known.rule.apart} ".join(value)
    if isinstance(value, tuple):
        import shlex  # only for the page

        return shlex.join(value) if known.rule.line else ", ".join(value)
    return str(value)
