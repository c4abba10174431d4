"""Which week is looked at, or which month or year is read: turned back and forth."""

from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.weekpage import WeekPage
from focus_tui.ui.screens.lookkeys import LookKeys


class TurnKeys(LookKeys):
    """A month or a year is a page made of its weeks."""

    def __init__(self) -> None:
        super().__init__()
        self._spanned: tuple[WeekPage | None, Range | None] = None, None
        """The last such page, and which days it is of."""

    @property
    def span(self) -> Range | None:
        """The month or the year that is read; None where nothing is, or something else."""
        page, span = self._spanned
        return span if page is not None and page is self.page else None

    def _read_span(self, span: Range) -> None:
        page = self.host.services.lookback.span(span)
        self._spanned = page, span
        self.open_page(page)

    def do_review_month(self) -> None:
        """As a page."""
        self._read_span(Range.of(Reach.MONTH, self.week_here.first_on))

    def do_review_year(self) -> None:
        """As a page."""
        self._read_span(Range.of(Reach.YEAR, self.week_here.first_on))

    def can_review_earlier(self) -> bool:
        """One week is looked at; or a month, before which there are weeks."""
        if self.span:
            weeks = self.host.services.lookback.weeks()
            return bool(weeks) and weeks[-1].week.first_on < self.span.first_on
        return not self.listing and self.page is None

    def can_review_later(self) -> bool:
        """It has begun."""
        today = self.host.present.day.on
        if self.span:
            return self.span.last_on < today
        return self.can_review_earlier() and self.week.after().first_on <= today

    def do_review_earlier(self) -> None:
        """The one before."""
        self._turn_by(-1)

    def do_review_later(self) -> None:
        """The one after."""
        self._turn_by(1)

    def _turn_by(self, by: int) -> None:
        if self.span:
            self._read_span(self.span.beside(by))
        else:
            self.look_at(self.week.after(by), self.part)

    def can_review_now(self) -> bool:
        """Another one is in sight."""
        if self.span:
            return not self.span.holds(self.host.present.day.on)
        return not self.listing and self.week != self.host.services.reviews.first()

    def do_review_now(self) -> None:
        """What is to be reviewed, or the month of today."""
        if self.span:
            self._read_span(Range.of(self.span.reach, self.host.present.day.on))
        else:
            self.look_at(self.host.services.reviews.first(), self.part)
