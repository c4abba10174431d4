"""The one error family: what happened, where, what to do."""


class FocusError(Exception):
    """A thing that went wrong and can be said to the person in one sentence.

    The message is that sentence. It holds text as it was typed; whoever shows it makes it
    displayable.
    """

    exit_code = 2


class Refused(FocusError):
    """A rule said no: the command does not fit the state the clock or the data are in."""

    exit_code = 1


class NotFound(FocusError):
    """What was named does not exist."""

    exit_code = 1


class BadInput(FocusError):
    """A wrong argument, value or text; nothing was changed."""

    exit_code = 2


class DataUnusable(FocusError):
    """The data file can't be read, written or locked; nothing was changed."""

    exit_code = 3
