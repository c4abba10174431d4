"""Weeks as Markdown files in a folder of the person's."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from focus_tui.domain.durations import MINUTE_MS, plural
from focus_tui.domain.errors import BadInput, Refused
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.domain.week import Week
from focus_tui.formats import weekfile
from focus_tui.services.reviewing import Review, Reviews
from focus_tui.services.weekpages import own_page
from focus_tui.settings import declared
from focus_tui.store.files import absolute, make_folder, read_file, replace_file


class Exports:
    """Writes weeks; what the person has added to a file below its marker stays."""

    def __init__(self, reviews: Reviews, wanted: Callable[[], declared.Review]) -> None:
        self._reviews = reviews
        self._wanted = wanted

    @property
    def folder(self) -> str:
        """Where weeks go unless another folder is named; empty where none is set."""
        return self._wanted().export_folder

    def finished(self, week: Week) -> str:
        """What is written once a review is finished, in a sentence; empty where none is wanted.

        Raises as `export` does.
        """
        wanted = self._wanted()
        return self.export([week]) if wanted.export_after and wanted.export_folder else ""

    def export(
        self,
        weeks: Iterable[Week],
        folder: str = "",
        told: Callable[[int], None] = lambda done: None,
    ) -> str:
        """Write weeks, each under a name that stays the same; `told` is called after each.

        Raises BadInput where no folder is named or set, Refused where a file of that name is none
        of ours, DataUnusable where it can't be written.
        """
        named = folder.strip() or self.folder
        accepted(named, field="path", limit=LINE_LIMIT, one_line=True)
        if not named:
            raise BadInput("Say where to: type the path of a folder.")
        place = absolute(named)
        make_folder(place)
        done = 0
        for done, week in enumerate(weeks, start=1):
            _write(place / f"week-{week.first_on}.md", self._reviews.of(week))
            told(done)
        return f"Wrote {plural(done, 'week')} into {place}."


def _write(file: Path, review: Review) -> None:
    text = weekfile.write(own_page(review), _facts(review))
    with suppress(FileNotFoundError):
        old = read_file(file)[0].decode("utf-8", errors="surrogateescape")
        whole = weekfile.again(old, text)
        if whole is None:
            raise Refused(
                f"{file} is there and is no week of ours, or has lost the line below which it is "
                "yours: move it, or name another folder."
            )
        text = whole
    replace_file(file, text.encode("utf-8", errors="surrogateescape"))


def _facts(review: Review) -> weekfile.Facts:
    evidence, reflection = review.evidence, review.reflection
    return {
        "first_on": review.week.first_on,
        "last_on": review.week.last_on,
        "focused_min": evidence.focused_ms // MINUTE_MS,
        "sessions": evidence.sessions,
        "days": evidence.shown_up,
        "promised": len(evidence.promised),
        "kept": evidence.kept,
        "energy": reflection.energy if reflection else None,
        "mood": reflection.mood if reflection else None,
        "reviewed": "yes" if review.finished else "no",
    }
