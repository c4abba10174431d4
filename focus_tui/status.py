"""What the clock is now, told from the live file alone: the answer to `focus status`.

The rules are those of domain/timer.py, over sums instead of spans; a test holds the two to each
other. Nothing is imported that costs time, so there are no dataclasses here.
"""

from focus_tui.domain.durations import clock, clock_past, plural, spoken

MINUTE_MS = 60_000
SLEEP_MS = MINUTE_MS
FORGIVEN_MS = 2 * MINUTE_MS
UNATTENDED_MS = LONGEST_ABSENCE_MS = 60 * MINUTE_MS
LEAST_OPEN_MS = MINUTE_MS
LONGEST_BELIEVABLE_MS = 30 * 24 * 60 * MINUTE_MS

SHORTEST = 10
"""So many cells of an intent are said in the narrowest terminal."""

Reading = tuple[int, int, int, str]
"""The clocks: wall, boot, awake, in milliseconds, and the boot they count in."""


class Facts:
    """What `focus status` says. Times are milliseconds."""

    def __init__(
        self,
        *,
        state: str,
        sessions: int,
        today_ms: int,
        phase: str = "",
        left_ms: int = 0,
        over_ms: int = 0,
        open_ms: int | None = None,
        intent: str = "",
        n: int = 0,
        of: int = 0,
    ) -> None:
        self.state = state
        """As domain.interval.State has it."""
        self.phase = phase
        self.left_ms = left_ms
        self.over_ms = over_ms
        self.open_ms = open_ms
        """The time worked in a session without a planned end, before it rings all the same."""
        self.intent = intent
        self.n = n
        """Which session of the cycle, 0 before the first; `of` so many."""
        self.of = of
        self.sessions = sessions
        """How many are done today."""
        self.today_ms = today_ms


def facts(fields: dict[str, str], now: Reading) -> Facts | None:
    """What is now, from the live file's fields; None where only the data and the bell can tell."""
    running = None if fields["phase"] == "idle" else _Running(fields)
    if running is not None and not running.move_on(fields, now):
        return None
    sessions, today = int(fields["sessions"]), int(fields["today"])
    n = int(fields["n"])
    if now[0] >= int(fields["day_ends"]):
        sessions = today = 0
        n = int(fields["phase"] == "focus")
    elif running is not None and fields["own"] == "1":
        sessions += running.counts
        today += running.worked
    if running is None or running.closed:
        return Facts(state="idle", sessions=sessions, today_ms=today)
    return Facts(
        state=running.state,
        phase=fields["phase"],
        left_ms=running.left,
        over_ms=running.over,
        open_ms=running.main if running.open and running.left else None,
        intent=fields["intent"],
        n=n,
        of=int(fields["of"]),
        sessions=sessions,
        today_ms=today,
    )


def line(facts: Facts, cells: int = 0) -> str:
    """One line for a person, as `focus 18:42 · Mel filters · 3 of 4 · 1 h 15 today`.

    A long intent is cut so that the line has at most so many cells; it is whole for 0.
    """
    today = f"{spoken(facts.today_ms)} today"
    if facts.state == "idle":
        done = f"{plural(facts.sessions, 'session')}, " if facts.sessions else ""
        return f"idle · {done}{today}" if facts.today_ms else "idle"
    if facts.open_ms is not None:
        time = clock_past(facts.open_ms)
    elif facts.state in ("overtime", "overrun"):
        time = "+" + clock_past(facts.over_ms)
    else:
        time = clock(facts.left_ms)
    name = facts.phase.replace("_", " ") if facts.state == "break" else facts.state
    place = f"{facts.n} of {facts.of}" if facts.n else ""
    parts = [part for part in (f"{name} {time}", facts.intent, place, today) if part]
    if cells and facts.intent:
        from focus_tui.domain.text import clipped  # a status bar does not wait for it

        around = len(" · ".join(parts)) - len(facts.intent)
        parts[1] = clipped(facts.intent, max(SHORTEST, cells - around))
    return " · ".join(parts)


