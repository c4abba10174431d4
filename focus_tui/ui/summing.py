"""Sums what all years held, without anybody waiting for it."""

import asyncio
from contextlib import suppress
from pathlib import Path

from textual.app import App

from focus_tui.domain.errors import FocusError
from focus_tui.ui.host import host

SUMMING = "Past years are being summed up; this takes a moment, once."


async def sum_years(app: App[int]) -> None:
    """Have goals know what they took in all years; what they then ask is shown."""
    services = host(app).services
    with suppress(FocusError):  # what can't be read says so where it is shown
        if not services.standings.complete:
            host(app).say(SUMMING)
            await asyncio.to_thread(_summed, services.desk.db.path)
        services.standings.sum_years()
        services.desk.changed()


def _summed(path: Path) -> None:
    """A database is used from one thread: this one has its own, and leaves the sums in a file."""
    from focus_tui.composition import services

    with suppress(FocusError):
        services(path).standings.sum_years()
