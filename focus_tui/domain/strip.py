"""The day drawn as a row of cells: what most of each cell's time was."""

from collections.abc import Iterable

from focus_tui.domain.ledger import Entry, Part

RESTS = {Part.BREAK, Part.OVERRUN}


def cells(pieces: Iterable[Entry], from_ms: int, to_ms: int, count: int) -> tuple[Part | None, ...]:
    """What each of `count` equal cells between two instants shows; None for nothing."""
    length = (to_ms - from_ms) / count
    filled: list[dict[Part, float]] = [{} for _ in range(count)]
    for piece in pieces:
        if piece.part is Part.OUTSIDE or piece.to_ms <= from_ms or piece.from_ms >= to_ms:
            continue
        first = max(0, int((piece.from_ms - from_ms) / length))
        last = min(count - 1, int((piece.to_ms - 1 - from_ms) / length))
        for index in range(first, last + 1):
            start = from_ms + index * length
            covered = min(piece.to_ms, start + length) - max(piece.from_ms, start)
            if covered > 0:
                cell = filled[index]
                shown = Part.BREAK if piece.part in RESTS else piece.part
                cell[shown] = cell.get(shown, 0) + covered
    return tuple(_fills(cell, length) for cell in filled)


def _fills(cell: dict[Part, float], length: float) -> Part | None:
    """A break shows wherever it is a fair part, so that two sessions don't melt into one."""
    if sum(cell.values()) <= length / 3:
        return None
    if cell.get(Part.BREAK, 0) >= length / 4:
        return Part.BREAK
    return max(cell, key=lambda part: cell[part])
