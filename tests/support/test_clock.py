from datetime import UTC, datetime

from focus_tui.domain.reading import Clock
from tests.support.clock import MONDAY_MORNING_MS, FakeClock


def test_it_begins_on_a_monday_morning() -> None:
    begins = datetime.fromtimestamp(MONDAY_MORNING_MS / 1000, UTC)
    assert f"{begins:%a %d %b %Y %H:%M}" == "Mon 23 Nov 2026 09:00"


def test_it_moves_as_a_machine_does() -> None:
    fake = FakeClock()
    clock: Clock = fake
    before = clock.read()
    assert clock.read() == before
    fake.run(1_000)
    fake.sleep(500)
    fake.step(-9_000)
    after = clock.read()
    elapsed = after.since(before)
    assert (elapsed.ms, elapsed.slept_ms, elapsed.same_boot) == (1_500, 500, True)
    assert after.wall_ms - before.wall_ms == 1_500 - 9_000
    fake.reboot(60_000)
    elapsed = clock.read().since(after)
    assert (elapsed.ms, elapsed.known, elapsed.same_boot) == (60_000, True, False)
