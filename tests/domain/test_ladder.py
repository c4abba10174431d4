"""Where on the ladder for asking well one stands."""

import pytest

from focus_tui.domain.ladder import Lengths, Rung, Standing, question, standing
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.spans import What
from tests.domain.desk import account
from tests.domain.test_tangent import marks

FOCUS, PAUSE, OVERTIME = What.FOCUS, What.PAUSE, What.OVERTIME
RUNG, FOUND, QUESTION = MarkKind.RUNG, MarkKind.FOUND, MarkKind.QUESTION
LENGTHS = Lengths(docs_ms=10, search_ms=20)
SPANS = account((FOCUS, 20), (PAUSE, 10), (OVERTIME, 5))


def test_a_rung_s_clock_is_the_time_worked_since() -> None:
    assert standing(SPANS, marks((RUNG, 18, "docs")), LENGTHS) == Standing(Rung.DOCS, 7, 10)
    assert standing(SPANS, marks((RUNG, 25, "docs")), LENGTHS) == Standing(Rung.DOCS, 5, 10)
    assert standing(SPANS, marks((RUNG, 99, "docs")), LENGTHS) == Standing(Rung.DOCS, 0, 10)


@pytest.mark.parametrize(("at", "over"), [(15, True), (16, False)])
def test_it_is_over_to_the_millisecond(at: int, over: bool) -> None:
    found = standing(SPANS, marks((RUNG, at, "docs")), LENGTHS)
    assert found is not None
    assert found.over is over


def test_rung_by_rung_and_off() -> None:
    way = marks((RUNG, 1, "docs"), (RUNG, 2, "search"), (RUNG, 3, "ask"), (FOUND, 4, ""))
    rungs = [standing(SPANS, way[:n], LENGTHS) for n in range(5)]
    assert [each and each.rung for each in rungs] == [None, *Rung, None]
    asking = rungs[3]
    assert asking is not None
    assert (asking.length_ms, asking.over) == (0, False)
    assert Rung.ASK.above is Rung.ASK


def test_a_word_that_is_no_rung_is_the_first() -> None:
    found = standing(SPANS, marks((RUNG, 1, "guess")), LENGTHS)
    assert found is not None
    assert found.rung is Rung.DOCS


def test_the_question_is_one_until_it_is_answered() -> None:
    way = marks((RUNG, 1, "ask"), (QUESTION, 2, "why"), (FOUND, 3, ""), (RUNG, 4, "docs"))
    assert question(way[:1]) is None
    assert question(way[:2]) == way[1]
    assert question(way) is None
