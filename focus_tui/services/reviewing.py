"""What there is to look at and to answer in the review of a week."""

from collections.abc import Mapping
from typing import NamedTuple

from focus_tui.domain.durations import plural, spoken
from focus_tui.domain.evidence import Evidence
from focus_tui.domain.nextweek import Draft
from focus_tui.domain.proposals import Proposal
from focus_tui.domain.reflection import Answer, Choice, Part, Reflection, reflection_id
from focus_tui.domain.week import Week
from focus_tui.domain.wins import LOOKED_BACK, Win
from focus_tui.services.commitments import Commitments, Planned, Standing
from focus_tui.services.desk import Desk
from focus_tui.services.evidence import Evidences
from focus_tui.services.reviewdue import ReviewDue
from focus_tui.store.views import View

WIN, PROPOSAL, DRAFT, FOUND = "win:", "proposal:", "draft:", "found:"
"""Before what the evidence knows a thing by, the key of the answer to it."""


class Review(NamedTuple):
    """One week's review, as it stands."""

    week: Week
    reflection: Reflection | None
    evidence: Evidence
    """What is shown: once the review is finished, what the data said then."""
    now: Evidence
    """What the data say now."""
    answers: Mapping[str, Answer]
    """To what the app found or asks, by key."""
    lines: Mapping[Part, tuple[Answer, ...]]
    """The person's own, in the order in which they were typed."""
    wins: tuple[Win, ...]
    """What was found; once the review is finished it has that in words of its own."""
    proposals: tuple[Proposal, ...]
    """What was not taken; once something was, it is not proposed in other words."""
    drafts: tuple[Draft, ...]
    """What could be promised for the week after."""
    promised: tuple[Standing, ...]
    """What is promised for the week after."""
    planned: Planned
    """How much the week after takes, beside what weeks really held."""
    before_ms: int
    """What each of the weeks before held on average."""
    ended: bool
    """Whether its last day has come, so that the review can be finished."""
    over: bool
    """Whether no more can come to what it says: its last day has passed, or it is finished."""

    @property
    def finished(self) -> bool:
        """Whether the review is done with."""
        return self.reflection is not None and self.reflection.finished_at is not None

    @property
    def skipped(self) -> bool:
        """Whether the week needs none."""
        return self.reflection is not None and self.reflection.skipped_at is not None

    def text(self, key: str) -> str:
        """What was said to one thing; empty where nothing was."""
        return self.answers[key].text if key in self.answers else ""

    def choice(self, key: str) -> Choice | None:
        """What was decided about one thing."""
        return self.answers[key].choice if key in self.answers else None

    def answered(self, part: Part) -> bool:
        """Whether anything was said in a part."""
        levels = self.reflection and (self.reflection.energy or self.reflection.mood)
        said = (each for each in self.answers.values() if each.part is part)
        return (
            bool(self.lines[part])
            or any(each.text or each.choice for each in said)
            or bool(part is Part.HOW and levels)
        )

    @property
    def won(self) -> tuple[str, ...]:
        """What was found and not struck, then the person's own."""
        own = tuple(each.text for each in self.lines[Part.WON])
        if self.finished and self.reflection:
            return self.reflection.won + own
        kept = (win for win in self.wins if self.choice(WIN + win.key) is not Choice.LEFT)
        return tuple(win.text for win in kept) + own

    @property
    def decided(self) -> tuple[Answer, ...]:
        """What was taken of what was proposed, in the words that it had."""
        found = (each for key, each in self.answers.items() if key.startswith(PROPOSAL))
        return tuple(each for each in found if each.choice is Choice.TAKEN)

    @property
    def since(self) -> str:
        """What came to the week after its review was finished, in words; empty where nothing."""
        if not self.finished:
            return ""
        more = self.now.sessions - self.evidence.sessions
        ms = self.now.focused_ms - self.evidence.focused_ms
        if not (more or ms):
            return "changed since the review" if self.now != self.evidence else ""
        sign = "" if ms >= 0 else "less: "
        return f"since the review {sign}{plural(abs(more), 'session')}, {spoken(abs(ms))}"


class Reviews:
    """Reads reviews. Nothing is written here."""

    def __init__(
        self, desk: Desk, evidences: Evidences, commitments: Commitments, due: ReviewDue
    ) -> None:
        self._desk = desk
        self._evidences = evidences
        self._commitments = commitments
        self._due = due

    def of(self, week: Week) -> Review:
        """All of one week's."""
        view, now = self._desk.db.read(), self._evidences.of(week)
        reflection = view.reflections.get(reflection_id(week))
        answers, lines = _answers(view, week)
        after, earlier = week.after(), self._evidences.before(week, LOOKED_BACK)
        seen = reflection.seen if reflection and reflection.finished_at is not None else None
        proposed = () if seen else self._evidences.proposals(week)
        return Review(
            week=week,
            reflection=reflection,
            evidence=seen or now,
            now=now,
            answers=answers,
            lines=lines,
            wins=self._evidences.wins(week),
            proposals=tuple(each for each in proposed if not _taken(answers, each)),
            drafts=self._evidences.drafts(after),
            promised=self._commitments.of(after),
            planned=self._commitments.planned(after),
            before_ms=sum(e.focused_ms for e in earlier) // LOOKED_BACK,
            ended=week.last_on <= self._desk.today(),
            over=seen is not None or week.last_on < self._desk.today(),
        )

    def first(self) -> Week:
        """The week that is to be looked at now."""
        return self._due.first()

    def offered(self) -> tuple[Week, ...]:
        """The weeks of late that have no review yet; newest first."""
        return self._due.offered()

    def due(self, on: str) -> Week | None:
        """The week that is to be reviewed on a local day."""
        return self._due.due(on)


def _taken(answers: Mapping[str, Answer], proposal: Proposal) -> bool:
    found = answers.get(PROPOSAL + proposal.key)
    return found is not None and found.choice is Choice.TAKEN


def _answers(view: View, week: Week) -> tuple[dict[str, Answer], dict[Part, tuple[Answer, ...]]]:
    there = [e for e in view.answers.where(first_on=week.first_on) if e.deleted_at is None]
    own = {part: tuple(e for e in there if e.part is part and not e.key) for part in Part}
    return {each.key: each for each in there if each.key}, own
