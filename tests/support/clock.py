"""A clock that stands still until a test moves it."""

from focus_tui.domain.reading import Reading

# Monday, 23 November 2026, 09:00 UTC.
MONDAY_MORNING_MS = 1_795_424_400_000


class FakeClock:
    """Three clocks moved by hand, as a machine moves them; a `focus_tui.domain.reading.Clock`."""

    def __init__(self, wall_ms: int = MONDAY_MORNING_MS) -> None:
        self.wall_ms = wall_ms
        self.boot_ms = 7_000_000
        self.awake_ms = 5_000_000
        self.boots = 1

    def read(self) -> Reading:
        return Reading(self.wall_ms, self.boot_ms, self.awake_ms, f"boot-{self.boots}")

    def run(self, ms: int) -> None:
        """The machine is awake for so long."""
        self.wall_ms += ms
        self.boot_ms += ms
        self.awake_ms += ms

    def sleep(self, ms: int) -> None:
        """The machine sleeps for so long."""
        self.wall_ms += ms
        self.boot_ms += ms

    def step(self, ms: int) -> None:
        """Somebody sets the wall clock, forwards or back."""
        self.wall_ms += ms

    def reboot(self, gap_ms: int) -> None:
        """The machine is off for so long and starts anew."""
        self.wall_ms += gap_ms
        self.boot_ms = self.awake_ms = 30_000
        self.boots += 1
