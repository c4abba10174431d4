"""What the log asks for: a line, a reason, a goal; for one session, or for several at once."""

from collections.abc import Callable, Sequence

from textual.app import App

from focus_tui.domain.durations import MINUTE_MS, spoken
from focus_tui.domain.editing import Way
from focus_tui.domain.errors import BadInput
from focus_tui.domain.goal import Column
from focus_tui.domain.inputs import Measure, parsed
from focus_tui.domain.session import Session
from focus_tui.services.placing import Overlaps, named
from focus_tui.services.voiding import REASONS
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.dialogs.overlap import OverlapDialog
from focus_tui.ui.dialogs.pick import PickDialog
from focus_tui.ui.dialogs.preview import PreviewDialog, told
from focus_tui.ui.host import host
from focus_tui.ui.items import GOAL
from focus_tui.ui.screens.plans import PlanRows
from focus_tui.ui.widgets.itemlist import Row

NONE = "none"


class LogFlows:
    """Opens the dialogs, one after the other."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._host = host(app)
        self._services = self._host.services
        self._editing = self._services.editing

    # Words.

    def intent(self, sessions: Sequence[Session]) -> None:
        """What they were on."""
        self._line(
            f"What was {_these(sessions)} on?",
            lambda text: self._editing.describe(sessions, text),
            draft="intent",
            sessions=sessions,
            value=same([each.intent for each in sessions]),
        )

    def note(self, sessions: Sequence[Session]) -> None:
        """A line on them."""
        self._line(
            f"The note on {_these(sessions)}",
            lambda text: self._editing.note(sessions, text),
            draft="note",
            sessions=sessions,
            value=same([each.note for each in sessions]),
            placeholder="how it went, in a line",
        )

    def void(self, sessions: Sequence[Session]) -> None:
        """They do not count: why?"""
        self._line(
            f"Void {_these(sessions)}: why? {self._host.shown_key('dialog.save')} alone says none.",
            lambda why: self._editing.void(sessions, why),
            draft="void",
            sessions=sessions,
            placeholder="a word, if you like",
            offers=REASONS,
        )

    def planned(self, sessions: Sequence[Session]) -> None:
        """How long they were to be."""
        self._line(
            f"How long was {_these(sessions)} planned to be?",
            lambda text: self._editing.plan(sessions, _length(text)),
            draft="planned",
            sessions=sessions,
            value=same([_minutes(each) for each in sessions]),
            placeholder="25 min",
        )

    def _line(
        self,
        title: str,
        act: Callable[[str], str],
        *,
        draft: str,
        sessions: Sequence[Session],
        value: str = "",
        placeholder: str = "",
        offers: Sequence[str] = (),
    ) -> None:
        which = sessions[0].id if len(sessions) == 1 else f"{len(sessions)}"
        self._app.push_screen(
            LineDialog(
                title,
                lambda text: self._host.say(act(text)),
                drafts=self._services.drafts,
                draft=f"log-{draft}-{which}",
                value=value,
                placeholder=placeholder,
                offers=offers,
            )
        )

    def goal(self, sessions: Sequence[Session]) -> None:
        """What they were for: a goal, or none."""
        goals = self._services.goals
        found = [each for column in Column for each in goals.column(column)]
        rows = PlanRows(self._host.glyphs).goals([(each, "") for each in found])

        def pick(item: str) -> str:
            goal_id = item.removeprefix(GOAL) if item.startswith(GOAL) else None
            return self._editing.aim(sessions, goal_id)

        rows.append(Row("no goal", id=NONE, style="$quiet"))
        self._app.push_screen(PickDialog(f"What was {_these(sessions)} for?", rows, pick))

    # Times.

    def new(self, on: str, show: Callable[[str, str], None]) -> None:
        """One that was forgotten; `show` is told its id and its day."""
        times = self._services.saidtimes

        def save(line: str, way: Way | None) -> str:
            session = times.forgotten(line, on)
            id, said = self._editing.add(session, way)
            show(id, session.started.on)
            return said

        self._app.push_screen(
            PreviewDialog(
                "A session that was forgotten: when, and what was it?",
                save,
                lambda line: told(times.forgotten(line, on), self._host.glyphs.dot),
                drafts=self._services.drafts,
                draft="log-new",
                placeholder="09:05-09:32 Mel filters",
            )
        )

    def times(self, session: Session) -> None:
        """When it began and ended."""
        times = self._services.saidtimes
        self._app.push_screen(
            PreviewDialog(
                f"When was {_these([session])}?",
                lambda line, way: self._editing.move(session, *times.stretch(session, line), way),
                lambda line: told(times.moved(session, line), self._host.glyphs.dot),
                drafts=self._services.drafts,
                draft=f"log-times-{session.id}",
                value=times.line(session),
            )
        )

    def split(self, session: Session) -> None:
        """Two of one."""
        times, dot = self._services.saidtimes, self._host.glyphs.dot

        def preview(line: str) -> str:
            return "\n".join(told(half, dot) for half in times.halves(session, line))

        self._app.push_screen(
            PreviewDialog(
                f"Where does {_these([session])}, {times.line(session)}, become another one?",
                lambda line, way: self._editing.split(session, times.inside(session, line)),
                preview,
                drafts=self._services.drafts,
                draft=f"log-split-{session.id}",
                placeholder="a time of day, as 09:15",
            )
        )

    def join(self, sessions: Sequence[Session]) -> None:
        """One of several; what lies between them is asked about."""
        self._solving(lambda way: self._editing.join(sessions, way))

    def solve(self, session: Session, others: Sequence[Session]) -> None:
        """How an overlap ends that is there."""
        found = Overlaps(session, others)
        self._app.push_screen(OverlapDialog(found, lambda way: self._editing.solve(session, way)))

    def _solving(self, act: Callable[[Way | None], str]) -> None:
        try:
            self._host.say(act(None))
        except Overlaps as found:
            self._app.push_screen(OverlapDialog(found, act))


def same(values: Sequence[str]) -> str:
    """What all have; nothing where they differ."""
    return values[0] if len(set(values)) == 1 else ""


def _these(sessions: Sequence[Session]) -> str:
    return named(sessions) if len(sessions) > 1 or sessions[0].intent else "the session"


def _minutes(session: Session) -> str:
    whole = session.planned_ms % MINUTE_MS == 0
    return f"{session.planned_ms // MINUTE_MS} min" if whole else spoken(session.planned_ms)


def _length(text: str) -> int:
    """Milliseconds of `25 min` or `2 h`; BadInput for anything else."""
    try:
        wanted = parsed(text)
    except BadInput:
        wanted = None
    if wanted is None or wanted.measure is not Measure.MINUTES:
        raise BadInput("A plan is a length of time: write it as 25 min, or 2 h.")
    return wanted.count * MINUTE_MS
