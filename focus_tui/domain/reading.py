"""Three clocks read together: the only source of time in the program."""

from typing import NamedTuple, Protocol

# Longer than this between two boots of a machine, the wall clock can't be trusted to say how long.
LONGEST_BELIEVABLE_MS = 30 * 24 * 3_600_000


class Elapsed(NamedTuple):
    """What passed between two readings, in milliseconds."""

    ms: int
    """Real time, sleep included; never negative."""
    slept_ms: int
    """The part of it in which the machine slept; 0 where that can't be known."""
    known: bool
    """False when no clock can say how long it was (another boot, and a wall clock gone wrong)."""
    same_boot: bool

    @property
    def awake_ms(self) -> int:
        """The part of it in which the machine was awake."""
        return self.ms - self.slept_ms


class Reading(NamedTuple):
    """One look at the clocks.

    `wall_ms` is UTC since 1970 and only a label: people and time servers set it. `boot_ms` runs
    on through sleep, `awake_ms` stands still in it; both count from an arbitrary start within the
    boot named by `boot_id`.
    """

    wall_ms: int
    boot_ms: int
    awake_ms: int
    boot_id: str

    def since(self, earlier: "Reading") -> Elapsed:
        """What passed since `earlier`: by the boot clock, or by the wall across a reboot."""
        if self.boot_id == earlier.boot_id:
            ms = max(0, self.boot_ms - earlier.boot_ms)
            awake = min(ms, max(0, self.awake_ms - earlier.awake_ms))
            return Elapsed(ms, ms - awake, known=True, same_boot=True)
        ms = self.wall_ms - earlier.wall_ms
        known = 0 <= ms <= LONGEST_BELIEVABLE_MS
        return Elapsed(ms if known else 0, 0, known=known, same_boot=False)

    def no_earlier_than(self, other: "Reading") -> "Reading":
        """This reading, or `other` where that is known to be the later one."""
        late = self.boot_id == other.boot_id and self.boot_ms < other.boot_ms
        return other if late else self


class Clock(Protocol):
    """Where readings come from; tests bring their own."""

    def read(self) -> Reading:
        """Read all three clocks at one moment."""
        ...
