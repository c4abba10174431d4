"""The keys in force: the declared ones, and what a person put in their place."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from focus_tui.commands.command import SCREENS, TYPING
from focus_tui.commands.declared import COMMANDS, Command, Where, command
from focus_tui.commands.keynames import NAMED, named, shown, works_in_fields
from focus_tui.domain.errors import BadInput
from focus_tui.domain.text import clipped

Keys = tuple[str, ...]

# The ways out: no remapping takes them away or gives them to another command.
SAFETY: Mapping[str, str] = {"quit": "ctrl+q", "dialog.back": "escape"}


@dataclass(frozen=True, slots=True)
class Keymap:
    """Which keys each command has, in Textual's names; `Keymap()` is as declared."""

    changed: Mapping[str, Keys] = field(default_factory=dict)
    """The commands whose keys are not the declared ones."""

    def keys(self, command_id: str) -> Keys:
        """All keys of a command, the first is shown; KeyError when there is no such command."""
        declared = command(command_id)
        return self.changed.get(command_id, declared.keys)

    def in_fields(self, command_id: str) -> Keys:
        """Those of its keys that work inside text fields and dialogs too."""
        declared = command(command_id)
        if command_id not in self.changed or not declared.in_fields:
            return declared.in_fields
        return tuple(key for key in self.changed[command_id] if _in_fields(declared, key))


def keymap(overrides: Mapping[str, Sequence[str]]) -> tuple[Keymap, tuple[str, ...]]:
    """The declared keys with a person's own, and one sentence for each one refused.

    `overrides` are lists of keys by command id; an empty list leaves a command to the palette.
    A command whose keys are refused keeps the declared ones. Of two that were given the same
    key the first has it.
    """
    changed: dict[str, Keys] = {}
    problems: list[str] = []
    for command_id, keys in overrides.items():
        if command_id not in {each.id for each in COMMANDS}:
            nearest = _nearest(command_id, (each.id for each in COMMANDS))
            problems.append(f"keys.{clipped(command_id, 40)}: there is no such command{nearest}.")
            continue
        try:
            changed[command_id] = _checked(command_id, keys, _IN_FILE)
        except BadInput as refusal:
            problems.append(_refusal(command(command_id), str(refusal)))
    while changed and (clash := next(clashes(Keymap(changed)), None)):
        one, other, key = clash
        order = ["", *changed]  # a command that nobody changed comes before all others
        places = [order.index(each.id) if each.id in changed else 0 for each in (one, other)]
        refused, holder = (one, other) if places[0] > places[1] else (other, one)
        del changed[refused.id]
        problems.append(_refusal(refused, _IN_FILE.taken(key, holder)))
    return Keymap(changed), tuple(problems)


def with_keys(now: Keymap, command_id: str, keys: Sequence[str] | None) -> Keymap:
    """The keys in force with other ones for a command, or with None its declared ones again.

    Raises BadInput, a sentence for people, where one is no key or is another command's.
    """
    asking = command(command_id)
    kept = ", ".join(map(shown, now.keys(command_id)))
    stays = f"“{asking.name}” keeps {kept}" if kept else f"“{asking.name}” stays without a key"
    fresh = {**now.changed, command_id: asking.keys}
    try:
        if keys is not None:
            fresh[command_id] = _checked(command_id, keys, _FOR_PEOPLE)
        for one, other, key in clashes(Keymap(fresh)):
            raise BadInput(_FOR_PEOPLE.taken(key, other if one is asking else one))
    except BadInput as refusal:
        raise BadInput(f"{refusal}; {stays}.") from None
    if keys is None:
        del fresh[command_id]
    return Keymap(fresh)


def clashes(
    keys: Keymap, commands: Sequence[Command] = COMMANDS
) -> Iterator[tuple[Command, Command, str]]:
    """Two commands with one key, where and when both could work."""
    for one, other in combinations(commands, 2):
        if not one.states & other.states or not _meet(one, other):
            continue
        shared = set(keys.in_fields(one.id)) & set(keys.in_fields(other.id))
        if not TYPING & {one.where, other.where}:
            shared |= set(keys.keys(one.id)) & set(keys.keys(other.id))
        for key in sorted(shared):
            yield one, other, key


@dataclass(frozen=True, slots=True)
class _Words:
    """How a sentence names keys and commands."""

    key: Callable[[str], str]
    command: Callable[[Command], str]

    def taken(self, key: str, holder: Command) -> str:
        """Who has a key."""
        always = "always " if SAFETY.get(holder.id) == key else ""
        return f"{self.key(key)} is {always}the key of {self.command(holder)}"


_IN_FILE = _Words(str, lambda command: command.id)
_FOR_PEOPLE = _Words(shown, lambda command: f"“{command.name}” ({command.where})")


def _meet(one: Command, other: Command) -> bool:
    """Whether one place of the app has both: no screen has another screen's keys."""
    apart = {one.where, other.where}
    if apart <= TYPING:
        return len(apart) == 1
    return Where.DIALOG in apart or any(apart <= {*screen} for screen in SCREENS)


def _checked(command_id: str, keys: Iterable[str], words: _Words) -> Keys:
    """The keys by their names, with the command's safety key; BadInput when one can't be."""
    declared = command(command_id)
    checked: list[str] = []
    for key in keys:
        name = named(key)
        if name is None:
            nearest = _nearest(key.lower(), NAMED)
            raise BadInput(f'there is no key "{clipped(key, 20)}"{nearest}')
        for owner, kept in SAFETY.items():
            if name == kept and owner != command_id and name not in declared.keys:
                raise BadInput(words.taken(kept, command(owner)))
        if declared.where in TYPING and not _in_fields(declared, name):
            raise BadInput(f"{words.key(name)} is needed for typing and editing")
        checked.append(name)
    if command_id in SAFETY:
        checked.append(SAFETY[command_id])
    return tuple(dict.fromkeys(checked))


def _in_fields(declared: Command, key: str) -> bool:
    return works_in_fields(key) or key in declared.in_fields


def _refusal(declared: Command, why: str) -> str:
    kept = f"its keys stay {', '.join(declared.keys)}" if declared.keys else "it stays without one"
    return f"keys.{declared.id}: {why}; {kept}."


def _nearest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1)
    return f" (did you mean {close[0]}?)" if close else ""
