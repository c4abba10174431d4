"""What the live file says is what the data say, in every state and after any time."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import assume, event, given, settings
from hypothesis import strategies as st

from focus_tui import places, status
from focus_tui.cli import now
from focus_tui.domain.errors import FocusError
from focus_tui.domain.interval import Interval, Paused, State
from focus_tui.domain.reading import Reading
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import Span, What, joined, tail, total
from focus_tui.store import live
from tests.services.machine import HOUR, MINUTE, SECOND, Machine

Step = Callable[[Machine], None]

LIMITS = (0, 15 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE, 25 * MINUTE, HOUR, 24 * HOUR)


def around(*limits: int) -> st.SearchStrategy[int]:
    """Times at, just before and just after those that matter; and any."""
    at = st.builds(lambda limit, more: max(0, limit + more), st.sampled_from(limits), _LITTLE)
    return st.one_of(at, at, st.integers(0, 100 * MINUTE))


_LITTLE = st.sampled_from([-1, 0, 1])
LENGTHS = around(*LIMITS)


@contextmanager
def a_machine(start: int) -> Iterator[Machine]:
    folder = Path(tempfile.mkdtemp())
    machine = Machine(folder / "focus.json")
    machine.clock.step(start)
    try:
        yield machine
    finally:
        _kill(machine)
        shutil.rmtree(folder)


def shown(facts: status.Facts) -> tuple[object, ...]:
    running: tuple[object, ...] = ()
    if facts.state != State.IDLE:
        place = (facts.n, facts.of)
        running = (facts.phase, facts.left_ms, facts.over_ms, facts.intent, place)
    return (facts.state, facts.sessions, facts.today_ms, *running)


def only_the_bell_knows(fields: dict[str, str], reading: Reading) -> bool:
    """Whether it counts if the program that watched is still there: it slept, or is gone."""
    wall, boot, awake = (int(fields[name]) for name in ("wall", "boot", "awake"))
    blind = reading.since(Reading(wall, boot, awake, fields["boot_id"]))
    watched = fields["attended"] == "1" and fields["run"] == "running"
    slept = blind.slept_ms >= MINUTE or blind.awake_ms <= 2 * MINUTE < blind.ms
    return watched and blind.same_boot and slept and blind.awake_ms <= 2 * MINUTE


def check(machine: Machine, elapsed: tuple[int, int, int | None]) -> None:
    fields = live.read(places.state_file("live", str(machine.data)))
    assert fields is not None
    awake, asleep, off = elapsed
    machine.clock.run(awake)
    machine.clock.sleep(asleep)
    if off is not None:
        _kill(machine)
        today = machine.command().desk.today()
        machine.clock.reboot(off)
        # What the live file knows of the day before ends with it; no clock brings that back.
        assume(machine.command().desk.today() >= today)
    reading = machine.clock.read()
    said = status.facts(
        fields, (reading.wall_ms, reading.boot_ms, reading.awake_ms, reading.boot_id)
    )
    truth = now.facts(machine.command().desk.present())
    truth.intent = truth.intent.replace("\x1b", "␛")
    event(f"{truth.state}, {'told' if said else 'not told'}")
    if said is None:
        assert only_the_bell_knows(fields, reading)
    else:
        assert shown(said) == shown(truth)


# Any interval at all, as it could stand in the data.


_WHETHER_PAUSED = st.one_of(st.none(), st.none(), st.none(), st.sampled_from(Paused))


@st.composite
def intervals(draw: st.DrawFn, machine: Machine) -> Interval:
    phase = draw(st.sampled_from([Phase.FOCUS, Phase.FOCUS, Phase.SHORT_BREAK]))
    main, beyond = (What.BREAK, What.OVERRUN) if phase.is_break else (What.FOCUS, What.OVERTIME)
    planned = draw(st.integers(1, 90)) * MINUTE
    worked = draw(st.one_of(st.just(planned), st.integers(0, planned)))
    between = draw(st.lists(st.tuples(st.sampled_from([What.PAUSE, What.GAP, What.AWAY]), LENGTHS)))
    first = draw(st.integers(0, worked))
    over = draw(around(HOUR)) if worked == planned else 0
    after = draw(st.sampled_from([(), (What.GAP,), (What.PAUSE,), (What.AWAY,)]))
    spans = joined(
        [
            Span(main, first),
            *(Span(what, ms) for what, ms in between if not phase.is_break),
            Span(main, worked - first),
            Span(beyond, over),
            *(Span(what, draw(st.integers(0, 59 * MINUTE))) for what in after),
        ]
    )
    ms = total(spans)
    alone = min(ms, draw(st.one_of(st.just(0), st.integers(0, HOUR - 1))))
    desk = machine.apps[0].services.desk
    reading = machine.clock.read()
    machine.clock.step(-ms)
    started = desk.stamp(desk.db.read(), machine.clock.read())
    machine.clock.step(ms)
    return Interval(
        id="a" * 32,
        phase=phase,
        started=started,
        # Past its end it may have been given more time.
        planned_ms=planned + (draw(st.sampled_from([0, 0, 5 * MINUTE])) if over else 0),
        seen=reading,
        spans=spans,
        paused=None if phase.is_break else draw(_WHETHER_PAUSED),
        touched_ms=ms - alone,
        rings=int(worked == planned),
        left=False,
        intent="Mel\x1b filters",
    )


def one_before(interval: Interval) -> Session:
    """A session that was done just before, on the same day."""
    begun = interval.started._replace(at_ms=interval.started.at_ms - 25 * MINUTE)
    return Session(
        id="b" * 32,
        kind=Phase.FOCUS,
        started=begun,
        planned_ms=25 * MINUTE,
        spans=(Span(What.FOCUS, 25 * MINUTE),),
        outcome=Outcome.DONE,
    )


def limits_of(machine: Machine) -> tuple[int, ...]:
    """How long from now something happens by itself to what runs."""
    present = machine.command().desk.present()
    if (running := present.interval) is None:
        return LIMITS
    alone = total(running.spans) - running.touched_ms
    past = tail(running.spans, running.beyond)
    pause = tail(running.spans, What.PAUSE)
    left = running.left_ms
    found = (left, left + HOUR, left + HOUR - past, HOUR - alone, HOUR - past, HOUR - pause)
    ends = present.day_ends_ms - machine.clock.wall_ms
    return (*LIMITS, ends, *(max(0, limit) for limit in found))


def check_any_interval(data: st.DataObject) -> None:
    near_the_days_end = st.integers(16 * HOUR, 18 * HOUR)
    start = data.draw(st.one_of(st.integers(0, 24 * HOUR), near_the_days_end))
    with a_machine(start) as machine:
        app = machine.app()
        interval = data.draw(intervals(machine))
        with app.services.desk.act("put") as tx:
            tx.timer.put(interval)
            if data.draw(st.booleans()):
                tx.sessions.put(one_before(interval))
        app.look()
        # Some time with the app open, seen by it in the end; then perhaps without it.
        watched = st.one_of(st.sampled_from([0, 1, 15 * SECOND]), around(*limits_of(machine)))
        _run(min(data.draw(watched), 2 * HOUR))(machine)
        machine.clock.sleep(data.draw(st.sampled_from([0, 0, 45 * SECOND])))
        app.look()
        data.draw(st.sampled_from([lambda _: None, _quit, _kill, _kill_and_add]))(machine)
        limits = limits_of(machine)
        awake = data.draw(around(*limits))
        asleep = data.draw(st.one_of(st.just(0), st.just(0), around(*limits)))
        off = data.draw(st.one_of(st.none(), st.none(), st.integers(-HOUR, 50 * 24 * HOUR)))
        check(machine, (awake, asleep, off))


@settings(max_examples=100)
@given(st.data())
def test_any_interval_is_told_as_the_data_have_it(data: st.DataObject) -> None:
    check_any_interval(data)


@pytest.mark.prove
@settings(max_examples=5_000)
@given(st.data())
def test_any_interval_is_told_as_the_data_have_it_at_length(data: st.DataObject) -> None:
    check_any_interval(data)


# Any history.


def _run(ms: int) -> Step:
    # An app that looks less often than every two minutes would be taken for stopped.
    return lambda machine: machine.run(ms, max(15 * SECOND, min(ms // 20, 100 * SECOND)))


def _past_the_end(ms: int) -> Step:
    def run(machine: Machine) -> None:
        running = machine.command().desk.present().interval
        _run((running.left_ms if running else 0) + ms)(machine)

    return run


def _sleep(ms: int) -> Step:
    def asleep(machine: Machine) -> None:
        machine.clock.sleep(ms)
        for app in machine.apps:
            app.look()

    return asleep


def _act(name: str) -> Step:
    def act(machine: Machine) -> None:
        of = machine.apps[0].services if machine.apps else machine.command()
        with suppress(FocusError):
            getattr(of.focus, name)()

    return act


def _open(machine: Machine) -> None:
    if not machine.apps:
        machine.app()


def _quit(machine: Machine) -> None:
    for app in list(machine.apps):
        machine.quit(app)


def _kill(machine: Machine) -> None:
    for app in list(machine.apps):
        machine.kill(app)


def _kill_and_add(machine: Machine) -> None:
    _kill(machine)
    machine.command().thoughts.capture("in passing")


def _shell(machine: Machine) -> None:
    machine.command().thoughts.capture("in passing")


def _undo(machine: Machine) -> None:
    with suppress(FocusError):
        machine.command().history.undo()


STEPS = st.one_of(
    LENGTHS.map(_run),
    LENGTHS.map(_past_the_end),
    LENGTHS.map(_past_the_end),
    LENGTHS.map(_sleep),
    st.sampled_from(["toggle", "next", "next", "finish", "void", "extend", "extend"]).map(_act),
    st.sampled_from([_open, _open, _quit, _kill, _shell, _undo]),
)
ELAPSED = st.tuples(
    LENGTHS,
    st.one_of(st.just(0), LENGTHS),
    st.one_of(st.none(), st.integers(-HOUR, 3 * HOUR)),
)


def check_history(steps: list[Step], elapsed: tuple[int, int, int | None], start: int) -> None:
    with a_machine(start) as machine:
        machine.app().services.focus.start("Mel\x1b filters")
        for step in steps:
            step(machine)
        check(machine, elapsed)


@settings(max_examples=30)
@given(st.lists(STEPS, max_size=8), ELAPSED, st.integers(0, 24 * HOUR))
def test_any_history_is_told_as_the_data_have_it(
    steps: list[Step], elapsed: tuple[int, int, int | None], start: int
) -> None:
    check_history(steps, elapsed, start)


@pytest.mark.prove
@settings(max_examples=1_000)
@given(st.lists(STEPS, max_size=14), ELAPSED, st.integers(0, 24 * HOUR))
def test_any_history_is_told_as_the_data_have_it_at_length(
    steps: list[Step], elapsed: tuple[int, int, int | None], start: int
) -> None:
    check_history(steps, elapsed, start)


# The line.


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        (status.Facts(state="idle", sessions=0, today_ms=0), "idle"),
        (status.Facts(state="idle", sessions=0, today_ms=15 * MINUTE), "idle · 15 min today"),
        (
            status.Facts(state="idle", sessions=3, today_ms=75 * MINUTE),
            "idle · 3 sessions, 1 h 15 today",
        ),
        (
            status.Facts(
                state="focus",
                phase="focus",
                left_ms=18 * MINUTE + 41_001,
                intent="Mel filters",
                n=3,
                of=4,
                sessions=2,
                today_ms=75 * MINUTE,
            ),
            "focus 18:42 · Mel filters · 3 of 4 · 1 h 15 today",
        ),
        (
            status.Facts(
                state="overtime",
                phase="focus",
                over_ms=130_999,
                n=1,
                of=4,
                sessions=0,
                today_ms=27 * MINUTE,
            ),
            "overtime +02:10 · 1 of 4 · 27 min today",
        ),
        (
            status.Facts(
                state="break", phase="long_break", left_ms=MINUTE, sessions=1, today_ms=25 * MINUTE
            ),
            "long break 01:00 · 25 min today",
        ),
    ],
)
def test_the_line(facts: status.Facts, line: str) -> None:
    assert status.line(facts) == line
    assert status.line(facts, 80) == line


@pytest.mark.parametrize("cells", [80, 60])
def test_a_long_intent_is_cut_for_a_terminal_alone(cells: int) -> None:
    facts = status.Facts(
        state="focus", left_ms=MINUTE, intent="x" * 10_000, n=1, of=4, sessions=0, today_ms=0
    )
    assert len(status.line(facts)) > 10_000
    line = status.line(facts, cells)
    assert len(line) == cells
    assert line.endswith("x… · 1 of 4 · 0 min today")
    assert "x…" in status.line(facts, 20)
