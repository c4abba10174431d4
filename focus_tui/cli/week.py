"""`focus week`: what was promised for a week, what became of it, what was done and won."""

import json
from collections.abc import Mapping
from itertools import chain

from focus_tui.cli import output
from focus_tui.cli.dates import local_date
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.plans import input_document
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.durations import spoken
from focus_tui.domain.errors import BadInput, Refused
from focus_tui.domain.evidenceraw import as_raw
from focus_tui.domain.inputs import in_words, progress
from focus_tui.domain.week import Week, weeks_between
from focus_tui.domain.weekpage import PROMISED, WeekPage
from focus_tui.formats.weekpage import markdown, plain
from focus_tui.services.commitments import LOOKED_BACK, Planned, Standing
from focus_tui.services.reviewing import Review
from focus_tui.services.weekpages import own_page, public_page

WHICH = ("next", "last", "date")
FORMS = ("markdown", "json", "export")

Options = Mapping[str, str | bool | None]


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show this week, or another one."""
    parser = Parser(verb)
    parser.option("--next", "the next week")
    parser.option("--last", "the week before this one")
    parser.option("--date", "the week of a day: 2026-11-23, today, or the last friday", "DAY")
    parser.option("--public", "only what may be shown to others, as its review says")
    parser.option("--markdown", "show it as Markdown, for a page of notes")
    parser.option("--json", "show it as JSON, with all text exactly as it was typed")
    parser.option("--export", "write it into a folder, as a file that keeps what you add", "FOLDER")
    parser.option("--since", "with --export: all weeks since this day's", "DAY")
    options, _ = parser.read(words)
    _one_of(options, WHICH)
    _one_of(options, FORMS)
    if options["since"] and not options["export"]:
        raise BadInput("--since says from which week on to --export: name a folder with that.")
    with opened(data_file) as services:
        if isinstance(folder := options["export"], str):
            output.talk(services.exports.export(_since(services, options), folder))
            return 0
        said = shown(services, options)
    output.page(said)
    return 0


def _since(services: Services, options: Options) -> list[Week]:
    """The weeks to export, the earliest first."""
    week, since = _week(services, options), options["since"]
    if not isinstance(since, str):
        return [week]
    first = services.evidences.week(local_date(since, services.desk.today(), "--since"))
    return [first.after(number) for number in range(weeks_between(first, week) + 1)]


def shown(services: Services, options: Options) -> str:
    """The week that the options name, in the form that they do."""
    week = _week(services, options)
    if options["json"]:
        return json.dumps(_all(services, week))
    write = markdown if options["markdown"] else plain
    if options["public"]:
        return write(_public(services, week)).rstrip("\n")
    if options["markdown"]:
        return write(own_page(services.reviews.of(week))).rstrip("\n")
    return _text(services, week)


def _public(services: Services, week: Week) -> WeekPage:
    page = public_page(services.reviews.of(week))
    if not page.figures and not page.sections:
        raise Refused(f"Nothing of {week.named()} may be shown: its review can say otherwise.")
    return page


def _one_of(options: Options, names: tuple[str, ...]) -> None:
    if sum(bool(options[name]) for name in names) > 1:
        *others, last = (f"--{name}" for name in names)
        raise BadInput(f"Give one of {', '.join(others)} and {last}.")


def _week(services: Services, options: Options) -> Week:
    named = options["date"]
    if isinstance(named, str):
        return services.evidences.week(local_date(named, services.desk.today(), "--date"))
    ahead = 1 if options["next"] else -1 if options["last"] else 0
    return services.commitments.week(ahead)


def _is_over(services: Services, week: Week) -> bool:
    return week.last_on < services.desk.today()


def _text(services: Services, week: Week) -> str:
    """A week that is over is its page; one that is not is its promises, then what it holds."""
    page = own_page(services.reviews.of(week))
    if _is_over(services, week):
        return plain(page).rstrip("\n")
    promised = table(week, services.commitments.of(week), services.commitments.planned(week))
    if not services.evidences.of(week).focused_ms:
        return promised
    done = page._replace(sections=tuple(e for e in page.sections if e.title != PROMISED))
    return f"{promised}\n\n{plain(done._replace(title='So far'))}".rstrip("\n")


def _all(services: Services, week: Week) -> dict[str, object]:
    commitments, evidences = services.commitments, services.evidences
    over = _is_over(services, week)
    standings = evidences.standings(week) if over else commitments.of(week)
    evidence = as_raw(evidences.of(week))
    return {
        **document(week, standings, commitments.planned(week)),
        "evidence": evidence,
        "review": _review(services.reviews.of(week)),
    }


def _review(review: Review) -> dict[str, object] | None:
    """What the person said; none where there is no review."""
    reflection = review.reflection
    if reflection is None:
        return None
    finished = reflection.finished_at
    return {
        "finished_at": None if finished is None else instant(finished),
        "energy": reflection.energy,
        "mood": reflection.mood,
        "public": list(reflection.public),
        "won": list(review.won),
        "answers": [
            {"part": each.part, "key": each.key, "text": each.text, "choice": each.choice}
            for each in (*review.answers.values(), *chain(*review.lines.values()))
        ],
    }


def table(week: Week, standings: tuple[Standing, ...], planned: Planned) -> str:
    """A line for each promise; its text stands last, so that its width moves nothing."""
    rows = [(*_progress(each), _letter(each), each.commitment.text) for each in standings]
    first, second = (max((len(row[number]) for row in rows), default=0) for number in (0, 1))
    lines = [
        f"{done:{first}}  {to_go:{second}}  {sign}  {text}" for done, to_go, sign, text in rows
    ]
    head = f"{week.named()} {week.last_on[:4]}"
    return "\n".join([head, "", *(lines or ["Nothing is promised."]), "", _planned(planned)])


def _progress(standing: Standing) -> tuple[str, str]:
    commitment = standing.commitment
    done = progress(commitment.input, standing.done)
    if commitment.promised:
        done += f" (it was {in_words(commitment.promised)})"
    return done, "kept" if standing.kept else standing.to_go


def _letter(standing: Standing) -> str:
    return standing.goal.letter if standing.goal else "·"


def _planned(planned: Planned) -> str:
    """What the week takes, beside what weeks really hold."""
    takes = f"{spoken(planned.planned_ms)} planned"
    if not planned.real_ms:
        return f"{takes}."
    return f"{takes}; the last {LOOKED_BACK} weeks held {spoken(planned.real_ms)} each on average."


def document(week: Week, standings: tuple[Standing, ...], planned: Planned) -> dict[str, object]:
    """The same for a program; times are milliseconds, instants UTC."""
    return {
        "first_on": week.first_on,
        "last_on": week.last_on,
        "commitments": [_document(each) for each in standings],
        "planned_ms": planned.planned_ms,
        "real_ms": planned.real_ms,
    }


def _document(standing: Standing) -> dict[str, object]:
    commitment = standing.commitment
    done_at = commitment.done_at
    return {
        "id": commitment.id,
        "text": commitment.text,
        "goal_id": commitment.goal_id,
        "goal": standing.goal.title if standing.goal else None,
        "first_on": commitment.first_on,
        "last_on": commitment.last_on,
        "input": input_document(commitment.input),
        "promised": input_document(commitment.promised),
        "done": standing.done,
        "kept": standing.kept,
        "to_go": standing.to_go,
        "done_at": None if done_at is None else instant(done_at),
    }
