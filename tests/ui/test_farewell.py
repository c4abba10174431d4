"""What is said to whoever leaves."""

from pathlib import Path

import pytest

from focus_tui.composition import Services, services
from focus_tui.ui.farewell import farewell
from tests.support.clock import FakeClock
from tests.support.made_up import ZONE, at, opened, run

Made = tuple[Services, FakeClock]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    clock = FakeClock(wall_ms=at(9, 0))
    return opened(tmp_path, clock), clock


def left(made: Made) -> str:
    made[0].keeper.leave()
    return farewell(made[0].desk.present(), "focus")


def test_nothing_when_nothing_runs(made: Made) -> None:
    assert left(made) == ""


def test_a_session_goes_on(made: Made) -> None:
    made[0].focus.start("Mel filters")
    run(*made, 10)
    assert (
        left(made)
        == "“Mel filters” goes on until 09:25; nothing will ring.\nType focus to come back."
    )


def test_what_has_no_planned_end_is_asked_about_unless_another_one_is_open(
    made: Made, tmp_path: Path
) -> None:
    ours, clock = made
    ours.focus.start("Mel filters", shape=ours.shapes.named("open"))
    assert left(made) == (
        "“Mel filters” goes on without a planned end; its time until you are back is asked "
        "about.\nType focus to come back."
    )
    other = services(tmp_path / "focus.json", clock=clock, zone=lambda: ZONE, env={})
    other.keeper.tick()
    ours.keeper.tick()
    assert left(made).startswith(
        "“Mel filters” goes on without a planned end; the other open focus counts it.\n"
    )
    other.keeper.leave()


def test_an_intent_is_harmless_and_short(made: Made) -> None:
    made[0].focus.start("\x1b[31m" + 100 * "x")
    assert left(made).startswith(f"“␛[31m{34 * 'x'}…” goes on until 09:25;")


def test_without_intent(made: Made) -> None:
    made[0].focus.start()
    assert left(made).startswith("The session goes on until 09:25; nothing will ring.\n")


def test_a_paused_session_stays_paused(made: Made) -> None:
    made[0].focus.start()
    run(*made, 12)
    made[0].focus.pause()
    run(*made, 3)
    assert left(made).startswith("The session stays paused at 12 min.\n")


def test_past_the_planned_end(made: Made) -> None:
    made[0].focus.start("Mel filters")
    run(*made, 28)
    assert left(made).startswith(
        "“Mel filters” reached its end at 09:25; from now on no time is counted.\n"
    )


def test_a_break_goes_on_and_over(made: Made) -> None:
    made[0].focus.start()
    run(*made, 25)
    made[0].focus.next()
    run(*made, 2)
    assert left(made).startswith("The break goes on until 09:30; nothing will ring.\n")
    made[0].keeper.tick()
    run(*made, 5)
    assert left(made).startswith("The break was over at 09:30.\n")


def test_another_one_is_open(made: Made, tmp_path: Path) -> None:
    ours, clock = made
    ours.focus.start()
    ours.keeper.leave()
    other = services(tmp_path / "focus.json", clock=clock, zone=lambda: ZONE, env={})
    other.keeper.tick()
    ours.keeper.tick()
    assert left(made).startswith("The session goes on until 09:25; the other open focus rings.\n")
    other.keeper.leave()
    assert left(made).startswith("The session goes on until 09:25; nothing will ring.\n")
