"""What days and weeks mean to the person, and the way to change it from a day on."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from focus_tui.domain.calendar import DEFAULT_RULE, CalendarRule
from focus_tui.domain.durations import day
from focus_tui.domain.errors import BadInput
from focus_tui.domain.week import WEEKDAYS
from focus_tui.services.desk import Desk

_WITH_DATE = re.compile(r"(?P<value>.+?)(?:\s+from\s+(?P<on>\S+))?")


class Meaning(NamedTuple):
    """One thing that a calendar rule says."""

    field: str
    name: str
    asks: str
    value: str
    """What holds today."""
    coming: str
    """What will hold, and from when; empty when nothing changes."""

    @staticmethod
    def default(field: str) -> str:
        """What holds when nobody said anything."""
        return _shown(field, getattr(DEFAULT_RULE, field))


NAMES = {
    "day_boundary_min": ("A day begins at", "When does a day begin? As 04:00"),
    "first_weekday": ("A week begins on", "On which day does a week begin?"),
    "review_weekday": ("The review is on", "On which day is the review?"),
}


class Weeks:
    """Changes hold from tomorrow on, or from a later day: what has begun stays as it was lived."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def meanings(self) -> tuple[Meaning, ...]:
        """What holds today, and what is to come."""
        view = self._desk.db.read()
        today = self._today()
        now = self._desk.calendar(view).rule(today)
        rules = sorted(view.calendar.all(), key=lambda each: each.valid_from)
        coming = [each for each in rules if each.valid_from > today]
        return tuple(self._meaning(field, now, coming) for field in NAMES)

    def earliest(self) -> str:
        """The first day from which on a change can hold: tomorrow."""
        return str(date.fromisoformat(self._today()) + timedelta(days=1))

    def change(self, field: str, said: str) -> str:
        """Take `06:00`, `Sunday`, or either with `from 2026-12-01`; raises BadInput.

        It holds until the next day from which on this very thing is to be another one: rules of
        later days that were made for something else say it too.
        """
        found = _WITH_DATE.fullmatch(said.strip())
        value = _value(field, found["value"] if found else "")
        on = self._from(found["on"] if found else None)
        with self._desk.act("change what days mean") as tx:
            before = self._desk.calendar(tx).rule(on)
            rules = [each for each in tx.calendar.all() if each.valid_from >= on]
            if before.valid_from != on and getattr(before, field) != value:
                rules.append(before._replace(id=tx.new_id(), valid_from=on))
            for rule in sorted(rules, key=lambda each: each.valid_from):
                if rule.valid_from > on and getattr(rule, field) != getattr(before, field):
                    break
                if getattr(rule, field) != value:
                    tx.calendar.put(_with(rule, field, value))
        return f"{NAMES[field][0]} {_shown(field, value)} from {day(on)} on."

    def _today(self) -> str:
        return self._desk.present().day.on

    def _from(self, named: str | None) -> str:
        tomorrow = date.fromisoformat(self.earliest())
        try:
            on = tomorrow if named is None else date.fromisoformat(named)
        except ValueError:
            raise BadInput(f"“{named}” is no date: write it as {tomorrow}.") from None
        if on < tomorrow:
            raise BadInput(f"What has begun stays as it is: name {tomorrow} or a later day.")
        return str(on)

    def _meaning(self, field: str, now: CalendarRule, coming: list[CalendarRule]) -> Meaning:
        value = getattr(now, field)
        later = [each for each in coming if getattr(each, field) != value]
        words = ""
        if later:
            words = f"{_shown(field, getattr(later[0], field))} from {day(later[0].valid_from)}"
        return Meaning(field, *NAMES[field], _shown(field, value), words)


def _shown(field: str, value: int) -> str:
    if field == "day_boundary_min":
        return f"{value // 60:02}:{value % 60:02}"
    return WEEKDAYS[value - 1]


def _value(field: str, said: str) -> int:
    if field == "day_boundary_min":
        found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", said)
        if found is None:
            raise BadInput(f"“{said}” is no time of day: write it as 04:00.")
        return int(found[1]) * 60 + int(found[2])
    matching = [each for each in WEEKDAYS if each.casefold().startswith(said.casefold())]
    if len(said) < 2 or len(matching) != 1:
        raise BadInput(f"“{said}” is no day of the week: write it as Monday or mo.")
    return WEEKDAYS.index(matching[0]) + 1


def _with(rule: CalendarRule, field: str, value: int) -> CalendarRule:
    return CalendarRule(
        id=rule.id,
        valid_from=rule.valid_from,
        day_boundary_min=value if field == "day_boundary_min" else rule.day_boundary_min,
        first_weekday=value if field == "first_weekday" else rule.first_weekday,
        review_weekday=value if field == "review_weekday" else rule.review_weekday,
    )
