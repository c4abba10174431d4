import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.dayoff import DaysOff
from focus_tui.domain.errors import BadInput
from focus_tui.domain.goal import Column, Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import DONE
from focus_tui.domain.lineup import Next
from focus_tui.domain.reflection import Answer, Part, Reflection
from focus_tui.domain.session import Session, Stamp
from focus_tui.domain.spans import Span, What
from focus_tui.domain.week import Week
from focus_tui.store.codec import Codec
from focus_tui.store.codecs import CALENDAR, CODECS, IDEAS, MARKS, SESSIONS, TIMER
from focus_tui.store.fields import Misfit, instant, instant_ms
from focus_tui.store.plans import COMMITMENTS, DAYSOFF, GOALS, LINEUP
from focus_tui.store.reflections import ANSWERS, LEARNED, REFLECTIONS
from tests.store import given as g
from tests.store import strategies

ALL: list[tuple[Codec[Any], st.SearchStrategy[Any]]] = [
    (SESSIONS, strategies.SESSIONS),
    (MARKS, strategies.MARKS),
    (IDEAS, strategies.IDEAS),
    (CALENDAR, strategies.RULES),
    (TIMER, strategies.INTERVALS),
    (GOALS, strategies.GOALS),
    (COMMITMENTS, strategies.COMMITMENTS),
    (LINEUP, strategies.LINEUP),
    (DAYSOFF, strategies.DAYSOFF),
    (REFLECTIONS, strategies.REFLECTIONS),
    (ANSWERS, strategies.ANSWERS),
    (LEARNED, strategies.LEARNED),
]


@pytest.mark.parametrize(("codec", "values"), ALL, ids=[codec.table for codec, _ in ALL])
def test_every_value_comes_back_through_json(
    codec: Codec[Any], values: st.SearchStrategy[Any]
) -> None:
    @settings(deadline=None)
    @given(values)
    def check(value: Any) -> None:
        written = json.dumps(codec.encode(value.id, value), ensure_ascii=False)
        assert codec.decode(value.id, json.loads(written.encode())) == value

    check()


def test_every_table_has_its_codec() -> None:
    assert {codec.table: codec for codec, _ in ALL} == CODECS


def test_a_session_as_a_person_finds_it_in_the_file() -> None:
    value = replace(g.session("a"), intent="Read", deleted_at=g.START_MS)
    assert SESSIONS.encode("a", value) == {
        "kind": "focus",
        "intent": "Read",
        "started_at": "2026-11-23T08:00:00.000Z",
        "zone": "Europe/Paris",
        "offset_s": 3600,
        "on": "2026-11-23",
        "planned_ms": 1_500_000,
        "spans": [["focus", 1_500_000]],
        "outcome": "done",
        "focused": None,
        "note": "",
        "goal_id": None,
        "commitment_id": None,
        "idea_id": None,
        "open": False,
        "edited_at": None,
        "deleted_at": "2026-11-23T08:00:00.000Z",
    }


def test_fields_that_may_be_empty_may_be_missing() -> None:
    fields = SESSIONS.encode("a", g.session("a"))
    for name in ("intent", "note", "focused", "goal_id", "deleted_at"):
        del fields[name]
    assert SESSIONS.decode("a", fields) == g.session("a")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"note": "a\0b"}, "note of this session holds a NUL"),
        ({"intent": "a\ud800b"}, "intent of this session holds half a character"),
        ({"deleted_at": 253_402_300_800_000}, "deleted_at of this session is outside"),
        ({"deleted_at": -62_135_596_800_001}, "deleted_at of this session is outside"),
        ({"deleted_at": 10**30}, "deleted_at of this session is outside"),
        ({"planned_ms": -1}, "planned_ms of this session is not a whole number"),
        ({"planned_ms": 2**53}, "planned_ms of this session is not a whole number"),
        ({"planned_ms": True}, "planned_ms of this session is not a whole number"),
        ({"planned_ms": 1.0}, "planned_ms of this session is not a whole number"),
        ({"spans": (Span(What.FOCUS, -1),)}, "spans of this session is not a list"),
        ({"spans": [Span(What.FOCUS, 1)]}, "session can't be kept"),
        ({"started": Stamp(0, "", 0, "2026-11-23")}, "zone of this session is empty"),
        ({"started": Stamp(0, "UTC", 86_400, "2026-11-23")}, "offset_s of this session"),
        ({"started": Stamp(0, "UTC", 0, "23.11.2026")}, "on of this session is not a date"),
        ({"started": Stamp(0, "UTC", 0, "2026-11-31")}, "on of this session is not a date"),
        ({"started": Stamp(0, "UTC", 0, "20261123")}, "on of this session is not a date"),
        ({"id": ""}, "session can't be kept"),
        ({"id": "\0"}, "id of this session holds a NUL"),
    ],
)
def test_what_a_file_cannot_hold_is_refused_before_it_enters(
    change: dict[str, Any], said: str
) -> None:
    value: Session = replace(g.session("a"), **change)
    with pytest.raises(BadInput, match=said):
        SESSIONS.encode(value.id, value)


