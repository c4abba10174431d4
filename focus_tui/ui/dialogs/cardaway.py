"""Time in which nobody could know, and what another device left running."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from focus_tui.domain.calendar import clock_time
from focus_tui.domain.cards import Asks
from focus_tui.domain.durations import spoken
from focus_tui.domain.gap import Answer, gaps
from focus_tui.domain.interval import Interval
from focus_tui.domain.ledger import ledger
from focus_tui.domain.session import Session
from focus_tui.ui.dialogs.account import AROUND, WIDEST, bar
from focus_tui.ui.dialogs.choice import ChoiceDialog
from focus_tui.ui.whyvoid import ask_why_void


class ElsewhereDialog(ChoiceDialog):
    """Asks whether what another device left running is to be closed."""

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """There is one; backing out leaves it as it is."""
        close = partial(self.host.services.record.close_elsewhere, self._card.about.id)
        return [("c", "close it where that device was last seen", close)]


class AwayDialog(ChoiceDialog):
    """Asks what the time was in which the program could not know.

    A small letter answers this question, a capital all of this kind that wait.
    """

    def body(self) -> Iterator[Widget]:
        """The day as a bar, when the person was away, and the answers."""
        if drawn := self._drawn():
            yield Static(Content("\n").join([*drawn, Content("")]), markup=False)
        yield from super().body()

    def _drawn(self) -> list[Content]:
        about = self._card.about
        if not isinstance(about, Session | Interval):
            return []
        zone, lived = about.started.zone, self._lived(about)
        begins = min(each.started.at_ms for each in lived)
        of = ledger(lived, begins, begins)
        away = [
            f"{clock_time(each.from_ms, zone)} to {clock_time(each.to_ms, zone)}"
            for each in gaps(about)
        ]
        width = min(WIDEST, self.app.size.width - AROUND)
        drawn = bar(of, begins, of[-1].to_ms, zone, self.host.glyphs, width)
        return [drawn, Content.styled("Away " + ", ".join(away), "$quiet")]

    def _lived(self, about: Session | Interval) -> list[Session | Interval]:
        """All of its day."""
        today, on = self.host.present.day, about.started.on
        of = today if today.on == on else self.host.services.desk.day(on)
        others = [each for each in (*of.sessions, of.running) if each and each.id != about.id]
        return [*others, about]

    def answers(self) -> list[tuple[str, str, Callable[[], str]]]:
        """Those that fit this gap."""
        answer_gap, this = self.host.services.record.answer_gap, self._card.about.id
        answers: list[tuple[str, str, Callable[[], str]]] = [
            (letter, words, partial(answer_gap, answer, this))
            for letter, words, answer in self._fitting()
        ]
        waiting = [each for each in self.host.present.cards if each.asks is Asks.AWAY]
        if len(waiting) > 1:
            ids, all_of_them = [each.about.id for each in waiting], f"all {len(waiting)}"
            drop = partial(answer_gap, Answer.DROP, *ids)
            answers.append(("D", f"drop {all_of_them}: I was away", drop))
            if kept := sum(each.creditable_ms for each in waiting):
                keep = partial(answer_gap, Answer.KEEP, *ids)
                answers.append(("K", f"keep {spoken(kept)} of {all_of_them}", keep))
        return answers

    def key_pressed(self, key: str) -> bool:
        """Where the answer voids, why is asked afterwards."""
        answered = super().key_pressed(key)
        about = self._card.about
        if answered and isinstance(about, Session | Interval):
            ask_why_void(self.app, about)
        return answered

    def _fitting(self) -> list[tuple[str, str, Answer]]:
        card = self._card
        answers = [("d", "drop it: I was away", Answer.DROP)]
        if card.creditable_ms:
            kept = f"keep {spoken(card.creditable_ms)}: I was working"
            answers.insert(0, ("k", kept, Answer.KEEP))
        if card.can_end:
            answers.append(("e", "end the session where I left", Answer.END))
        return [*answers, ("v", "void the session", Answer.VOID)]
