"""What is not worth showing: a command that could only say why it can't be done now."""

from focus_tui.commands.declared import Command
from focus_tui.ui.host import Host


def is_refused(command: Command, host: Host) -> bool:
    """Whether the command would be refused whatever the cursor is on; its key says why."""
    if host.present.unreadable:
        return command.acts
    history = host.services.history
    if command.id == "undo":
        return not history.undoable
    return command.id == "redo" and not history.redoable
