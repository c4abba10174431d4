"""The small files of this machine: the bell's lock, the live file, drafts, its name."""

import stat
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from focus_tui.domain.errors import DataUnusable
from focus_tui.domain.reading import Reading
from focus_tui.services.bell import BellLock
from focus_tui.services.drafts import Drafts
from focus_tui.services.system import SystemClock, device_id, local_zone
from focus_tui.store import live
from tests.services.machine import MINUTE, SECOND, App, Machine
from tests.support.clock import FakeClock


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def live_file(machine: Machine) -> Path:
    (found,) = machine.state().glob("live-*")
    return found


def fields(machine: Machine) -> dict[str, str]:
    found = live.read(str(live_file(machine)))
    assert found is not None
    return found


def test_the_bell_has_one_holder(tmp_path: Path) -> None:
    first, second = BellLock(tmp_path / "new" / "bell"), BellLock(tmp_path / "new" / "bell")
    assert first.take()
    assert first.take()
    assert not second.take()
    assert second.held_elsewhere()
    assert not first.held_elsewhere()
    first.drop()
    assert not second.held_elsewhere()
    assert not second.held
    assert second.take()


def test_a_lock_that_cannot_be_made_is_nobodys(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = BellLock(tmp_path / "file" / "bell")
    assert not lock.held_elsewhere()
    assert lock.take()
    assert lock.held
    lock.drop()
    assert not lock.held


def test_the_live_file_is_for_this_person_and_beats(machine: Machine, app: App) -> None:
    app.services.focus.start("Mel [red]\x1b[31m\u202e filters")
    assert mode(live_file(machine)) == 0o600
    assert mode(machine.state()) == 0o700
    assert fields(machine)["intent"] == "Mel [red]␛[31m⟨U+202E⟩ filters"
    begun = int(fields(machine)["boot"])
    machine.run(14 * SECOND, SECOND)
    assert int(fields(machine)["boot"]) == begun
    machine.run(2 * SECOND, SECOND)
    assert int(fields(machine)["boot"]) == begun + 15 * SECOND
    assert fields(machine)["main"] == "0"


def test_a_command_tells_the_live_file_though_an_app_is_open(machine: Machine, app: App) -> None:
    app.services.focus.start("x")
    machine.run(MINUTE)
    machine.command().focus.pause()
    assert (fields(machine)["run"], fields(machine)["attended"]) == ("paused", "1")


def test_who_tells_what_is_old_tells_again(machine: Machine) -> None:
    class Clock(FakeClock):
        meanwhile: Callable[[], object] | None = None

        def read(self) -> Reading:
            happens, self.meanwhile = self.meanwhile, None
            if happens:
                happens()
            return super().read()

    machine.clock = clock = Clock()
    machine.command().thoughts.capture("so that there is a file")
    late = machine.command()
    late.desk.db.read()
    clock.meanwhile = lambda: machine.command().focus.start("x")
    late.desk.tell()
    assert (fields(machine)["phase"], fields(machine)["intent"]) == ("focus", "x")


def test_the_longest_intent_fits_into_the_live_file(machine: Machine, app: App) -> None:
    app.services.focus.start("\u202e" * 20_000)
    assert fields(machine)["intent"] == "⟨U+202E⟩" * 20_000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("v=1\n", "v=2\n"),
        ("end=1\n", ""),
        ("main=", "mein="),
        ("main=0", "main=²"),
        ("main=0", "main=1e3"),
        ("wall=", "wall=--"),
        ("intent=", "intend="),
    ],
)
def test_a_live_file_that_is_not_whole_is_none(
    machine: Machine, app: App, old: str, new: str
) -> None:
    app.services.focus.start("x")
    text = live_file(machine).read_text(encoding="utf-8")
    assert old in text
    live_file(machine).write_text(text.replace(old, new), encoding="utf-8")
    assert live.read(str(live_file(machine))) is None


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"\xff\xfe=\xff", b"=" * 300_000])
def test_garbage_is_no_live_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "live"
    file.write_bytes(content)
    assert live.read(str(file)) is None


def test_a_live_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "live").mkdir()
    with pytest.raises(OSError, match="directory"):
        live.write(str(tmp_path / "live"), {"id": "x"})
    assert [path.name for path in tmp_path.iterdir()] == ["live"]


def test_drafts_outlive_their_process(tmp_path: Path) -> None:
    file = tmp_path / "new" / "drafts"
    Drafts(file).put("intent", "half a\n\x1bsentence \ud800")
    assert Drafts(file).get("intent") == "half a\n\x1bsentence \ud800"
    assert Drafts(file).get("capture") == ""
    assert mode(file) == 0o600
    Drafts(file).put("intent", "")
    assert Drafts(file).get("intent") == ""


@pytest.mark.parametrize("content", [b"", b"[]", b'{"intent": 3}', b"\xff"])
def test_damaged_drafts_are_empty_drafts(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "drafts"
    file.write_bytes(content)
    assert Drafts(file).get("intent") == ""
    Drafts(file).put("intent", "x")
    assert Drafts(file).get("intent") == "x"


def test_drafts_that_cannot_be_kept_are_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Drafts(tmp_path / "file" / "drafts").put("intent", "x")


def test_this_machine_has_one_name(tmp_path: Path) -> None:
    made = device_id(tmp_path / "new")
    assert len(made) == 32
    assert device_id(tmp_path / "new") == made
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["device"]
    assert mode(tmp_path / "new" / "device") == 0o600


def test_a_machine_that_cannot_keep_its_name_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataUnusable, match="XDG_STATE_HOME"):
        device_id(tmp_path / "file" / "state")


@pytest.mark.parametrize(
    ("tz", "zone"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        (":America/New_York", "America/New_York"),
        ("EST5", "Etc/GMT+5"),
        ("CET-1CEST", "Etc/GMT-1"),
        ("XXX-5:30", "UTC"),
        ("../../etc/passwd", "UTC"),
    ],
)
def test_the_zone_is_one_that_has_a_name(
    monkeypatch: pytest.MonkeyPatch, tz: str, zone: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", tz)
        time.tzset()
        assert local_zone() == zone
    time.tzset()


def test_the_machines_clocks_run() -> None:
    clock = SystemClock()
    first, second = clock.read(), clock.read()
    assert first.boot_id == second.boot_id != ""
    assert second.since(first).same_boot
    assert second.boot_ms >= first.boot_ms >= first.awake_ms > 0
