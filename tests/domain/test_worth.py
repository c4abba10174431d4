"""What an idea is worth, and how a person says what it brings and takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.durations import HOUR_MS, MINUTE_MS
from focus_tui.domain.errors import BadInput
from focus_tui.domain.worth import MOST_HOURS, Weight, in_words, parsed, reason, worth

H = HOUR_MS
WEIGHTS = st.builds(
    Weight,
    st.none() | st.integers(1, 5),
    st.none() | st.integers(1, MOST_HOURS * 60).map(lambda minutes: minutes * MINUTE_MS),
    st.booleans(),
)


@pytest.mark.parametrize(
    ("weight", "fits", "value"),
    [
        (Weight(4, 2 * H), False, 2.0),
        (Weight(4, 2 * H, wins=True), False, 3.0),
        (Weight(4, 2 * H), True, 2.5),
        (Weight(4, 2 * H, wins=True), True, 3.75),
        (Weight(1, H // 2), False, 2.0),
        (Weight(5, None), True, None),
        (Weight(None, H), True, None),
        (Weight(), False, None),
    ],
)
def test_worth(weight: Weight, fits: bool, value: float | None) -> None:
    assert worth(weight, fits) == (value if value is None else pytest.approx(value))


@given(WEIGHTS, st.booleans())
def test_more_time_is_worth_less(weight: Weight, fits: bool) -> None:
    value = worth(weight, fits)
    if value is not None and weight.effort_ms is not None:
        slower = worth(Weight(weight.gain, weight.effort_ms * 2, weight.wins), fits)
        assert slower == pytest.approx(value / 2)


@pytest.mark.parametrize(
    ("weight", "goal", "words"),
    [
        (Weight(4, 2 * H, True), "Audio", "gain 4 in 2 h, a win even if it fails, for Audio"),
        (Weight(4, 90 * MINUTE_MS), "", "gain 4 in 1 h 30"),
        (Weight(4, None), "", "gain 4, no hours yet"),
        (Weight(None, 2 * H), "Audio", "2 h, no gain yet, for Audio"),
        (Weight(), "", "not weighed yet"),
        (Weight(wins=True), "", "not weighed yet, a win even if it fails"),
    ],
)
def test_why(weight: Weight, goal: str, words: str) -> None:
    assert reason(weight, goal) == words


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        ("", Weight()),
        ("  ", Weight()),
        ("4 2h win", Weight(4, 2 * H, True)),
        ("WIN, 2 H; gain: 4.", Weight(4, 2 * H, True)),
        ("gain 3, 90 min", Weight(3, 90 * MINUTE_MS)),
        ("5", Weight(5)),
        ("2h", Weight(None, 2 * H)),
        ("win", Weight(wins=True)),
        ("a win even if it fails", Weight(wins=True)),
        ("0.5h", Weight(None, H // 2)),
        ("0,5 hours 2", Weight(2, H // 2)),
        ("2h 3", Weight(3, 2 * H)),
        ("2h 30 3", Weight(3, 150 * MINUTE_MS)),
        ("2h05 3", Weight(3, 125 * MINUTE_MS)),
        ("1 h 30 min", Weight(None, 90 * MINUTE_MS)),
        ("1h 5m", Weight(None, 65 * MINUTE_MS)),
        ("10000 h", Weight(None, MOST_HOURS * H)),
    ],
)
def test_a_line(line: str, weight: Weight) -> None:
    assert parsed(line) == weight


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("0", "“0” is no gain: it is a whole number from 1 to 5."),
        ("6 2h", "“6” is no gain"),
        ("4 3", "“4 3” says the gain twice: a time has a unit, as 2h or 90min."),
        ("2h 90min", "says the time twice"),
        ("-4", "“-4” is no part of a weight: say it as 4 2h win:"),
        ("4 -2h", "“-2h” is no part"),
        ("nan", "“nan” is no part"),
        ("inf h", "“inf h” is no part"),
        ("3.5", "“3.5” is no part"),
        ("1e9h", "“1e9h” is no part"),
        ("3,90 min", "“3,90 min” is no part"),
        ("0h", "“0h” is no time for an idea: it takes a minute to 10,000 h."),
        ("0.001h", "“0.001h” is no time"),
        ("10001h", "“10001h” is no time"),
        ("999999999 min", "is no time"),
        ("9" * 5000, "is no gain"),
        ("4 2h winner", "“winner” is no part"),
        ("3 days", "“days” is no part"),
        ("4 2h 30x", "“30x” is no part"),
    ],
)
def test_no_weight(line: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        parsed(line)
    assert said in str(refusal.value)


@given(WEIGHTS)
def test_what_is_shown_is_read_back(weight: Weight) -> None:
    assert parsed(in_words(weight)) == weight


@given(st.text(alphabet="0123456789.,- hminwga e") | st.text())
def test_a_line_is_a_weight_or_refused(line: str) -> None:
    try:
        weight = parsed(line)
    except BadInput:
        return
    assert parsed(in_words(weight)) == weight
