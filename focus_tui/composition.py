"""The one place that knows every concrete class and hands them over."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from focus_tui import places
from focus_tui.domain.cards import Card
from focus_tui.domain.quiet import quiet_hours
from focus_tui.domain.reading import Clock
from focus_tui.notify.words import Words, words_for
from focus_tui.services.announce import Announcer
from focus_tui.services.backlog import Backlog
from focus_tui.services.balancing import Balancing
from focus_tui.services.bell import BellLock
from focus_tui.services.choosing import Choosing
from focus_tui.services.commitments import Commitments
from focus_tui.services.copies import Copies
from focus_tui.services.dayend import DayEnd
from focus_tui.services.daysoff import Off
from focus_tui.services.daysum import DaySum
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts
from focus_tui.services.editing import Editing
from focus_tui.services.focus import Focus
from focus_tui.services.folds import Folds
from focus_tui.services.goals import Goals
from focus_tui.services.history import History
from focus_tui.services.ideaaccounts import IdeaAccounts
from focus_tui.services.keeper import Keeper
from focus_tui.services.ladder import Ladder
from focus_tui.services.learned import Learned
from focus_tui.services.lineup import LineUp
from focus_tui.services.livefile import LiveFile
from focus_tui.services.log import Log
from focus_tui.services.nudging import Nudging
from focus_tui.services.preferences import Preferences
from focus_tui.services.promoting import Promoting
from focus_tui.services.record import Record
from focus_tui.services.reminding import Reminding
from focus_tui.services.reviewdue import ReviewDue
from focus_tui.services.revisiting import Revisiting
from focus_tui.services.rituals import Rituals
from focus_tui.services.saidtimes import SaidTimes
from focus_tui.services.shapes import Shapes
from focus_tui.services.standings import Standings
from focus_tui.services.system import SystemClock, device_id, local_zone
from focus_tui.services.tangents import Tangents
from focus_tui.services.thoughts import Thoughts
from focus_tui.services.upcoming import Upcoming
from focus_tui.services.watch import Watch
from focus_tui.services.weeks import Weeks
from focus_tui.services.weighing import Weighing
from focus_tui.services.welcome import Welcome
from focus_tui.services.worked import WorkedDays
from focus_tui.store.database import Database

if TYPE_CHECKING:
    from focus_tui.notify.notifier import Notifier
    from focus_tui.services.chartfiles import ChartFiles
    from focus_tui.services.evidence import Evidences
    from focus_tui.services.exporting import Exports
    from focus_tui.services.insights import Figures
    from focus_tui.services.lookback import Lookback
    from focus_tui.services.reflecting import Reflecting
    from focus_tui.services.reviewing import Reviews


@dataclass(frozen=True, kw_only=True)
class ClockServices:
    """The clock, and what it leaves behind."""

    focus: Focus
    shapes: Shapes
    record: Record
    tangents: Tangents
    ladder: Ladder
    editing: Editing
    saidtimes: SaidTimes
    log: Log
    upcoming: Upcoming
    history: History
    day_end: DayEnd
    rituals: Rituals
    keeper: Keeper
    announcer: Announcer


@dataclass(frozen=True, kw_only=True)
class PlanServices:
    """Goals and promises."""

    goals: Goals
    commitments: Commitments
    standings: Standings
    promoting: Promoting
    off: Off
    lineup: LineUp
    day_sum: DaySum
    weeks: Weeks
    review_due: ReviewDue

    def asks(self, on: str) -> tuple[Card, ...]:
        """What waits for an answer on a local day."""
        plans = self.promoting.asks(on) + self.standings.checkpoints(on)
        return plans + self.review_due.asks(on)


@dataclass(frozen=True, kw_only=True)
class IdeaServices:
    """Thoughts and the backlog."""

    thoughts: Thoughts
    backlog: Backlog
    choosing: Choosing
    folds: Folds
    ideas: IdeaAccounts
    weighing: Weighing
    revisiting: Revisiting
    balancing: Balancing


@dataclass(frozen=True, kw_only=True)
class Services(ClockServices, PlanServices, IdeaServices):
    """Everything a person can do, for the screens and the commands alike."""

    preferences: Preferences
    desk: Desk
    worked: WorkedDays
    drafts: Drafts
    copies: Copies
    learned: Learned
    welcome: Welcome
    facts_file: Path
    """Where what past days add to figures is kept."""

    # Weeks as they are looked back on: imported when they are first asked for, which is seldom.

    @cached_property
    def evidences(self) -> "Evidences":
        """What the data say about weeks."""
        from focus_tui.services.evidence import Evidences

        return Evidences(
            self.desk, self.worked, self.commitments, self.off, self.preferences.limit_ms
        )

    @cached_property
    def reviews(self) -> "Reviews":
        """What there is to look at and to answer in the review of a week."""
        from focus_tui.services.reviewing import Reviews

        return Reviews(self.desk, self.evidences, self.commitments, self.review_due)

    @cached_property
    def reflecting(self) -> "Reflecting":
        """What a person says and decides in it."""
        from focus_tui.services.reflecting import Reflecting

        return Reflecting(self.desk, self.evidences, self.commitments, self.goals)

    @cached_property
    def exports(self) -> "Exports":
        """Weeks as files."""
        from focus_tui.services.exporting import Exports

        return Exports(self.reviews, self.preferences.review)

    @cached_property
    def lookback(self) -> "Lookback":
        """All weeks, months and years."""
        from focus_tui.services.lookback import Lookback

        return Lookback(self.desk, self.worked, self.evidences, self.reviews)

    @cached_property
    def insights(self) -> "Figures":
        """What ranges of days show."""
        from focus_tui.services.dayfacts import FactsOfDays
        from focus_tui.services.insights import Figures

        return Figures(
            self.desk,
            self.log,
            FactsOfDays(self.desk, self.facts_file),
            self.worked,
            self.off,
            limit_ms=self.preferences.limit_ms,
            session_ms=lambda: self.preferences.usual().focus_ms,
        )

    @cached_property
    def chart_files(self) -> "ChartFiles":
        """What they show as files."""
        from focus_tui.services.chartfiles import ChartFiles

        return ChartFiles(self.insights)


def services(
    data_file: Path | None = None,
    *,
    clock: Clock | None = None,
    zone: Callable[[], str] = local_zone,
    env: Mapping[str, str] = os.environ,
    apart: Path | None = None,
) -> Services:
    """Build the services on one data file; nothing is written yet but this machine's own name.

    Settings, and what else belongs to this machine, lie in its own folders, or all of it `apart`.
    Raises places.NoHome where there is no folder to keep things in.
    """
    data = Path(data_file or places.data_file())
    preferences, kept = Preferences(_settings(apart)), partial(_kept, apart, data)
    live, drafts = LiveFile(kept("live")), Drafts(kept("drafts", ".json"))
    desk = _desk(data, clock or SystemClock(), live, kept, zone=zone, preferences=preferences)
    upcoming, goals = Upcoming(desk, drafts), Goals(desk, preferences.most_active)
    worked = WorkedDays(desk, kept("worked", ".json"))
    plans = _plans(desk, preferences, goals, worked)
    desk.asks = plans.asks
    return Services(
        **vars(_clocks(desk, preferences, live, drafts, plans, upcoming, env)),
        **vars(plans),
        **vars(_ideas(desk, preferences, kept("folded", ".json"))),
        preferences=preferences,
        desk=desk,
        worked=worked,
        drafts=drafts,
        copies=Copies(desk),
        learned=Learned(desk),
        facts_file=kept("facts", ".json"),
        welcome=Welcome(desk, drafts, goals, upcoming),
    )


def _clocks(
    desk: Desk,
    preferences: Preferences,
    live: LiveFile,
    drafts: Drafts,
    plans: PlanServices,
    upcoming: Upcoming,
    env: Mapping[str, str],
) -> ClockServices:
    nudging = Nudging(desk, drafts, plans.off, preferences.nudge)
    reminding = Reminding(desk, drafts, plans.off, plans.review_due, preferences.remind_min)
    shapes = Shapes(desk, drafts, preferences.usual, preferences.own_shapes)
    day_end = DayEnd(desk, preferences.limit_ms)
    focus = Focus(desk, upcoming, shapes, preferences.every, preferences.at_once, day_end)
    editing = Editing(desk)
    return ClockServices(
        focus=focus,
        shapes=shapes,
        record=Record(desk),
        tangents=Tangents(desk),
        ladder=Ladder(desk, preferences.rungs),
        editing=editing,
        saidtimes=SaidTimes(desk, editing, lambda: preferences.usual().focus_ms),
        log=Log(desk, preferences.limit_ms),
        upcoming=upcoming,
        history=History(desk, upcoming),
        day_end=day_end,
        rituals=Rituals(desk, preferences.ritual),
        keeper=Keeper(desk, focus, live, preferences.automatic, nudging, reminding),
        announcer=_announcer(preferences, env, shapes, upcoming, plans.goals),
    )


def _plans(desk: Desk, preferences: Preferences, goals: Goals, worked: WorkedDays) -> PlanServices:
    off = Off(desk)
    commitments = Commitments(desk, worked, lambda: preferences.usual().focus_ms)
    return PlanServices(
        goals=goals,
        commitments=commitments,
        standings=Standings(desk, worked, commitments, off, preferences.days_a_week),
        promoting=Promoting(desk, goals, commitments),
        off=off,
        lineup=LineUp(desk),
        day_sum=DaySum(goals, commitments),
        weeks=Weeks(desk),
        review_due=ReviewDue(desk, commitments),
    )


def _ideas(desk: Desk, preferences: Preferences, folds_file: Path) -> IdeaServices:
    backlog, thoughts = Backlog(desk), Thoughts(desk)
    return IdeaServices(
        thoughts=thoughts,
        backlog=backlog,
        choosing=Choosing(desk, preferences.at_once),
        folds=Folds(folds_file),
        ideas=IdeaAccounts(desk, backlog, thoughts),
        weighing=Weighing(desk, backlog, thoughts),
        revisiting=Revisiting(desk, backlog, thoughts, preferences.ageing_days),
        balancing=Balancing(desk, preferences.explore_percent),
    )


def _settings(apart: Path | None) -> Path:
    return apart / "config.toml" if apart else Path(places.config_file())


def _kept(apart: Path | None, data: Path, kind: str, ending: str = "") -> Path:
    """A file of this machine's own about a data file."""
    usual = Path(places.state_file(kind, str(data), ending))
    return apart / usual.name if apart else usual