def test_a_text_of_ten_thousand_signs_comes_back() -> None:
    value = g.idea("a", "é́🍅]" * 2500 + "\x1b[31m\u202e[/]")
    assert IDEAS.decode("a", IDEAS.encode("a", value)) == value


GOAL = Goal(id="a", title="Audio", place=(Column.ACTIVE, "V"), moved_at=0)
PROMISE = Commitment(id="a", text="Audio", input=DONE, first_on="2026-11-23", last_on="2026-11-29")
OFF = DaysOff(id="a", first_on="2026-11-23", last_on="2026-11-23")
REVIEWED = Reflection(week=Week("2026-11-23"), begun_at=0)
ANSWERED = Answer("a", "2026-11-23", Part.WON)

WRONG: list[tuple[Codec[Any], Any, dict[str, Any], str]] = [
    (SESSIONS, g.session("a"), {"kind": "nap"}, "kind is none of focus, short_break, long_break"),
    (SESSIONS, g.session("a"), {"kind": None}, "kind is none of"),
    (SESSIONS, g.session("a"), {"kind": ["focus"]}, "kind is none of"),
    (SESSIONS, g.session("a"), {"started_at": "2026-11-23T08:00:00Z"}, "started_at is not an inst"),
    (SESSIONS, g.session("a"), {"started_at": "2026-11-23 08:00:00.000Z"}, "started_at is not"),
    (SESSIONS, g.session("a"), {"started_at": "2026-11-23T08:00:00.000"}, "started_at is not"),
    (SESSIONS, g.session("a"), {"started_at": "2026-11-23T08:00:00.000+00:00"}, "started_at is"),
    (SESSIONS, g.session("a"), {"started_at": "2026-W48-1T08:00:00.000Z"}, "started_at is not"),
    (SESSIONS, g.session("a"), {"started_at": "2026-11-23T08:00:60.000Z"}, "started_at is not"),
    (SESSIONS, g.session("a"), {"started_at": "0000-01-01T00:00:00.000Z"}, "started_at is not"),
    (SESSIONS, g.session("a"), {"started_at": 0}, "started_at is not"),
    (SESSIONS, g.session("a"), {"spans": None}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": "focus"}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": [["focus"]]}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": [["sleep", 1]]}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": [["focus", "1"]]}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": [["focus", True]]}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": [["focus", 1.5]]}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"spans": {"focus": 1}}, "spans is not a list"),
    (SESSIONS, g.session("a"), {"note": 1}, "note is not a text"),
    (SESSIONS, g.session("a"), {"note": "\0"}, "note holds a NUL"),
    (SESSIONS, g.session("a"), {"goal_id": ""}, "goal_id is empty"),
    (SESSIONS, g.session("a"), {"goal_id": 7}, "goal_id is not a text"),
    (MARKS, g.mark("a", "b"), {"session_id": 1}, "session_id is not a text"),
    (IDEAS, g.idea("a"), {"place": "x"}, r"place is not \[parent, rank\]"),
    (IDEAS, g.idea("a"), {"place": ["x"]}, r"place is not \[parent, rank\]"),
    (IDEAS, g.idea("a"), {"place": [1, "x"]}, "place is not a text"),
    (GOALS, GOAL, {"title": ""}, "title is empty"),
    (GOALS, GOAL, {"place": ["doing", "V"]}, r"place is not \[one of someday, active,"),
    (GOALS, GOAL, {"place": None}, "place is not"),
    (GOALS, GOAL, {"cadence": {"n": 0, "of": "days"}}, "cadence.n is not a whole number"),
    (GOALS, GOAL, {"cadence": {"n": 1, "of": "hours"}}, "cadence.of is none of"),
    (GOALS, GOAL, {"cadence": {"n": 1, "of": "early_days"}}, "cadence.before_min is missing"),
    (GOALS, GOAL, {"target": {"n": 0, "unit": ""}}, "target.n is not a whole number"),
    (GOALS, GOAL, {"deadline": {"on": "soon", "real": True}}, "deadline.on is not a date"),
    (GOALS, GOAL, {"hue": 6}, "hue is not a whole number"),
    (COMMITMENTS, PROMISE, {"input": None}, "input is not an object"),
    (COMMITMENTS, PROMISE, {"first_on": "2026-11-31"}, "first_on is not a date"),
    (COMMITMENTS, PROMISE, {"promised": {"n": 1}}, "promised.of is missing"),
    (LINEUP, Next(id="a", on="2026-11-23", rank="V"), {"rank": 1}, "rank is not a text"),
    (DAYSOFF, OFF, {"last_on": None}, "last_on is not a date"),
    (REFLECTIONS, REVIEWED, {"first_on": "2026-11-24"}, "first_on is not the day of which"),
    (REFLECTIONS, REVIEWED, {"mood": 6}, "mood is not a whole number from 1 to 5"),
    (REFLECTIONS, REVIEWED, {"public": ["won", "secret"]}, "public is not a list of some of"),
    (REFLECTIONS, REVIEWED, {"won": [3]}, "won is not a text"),
    (REFLECTIONS, REVIEWED, {"seen": {"week": 3}}, "seen is no evidence of a week"),
    (REFLECTIONS, REVIEWED, {"seen": {"a": "\ud800"}}, "seen holds half a character"),
    (ANSWERS, ANSWERED, {"part": "praised"}, "part is none of"),
    (ANSWERS, ANSWERED, {"choice": "perhaps"}, "choice is none of"),
    (TIMER, g.interval("a"), {"seen": 1}, "seen is not an object"),
    (TIMER, g.interval("a"), {"seen": {}}, "seen.wall_at is missing"),
    (TIMER, g.interval("a"), {"left": 1}, "left is neither true nor false"),
    (TIMER, g.interval("a"), {"rings": -1}, "rings is not a whole number"),
]


