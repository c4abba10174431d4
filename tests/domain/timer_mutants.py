"""Faults to plant in the clock's source, each at one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutant:
    name: str
    module: str
    code: str
    fault: str
    machine: bool = True
    """Whether the state machine must find it too; what it doesn't look at, the examples do."""


MUTANTS = (
    Mutant(
        "a minute of sleep is a flicker", "timer", "slept_ms < SLEEP_MS:", "slept_ms <= SLEEP_MS:"
    ),
    Mutant(
        "sleep is worked", "timer", "_flow(current, passed.awake_ms)", "_flow(current, passed.ms)"
    ),
    Mutant("sleep pauses nothing", "timer", "paused=Paused.SLEEP", "paused=None"),
    Mutant("breaks stop in sleep", "timer", "if interval.phase.is_break or passed", "if passed"),
    Mutant("overtime for ever", "timer", "if alone < UNATTENDED_MS", "if True"),
    Mutant(
        "an hour alone is too short", "timer", "alone < UNATTENDED_MS", "alone <= UNATTENDED_MS"
    ),
    Mutant(
        "keys past the end don't count",
        "timer",
        "min(beyond, total(interval.spans) - interval.touched_ms)",
        "beyond",
    ),
    Mutant(
        "the bell is a key",
        "timer",
        "return replace(interval, rings=2 if long else 1)",
        "return touch(replace(interval, rings=2 if long else 1))",
    ),
    Mutant(
        "the hour alone is credited",
        "timer",
        "added(interval.spans[:-1], interval.beyond, beyond - alone)",
        "interval.spans",
    ),
    Mutant(
        "a forgotten pause stays in the account",
        "timer",
        "spans=interval.spans[:-1]",
        "spans=interval.spans",
    ),
    Mutant(
        "a pause of an hour is too short",
        "timer",
        "pause < LONGEST_PAUSE_MS",
        "pause <= LONGEST_PAUSE_MS",
    ),
    Mutant("a pause crosses days", "timer", " and not crossed", ""),
    Mutant(
        "days go by the wall clock",
        "timer",
        "now_ms = interval.known_to_ms\n",
        "now_ms = interval.seen.wall_ms\n",
    ),
    Mutant("three minutes are forgiven", "timer", "FORGIVEN_MS = 2 *", "FORGIVEN_MS = 3 *"),
    Mutant("sleep is forgiven", "timer", "gap.slept_ms < SLEEP_MS and gap.ms", "gap.ms"),
    Mutant(
        "a reboot is forgiven",
        "timer",
        "return gap.same_boot and gap.slept_ms",
        "return gap.slept_ms",
    ),
    Mutant(
        "an hour's absence is too long",
        "timer",
        "gap.ms <= LONGEST_ABSENCE_MS",
        "gap.ms < LONGEST_ABSENCE_MS",
    ),
    Mutant("unknown time is no time", "timer", "if gap.known and gap.ms", "if gap.ms"),
    Mutant(
        "past the plan it is asked",
        "timer",
        " and interval.left_ms:\n        current",
        ":\n        current",
    ),
    Mutant(
        "heartbeats are not read",
        "timer",
        "watched = advance(interval, seen, calendar)",
        "watched = Moment(interval)",
    ),
    Mutant("who left has a heartbeat", "timer", " and not interval.left:", ":", machine=False),
    Mutant(
        "the time away is worked",
        "timer",
        "inside = 0 if interval.open else min(away.ms, interval.left_ms)",
        "inside = away.ms",
    ),
    Mutant(
        "an open session goes on without anybody",
        "timer",
        "inside = 0 if interval.open else min(",
        "inside = min(",
    ),
    Mutant(
        "an open session is never done",
        "timer",
        "replace(interval, planned_ms=interval.main_ms)",
        "interval",
    ),
    Mutant(
        "all can be taken away",
        "timer",
        "if interval.left_ms - ms < MINUTE_MS:",
        "if False:",
        machine=False,
    ),
    Mutant(
        "left and slept is worked",
        "timer",
        "if not away.same_boot or away.slept_ms >= SLEEP_MS:",
        "if not away.same_boot:",
    ),
    Mutant("left for ever", "timer", "if absence >= UNATTENDED_MS:", "if False:"),
    Mutant(
        "once left, always left",
        "timer",
        "touch(replace(moment.interval, left=False))",
        "touch(moment.interval)",
    ),
    Mutant(
        "a break is cut off",
        "timer",
        "if current.paused is not None or current.phase.is_break:",
        "if current.paused is not None:",
    ),
    Mutant(
        "five more minutes don't ring",
        "timer",
        "planned_ms=interval.main_ms + ms, rings=0",
        "planned_ms=interval.main_ms + ms",
    ),
    Mutant("it rings and rings", "timer", "if interval.rings == 0:", "if interval.rings <= 1:"),
    Mutant(
        "two bells after a sleep", "timer", "rings=2 if long else 1", "rings=interval.rings + 1"
    ),
    Mutant(
        "the bell is never late",
        "interval",
        "else total(after(self.spans, self.main))\n",
        "else 0\n",
    ),
    Mutant("undo goes on running", "timer", "paused=Paused.UNDO", "paused=None"),
    Mutant(
        "undo credits the time since",
        "timer",
        "_plus(current, what, rest)",
        "_flow(current, rest)",
    ),
    Mutant(
        "undo credits an absence", "timer", "Moment(None, closed) if closed else advance", "advance"
    ),
    Mutant(
        "undo forgets a pause",
        "timer",
        "rest = total(before.spans) + passed - total(spans)",
        "rest = now.since(at).ms",
    ),
    Mutant(
        "a late reading counts twice",
        "timer",
        "seen=now.no_earlier_than(interval.seen)",
        "seen=now",
        machine=False,
    ),
    Mutant(
        "overtime can be paused",
        "timer",
        'if not interval.left_ms:\n        raise Refused("The session',
        'if False:\n        raise Refused("The session',
    ),
    Mutant(
        "a void session is done",
        "timer",
        "if not interval.left_ms and outcome is not Outcome.VOID:",
        "if not interval.left_ms:",
        machine=False,
    ),
    Mutant(
        "all that is kept is credited",
        "gap",
        "max(0, min(total(spans, What.GAP), planned_ms - total(spans, What.FOCUS)))",
        "total(spans, What.GAP)",
    ),
    Mutant("each gap is credited in full", "gap", "credit -= kept", "credit -= 0"),
    Mutant(
        "dropped time is credited",
        "gap",
        "if answer is Answer.KEEP else 0",
        "if answer is not Answer.END else 0",
    ),
    Mutant(
        "work after a gap is lost",
        "gap",
        "answer is Answer.END and not can_end_there(spans)",
        "False",
    ),
    Mutant(
        "what was void counts",
        "session",
        "focus >= plan and self.outcome is not Outcome.VOID",
        "focus >= plan",
        machine=False,
    ),
    Mutant(
        "time goes by the wall clock",
        "reading",
        "ms = max(0, self.boot_ms - earlier.boot_ms)",
        "ms = max(0, self.wall_ms - earlier.wall_ms)",
    ),
    Mutant(
        "nobody sees a sleep", "reading", "Elapsed(ms, ms - awake, known", "Elapsed(ms, 0, known"
    ),
    Mutant(
        "any wall clock is believed",
        "reading",
        "known = 0 <= ms <= LONGEST_BELIEVABLE_MS",
        "known = 0 <= ms",
    ),
    Mutant(
        "stretches are never joined", "spans", "if spans and spans[-1].what is what:", "if False:"
    ),
    Mutant(
        "a day begins a moment late",
        "calendar",
        "if at_ms >= self.begins",
        "if at_ms > self.begins",
    ),
    Mutant(
        "two hours don't end a cycle",
        "cycle",
        "if last_end is not None and session.started",
        "if False and session.started",
        machine=False,
    ),
)
