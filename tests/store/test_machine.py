"""The store against a model: whatever is done in whatever order, it holds what it should."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from focus_tui.domain.interval import Interval
from focus_tui.store.database import Database
from focus_tui.store.transaction import Transaction
from tests.store import given as g
from tests.store import strategies


@dataclass(frozen=True)
class Model:
    """What the data should be: values by table and id, this device's clock apart."""

    values: dict[tuple[str, str], Any]
    timer: Interval | None = None


class Stop(Exception):
    pass


# Some begin in years that are past on some of the days on which this is done.
SESSIONS = st.builds(
    lambda value, on: replace(value, started=value.started._replace(on=on)),
    strategies.SESSIONS,
    st.sampled_from(["2022-12-31", "2024-07-01", "2025-12-31", "2026-01-01", "2026-11-23"]),
)


class Store(RuleBasedStateMachine):
    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._clock = g.HandClock()
        self._open: list[Database] = [self._opened(), self._opened()]
        self.model = Model({})
        self.undo: list[tuple[Model, Model]] = []
        self.redo: list[tuple[Model, Model]] = []

    def _opened(self) -> Database:
        return g.database(Path(self._folder.name), clock=self._clock)

    def teardown(self) -> None:
        self._folder.cleanup()

    @property
    def db(self) -> Database:
        """Two processes take turns."""
        self._open.reverse()
        return self._open[0]

    def _act(self, after: Model, do: Callable[[Transaction], None], undoable: bool = True) -> None:
        with self.db.act("Act", undoable=undoable) as tx:
            do(tx)
        if after != self.model and undoable:
            self.undo.append((self.model, after))
            self.redo.clear()
        self.model = after

    @rule(target=ids, value=strategies.IDEAS)
    def put_idea(self, value: Any) -> tuple[str, str]:
        key = ("ideas", value.id)
        after = replace(self.model, values={**self.model.values, key: value})
        self._act(after, lambda tx: tx.ideas.put(value))
        return key

    @rule(target=ids, value=SESSIONS, past=SESSIONS, marked=strategies.MARKS)
    def put_sessions_here_and_in_an_archive(
        self, value: Any, past: Any, marked: Any
    ) -> tuple[str, str]:
        value, past = replace(value, id="b" + value.id[1:]), replace(past, id="a" + past.id[1:])
        marked = marked._replace(session_id=value.id)
        key = ("sessions", value.id)
        more = {key: value, ("sessions", past.id): past, ("marks", marked.id): marked}
        after = replace(self.model, values={**self.model.values, **more})

        def do(tx: Transaction) -> None:
            self._home(tx, key).sessions.put(value)
            self._home(tx, ("marks", marked.id)).marks.put(marked)
            self._home(tx, ("sessions", past.id), 2025).sessions.put(past)

        self._act(after, do)
        return key

    def _home(self, tx: Transaction, key: tuple[str, str], else_in: int | None = None) -> Any:
        """The file in which a document lies, or is to be put."""
        archives = [tx.archive(year) for year in self._open[0].archives()]
        for each in (tx, *archives):
            if getattr(each, key[0]).get(key[1]):
                return each
        return tx.archive(else_in) if else_in else tx

    @rule(key=ids, text=st.sampled_from(["", "a", "b"]))
    def change(self, key: tuple[str, str], text: str) -> None:
        if not (value := self.model.values.get(key)):
            return
        value = replace(value, title=text) if key[0] == "ideas" else replace(value, note=text)
        after = replace(self.model, values={**self.model.values, key: value})
        self._act(after, lambda tx: self._table(tx, key).put(value))

    @rule(key=ids)
    def remove(self, key: tuple[str, str]) -> None:
        values = {each: value for each, value in self.model.values.items() if each != key}
        self._act(
            replace(self.model, values=values), lambda tx: self._table(tx, key).remove(key[1])
        )

    def _table(self, tx: Transaction, key: tuple[str, str]) -> Any:
        return tx.ideas if key[0] == "ideas" else self._home(tx, key).sessions

    @rule(value=st.none() | strategies.INTERVALS, undoable=st.booleans())
    def set_the_clock(self, value: Interval | None, undoable: bool) -> None:
        after = replace(self.model, timer=value)
        self._act(after, lambda tx: tx.timer.put(value) if value else tx.timer.clear(), undoable)

    @rule(value=strategies.IDEAS)
    def begin_and_raise(self, value: Any) -> None:
        try:
            with self.db.act("Abort") as tx:
                tx.ideas.put(value)
                tx.archive(2025).sessions.put(g.session(value.id))
                raise Stop
        except Stop:
            pass

    @precondition(lambda self: self.undo)
    @rule()
    def take_back(self) -> None:
        before, after = self.undo.pop()
        with self.db.undoing() as (_, act):
            assert act.interval_before == (before.timer if act.touches_timer else None)
            assert act.interval_after == (after.timer if act.touches_timer else None)
        self.redo.append((before, after))
        self.model = replace(before, timer=self.model.timer)

    @precondition(lambda self: self.redo)
    @rule()
    def do_again(self) -> None:
        before, after = self.redo.pop()
        with self.db.redoing():
            pass
        self.undo.append((before, after))
        self.model = replace(after, timer=self.model.timer)

    @rule()
    def start_anew(self) -> None:
        self._open[0] = self._opened()

    @rule()
    def rewrite_by_hand(self) -> None:
        path = self._open[0].path
        if path.exists():
            tables = json.loads(path.read_bytes())
            tables.setdefault("theirs", {})[f"{len(tables['theirs'])}"] = {"n": [1.5, None]}
            path.write_text(json.dumps(tables, indent=3, ensure_ascii=True))

    @rule(ms=st.integers(-(10**11), 10**9))
    def step_the_wall_clock(self, ms: int) -> None:
        self._clock.wall_ms += ms

    @invariant()
    def holds_the_model(self) -> None:
        db = self.db
        view = db.read()
        found: dict[tuple[str, str], Any] = {}
        found |= {("ideas", each.id): each for each in view.ideas.all()}
        files = [json.loads(path.read_bytes()) for path in db.path.parent.glob("*.json")]
        lying = [(t, id) for file in files for t in ("sessions", "marks") for id in file.get(t, {})]
        assert len(lying) == len(set(lying)), "everything lies in one file"
        for records in (view, *(db.year(year) for year in db.archives())):
            found |= {("sessions", each.id): each for each in records.sessions.all()}
            found |= {("marks", each.id): each for each in records.marks.all()}
        assert found == self.model.values
        assert view.timer.get("d1") == self.model.timer
        assert db.notices() == ()


TestStore = Store.TestCase
TestStore.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
