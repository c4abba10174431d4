import os
import subprocess
import sys
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pendulum
import pytest

from focus_tui.cli.daytable import table
from focus_tui.composition import Services, services
from focus_tui.domain.calendar import Calendar
from focus_tui.domain.durations import plural
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.spans import What, total
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.store.codecs import SESSIONS
from focus_tui.store.fields import instant_ms
from tests.cli.shell import ROOT
from tests.decade.life import Decade, live, write
from tests.support.clock import FakeClock

UNTIL = date(2026, 11, 23)
EVERY = 20


@pytest.fixture(scope="module")
def decade() -> Decade:
    return live(1, UNTIL, EVERY)


@pytest.fixture
def opened(decade: Decade, tmp_path: Path) -> Services:
    """The app's services on it, on its last day at ten in the morning."""
    write(decade, tmp_path / "life" / "focus.json")
    morning = pendulum.datetime(2026, 11, 23, 10, tz="Europe/Paris")
    clock = FakeClock(int(morning.timestamp() * 1000))
    return services(
        tmp_path / "life" / "focus.json", clock=clock, zone=lambda: "Europe/Paris", env={}
    )


def sessions(decade: Decade) -> list[Session]:
    """All sessions and breaks, in order of time."""
    files = (*decade.past.values(), decade.current)
    values = [SESSIONS.decode(id, raw) for each in files for id, raw in each["sessions"].items()]
    return sorted(values, key=lambda each: each.started.at_ms)


