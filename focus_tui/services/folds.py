"""What is folded in the outline: how one machine looks at it, and no part of the data."""

import json
import os
from collections.abc import Collection
from pathlib import Path


class Folds:
    """The ids of folded ideas, kept in the state folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ids: frozenset[str] | None = None

    def ids(self) -> frozenset[str]:
        """What is folded: the same object for as long as that is the same."""
        if self._ids is None:
            try:
                found = json.loads(self._path.read_text(encoding="utf-8"))
                self._ids = frozenset(filter(lambda each: isinstance(each, str), found))
            except (OSError, ValueError, TypeError):
                self._ids = frozenset()
        return self._ids

    def keep(self, ids: Collection[str]) -> None:
        """Fold these and no others. A folder that can't be written forgets at the end."""
        self._ids = frozenset(ids)
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(descriptor, "w", encoding="utf-8") as file:
                json.dump(sorted(self._ids), file)
            os.replace(fresh, self._path)
        except OSError:
            return
