"""A sound of the person's own: whatever its player does, nobody waits and nothing is printed."""

import asyncio
import os
import select
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from focus_tui.notify.channel import Result, Status
from focus_tui.notify.sound import PLAYERS, Sound

Player = Callable[..., str]
WELL = "open('played', 'a').write(repr(sys.argv[1:]))"


def played() -> str | None:
    """What the player was given; None when none ran."""
    found = Path("played")
    return found.read_text(encoding="utf-8") if found.exists() else None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "gong.wav"
    found.write_bytes(b"RIFF")
    return found


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """Makes a program that does what a line of Python says."""
    monkeypatch.chdir(tmp_path)

    def made(does: str, name: str = "play") -> str:
        program = tmp_path / name
        program.write_text(
            f"#!{sys.executable} -I\nimport os, signal, sys\n{does}\n", encoding="utf-8"
        )
        program.chmod(0o755)
        return str(program)

    return made


def sound(file: Path | str, *player: str, limit_s: float = 60, **env: str) -> Sound:
    return Sound(str(file), player, env=env, limit_s=limit_s)


async def test_the_file_comes_after_the_arguments(file: Path, player: Player) -> None:
    play = player(WELL)
    result = await sound(file, play, "--volume", "1; reboot").play()
    assert result == Result("sound", Status.DELIVERED, f"{play} played {file}.")
    assert played() == repr(["--volume", "1; reboot", str(file)])


async def test_a_file_in_the_home(player: Player, own_home: Path) -> None:
    (own_home / "gong.oga").write_bytes(b"")
    assert (await sound("~/gong.oga", player(WELL)).play()).status is Status.DELIVERED
    assert played() == repr([str(own_home / "gong.oga")])


@pytest.mark.parametrize(
    ("does", "says"),
    [
        ("sys.exit(3)", "exit status 3"),
        ("raise RuntimeError", "exit status 1"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "exit status -9"),
    ],
)
async def test_a_player_that_fails(file: Path, player: Player, does: str, says: str) -> None:
    result = await sound(file, player(does)).play()
    assert result.status is Status.FAILED
    assert says in result.detail


async def test_a_player_that_is_missing(file: Path, tmp_path: Path) -> None:
    result = await sound(file, "playy", PATH=str(tmp_path)).play()
    assert (result.status, "playy" in result.detail) == (Status.FAILED, True)


async def test_a_player_that_cannot_run(file: Path) -> None:
    result = await sound(file, str(file)).play()
    assert (result.status, "Permission denied" in result.detail) == (Status.FAILED, True)


async def test_a_file_that_is_missing(player: Player, tmp_path: Path) -> None:
    for missing in (tmp_path / "none.wav", tmp_path):
        result = await sound(missing, player(WELL)).play()
        assert (result.status, str(missing) in result.detail) == (Status.FAILED, True)
    assert played() is None


async def test_a_player_that_hangs_is_given_up(file: Path, player: Player) -> None:
    result = await sound(file, player("signal.pause()"), limit_s=0.2).play()
    assert (result.status, "0.2 s" in result.detail) == (Status.HUNG, True)


async def test_giving_up_ends_all_that_the_player_started(file: Path, player: Player) -> None:
    """Each of the two holds a pipe open: once the pipe is at its end, both are gone."""
    os.mkfifo("alive")
    alive = os.open("alive", os.O_RDONLY | os.O_NONBLOCK)

    def read() -> bytes:
        assert select.select([alive], [], [], 30)[0], "one of them still runs, or never did"
        return os.read(alive, 1)

    hangs = "os.fork(); held = open('alive', 'wb', 0); held.write(b'x')\nwhile True: signal.pause()"
    playing = asyncio.create_task(sound(file, player(hangs)).play(), name="playing")
    assert [await asyncio.to_thread(read) for _ in range(2)] == [b"x", b"x"]
    playing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await playing
    assert await asyncio.to_thread(read) == b""
    os.close(alive)


async def test_what_a_player_prints_is_not_heard(
    file: Path, player: Player, capfd: pytest.CaptureFixture[str]
) -> None:
    prints = (
        "print('out', flush=True); print('err', file=sys.stderr)\nsys.exit(len(sys.stdin.read()))"
    )
    assert (await sound(file, player(prints)).play()).status is Status.DELIVERED
    assert capfd.readouterr() == ("", "")


async def test_a_player_has_no_terminal(file: Path, player: Player) -> None:
    opens = "try: os.open('/dev/tty', os.O_RDWR)\nexcept OSError: sys.exit(0)\nsys.exit(1)"
    assert (await sound(file, player(opens)).play()).status is Status.DELIVERED


async def test_without_one_the_first_that_is_there_plays(
    file: Path, player: Player, tmp_path: Path
) -> None:
    assert (await sound(file, PATH=str(tmp_path)).play()).status is Status.FAILED
    for name in reversed(PLAYERS):
        player(WELL, name)
        result = await sound(file, PATH=str(tmp_path)).play()
        assert result.detail == f"{name} played {file}."


async def test_aplay_makes_noise_of_what_it_does_not_know(tmp_path: Path, player: Player) -> None:
    (tmp_path / "gong.oga").write_bytes(b"OggS")
    player(WELL, "aplay")
    assert (await sound(tmp_path / "gong.oga", PATH=str(tmp_path)).play()).status is Status.FAILED
    player(WELL, "afplay")
    result = await sound(tmp_path / "gong.oga", PATH=str(tmp_path)).play()
    assert result.detail.startswith("afplay played")


async def test_over_ssh_nothing_is_played(file: Path, player: Player) -> None:
    result = await sound(file, player(WELL), SSH_CONNECTION="10.0.0.2 50000 10.0.0.1 22").play()
    assert result.status is Status.UNAVAILABLE
    assert played() is None
