"""The palette: every command by its name, as far as it makes sense now, a line each."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.ui.host import host
from focus_tui.ui.screens.frame import FrameScreen

NAME_COLUMN = 14
KEY_COLUMN = 8


class CommandProvider(Provider):
    """Finds commands by their names and the words of their help."""

    def _working(self) -> Iterator[Command]:
        app, screen = host(self.app), self.screen
        here = screen.wheres if isinstance(screen, FrameScreen) else (Where.EVERYWHERE,)
        for command in COMMANDS:
            moves = command.where is Where.LIST and not command.weight
            offered = command.where in here and command.id != "palette"
            if offered and not moves and app.can(command, self.screen):
                yield command

    def _row(self, command: Command, name: Content) -> Content:
        key = host(self.app).shown_key(command.id)
        gap = " " * max(2, NAME_COLUMN - name.cell_length)
        return Content.assemble(name, (f"{gap}{key:<{KEY_COLUMN}}{command.help}", "$quiet"))

    def _name(self, command: Command) -> str:
        label = command.label_in(host(self.app).present.state)
        return label[:1].upper() + label[1:]

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._working():
            row = self._row(command, Content(self._name(command)))
            yield DiscoveryHit(row, partial(self._do, command.id), text=row.plain)

    async def search(self, query: str) -> Hits:
        """Those whose name matches, then those whose row holds each word."""
        matcher = self.matcher(query)
        words = query.casefold().split()
        for command in self._working():
            name = self._name(command)
            row = self._row(command, matcher.highlight(name))
            named = matcher.match(name)
            if named or all(word in row.plain.casefold() for word in words):
                do = partial(self._do, command.id)
                yield Hit(1 + named if named else 1, row, do, text=row.plain)

    def _do(self, command_id: str) -> None:
        self.app.call_later(host(self.app).perform, command_id)
