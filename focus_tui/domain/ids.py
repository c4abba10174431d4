"""Ids of documents: 32 hex digits, never reused, never made from what a document says."""

import uuid

ENTROPY_BYTES = 10
ENTROPY_BITS = 74
"""How many of those bits an id has room for: the lowest."""

_MOST_MS = (1 << 48) - 1
_OF_A_PERIOD = uuid.UUID("6a2f8f0c-4f0e-4c55-9d1b-0f6c1d1a7e53")


def uuid7(wall_ms: int, entropy: bytes) -> str:
    """An id that sorts by its time (UUIDv7, RFC 9562).

    `wall_ms` is UTC in milliseconds since 1970, `entropy` 10 bytes, of which the lowest 74 bits
    count; of two ids of one millisecond the one with the larger entropy sorts later. Raises
    ValueError for a time before 1970 or after the year 10889, and for another number of bytes.
    """
    if not 0 <= wall_ms <= _MOST_MS:
        raise ValueError(f"no id can hold the time {wall_ms} ms")
    if len(entropy) != ENTROPY_BYTES:
        raise ValueError(f"an id takes {ENTROPY_BYTES} bytes of entropy, not {len(entropy)}")
    low = int.from_bytes(entropy)
    high = low >> 62 & 0xFFF
    value = wall_ms << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low & (1 << 62) - 1
    return f"{value:032x}"


def uuid5(kind: str, first_day: str) -> str:
    """The id of the record that the program makes by itself for a period (UUIDv5).

    The same kind (`reflection`) and first day (`2026-11-23`) give the same id on every device.
    """
    return uuid.uuid5(_OF_A_PERIOD, f"{kind} {first_day}").hex
