from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.dayoff import LONGEST_DAYS, DaysOff, days_off
from focus_tui.domain.lineup import Next, waiting

ON = "2026-11-23"


def place(id: str, rank: str = "V", **fields: object) -> Next:
    return Next(id=id, on=ON, rank=rank, goal_id="audio")._replace(**fields)  # type: ignore[arg-type]


def test_what_waits_stands_in_the_order_of_ranks_then_ids() -> None:
    found = waiting([place("b"), place("a"), place("c", "A")], ON)
    assert [each.id for each in found] == ["c", "a", "b"]


def test_what_was_taken_or_deleted_or_is_of_another_day_waits_no_more() -> None:
    gone = [place("a", taken_at=0), place("b", deleted_at=0), place("c", on="2026-11-22")]
    assert waiting(gone, ON) == ()


def test_it_is_drawn_from_what_is_nearest_to_the_work() -> None:
    assert place("a").source == "audio"
    assert place("a", commitment_id="week").source == "week"
    assert place("a", commitment_id="week", idea_id="idea").source == "idea"
    assert place("a", goal_id=None).source == ""


def test_days_off_are_all_from_the_first_to_the_last() -> None:
    holiday = DaysOff(id="a", first_on="2026-12-30", last_on="2027-01-02")
    assert holiday.days == ("2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02")
    one = DaysOff(id="b", first_on=ON, last_on=ON)
    gone = DaysOff(id="c", first_on="2026-11-24", last_on="2026-11-24", deleted_at=1)
    assert days_off([holiday, one, gone, holiday]) == {*holiday.days, ON}


@given(st.dates().map(str), st.dates().map(str))
def test_what_a_hand_wrote_makes_a_year_at_most(first: str, last: str) -> None:
    days = DaysOff(id="a", first_on=first, last_on=last).days
    assert len(days) <= LONGEST_DAYS
    assert bool(days) is (first <= last)
    assert days == tuple(sorted(set(days)))
