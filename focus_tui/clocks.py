"""This machine's clocks, read together; imports nothing that `focus status` would have to wait for.

Linux: BOOTTIME runs on through sleep, MONOTONIC stands still in it. macOS: MONOTONIC runs on,
UPTIME_RAW stands still. Elsewhere the system has one clock only: sleep can't be told from waking,
and each process counts as a boot of its own, so that across processes the wall clock decides.
"""

import os
import sys
import time

_MS = 1_000_000


def read(boot_id: str) -> tuple[int, int, int, str]:
    """Wall (UTC since 1970), boot and awake milliseconds, and the boot they count in."""
    wall = time.time_ns() // _MS
    if sys.platform == "linux":
        boot = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // _MS
        awake = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _MS
    elif sys.platform == "darwin":
        boot = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // _MS
        awake = time.clock_gettime_ns(time.CLOCK_UPTIME_RAW) // _MS
    else:
        boot = awake = time.monotonic_ns() // _MS
    return wall, boot, awake, boot_id


def boot_id() -> str:
    """The name of this boot of the machine."""
    if sys.platform == "linux":
        try:
            with open("/proc/sys/kernel/random/boot_id", encoding="utf-8") as file:
                return file.read().strip()
        except OSError:  # a jail without /proc
            pass
    if sys.platform == "darwin":
        import subprocess

        found = subprocess.run(
            ["/usr/sbin/sysctl", "-n", "kern.bootsessionuuid"],
            capture_output=True,
            text=True,
            check=False,
        )
        if found.stdout.strip():
            return found.stdout.strip()
    return f"{os.getpid()}-{time.time_ns()}"
