"""The palette: every command by its name, as far as it makes sense now, a line each."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from focus_tui.commands.declared import COMMANDS, Command, Where
from focus_tui.ui.host import host


class CommandProvider(Provider):
    """Finds commands by the words of their help."""

    def _working(self) -> Iterator[Command]:
        app = host(self.app)
        for command in COMMANDS:
            offered = command.where is not Where.DIALOG and command.id != "palette"
            if offered and app.can(command, self.screen):
                yield command

    def _label(self, command: Command) -> str:
        app = host(self.app)
        label = command.label_in(app.present.state)
        key = app.shown_key(command.id)
        label = label[:1].upper() + label[1:]
        return f"{label}  ({key})" if key else label

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._working():
            label = Content(self._label(command))
            line = label + _told(command)
            yield DiscoveryHit(line, partial(self._do, command.id), text=line.plain)

    async def search(self, query: str) -> Hits:
        """Those whose name or whole line match."""
        matcher = self.matcher(query)
        for command in self._working():
            label = self._label(command)
            line = label + _told(command).plain
            named, told = matcher.match(label), matcher.match(line)
            if named or told:
                # A command's own name comes before what other commands say of it.
                score = 1 + named if named else told / (1 + told)
                shown = matcher.highlight(label) + _told(command)
                shown = shown if named else matcher.highlight(line)
                yield Hit(score, shown, partial(self._do, command.id), text=line)

    def _do(self, command_id: str) -> None:
        self.app.call_later(host(self.app).perform, command_id)


def _told(command: Command) -> Content:
    return Content.styled(f": {command.help}", "$quiet")
