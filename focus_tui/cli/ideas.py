"""`focus ideas`: the backlog as a tree."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.times import instant
from focus_tui.cli.verbs import Verb
from focus_tui.composition import Services
from focus_tui.domain.durations import HOUR_MS, plural
from focus_tui.domain.idea import Idea, IdeaState
from focus_tui.domain.ideawords import kind, tags
from focus_tui.domain.outline import Outline
from focus_tui.domain.outlineread import among
from focus_tui.domain.text import visible

_SIGNS = {
    # The second is the twin for terminals that draw nothing but ASCII.
    IdeaState.OPEN: ("○", "o"),
    IdeaState.STARTED: ("◐", "%"),
    IdeaState.RESTING: ("◌", "~"),
    IdeaState.DONE: ("✓", "+"),
    IdeaState.DROPPED: ("×", "x"),
}
_INDENT = "  "


class Ideas(NamedTuple):
    """What is shown, each part in its order."""

    front: Sequence[Idea]
    inbox: Sequence[Idea]
    tree: Outline
    shown: Sequence[tuple[str, int]]
    """Of the tree, each with its depth."""


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Show the front, the inbox and the tree, ended ideas only if wanted."""
    parser = Parser(verb)
    parser.option("--all", "show done and dropped ones too")
    parser.option("--front", "show only the front of the line")
    parser.option("--json", "show them as JSON, with all text exactly as it was typed")
    options, _ = parser.read(words)
    with opened(data_file) as services:
        found = _found(services, ended=bool(options["all"]))
        goals = {each.id: each.title for each in services.goals.all()}
        ascii_only = services.preferences.settings.look.ascii
    if options["front"]:
        found = found._replace(inbox=(), shown=())
    if options["json"]:
        output.page(json.dumps(documents(found, goals)))
    elif lines := list(_lines(found, ascii_only)):
        output.page("\n".join(lines))
    elif options["front"]:
        output.talk("Nothing is at the front: focus add TEXT --front puts a thought there.")
    else:
        output.talk("There is no idea yet: focus add TEXT catches one.")
    return 0


def _found(services: Services, *, ended: bool) -> Ideas:
    tree = services.backlog.outline()
    wanted = {id for id, each in tree.ideas.items() if ended or not each.ended}
    shown = tuple(among(tree.walk(), wanted))
    return Ideas(services.choosing.front(), services.thoughts.inbox(), tree, shown)


def _lines(found: Ideas, ascii_only: bool) -> Iterator[str]:
    """A line for each idea, each part below its heading."""

    def line(idea: Idea, before: str = "") -> str:
        # A break that a hand put into the words would begin another idea.
        return f"{before}{_SIGNS[idea.state][ascii_only]} {visible(idea.title)}"

    front = [line(each, f"{number} ") for number, each in enumerate(found.front, start=1)]
    inbox = [line(each) for each in found.inbox]
    ideas = [line(found.tree.ideas[id], _INDENT * depth) for id, depth in found.shown]
    parts = {
        "Front": front,
        f"Inbox, {plural(len(inbox), 'thought')}": inbox,
        f"Backlog, {plural(len(ideas), 'idea')}": ideas,
    }
    between: tuple[str, ...] = ()
    for heading, rows in parts.items():
        if rows:
            yield from (*between, heading, *(_INDENT + row for row in rows))
            between = ("",)


def documents(found: Ideas, goals: dict[str, str]) -> list[dict[str, object]]:
    """The same for a program, each idea once; times are hours, instants UTC."""
    front = {each.id: number for number, each in enumerate(found.front, start=1)}
    shown = (found.tree.ideas[id] for id, _ in found.shown)
    each_once = {each.id: each for each in (*found.front, *found.inbox, *shown)}
    return [_document(each, found.tree, front, goals) for each in each_once.values()]


def _document(
    idea: Idea, tree: Outline, front: dict[str, int], goals: dict[str, str]
) -> dict[str, object]:
    return {
        "id": idea.id,
        "title": idea.title,
        "kind": kind(idea.title) or None,
        "tags": tags(idea.title),
        "state": idea.state,
        "parent": tree.parents.get(idea.id),
        "path": [tree.ideas[id].title for id in tree.path(idea.id)],
        "front": front.get(idea.id),
        "inbox": idea.in_inbox,
        "gain": idea.gain,
        "effort_h": None if idea.effort_ms is None else idea.effort_ms / HOUR_MS,
        "wins": idea.wins,
        "goal_id": idea.goal_id,
        "goal": goals.get(idea.goal_id or ""),
        "captured_at": instant(idea.captured_at),
        "touched_at": instant(idea.touched_at),
        "note": idea.note,
    }