@pytest.mark.parametrize(("codec", "value", "fields", "said"), WRONG)
def test_a_field_that_a_hand_made_wrong_is_named(
    codec: Codec[Any], value: Any, fields: dict[str, Any], said: str
) -> None:
    raw = codec.encode(value.id, value) | fields
    with pytest.raises(Misfit, match=said):
        codec.decode(value.id, raw)


@pytest.mark.parametrize("codec", CODECS.values(), ids=list(CODECS))
def test_an_empty_document_is_no_value(codec: Codec[Any]) -> None:
    with pytest.raises(Misfit, match="is missing"):
        codec.decode("a", {})


@settings(deadline=None)
@given(st.integers(-62_135_596_800_000, 253_402_300_799_999))
def test_an_instant_comes_back_and_sorts_as_its_text(ms: int) -> None:
    text = instant("at", ms)
    assert len(text) == 24
    assert instant_ms(text) == ms
    assert (text < instant("at", 0)) == (ms < 0)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_other_text_is_an_instant(text: str) -> None:
    try:
        ms = instant_ms(text)
    except ValueError:
        return
    assert instant("at", ms) == text


def test_a_value_of_another_kind_of_equal_content_is_not_taken_silently() -> None:
    value = Idea(id="a", title="x", captured_at=0, place=["p", "r"])  # type: ignore[arg-type]
    with pytest.raises(BadInput, match="idea can't be kept"):
        IDEAS.encode("a", value)