class _Running:
    """The sums of a running interval, moved on from its last transition."""

    def __init__(self, fields: dict[str, str]) -> None:
        self.is_break = fields["phase"] != "focus"
        self.paused = fields["run"] == "paused"
        self.open = fields.get("open") == "1"
        self.closed = False
        self.abandoned = False
        self.planned = int(fields["planned"])
        self.main = int(fields["main"])
        self.over = int(fields["over"])
        self.beyond = int(fields["beyond"])
        self.alone = int(fields["alone"])
        self.worked = 0
        """Time worked since the transition."""

    @property
    def left(self) -> int:
        return max(0, self.planned - self.main)

    @property
    def state(self) -> str:
        if self.paused:
            return "paused"
        if self.left:
            return "break" if self.is_break else "focus"
        return "overrun" if self.is_break else "overtime"

    @property
    def counts(self) -> bool:
        """Whether it has become one of the day's sessions."""
        done = self.main >= LEAST_OPEN_MS if self.open else not self.left
        return self.closed and not self.is_break and not self.abandoned and done

    def move_on(self, fields: dict[str, str], now: Reading) -> bool:
        """Move on to now; False where that depends on whether the program that watched lives."""
        seen, beat = _reading(fields, "seen_"), _reading(fields, "")
        attended = fields["attended"] == "1"
        watched = _Passed(beat, seen) if attended and _newer(beat, seen) else None
        passed, blind = _Passed(now, seen), _Passed(now, beat)
        if self.paused or self.is_break:
            ms = watched.ms + blind.ms if watched else passed.ms
            if self.paused:
                self.closed = ms >= int(fields["closes"])
            else:
                self._flow(ms)
        elif not attended:
            self._left_alone(passed)
        elif blind.same_boot and blind.ms <= FORGIVEN_MS and blind.slept < SLEEP_MS:
            self._advance(passed)
        elif blind.same_boot and blind.ms - blind.slept <= FORGIVEN_MS:
            return False
        else:
            if watched:
                self._advance(watched)
            if not self.closed and not self.paused:
                self._cut_off(blind)
        return True

    def _advance(self, passed: "_Passed") -> None:
        asleep = passed.slept >= SLEEP_MS
        self._flow(passed.ms - passed.slept if asleep else passed.ms)
        self.paused = asleep

    def _flow(self, ms: int) -> None:
        inside = min(ms, self.left)
        if inside:
            self.beyond = 0
        self.main += inside
        self.over += ms - inside
        self.beyond += ms - inside
        self.alone = min(self.beyond, self.alone + ms)
        self.closed = self.alone >= UNATTENDED_MS
        if not self.is_break:
            self.worked += ms - (self.alone if self.closed else 0)

    def _left_alone(self, passed: "_Passed") -> None:
        if not passed.same_boot or passed.slept >= SLEEP_MS:
            self._cut_off(passed)
            return
        inside = 0 if self.open else min(passed.ms, self.left)
        self.main += inside
        self.worked += inside
        self.closed = passed.ms - inside >= UNATTENDED_MS

    def _cut_off(self, gap: "_Passed") -> None:
        self.paused = gap.known and gap.ms <= LONGEST_ABSENCE_MS and self.left > 0
        self.closed = not self.paused
        self.abandoned = self.closed and self.left > 0


class _Passed:
    """What passed between two readings, as domain.reading.Elapsed has it."""

    def __init__(self, now: Reading, earlier: Reading) -> None:
        self.same_boot = now[3] == earlier[3]
        self.slept = 0
        if self.same_boot:
            self.known = True
            self.ms = max(0, now[1] - earlier[1])
            self.slept = self.ms - min(self.ms, max(0, now[2] - earlier[2]))
        else:
            ms = now[0] - earlier[0]
            self.known = 0 <= ms <= LONGEST_BELIEVABLE_MS
            self.ms = ms if self.known else 0


def _newer(beat: Reading, seen: Reading) -> bool:
    return beat[3] == seen[3] and beat[1] > seen[1]


def _reading(fields: dict[str, str], prefix: str) -> Reading:
    wall, boot, awake = (int(fields[prefix + name]) for name in ("wall", "boot", "awake"))
    return wall, boot, awake, fields[prefix + "boot_id"]
