"""Words not yet given to the data: what was typed and left, and the intent of what comes next.

They belong to this machine, live in its state folder, and outlive a crash.
"""

import json
import os
from pathlib import Path

KEEP_AFTER_S = 1.0
"""Words are put into the drafts so long after they were typed, and when their field closes."""


class Drafts:
    """Unfinished words by the name of the field they were typed into."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str:
        """What was left in that field; empty when nothing was."""
        return self._read().get(name, "")

    def put(self, name: str, text: str) -> None:
        """Keep the text; an empty one forgets. A folder that can't be written keeps nothing."""
        drafts = self._read()
        if drafts.get(name, "") == text:
            return
        drafts[name] = text
        try:
            self._write({key: value for key, value in drafts.items() if value})
        except OSError:
            return

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {key: value for key, value in found.items() if isinstance(value, str)}

    def _write(self, drafts: dict[str, str]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="utf-8") as file:
            json.dump(drafts, file, ensure_ascii=True)
        os.replace(fresh, self._path)


def note_draft(session_id: str) -> str:
    """The name of the draft of a session's note."""
    return f"note-{session_id}"
