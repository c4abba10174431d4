"""What the services need of this machine: its clocks, its zone, its name for itself."""

import os
import time
import uuid
from pathlib import Path

from focus_tui import clocks
from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reading import Reading


class SystemClock:
    """The machine's own clocks."""

    def __init__(self) -> None:
        self._boot_id = clocks.boot_id()

    def read(self) -> Reading:
        """Read all three clocks."""
        return Reading(*clocks.read(self._boot_id))


def local_zone() -> str:
    """The IANA name of the zone the machine is in now.

    Where the machine names none that is known, the whole hours that its clock is off UTC; else
    `UTC`.
    """
    import logging
    import warnings
    from zoneinfo import ZoneInfo

    from tzlocal import reload_localzone

    # It would tell the terminal what is odd about the machine's settings.
    logging.getLogger("tzlocal").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ZoneInfo(str(reload_localzone())).key
        except (OSError, ValueError, KeyError):  # no such zone is a KeyError
            hours, rest = divmod(time.localtime().tm_gmtoff, 3600)
            return "UTC" if rest or not hours else f"Etc/GMT{-hours:+d}"


def device_id(folder: Path) -> str:
    """This machine's name in the data: made once, kept in its state folder.

    Raises DataUnusable when it can be neither read nor kept: a clock started under a name that is
    forgotten could never be stopped.
    """
    file = folder / "device"
    try:
        known = file.read_bytes().decode("ascii", "replace").strip() if file.exists() else ""
        return known or _new_device(file)
    except OSError as error:
        raise DataUnusable(
            f"{file} can't be read or written ({(error.strerror or str(error)).lower()}): "
            "mend that, or set XDG_STATE_HOME to a folder of your own."
        ) from error


def _new_device(file: Path) -> str:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = uuid.uuid4().hex
    fresh = file.with_name(f"device.{os.getpid()}")
    fresh.write_text(made, encoding="ascii")
    fresh.chmod(0o600)
    try:
        os.link(fresh, file)  # the first of two processes wins
    except FileExistsError:
        made = file.read_text(encoding="ascii").strip()
    finally:
        fresh.unlink()
    return made
