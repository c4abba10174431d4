"""Which shape sessions have: what was chosen, or a goal's, or the usual one."""

from collections.abc import Callable

from focus_tui.domain import timer
from focus_tui.domain.durations import spoken
from focus_tui.domain.errors import BadInput
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Phase
from focus_tui.domain.shape import BUILT_IN, USUAL, Shape, parsed
from focus_tui.domain.text import quoted
from focus_tui.services.desk import Desk
from focus_tui.services.drafts import Drafts
from focus_tui.store.views import View

_NEXT = "next-shape"
_KEPT = "shape"


class Shapes:
    """What was chosen for the next session; else its goal's; else what was chosen last; else what
    the settings of the timer say.

    Choices belong to this machine, a goal's shape to the goal.
    """

    def __init__(
        self,
        desk: Desk,
        drafts: Drafts,
        usual: Callable[[], Shape],
        own: Callable[[], tuple[Shape, ...]],
    ) -> None:
        self._desk = desk
        self._drafts = drafts
        self._usual = usual
        self._own = own

    def all(self) -> tuple[Shape, ...]:
        """All that there is to choose from, the usual one first."""
        return self._usual(), *BUILT_IN, *self._own()

    def named(self, text: str) -> Shape:
        """The shape of that name, or that the line says. Raises BadInput."""
        found = self._known(text)
        if found is not None:
            return found
        try:
            return parsed(text)
        except BadInput as error:
            names = ", ".join(each.name for each in self.all())
            raise BadInput(f"{error} There are {names}.") from None

    def coming(self, goal_id: str | None) -> Shape:
        """The shape of the next session, for a goal or none, as far as is known."""
        return self.at(self._desk.db.read(), goal_id)

    def at(self, view: View, goal_id: str | None) -> Shape:
        """The shape of a session that begins for a goal or none, seen from inside an act too."""
        chosen = self._known(self._drafts.get(_NEXT))
        if chosen is not None:
            return chosen
        goal = view.goals.get(goal_id) if goal_id else None
        if goal is not None and goal.shape:
            return self._read(goal.shape)
        return self._known(self._drafts.get(_KEPT)) or self._usual()

    def of(self, running: Interval) -> Shape:
        """The shape that a session was begun in."""
        return self._read(running.shape)

    def break_ms(self, running: Interval, phase: Phase) -> int:
        """How long the break is that follows a session, were it to end now."""
        return self.of(running).break_ms(phase, running.main_ms + running.over_ms)

    def choose(self, name: str) -> str:
        """Give what runs inside its plan another shape, else the next session; it stays chosen.

        Raises BadInput for a shape that there is none of, and Refused where it would have ended.
        """
        shape = self.named(name)
        with self._desk.act(f"make it {quoted(shape.name)}") as tx:
            running = self._desk.running(tx)
            reshaped = None
            if running is not None and running.is_planned_session:
                reshaped = timer.reshape(running, shape)
                tx.timer.put(reshaped)
        self._drafts.put(_NEXT, "" if reshaped else shape.name)
        self._drafts.put(_KEPT, "" if shape.name == USUAL else shape.name)
        self._desk.changed()
        if reshaped is None:
            return f"Next: {shape.name}, {shape.in_words}."
        if shape.open:
            return f"Now {shape.name}: it runs until you end it."
        return f"Now {shape.name}: {spoken(reshaped.left_ms)} to go."

    def begun(self) -> None:
        """A session has begun: what was chosen for the next one is no choice any more."""
        self._drafts.put(_NEXT, "")

    def _known(self, name: str) -> Shape | None:
        wanted = name.strip().casefold()
        if not wanted:
            return None
        return next((each for each in self.all() if each.name.casefold() == wanted), None)

    def _read(self, line: str) -> Shape:
        """The shape of a line in the data; the usual one where another program wrote another."""
        try:
            return parsed(line) if line else self._usual()
        except BadInput:
            return self._usual()
