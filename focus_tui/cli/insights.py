"""`focus insights`: what a week, a month, a quarter, a year or all time shows."""

import json
from collections.abc import Mapping

from focus_tui.cli import output
from focus_tui.cli.dates import local_date
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser, nearest
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput
from focus_tui.domain.evidenceraw import raw_of
from focus_tui.domain.insightspage import insights_page
from focus_tui.domain.logrange import Range, Reach
from focus_tui.domain.standout import stands_out
from focus_tui.domain.text import quoted
from focus_tui.formats import csvfile
from focus_tui.formats.csvfile import Chart
from focus_tui.formats.weekpage import plain

REACHES = {
    "week": Reach.WEEK,
    "month": Reach.MONTH,
    "quarter": Reach.QUARTER,
    "year": Reach.YEAR,
    "all": Reach.ALL,
}
FORMS = ("json", "plain", "csv")

Options = Mapping[str, str | bool | None]


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show this month, or another range of days."""
    parser = Parser(verb)
    parser.option("--week", "a week")
    parser.option("--month", "a month, as without any of these")
    parser.option("--quarter", "a quarter of a year")
    parser.option("--year", "a year")
    parser.option("--all", "all there is; the first look at past years may take some seconds")
    parser.option("--date", "the one that holds a day: 2026-11-23, today, or a weekday", "DAY")
    parser.option("--json", "show all figures as JSON, with text exactly as it was typed")
    parser.option("--plain", "show them in lines, as without any form")
    parser.option("--csv", f"one picture's data as a table: {', '.join(Chart)}", "CHART")
    options, _ = parser.read(words)
    for names in (tuple(REACHES), FORMS):
        if sum(bool(options[name]) for name in names) > 1:
            *others, last = (f"--{name}" for name in names)
            raise BadInput(f"Give one of {', '.join(others)} and {last}.")
    chart = _chart(options["csv"])
    with opened(data_file) as services:
        over = _over(services, options)
        if chart:
            output.form(csvfile.write(services.insights.of(over), chart))
        else:
            output.page(shown(services, over, as_json=bool(options["json"])))
    return 0


def _chart(named: str | bool | None) -> Chart | None:
    if not isinstance(named, str):
        return None
    try:
        return Chart(named.casefold())
    except ValueError:
        names = ", ".join(Chart)
        close = nearest(named, Chart)
        raise BadInput(f"--csv takes {names}, not {quoted(named)}{close or '.'}") from None


def _over(services: Services, options: Options) -> Range:
    reach = next((REACHES[name] for name in REACHES if options[name]), Reach.MONTH)
    on = services.desk.today()
    if isinstance(named := options["date"], str):
        on = local_date(named, on, "--date")
    return services.insights.range(reach, on)


def shown(services: Services, over: Range, *, as_json: bool) -> str:
    """A range in lines, or as JSON."""
    found, can_go_on = services.insights.of(over), services.insights.sustained(over)
    if as_json:
        told = {"stands_out": raw_of(stands_out(found)), "can_go_on": raw_of(can_go_on)}
        return json.dumps({**raw_of(found), **told})
    today = services.desk.today()
    return plain(insights_page(found, can_go_on, today)).rstrip("\n")
