"""The terminal's own notifications, which reach the person wherever the terminal itself is."""

from collections.abc import Callable, Mapping

from focus_tui.notify import tmux
from focus_tui.notify.bell import BEL, UNWRITABLE
from focus_tui.notify.channel import Channel, Result, Status
from focus_tui.notify.message import Message
from focus_tui.notify.osc import Kind, sequence, through_tmux
from focus_tui.notify.terminals import MULTIPLEXERS, WITHOUT_SEQUENCES, by_environment, by_tmux
from focus_tui.notify.tmux import Tmux

AUTO = "auto"
NONE = "none"


class _Unavailable(Exception):
    """No notification would reach the person; the message is the sentence that says why."""


class Terminal(Channel):
    """Asks the terminal for a notification and its bell, in one text that `write` brings to it.

    `wanted` is the kind of notification, or "auto" for what the terminal is known to show, or
    "none"; `env` says which terminal it is. Nothing is written where it would not get through:
    the next channel is to have its turn.
    """

    name = "terminal"

    def __init__(
        self, write: Callable[[str], None], *, env: Mapping[str, str], wanted: str = AUTO
    ) -> None:
        self._write = write
        self._env = env
        self._wanted = wanted

    async def send(self, message: Message) -> Result:
        """Ask; nothing can tell whether the terminal obeys."""
        try:
            between = await self._between()
            kind, why = self._kind(between)
        except _Unavailable as error:
            return Result(self.name, Status.UNAVAILABLE, str(error))
        text = sequence(kind, message)
        try:
            self._write((through_tmux(text) if between else text) + BEL)
        except (OSError, ValueError):  # the terminal is gone, or the stream to it was closed
            return Result(self.name, Status.FAILED, UNWRITABLE)
        number = kind.value.removeprefix("osc")
        return Result(
            self.name,
            Status.DELIVERED,
            f"The terminal ({why}) was asked by OSC {number}, and to ring; "
            "whether it shows that is its own setting.",
        )

    async def _between(self) -> Tmux | None:
        """The tmux between us and the terminal; None when nothing is. Raises _Unavailable."""
        term = self._env.get("TERM", "")
        if self._wanted == NONE:
            raise _Unavailable("The setting notify.terminal is none.")
        if term in WITHOUT_SEQUENCES:
            raise _Unavailable(f"A terminal with TERM={term or 'unset'} shows no notifications.")
        if not self._env.get("TMUX"):
            for variable, name in {"STY": "screen", "ZELLIJ": "zellij"}.items():
                if self._env.get(variable):
                    raise _Unavailable(f"Nothing says whether a notification gets through {name}.")
            if term.startswith(MULTIPLEXERS):
                raise _Unavailable("The tmux or screen of another machine can't be asked.")
            return None
        found = await tmux.ask(self._env)
        if found is None:
            raise _Unavailable("tmux does not say whether a notification gets through.")
        if trouble := _trouble(found):
            raise _Unavailable(trouble)
        return found

    def _kind(self, between: Tmux | None) -> tuple[Kind, str]:
        """The kind of notification to ask for, and why that one. Raises _Unavailable."""
        if self._wanted != AUTO:
            return Kind(self._wanted), "as notify.terminal says"
        known = by_tmux(between.term, between.answer) if between else None
        known = known or by_environment(self._env)
        if known is None:
            raise _Unavailable(
                "Nothing says which terminal this is; notify.terminal can say what it shows."
            )
        if known.kind is None:
            raise _Unavailable(f"This terminal ({known}) is not known to show notifications.")
        return known.kind, str(known)


def _trouble(between: Tmux) -> str:
    """Why tmux would not hand a notification on; empty when it will."""
    if not between.term:
        return "No terminal shows tmux now."
    if between.term.startswith(MULTIPLEXERS):
        return "tmux runs inside another tmux or screen, which can't be asked."
    if between.passes == "off":
        return "tmux hands no notification on: its option allow-passthrough is off."
    if between.passes == "on" and not between.in_view:
        return "tmux hands no notification on from a window that is not in front."
    return ""
