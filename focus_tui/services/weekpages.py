"""The review of a week as a page, for the person alone or for others."""

from collections.abc import Iterator

from focus_tui.domain.inputs import in_words
from focus_tui.domain.reflection import CHANGED, HINDERED, HOW, MOST, Part
from focus_tui.domain.weekpage import DONE, PROMISED, WON, Section, WeekPage, week_page
from focus_tui.services.reviewing import Review

NEXT = "Next week"


def own_page(review: Review) -> WeekPage:
    """All of it; what was said to a thing stands below it."""
    page = _page(review)
    figures = (*page.figures, *_levels(review))
    if review.since:
        figures = (*figures, review.since)
    sections = [_with_words(review, section) for section in page.sections]
    return page._replace(figures=figures, sections=(*sections, *_answers(review)))


def public_page(review: Review) -> WeekPage:
    """What may be shown to others: of the parts that are marked so, and nothing typed to them.

    Of what was done it says hours and days, and no goal by its name.
    """
    page, public = _page(review), review.reflection.public if review.reflection else ()
    shown = {PROMISED: Part.INTENDED in public, WON: Part.WON in public, NEXT: Part.NEXT in public}
    return WeekPage(
        page.title,
        page.figures[:3] if Part.DID in public else (),
        tuple(each for each in page.sections if shown.get(each.title)),
    )


def _page(review: Review) -> WeekPage:
    """What the data say, what was won, and what is promised next."""
    ahead = Section(NEXT, tuple(_promise(review)))
    return week_page(review.evidence, review.won, [ahead], over=review.over)


def _promise(review: Review) -> Iterator[str]:
    for standing in review.promised:
        made = standing.commitment
        yield f"{made.text}: {in_words(made.input)}"


def _levels(review: Review) -> Iterator[str]:
    reflection = review.reflection
    if reflection and reflection.energy:
        yield f"energy {reflection.energy} of {MOST}"
    if reflection and reflection.mood:
        yield f"mood {reflection.mood} of {MOST}"


def _with_words(review: Review, section: Section) -> Section:
    """Below each promise what was said to it; what was said to figures at the end of them."""
    if section.title == DONE:
        said = (each for each in review.answers.values() if each.part is Part.DID and each.text)
        return section._replace(lines=(*section.lines, *(f"“{each.text}”" for each in said)))
    if section.title != PROMISED:
        return section
    lines: list[str] = []
    for line, promised in zip(section.lines, review.evidence.promised, strict=True):
        text = review.text(f"promised:{promised.id}")
        lines += [line, f"“{text}”"] if text else [line]
    return section._replace(lines=tuple(lines))


def _answers(review: Review) -> Iterator[Section]:
    how = review.text(HOW).splitlines()
    hindered = review.text(HINDERED)
    sections = (
        Section("How it was", (*how, *([f"In the way: {hindered}"] if hindered else []))),
        Section("Learned", tuple(each.text for each in review.lines[Part.LEARNED])),
        Section("Changed", tuple(_changes(review))),
    )
    yield from (each for each in sections if each.lines)


def _changes(review: Review) -> Iterator[str]:
    yield from (each.text for each in review.decided)
    if said := review.text(CHANGED):
        yield said
