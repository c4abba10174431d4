"""Where a session's time went, among what one slid into."""

from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.spans import Spans, What, joined, total
from focus_tui.domain.tangent import asks, frames, stack, tangents_told
from tests.domain.desk import account
from tests.domain.test_spans import any_spans

FOCUS, PAUSE, GAP, OVERTIME = What.FOCUS, What.PAUSE, What.GAP, What.OVERTIME
TANGENT, BACK, STILL, INSTEAD = (
    MarkKind.TANGENT,
    MarkKind.BACK,
    MarkKind.STILL,
    MarkKind.INSTEAD,
)
MINUTE = 60_000
HOUR = account((FOCUS, 20), (PAUSE, 10), (FOCUS, 5), (GAP, 15), (OVERTIME, 10))


def marks(*made: tuple[MarkKind, int, str]) -> tuple[Mark, ...]:
    """Marks, each at a place of the account, with a text."""
    return tuple(
        Mark(id=f"{n:03}", kind=kind, at_ms=0, amount=at, text=text)
        for n, (kind, at, text) in enumerate(made)
    )


DRIVER = marks((TANGENT, 10, "install driver"), (TANGENT, 32, "broken pip"), (BACK, 52, ""))


def test_the_stack_grows_and_shrinks() -> None:
    assert [stack(DRIVER[:n]) for n in range(4)] == [
        (),
        ("install driver",),
        ("install driver", "broken pip"),
        ("install driver",),
    ]
    assert stack((*DRIVER, *marks((BACK, 53, ""), (BACK, 54, "")))) == ()


def test_time_goes_to_the_right_frame_whatever_lies_between() -> None:
    assert frames("audio", HOUR, DRIVER) == (
        (("audio",), 10),
        (("audio", "install driver"), 10 + 2 + 8),
        (("audio", "install driver", "broken pip"), 3 + 2),
    )


def test_what_was_taken_back_moves_nothing() -> None:
    gone = tuple(each._replace(deleted_at=1) for each in DRIVER)
    assert stack(gone) == ()
    assert frames("audio", HOUR, gone) == ((("audio",), 35),)


def test_an_intent_that_gave_way_keeps_its_time() -> None:
    moved = (*DRIVER[:2], *marks((INSTEAD, 35, "audio")))
    assert stack(moved) == ()
    assert frames("broken pip", HOUR, moved) == (
        (("audio",), 10),
        (("audio", "install driver"), 12),
        (("audio", "install driver", "broken pip"), 3),
        (("broken pip",), 10),
    )


def test_it_is_told_in_whole_minutes_beside_the_rest() -> None:
    spans: Spans = account((FOCUS, 25 * MINUTE))
    slid = marks((TANGENT, 10 * MINUTE, "driver"), (TANGENT, 20 * MINUTE, "pip"))
    assert list(tangents_told("audio", spans, slid)) == [
        ("driver", 10 * MINUTE),
        ("driver → pip", 5 * MINUTE),
    ]
    assert list(tangents_told("audio", spans, ())) == []


def test_a_deep_stack_is_asked_about_once() -> None:
    deep = marks(*((TANGENT, n, str(n)) for n in range(4)))
    assert [asks(deep[:n]) for n in range(5)] == [False, False, False, False, True]
    assert not asks((*deep, *marks((STILL, 5, ""))))
    assert not asks((*deep, *marks((STILL, 5, ""), (TANGENT, 6, "and on"))))
    assert not asks((*deep, *marks((BACK, 5, ""))))


@given(
    any_spans.map(joined),
    st.lists(
        st.tuples(
            st.sampled_from(MarkKind), st.integers(0, 120), st.text(alphabet="ab", max_size=1)
        )
    ),
)
def test_the_frames_sum_to_the_time_worked(
    spans: Spans, made: list[tuple[MarkKind, int, str]]
) -> None:
    found = frames("audio", spans, marks(*made))
    assert sum(each.focused_ms for each in found) == total(spans, FOCUS, OVERTIME)
    assert all(each.focused_ms >= 0 for each in found)
    assert len({each.path for each in found}) == len(found)