def command(
    folder: Path, *options: str, hash_seed: str = "0"
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tests.decade", str(folder / "focus.json"), *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_seed_is_the_same_life_byte_for_byte(tmp_path: Path) -> None:
    thin = ("--every", "100", "--until", "2026-03-31")
    first = command(tmp_path / "1", *thin, "--seed", "7")
    assert (first.returncode, first.stderr) == (0, "")
    assert "50 ideas" in first.stdout
    command(tmp_path / "2", *thin, "--seed", "7", hash_seed="99")
    command(tmp_path / "3", *thin, "--seed", "8")
    lives = [read(tmp_path / name) for name in "123"]
    assert lives[0] == lives[1]
    assert lives[0] != lives[2]
    assert {"focus.json", "sessions-2016.json", "sessions-2024.json"} <= lives[0].keys()
    assert "sessions-2025.json" not in lives[0]
    again = command(tmp_path / "1", *thin)
    assert (again.returncode, again.stdout) == (2, "")
    assert "is there already" in again.stderr
    assert read(tmp_path / "1") == lives[0]


def check_counts(decade: Decade, every: int) -> None:
    focus = [each for each in sessions(decade) if each.kind is Phase.FOCUS]
    assert len(focus) == 40_000 // every
    assert len(decade.all("ideas")) == 5_000 // every
    assert len(decade.all("goals")) == 200 // every
    assert len(decade.all("reflections")) == 520 // every


def check_whole(decade: Decade) -> None:
    """What must hold in any life."""
    every = sessions(decade)
    calendar = Calendar()
    assert len({each.id for each in every}) == len(every)
    for one, next in pairwise(every):
        assert one.ended_at_ms <= next.started.at_ms
    for each in every[:: max(1, len(every) // 2_000)]:
        assert calendar.day_of(each.started.at_ms, each.started.zone) == each.started.on
        local = pendulum.from_timestamp(each.started.at_ms / 1000, tz=each.started.zone)
        assert local.offset == each.started.offset_s
    for each in every:
        main = What.FOCUS if each.kind is Phase.FOCUS else What.BREAK
        reached = total(each.spans, main) >= each.planned_ms
        assert reached is (each.outcome is Outcome.DONE)
        accepted(each.intent, field="intent", limit=LINE_LIMIT, one_line=True)
    ids = {each.id for each in every}
    assert all(raw["session_id"] in ids for raw in decade.all("marks"))
    for name in ("sessions", "marks", "ideas", "goals", "reflections", "answers"):
        for raw in decade.all(name):
            assert instant_ms(raw["created_at"]) <= instant_ms(raw["updated_at"])
            assert raw["device"]


def test_it_is_whole(decade: Decade) -> None:
    check_counts(decade, EVERY)
    check_whole(decade)


def test_years_lie_where_they_belong(decade: Decade) -> None:
    assert sorted(decade.past) == list(range(2016, 2026))
    for year, tables in decade.past.items():
        assert {raw["on"][:4] for raw in tables["sessions"].values()} == {f"{year}"}
        assert all(raw["session_id"] in tables["sessions"] for raw in tables["marks"].values())
    assert {raw["on"][:4] for raw in decade.current["sessions"].values()} == {"2026"}
    in_march = live(1, date(2026, 3, 31), EVERY)
    assert max(in_march.past) == 2024
    assert {raw["on"][:4] for raw in in_march.current["sessions"].values()} == {"2025", "2026"}


def check_rich(decade: Decade) -> None:
    """All that can be in a life is in it."""
    every = sessions(decade)
    kinds = Counter(each.kind for each in every)
    assert kinds[Phase.SHORT_BREAK] > 2 * kinds[Phase.LONG_BREAK] > 0
    assert {each.outcome for each in every} == set(Outcome)
    assert {span.what for each in every for span in each.spans} == set(What)
    assert {each.started.zone for each in every} == {"Europe/Paris", "Asia/Tokyo"}
    begun = [(each.started.on, each.started.at_ms, each.started.zone) for each in every]
    assert any(Calendar().begins(on, zone) + 20 * 3_600_000 < at for on, at, zone in begun)
    place = {raw["id"]: raw["place"] for raw in with_ids(decade, "ideas")}
    assert max(depth(place, id) for id in place) >= 5
    inbox = [raw for raw in decade.all("ideas") if raw["place"] is None and not raw["deleted_at"]]
    assert len(inbox) > len(place) / 20
    trash = [raw for raw in decade.all("ideas") if raw["deleted_at"]]
    assert len(trash) > len(place) / 50
    texts = {each.intent for each in every} | {raw["title"] for raw in decade.all("ideas")}
    assert not {"\x1b", "\u202e", "[", "日", "ع", "Ü"} - set("".join(texts))


def with_ids(decade: Decade, name: str) -> list[dict[str, Any]]:
    return [{"id": id, **raw} for id, raw in decade.current[name].items()]


def depth(place: dict[str, Any], id: str) -> int:
    return 1 + depth(place, place[id][0]) if place[id] and place[id][0] else 1


def test_it_is_rich(decade: Decade) -> None:
    check_rich(decade)


def day(decade: Decade, on: str) -> list[Session]:
    return [each for each in sessions(decade) if each.started.on == on and not each.deleted_at]


@pytest.mark.parametrize("which", [-1, -2, 40, 0])
def test_the_app_shows_its_days(opened: Services, decade: Decade, which: int) -> None:
    on = sorted({each.started.on for each in sessions(decade)})[which]
    expected = day(decade, on)
    today = opened.desk.present().day
    shown = today if today.on == on else opened.desk.day(on)
    assert list(shown.sessions) == expected
    counted = [each for each in expected if each.counts]
    assert shown.count == len(counted)
    standing = [each for each in expected if each.outcome is not Outcome.VOID]
    worked = sum(total(each.spans, What.FOCUS, What.OVERTIME) for each in standing)
    assert shown.focused_ms == worked
    lines = table(shown).splitlines()
    assert lines[-1].startswith(plural(len(counted), "session"))
    assert sum("–" in line[:11] for line in lines) == len(expected)
    for each in expected:
        assert sum(span.ms for span in each.spans) == each.ended_at_ms - each.started.at_ms


def test_today_and_yesterday_are_recent(opened: Services, decade: Decade) -> None:
    expected = day(decade, "2026-11-22") + day(decade, "2026-11-23")
    assert list(opened.desk.present().recent) == expected


def test_an_act_on_it_keeps_what_the_program_does_not_know(
    opened: Services, decade: Decade
) -> None:
    before = read(opened.desk.db.path.parent)
    inbox = len(opened.thoughts.inbox())
    opened.thoughts.capture("one more")
    after = read(opened.desk.db.path.parent)
    assert {name for name in after if after[name] != before.get(name)} == {
        "focus.json",
        "focus.lock",
    }
    lines = set(before["focus.json"].splitlines()) - set(after["focus.json"].splitlines())
    assert len(lines) <= 1, "only the comma after the last thought"
    assert len(opened.thoughts.inbox()) == inbox + 1
    assert opened.desk.db.notices() == ()


@pytest.mark.prove
def test_the_whole_decade() -> None:
    whole = live(1, UNTIL)
    check_counts(whole, 1)
    check_whole(whole)
    check_rich(whole)
    days = Counter(each.started.on for each in sessions(whole) if each.kind is Phase.FOCUS)
    assert max(days.values()) <= 24
    assert all(days[on] for on in ("2026-11-21", "2026-11-22", "2026-11-23"))
    nights = [
        (one.started, next.started)
        for one, next in pairwise(sessions(whole))
        if one.started.on == next.started.on and one.started.offset_s != next.started.offset_s
    ]
    assert len(nights) > 5, "clock changes while something was going on"
