"""Which backups are kept."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.retention import DAY_MS, DAYS, MONTHS, NEWEST, WEEKS, kept, let_go, slots

HOUR = 3_600_000
NOW = int(datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp() * 1000)
INSTANTS = st.integers(NOW - 800 * DAY_MS, NOW)
MANY = st.sets(INSTANTS, max_size=60)


def test_without_backups_none_is_kept() -> None:
    assert kept([]) == frozenset()


def test_two_years_of_daily_backups() -> None:
    daily = [NOW - days * DAY_MS for days in range(730)]
    found = sorted(kept(daily), reverse=True)
    ages = [(NOW - each) // DAY_MS for each in found]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    weeks = [9, 16]  # Sundays; the first two weeks have their newest among the days
    months = [24, 55, 85, 116, 147, 177, 208, 238, 269, 297, 328]
    assert ages[7:] == sorted(weeks + months)


def test_of_the_last_day_there_are_many_but_not_all() -> None:
    often = [NOW - minutes * 60_000 for minutes in range(0, 120, 5)]
    assert sorted(kept(often), reverse=True) == often[:NEWEST]


def test_days_without_a_backup_do_not_count() -> None:
    rare = [NOW - weeks * 14 * DAY_MS for weeks in range(4)]
    assert kept(rare) == set(rare)


@given(MANY)
def test_the_newest_is_always_kept_and_nothing_is_made_up(made: set[int]) -> None:
    found = kept(made)
    assert found <= made
    assert not made or max(made) in found
    assert len(found) <= NEWEST + DAYS + WEEKS + MONTHS


@given(MANY)
def test_thinning_out_twice_is_thinning_out_once(made: set[int]) -> None:
    assert kept(kept(made)) == kept(made)


@given(MANY, st.lists(st.integers(1, 40 * DAY_MS), max_size=20))
def test_what_was_let_go_is_never_missed_later(made: set[int], later: list[int]) -> None:
    """Thinning out each time keeps what thinning out once at the end would."""
    now, thinned, whole = max(made, default=NOW), set(kept(made)), set(made)
    for step in later:
        now += step
        whole.add(now)
        thinned = set(kept(thinned | {now}))
    assert thinned == kept(whole)


@given(MANY)
def test_each_of_the_last_days_has_its_newest(made: set[int]) -> None:
    days = sorted({slots(each)[0] for each in made}, reverse=True)[:DAYS]
    for day in days:
        assert max(each for each in made if slots(each)[0] == day) in kept(made)


@given(MANY, st.data())
def test_a_damaged_one_lets_no_good_one_go(made: set[int], data: st.DataObject) -> None:
    damaged = data.draw(st.sets(st.sampled_from(sorted(made)))) if made else set()
    good = made - damaged
    gone = let_go(made, good.__contains__)
    assert not gone & kept(good)
    assert not gone & kept(made)
    assert let_go(made - gone, good.__contains__) == frozenset()


@given(MANY)
def test_where_all_are_good_just_what_is_kept_stays(made: set[int]) -> None:
    assert made - let_go(made, lambda each: True) == kept(made)


def test_few_are_looked_at() -> None:
    made: set[int] = set()
    asked: list[int] = []

    def is_good(at: int) -> bool:
        asked.append(at)
        return True

    for days in range(400):
        made.add(NOW + days * DAY_MS)
        made -= let_go(made, is_good)
    assert len(asked) < 400 * (DAYS + WEEKS)
