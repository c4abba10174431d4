"""What days mean, changed from a day on."""

import pytest

from focus_tui.domain.errors import BadInput
from tests.services.machine import HOUR, App, Machine

DAY = 24 * HOUR


def shown(app: App) -> dict[str, tuple[str, str]]:
    return {each.field: (each.value, each.coming) for each in app.services.weeks.meanings()}


def test_what_holds_when_nobody_said_anything(app: App) -> None:
    assert shown(app) == {
        "day_boundary_min": ("04:00", ""),
        "first_weekday": ("Monday", ""),
        "review_weekday": ("Sunday", ""),
    }


def test_a_change_holds_from_tomorrow_on(machine: Machine, app: App) -> None:
    said = app.services.weeks.change("day_boundary_min", "06:30")
    assert said == "A day begins at 06:30 from Tue 24 Nov on."
    assert shown(app)["day_boundary_min"] == ("04:00", "06:30 from Tue 24 Nov")
    assert app.services.desk.present().day.on == "2026-11-23"
    machine.clock.run(19 * HOUR)  # five in the morning: still Monday, which ends at half past six
    assert app.services.desk.present().day.on == "2026-11-23"
    machine.clock.run(2 * HOUR)
    assert app.services.desk.present().day.on == "2026-11-24"
    assert shown(app)["day_boundary_min"] == ("06:30", "")


def test_or_from_a_later_day(machine: Machine, app: App) -> None:
    app.services.weeks.change("first_weekday", "sunday from 2026-12-06")
    app.services.weeks.change("review_weekday", "Sa")
    assert shown(app)["first_weekday"] == ("Monday", "Sunday from Sun 6 Dec")
    assert shown(app)["review_weekday"] == ("Sunday", "Saturday from Tue 24 Nov")
    machine.clock.run(14 * DAY)
    assert shown(app)["first_weekday"] == ("Sunday", "")


def test_a_change_holds_on_past_what_was_to_change_besides(machine: Machine, app: App) -> None:
    weeks = app.services.weeks
    weeks.change("first_weekday", "Sunday from 2026-12-06")
    weeks.change("review_weekday", "Friday from 2026-12-13")
    weeks.change("review_weekday", "Saturday")
    machine.clock.run(7 * DAY)
    assert shown(app)["review_weekday"] == ("Saturday", "Friday from Sun 13 Dec")
    machine.clock.run(7 * DAY)
    assert shown(app)["review_weekday"] == ("Saturday", "Friday from Sun 13 Dec")
    assert shown(app)["first_weekday"] == ("Sunday", "")
    machine.clock.run(7 * DAY)
    assert shown(app)["review_weekday"] == ("Friday", "")
    assert app.services.history.undo() == "Undone: change what days mean."


def test_what_holds_already_is_no_act(app: App) -> None:
    said = app.services.weeks.change("first_weekday", "Monday")
    assert said == "A week begins on Monday from Tue 24 Nov on."
    assert app.services.desk.db.read().calendar.all() == ()


def test_two_changes_from_one_day_are_one_rule(app: App) -> None:
    app.services.weeks.change("first_weekday", "Sunday")
    app.services.weeks.change("day_boundary_min", "5:00")
    app.services.weeks.change("day_boundary_min", "05:30")
    (rule,) = app.services.desk.db.read().calendar.all()
    assert (rule.valid_from, rule.day_boundary_min, rule.first_weekday) == ("2026-11-24", 330, 7)


def test_it_can_be_undone(app: App) -> None:
    app.services.weeks.change("first_weekday", "Sunday")
    assert app.services.history.undo() == "Undone: change what days mean."
    assert shown(app)["first_weekday"] == ("Monday", "")


@pytest.mark.parametrize(
    ("field", "said", "why"),
    [
        ("day_boundary_min", "25:00", "no time of day"),
        ("day_boundary_min", "", "no time of day"),
        ("day_boundary_min", "4", "no time of day"),
        ("first_weekday", "s", "no day of the week"),
        ("first_weekday", "[red]", "no day of the week"),
        ("first_weekday", "Sunday from 2026-11-23", "has begun"),
        ("first_weekday", "Sunday from tomorrow", "is no date"),
    ],
)
def test_what_can_t_be_meant_changes_nothing(app: App, field: str, said: str, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        app.services.weeks.change(field, said)
    assert app.services.desk.db.read().calendar.all() == ()
