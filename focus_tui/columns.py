"""How wide the terminal is that a stream writes to. `focus status` asks, so nothing is imported."""

import os

TYPE_CHECKING = False  # typing's own would have to be imported
if TYPE_CHECKING:
    from typing import Protocol

    class Stream(Protocol):
        """What has a file behind it."""

        def fileno(self) -> int:
            """Its number."""
            ...


def columns(stream: "Stream | None") -> int:
    """So many cells stand in a line; 0 where no terminal reads along."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream is not None else 0
    except (OSError, ValueError):
        return 0
