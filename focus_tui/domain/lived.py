"""The documents of one week, as evidence is made of them."""

from typing import NamedTuple

from focus_tui.domain.calendar import Calendar
from focus_tui.domain.commitment import Commitment
from focus_tui.domain.goal import Goal
from focus_tui.domain.idea import Idea
from focus_tui.domain.inputs import Worked
from focus_tui.domain.mark import Mark
from focus_tui.domain.session import Outcome, Phase, Session
from focus_tui.domain.week import Week


class Lived(NamedTuple):
    """What may belong to a week: more than that, and what was deleted, changes nothing."""

    calendar: Calendar
    zone: str
    """The IANA name of the zone for what carries none: goals, ideas, marks on goals."""
    sessions: tuple[Session, ...] = ()
    """All kinds of closed intervals that began on the week's days."""
    marks: tuple[Mark, ...] = ()
    """Those on these sessions, on the week's days, and what counts a goal's target."""
    goals: tuple[Goal, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    ideas: tuple[Idea, ...] = ()
    """Those that were captured or changed their state in the week, and those worked on."""
    earlier: tuple[Worked, ...] = ()
    """What the days before the week held, for promises that began there."""
    known: frozenset[str] = frozenset()
    """Ids of the goals and ideas that were worked on before the week."""
    limit_ms: int = 0
    """How much focus a day is to hold at most; 0 where there is no limit."""

    def of(self, week: Week) -> "Lived":
        """The same without what belongs to another week or was deleted; in order of time."""
        days = frozenset(week.days)
        sessions = sorted(
            (each for each in self.sessions if _stands(each) and each.started.on in days),
            key=lambda each: (each.started.at_ms, each.id),
        )
        marks = sorted(
            (each for each in self.marks if each.deleted_at is None),
            key=lambda each: (each.at_ms, each.id),
        )
        return self._replace(
            sessions=tuple(sessions),
            marks=tuple(marks),
            commitments=tuple(each for each in self.commitments if _touches(each, week)),
            ideas=tuple(each for each in self.ideas if each.deleted_at is None),
        )

    @property
    def focus(self) -> tuple[Session, ...]:
        """The sessions of focus that are not void."""
        return tuple(each for each in self.sessions if _is_focus(each) and not is_void(each))

    @property
    def void(self) -> tuple[Session, ...]:
        """The sessions of focus that do not count."""
        return tuple(each for each in self.sessions if _is_focus(each) and is_void(each))


def is_void(session: Session) -> bool:
    """Whether it does not count."""
    return session.outcome is Outcome.VOID


def _stands(session: Session) -> bool:
    return session.deleted_at is None


def _is_focus(session: Session) -> bool:
    return session.kind is Phase.FOCUS


def _touches(commitment: Commitment, week: Week) -> bool:
    here = commitment.first_on <= week.last_on and commitment.last_on >= week.first_on
    return here and commitment.deleted_at is None
