"""Looking back on weeks: all of them, two side by side, a month, a year, and finding in them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from focus_tui.domain.commitment import Commitment
from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.evidence import Evidence
from focus_tui.domain.inputs import Worked
from focus_tui.domain.logrange import Range
from focus_tui.domain.reflection import MOST, Answer, Part, Reflection, reflection_id
from focus_tui.domain.week import Week
from focus_tui.domain.weekpage import Section, WeekPage
from focus_tui.services.desk import Desk
from focus_tui.services.evidence import Evidences
from focus_tui.services.reviewing import Reviews
from focus_tui.services.worked import WorkedDays
from focus_tui.store.views import View

YEAR_OF_WEEKS = 52
NOTHING = "No week that begins in this time has held a session or a promise."


class PastWeek(NamedTuple):
    """A week in the list of all."""

    week: Week
    focused_ms: int
    sessions: int
    kept: int
    promised: int
    energy: int | None
    first_win: str
    finished: bool


class Said(NamedTuple):
    """Something that was said in a review."""

    week: Week
    part: Part
    text: str


class Lookback:
    """Computed from all years, and kept for as long as the data and the day are the same."""

    def __init__(
        self, desk: Desk, worked: WorkedDays, evidences: Evidences, reviews: Reviews
    ) -> None:
        self._desk = desk
        self._worked = worked
        self._evidences = evidences
        self._reviews = reviews
        self._known: tuple[object, str, tuple[PastWeek, ...]] | None = None

    def weeks(self) -> tuple[PastWeek, ...]:
        """All weeks that held anything, the newest first; past years are summed once."""
        view, today = self._desk.db.read(), self._desk.today()
        if self._known is None or self._known[0] is not view or self._known[1] != today:
            self._known = view, today, tuple(self._all(view, today))
        return self._known[2]

    def _all(self, view: View, today: str) -> Iterator[PastWeek]:
        rows, promised = self._by_week(), self._promised(view)
        reviewed = {each.week: each for each in view.reflections.all()}
        wins = _first_lines(view.answers.where(part=Part.WON.value))
        for week in sorted({*rows, *promised, *reviewed}, reverse=True):
            if week.first_on > today:
                continue
            found = reviewed.get(week)
            held = _past(week, rows, promised.get(week, ()), found)
            first = held.first_win or wins.get(week.first_on, "")
            yield held._replace(first_win=first)

    def _by_week(self) -> dict[Week, list[Worked]]:
        weeks: dict[str, Week] = {}
        found: dict[Week, list[Worked]] = {}
        for row in self._worked.all():
            week = weeks.get(row.on) or weeks.setdefault(row.on, self._evidences.week(row.on))
            found.setdefault(week, []).append(row)
        return found

    def _promised(self, view: View) -> dict[Week, list[Commitment]]:
        found: dict[Week, list[Commitment]] = {}
        for each in view.commitments.all():
            if each.deleted_at is None:
                first = Week(each.first_on)
                for week in (first, first.after()) if each.two_weeks else (first,):
                    found.setdefault(week, []).append(each)
        return found

    def a_year_ago(self, week: Week) -> PastWeek | None:
        """The same week of the year before; None where nothing is known of it."""
        then = week.after(-YEAR_OF_WEEKS)
        return next((each for each in self.weeks() if each.week == then), None)

    def find(self, words: str) -> tuple[Said, ...]:
        """What was said in any review and holds these words in whatever case, newest first."""
        wanted = words.casefold().split()
        found = (
            each for each in self._said() if all(word in each.text.casefold() for word in wanted)
        )
        return tuple(sorted(found, key=lambda each: each.week, reverse=True))

    def _said(self) -> Iterator[Said]:
        view = self._desk.db.read()
        for reflection in view.reflections.all():
            for text in reflection.won:
                yield Said(reflection.week, Part.WON, text)
        for answer in view.answers.all():
            if answer.text and answer.deleted_at is None:
                yield Said(Week(answer.first_on), answer.part, answer.text)

    def beside(self, one: Week, other: Week) -> tuple[tuple[str, str, str], ...]:
        """The figures of two weeks: what they are, of the one, of the other."""
        left, right = self._figures(one), self._figures(other)
        return tuple((name, left[name], right[name]) for name in left)

    def _figures(self, week: Week) -> dict[str, str]:
        view = self._desk.db.read()
        reflection = view.reflections.get(reflection_id(week))
        of = reflection.seen if reflection and reflection.seen else self._evidences.of(week)
        best = of.best_hour
        return {
            "Focus": spoken(of.focused_ms),
            "Sessions": str(of.sessions),
            "Shown up": plural(of.shown_up, "day"),
            "Kept": f"{of.kept} of {len(of.promised)}",
            "Energy": _level(reflection.energy if reflection else None),
            "Mood": _level(reflection.mood if reflection else None),
            "Best hour": f"{best.hour:02}:00" if best else "none",
            "Interrupted": str(of.interrupted.internal + of.interrupted.external),
            "Overtime": spoken(of.overtime_ms),
            "Past the breaks' ends": spoken(of.overrun_ms),
            "Past the day's limit": plural(of.over_limit, "day"),
            "Ideas done": str(len(of.ideas.done)),
        }

    def span(self, over: Range) -> WeekPage:
        """A month or a year, as the weeks that begin in it."""
        weeks = [each for each in reversed(self.weeks()) if over.holds(each.week.first_on)]
        ids = {each.week.first_on for each in weeks}
        own = self._own_lines(ids)
        lines = tuple(_line(each) for each in weeks) or (NOTHING,)
        sections = (
            Section("Weeks", lines),
            Section("Won", own[Part.WON]),
            Section("Learned", own[Part.LEARNED]),
        )
        figures = (
            spoken(sum(each.focused_ms for each in weeks)),
            plural(sum(each.sessions for each in weeks), "session"),
            plural(len(weeks), "week"),
        )
        title = over.named(self._desk.today())
        return WeekPage(title, figures, tuple(each for each in sections if each.lines))

    def _own_lines(self, first_days: set[str]) -> dict[Part, tuple[str, ...]]:
        """What was won and learned, in the order of the weeks."""
        view = self._desk.db.read()
        won = [
            (each.week.first_on, text)
            for each in view.reflections.all()
            if each.week.first_on in first_days
            for text in each.won
        ]
        lines = {Part.WON: won, Part.LEARNED: list[tuple[str, str]]()}
        for answer in view.answers.all():
            own = not answer.key and answer.deleted_at is None and answer.part in lines
            if own and answer.first_on in first_days:
                lines[answer.part].append((answer.first_on, answer.text))
        return {
            part: tuple(text for _, text in sorted(found, key=lambda each: each[0]))
            for part, found in lines.items()
        }


def _past(
    week: Week,
    rows: dict[Week, list[Worked]],
    promised: Iterable[Commitment],
    reflection: Reflection | None,
) -> PastWeek:
    """A finished week as it was seen, another one as it is."""
    energy = reflection.energy if reflection else None
    if reflection is not None and reflection.seen is not None:
        seen: Evidence = reflection.seen
        first = reflection.won[0] if reflection.won else ""
        kept, of = seen.kept, len(seen.promised)
        return PastWeek(week, seen.focused_ms, seen.sessions, kept, of, energy, first, True)
    held, both = rows.get(week, []), [week.after(-1), week, week.after()]
    near = [row for each in both for row in rows.get(each, [])]
    found = tuple(promised)
    kept = sum(each.kept(near) for each in found)
    focused_ms, sessions = sum(r.focused_ms for r in held), sum(r.sessions for r in held)
    return PastWeek(week, focused_ms, sessions, kept, len(found), energy, "", False)


def _first_lines(answers: Iterable[Answer]) -> dict[str, str]:
    """The first line of the person's own of each week, by its first day."""
    found: dict[str, str] = {}
    for each in answers:
        if not each.key and each.deleted_at is None:
            found.setdefault(each.first_on, each.text)
    return found


def _line(each: PastWeek) -> str:
    kept = f", {each.kept} of {each.promised} kept" if each.promised else ""
    sessions = plural(each.sessions, "session")
    return f"{each.week.named()}: {spoken(each.focused_ms)}, {sessions}{kept}"


def _level(level: int | None) -> str:
    return f"{level} of {MOST}" if level else "not said"
