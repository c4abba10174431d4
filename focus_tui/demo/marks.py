"""What is marked on a session: what came between, what one slid into, what was looked for."""

from collections.abc import Iterator
from random import Random

from focus_tui.demo import words
from focus_tui.demo.ids import Ids
from focus_tui.domain.ladder import Rung
from focus_tui.domain.mark import Mark, MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.spans import total

_BETWEEN = (
    (MarkKind.INTERNAL, 0.18, words.OWN_MIND),
    (MarkKind.EXTERNAL, 0.07, words.SOMEBODY),
)
_TANGENT, _LADDER = 0.05, 0.03


class Marking:
    """Marks sessions by chance."""

    def __init__(self, random: Random, ids: Ids) -> None:
        self._random = random
        self._ids = ids

    def on(self, session: Session) -> Iterator[Mark]:
        """What a session's marks are, in no order."""
        yield from self._between(session)
        chance = self._random.random()
        if chance < _TANGENT:
            yield from self._slid(session)
        elif chance < _TANGENT + _LADDER:
            yield from self._looked(session)

    def begun(self, session: Session, kind: MarkKind, text: str) -> Mark:
        """A mark of the moment in which a session began."""
        return self._mark(session, kind, 0.0, text)

    def ended(self, session: Session, kind: MarkKind, text: str) -> Mark:
        """A mark of the moment in which it ended."""
        return self._mark(session, kind, 1.0, text)

    def _between(self, session: Session) -> Iterator[Mark]:
        random = self._random
        for kind, often, said in _BETWEEN:
            while random.random() < often:
                word = random.choice(said) if random.random() < 0.8 else ""
                yield self._mark(session, kind, random.random(), word)

    def _slid(self, session: Session) -> Iterator[Mark]:
        """Into one thing, perhaps from there into another, and back."""
        slid = self._random.choice(words.TANGENTS)
        for depth, word in enumerate(slid):
            yield self._mark(session, MarkKind.TANGENT, 0.25 + depth * 0.2, word, placed=True)
        for depth, _ in enumerate(slid):
            yield self._mark(session, MarkKind.BACK, 0.7 + depth * 0.1, placed=True)

    def _looked(self, session: Session) -> Iterator[Mark]:
        """In the documentation, then elsewhere, until it was found."""
        said = self._random.choice(words.FOUND)
        yield self._mark(session, MarkKind.RUNG, 0.2, Rung.DOCS, placed=True)
        yield self._mark(session, MarkKind.RUNG, 0.5, Rung.SEARCH, placed=True)
        yield self._mark(session, MarkKind.FOUND, 0.8, said, placed=True)

    def _mark(
        self, session: Session, kind: MarkKind, part: float, text: str = "", *, placed: bool = False
    ) -> Mark:
        """After such a part of the session; `placed` ones say where in its account that is."""
        into = int(total(session.spans) * part)
        at_ms = session.started.at_ms + into
        return Mark(
            id=self._ids.at(at_ms),
            kind=kind,
            at_ms=at_ms,
            session_id=session.id,
            amount=into if placed else 0,
            text=text,
        )
