"""The live file: what the clock is doing, as `key=value` lines, for status bars and after a crash.

It is derived and can be thrown away. `focus status` reads it every second, so this file imports
nothing that costs.
"""

import os

BEAT_MS = 15_000
"""How often the process that holds the bell renews it."""

_LONGEST = 262_144
"""Characters: an intent of the greatest length fits, with each of them shown as a number."""

NUMBERS = (
    # When it was written, by which somebody is known to have been there.
    *("wall", "boot", "awake"),
    # The last transition, and what the interval was then.
    *("seen_wall", "seen_boot", "seen_awake"),
    *("planned", "main", "over", "beyond", "alone", "paused", "away", "closes"),
    *("n", "of", "sessions", "today", "day_ends"),
)
_TEXTS = ("boot_id", "seen_boot_id", "id", "phase", "run", "attended", "own", "intent")


def read(path: str) -> "dict[str, str] | None":
    """The fields; None when there is no file, or it is not one of ours."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(_LONGEST)
        fields = dict(line.split("=", 1) for line in text.split("\n") if "=" in line)
        for name in NUMBERS:
            int(fields[name])
    except (OSError, KeyError, ValueError):
        return None
    whole = fields.get("v") == "1" and fields.get("end") == "1"
    return fields if whole and all(name in fields for name in _TEXTS) else None


def write(path: str, fields: "dict[str, str]") -> None:
    """Replace the file at once; it is for this person's eyes only (0600).

    Raises OSError. Not synced to the disk: it has to outlive this process, not the machine.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    fresh = f"{path}.{os.getpid()}"
    text = "".join(f"{name}={value}\n" for name, value in {"v": "1", **fields, "end": "1"}.items())
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        os.replace(fresh, path)
    except OSError:
        os.unlink(fresh)
        raise
