"""What insights show, as files in a folder of the person's: tables and a picture."""

from collections.abc import Sequence

from focus_tui.domain.errors import BadInput
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.text import LINE_LIMIT, accepted
from focus_tui.formats.csvfile import Chart, write
from focus_tui.services.insights import Figures
from focus_tui.store.files import absolute, make_folder, replace_file


class ChartFiles:
    """Writes over what it wrote before: the names say what and when, and nothing else does."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def export(self, over: Range, charts: Sequence[Chart], svg: str, folder: str) -> str:
        """Write the data of charts as CSV, and their picture as SVG.

        Raises BadInput where no folder is named, DataUnusable where it can't be written.
        """
        named = accepted(folder.strip(), field="path", limit=LINE_LIMIT, one_line=True)
        if not named:
            raise BadInput("Say where to: type the path of a folder.")
        place, shown = absolute(named), self._figures.of(over)
        make_folder(place)
        days = "all" if over.reach is Reach.ALL else f"{over.first_on}-to-{over.last_on}"
        for chart in charts:
            table = write(shown, chart).encode("utf-8")
            replace_file(place / f"focus-{chart}-{days}.csv", table)
        picture = place / f"focus-{charts[0]}-{days}.svg"
        replace_file(picture, svg.encode("utf-8"))
        return f"Wrote {', '.join(charts)} as CSV, and a picture, into {place}."
