"""Another program, run for a moment: it never has our terminal, and never outlives its limit."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path


async def run(
    command: Sequence[str],
    *,
    limit_s: float,
    env: Mapping[str, str],
    given: bytes = b"",
    heard: bool = False,
    cwd: Path | None = None,
) -> tuple[int | None, bytes]:
    """Run a program to its end: its exit status, and what it printed if that is to be `heard`.

    It finds `given` on its standard input. When it takes longer than `limit_s` seconds or is not
    waited for any more, it is killed with everything it started. Raises TimeoutError, and OSError
    or ValueError where it can't be started.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=PIPE if given else DEVNULL,
        stdout=PIPE if heard else DEVNULL,
        stderr=DEVNULL,
        start_new_session=True,  # so that it can't open our terminal either
        cwd=cwd,
        env=env,
    )
    try:
        async with asyncio.timeout(limit_s):
            printed, _ = await process.communicate(given or None)
    finally:
        await _ended(process)
    return process.returncode, printed or b""


async def _ended(process: Process) -> None:
    """Kill the process, with all it started, if it still runs; leave no zombie."""
    if process.returncode is None:
        # A process that ends by itself just now is no error, whichever way the system says so.
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
