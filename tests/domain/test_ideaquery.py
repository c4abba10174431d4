"""What is typed to find an idea, and what it finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.ideaquery import DAY_MS, STATES, Query, matches, parse
from focus_tui.domain.ideawords import KINDS, kind, tags

TERMS = ["#", "##", "type:", "is:", "older:", "newer:", "in:", "30d", '"', ":", "learn", " ", "é"]
LINES = st.lists(st.sampled_from(TERMS) | st.text(alphabet=st.characters(), max_size=4)).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("Audio  RUST", Query(words=("audio", "rust"))),
        ('a "Pitch shift" b', Query(words=("a", "pitch shift", "b"))),
        ('5" driver', Query(words=('5"', "driver"))),
        ("#To #to", Query(tags=("to",))),
        ("#1 ## #a,", Query(words=("#1", "##", "#a,"))),
        ("type:learn", Query(kinds=("learn",))),
        ("TYPE:T", Query(kinds=("teach", "tool"))),
        ("type:learn type:ask", Query(kinds=("learn", "ask"))),
        ("is:d is:open", Query(states=("done", "dropped", "open"))),
        ('is:"resting"', Query(states=("resting",))),
        ("older:30d", Query(older_ms=30 * DAY_MS)),
        ("older:2w newer:1y", Query(older_ms=14 * DAY_MS, newer_ms=365 * DAY_MS)),
        ("older:1m older:3", Query(older_ms=30 * DAY_MS)),
        ("newer:1m newer:3", Query(newer_ms=3 * DAY_MS)),
        ("in:inbox in:Front", Query(places=("inbox", "front"))),
        ('in:"Audio  course" x', Query(words=("x",), places=("audio course",))),
        ("in:type:learn", Query(places=("type:learn",))),
        ("foo:bar https://a.org", Query(words=("foo:bar", "https://a.org"))),
        ('foo:"a b"', Query(words=('foo:"a b"',))),
        (": a:", Query(words=(":", "a:"))),
    ],
)
def test_what_a_line_asks_for(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    "text",
    ["#", "type:", "is:", "older:", "newer:", "in:", '"', '"two wo', 'in:"', 'in:"Aud', '""'],
)
def test_what_is_half_typed_narrows_nothing(text: str) -> None:
    assert parse(text) == Query()
    assert parse(f"audio {text}") == Query(words=("audio",))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("older:soon", "older: takes a number of days, as older:30d."),
        ("newer:-3", "newer: takes a number of days, as newer:7d."),
        ("older:1000000", "older: takes a number of days, as older:30d."),
        ("older:٣", "older: takes a number of days, as older:30d."),
        ("type:song", "type: takes project, learn, write, teach, tool or ask."),
        ("is:learn", "is: takes open, started, resting, done or dropped."),
    ],
)
def test_a_value_that_a_term_cannot_have(text: str, hint: str) -> None:
    assert parse(f"{text} is:nope") == Query(words=(text, "is:nope"), hint=hint)


def test_the_hints_name_all_there_is() -> None:
    for choices, term in ((KINDS, "type:x"), (STATES, "is:x")):
        assert re.findall(r"\w+", parse(term).hint.replace(" or ", " "))[2:] == list(choices)


@given(LINES)
def test_whatever_is_typed_is_a_query(text: str) -> None:
    query = parse(text)
    assert set(query.kinds) <= set(KINDS)
    assert set(query.states) <= set(STATES)
    assert "" not in query.words + query.tags + query.places
    for part in query.words + query.tags:
        assert part == part.casefold()


WORDS = st.text(alphabet="abC é1,.-", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(WORDS, max_size=4), st.lists(WORDS, max_size=4))
def test_all_words_are_found_wherever_they_stand(wanted: list[str], others: list[str]) -> None:
    hay = " ".join([*others, *wanted]).casefold()
    assert found(" ".join(wanted), hay)
    assert found(" ".join(f'"{each}"' for each in wanted), hay)
    assert not found("zebra " + " ".join(wanted), hay)


def found(text: str, title: str, state: str = "open", days: int = 10) -> bool:
    return matches(
        parse(text),
        hay=title.casefold(),
        tags=tags(title),
        kind=kind(title),
        state=state,
        age_ms=days * DAY_MS,
    )


TITLE = "Learn Pitch shifting #audio #tooling"


@pytest.mark.parametrize(
    "text",
    [
        *("", "PITCH", "shift learn", '"pitch shift"', "#tool", "#audio #too", "audio"),
        *("type:le", "is:o", "is:done is:open", "older:10", "newer:11", "in:front"),
    ],
)
def test_found(text: str) -> None:
    assert found(text, TITLE)


@pytest.mark.parametrize(
    "text",
    [
        *("pitch zebra", '"shifting pitch"', "#udio", "#audio #x", "#audiobook", "type:ask"),
        *("is:d", "older:11", "newer:10", "older:soon", "foo:bar", "pitch is:started"),
    ],
)
def test_not_found(text: str) -> None:
    assert not found(text, TITLE)
