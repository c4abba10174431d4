"""A sound of the person's own, played besides a notification."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from focus_tui.notify import child
from focus_tui.notify.channel import Result, Status
from focus_tui.notify.remote import over_ssh

LIMIT_S = 10.0
PLAYERS = ("paplay", "pw-play", "aplay", "afplay")
"""Programs that play a file and end, the most wanted first."""
_APLAY_PLAYS = (".wav", ".au", ".voc")
"""It plays anything else too, as noise."""


class Sound:
    """Plays a file by a program that gets neither our terminal nor more than `limit_s` seconds.

    `player` is the program and its arguments, to which the file is added; when it is empty, the
    first of PLAYERS that is installed. `env` is the environment it gets.
    """

    name = "sound"

    def __init__(
        self,
        file: str,
        player: Sequence[str],
        *,
        env: Mapping[str, str],
        limit_s: float = LIMIT_S,
    ) -> None:
        self._file = Path(os.path.expanduser(file))
        self._player = tuple(player)
        self._env = env
        self._limit_s = limit_s

    async def play(self) -> Result:
        """Play it to its end; a failure is a result, never an exception."""
        if over_ssh(self._env):
            return self._result(
                Status.UNAVAILABLE, "Over SSH it would be played on the other machine."
            )
        if not self._file.is_file():
            return self._result(Status.FAILED, f"There is no file {self._file}.")
        player = self._player or self._installed()
        if not player:
            return self._result(
                Status.FAILED, f"There is no program to play {self._file}: notify.player names one."
            )
        return self._result(*await self._played(player))

    async def _played(self, player: Sequence[str]) -> tuple[Status, str]:
        command, program = [*player, str(self._file)], player[0]
        try:
            status, _ = await child.run(command, limit_s=self._limit_s, env=self._env)
        except TimeoutError:
            return Status.HUNG, f"{program} still played after {self._limit_s:g} s and was ended."
        except OSError as error:
            return Status.FAILED, f"{program} can't be started: {error.strerror}."
        except ValueError:
            return Status.FAILED, f"{program} can't be given {self._file} in this locale."
        if status != 0:
            return Status.FAILED, f"{program} could not play {self._file} (exit status {status})."
        return Status.DELIVERED, f"{program} played {self._file}."

    def _installed(self) -> tuple[str, ...]:
        for name in PLAYERS:
            plays = name != "aplay" or self._file.suffix.lower() in _APLAY_PLAYS
            if plays and shutil.which(name, path=self._env.get("PATH")):
                return (name,)
        return ()

    def _result(self, status: Status, detail: str) -> Result:
        return Result(self.name, status, detail)
