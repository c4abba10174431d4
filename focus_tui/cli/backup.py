"""`focus backup`: copies of the data."""

import json

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.durations import size
from focus_tui.services.copies import Copy


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Make a backup, and list what there is."""
    parser = Parser(verb)
    parser.option("--list", "only list what there is")
    parser.option("--json", "list it as JSON")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        if not options["list"]:
            output.talk(f"Copied: {services.copies.make().holds}.")
        if options["json"]:
            output.data(json.dumps([_document(each) for each in services.copies.all()]))
        else:
            table(services)
    return 0


def table(services: Services, *, differences: bool = False) -> None:
    """List the backups, the newest first, and if wanted what putting each back would change."""
    copies = services.copies.all()
    if not copies:
        output.talk(f"There is no backup yet in {services.desk.db.backups.folder}.")
    width = max((len(each.when) for each in copies), default=0)
    for each in copies:
        about = f"{each.when:<{width}}  {each.backup.reason:<9}  {size(each.size):>8}"
        output.data(f"{each.number:>3}  {about}  {each.holds}")
        if differences and each.good:
            output.data(f"     {services.copies.difference(each)}")


def _document(copy: Copy) -> dict[str, object]:
    return {
        "number": copy.number,
        "made_at": instant(copy.backup.made_at),
        "local_time": copy.local,
        "reason": copy.backup.reason,
        "file": str(copy.backup.path),
        "bytes": copy.size,
        "good": copy.good,
        "sessions": copy.counts.get("sessions"),
        "thoughts": copy.counts.get("ideas"),
        "trouble": copy.trouble or None,
    }