def _desk(
    data: Path,
    clock: Clock,
    live: LiveFile,
    kept: Callable[..., Path],
    *,
    zone: Callable[[], str],
    preferences: Preferences,
) -> Desk:
    """The data, the clocks and who watches them."""
    journal, bell = kept("journal", ".jsonl"), kept("bell", ".lock")
    db = Database(data, journal, device=device_id(journal.parent), clock=clock)
    watch = Watch(BellLock(bell), live)
    return Desk(
        db,
        clock,
        watch,
        live,
        zone=zone,
        every=preferences.every,
        limit_ms=preferences.limit_ms,
    )


def _announcer(
    preferences: Preferences,
    env: Mapping[str, str],
    shapes: Shapes,
    upcoming: Upcoming,
    goals: Goals,
) -> Announcer:
    """Says as much as the settings want."""

    def words() -> Words:
        return words_for(preferences.settings.notify.words, env)

    return Announcer(shapes.break_ms, words, upcoming, goals)


def notifier(
    services: Services, *, write: Callable[[str], None], env: Mapping[str, str]
) -> "Notifier":
    """The way to the person that the settings name; `write` brings a text to the terminal."""
    from focus_tui.notify import chain  # asyncio, which most commands don't need
    from focus_tui.notify.notifier import Notifier
    from focus_tui.notify.sound import Sound

    wanted, desk = services.preferences.settings.notify, services.desk
    hours = quiet_hours(wanted.quiet)
    return Notifier(
        chain.build(wanted.channels, write=write, env=env, wanted=wanted.terminal),
        sound=Sound(wanted.sound, wanted.player, env=env) if wanted.sound else None,
        quiet=lambda: hours is not None and hours.hold(desk.clock.read().wall_ms, desk.zone),
    )
