import pytest

from focus_tui.domain.errors import BadInput
from focus_tui.domain.session import Phase
from focus_tui.domain.shape import BUILT_IN, OPEN, USUAL, Shape, own_shapes, parsed
from tests.domain.desk import HOUR, MINUTE


def minutes(shape: Shape) -> tuple[int, ...]:
    return tuple(each // MINUTE for each in shape[1:4])


@pytest.mark.parametrize(
    ("line", "name", "lengths", "strict"),
    [
        ("25/5", "25/5", (25, 5, 15), False),
        ("50/10", "50/10", (50, 10, 20), False),
        ("90/20", "90/20", (90, 20, 30), False),
        ("15/5", "15/5", (15, 5, 15), False),
        ("40/8", "40/8", (40, 8, 16), False),
        ("120/45", "120/45", (120, 45, 45), False),
        (" deep  work 90/20/25  Strict ", "deep work", (90, 20, 25), True),
        ("90/20 strict", "90/20 strict", (90, 20, 30), True),
        ("STRICT", "strict", (25, 5, 15), True),
    ],
)
def test_a_line_says_a_shape(line: str, name: str, lengths: tuple[int, ...], strict: bool) -> None:
    shape = parsed(line)
    assert (shape.name, minutes(shape), shape.strict) == (name, lengths, strict)
    assert parsed(shape.line) == shape


@pytest.mark.parametrize(
    "line", ["", "deep", "40", "40/", "0/5", "241/5", "40/8/9/9", "40/8 loose", "4 0/8x", "٤/٥"]
)
def test_what_is_no_shape_is_refused_in_one_sentence(line: str) -> None:
    with pytest.raises(BadInput, match=r"is no shape of sessions: say it as 40/8, deep 90/20 or"):
        parsed(line)


def test_every_built_in_shape_is_read_back_from_its_line() -> None:
    assert [parsed(each.line) for each in BUILT_IN] == list(BUILT_IN)
    assert Shape(USUAL).line == ""


def test_own_shapes_have_names_of_their_own() -> None:
    assert [each.name for each in own_shapes(("40/8", "deep 90/20"))] == ["40/8", "deep"]
    for lines in (("25/5",), ("Deep 40/8", "deep 50/5"), ("usual 40/8",), ("open 30/5",)):
        with pytest.raises(BadInput, match="already"):
            own_shapes(lines)
    with pytest.raises(BadInput, match="too long"):
        own_shapes(("x" * 21 + " 40/8",))


@pytest.mark.parametrize(
    ("worked", "short", "long"),
    [
        (0, 3, 15),
        (15 * MINUTE, 3, 15),
        (17 * MINUTE, 3, 15),
        (18 * MINUTE, 4, 15),
        (50 * MINUTE, 10, 15),
        (80 * MINUTE, 16, 16),
        (150 * MINUTE, 30, 30),
        (4 * HOUR, 30, 30),
    ],
)
def test_the_break_of_an_open_session_is_a_fifth_of_it(worked: int, short: int, long: int) -> None:
    assert OPEN.break_ms(Phase.SHORT_BREAK, worked) == short * MINUTE
    assert OPEN.break_ms(Phase.LONG_BREAK, worked) == long * MINUTE


def test_other_breaks_are_as_long_as_the_shape_says() -> None:
    assert parsed("50/10").break_ms(Phase.SHORT_BREAK, HOUR) == 10 * MINUTE
    assert parsed("50/10").break_ms(Phase.LONG_BREAK, HOUR) == 20 * MINUTE


def test_a_shape_in_words() -> None:
    assert parsed("deep 90/20 strict").in_words == ("90 min · a pause voids · breaks 20 and 30")
