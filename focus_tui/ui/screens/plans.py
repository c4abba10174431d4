"""What is planned, as rows of a list: the week's promises, the line-up, the goals."""

from collections.abc import Sequence

from textual.content import Content

from focus_tui.domain.durations import spoken
from focus_tui.domain.goal import Goal
from focus_tui.domain.inputs import Measure, in_words
from focus_tui.services.commitments import Planned, Standing
from focus_tui.services.lineup import Coming
from focus_tui.ui.glyphs import Glyphs
from focus_tui.ui.items import GOAL, NEXT, PROMISE
from focus_tui.ui.widgets.inputbar import input_bar
from focus_tui.ui.widgets.itemlist import Row


class PlanRows:
    """Draws rows with one set of signs."""

    def __init__(self, glyphs: Glyphs) -> None:
        self._glyphs = glyphs

    def promises(self, heading: str, standings: Sequence[Standing], planned: str = "") -> list[Row]:
        """A week's promises under a heading; nothing where there are none."""
        if not standings:
            return []
        bars = [self._bar(each) for each in standings]
        width = max(bar.cell_length for bar in bars)
        rows = (
            self._promise(each, bar.pad_right(width - bar.cell_length))
            for each, bar in zip(standings, bars, strict=True)
        )
        return [Row(heading, style="$quiet", right=planned), *rows]

    def _bar(self, standing: Standing) -> Content:
        wanted = standing.commitment.input
        if wanted.measure is Measure.DONE:
            return Content("")
        return input_bar(wanted, standing.done, self._glyphs, kept=standing.kept)

    def _promise(self, standing: Standing, bar: Content) -> Row:
        glyphs, commitment = self._glyphs, standing.commitment
        done = commitment.input.measure is Measure.DONE
        sign = glyphs.check if standing.kept else glyphs.open if done else glyphs.dot
        words = [in_words(commitment.input)] if not done else []
        if commitment.promised:
            words.append(f"was {in_words(commitment.promised)}")
        if commitment.two_weeks:
            words.append("two weeks")
        if standing.to_go and standing.done:
            words.append(standing.to_go)
        return Row(
            commitment.text,
            left=f"{sign} ",
            right=f" {glyphs.dot} ".join(words),
            bar=bar,
            id=PROMISE + commitment.id,
            letter=_letter(standing.goal),
            hue=standing.goal.hue if standing.goal else 0,
        )

    def lineup(self, coming: Sequence[Coming]) -> list[Row]:
        """The day's line-up in its order; nothing where there is none."""
        if not coming:
            return []
        rows = [
            Row(each.subject.intent, left=f"{number} ", id=NEXT + each.entry.id)
            for number, each in enumerate(coming, start=1)
        ]
        return [Row("Line-up", style="$quiet"), *rows]

    def goals(self, goals: Sequence[tuple[Goal, str]]) -> list[Row]:
        """The active goals, each with how long it was left alone."""
        if not goals:
            return []
        rows = [
            Row(
                goal.title,
                right=alone,
                id=GOAL + goal.id,
                letter=_letter(goal),
                hue=goal.hue,
            )
            for goal, alone in goals
        ]
        return [Row("Goals", style="$quiet"), *rows]


def _letter(goal: Goal | None) -> str:
    return goal.letter if goal else ""


def in_plan(planned: Planned) -> str:
    """What a week takes beside what one of late really held, in words; empty without a plan."""
    if not planned.planned_ms:
        return ""
    words = f"{spoken(planned.planned_ms)} planned"
    if not planned.real_ms:
        return words
    more = ", more than" if planned.planned_ms > planned.real_ms else " ·"
    return f"{words}{more} {spoken(planned.real_ms)} of late"
