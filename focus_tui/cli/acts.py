"""The commands that are one act and take no more words: the clock's, undo and redo."""

from focus_tui.cli import output
from focus_tui.cli.beyond import limit_kept
from focus_tui.cli.opening import NOTHING_RINGS, opened, runs_unheard
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Do the act and say what was done."""
    Parser(verb).read(words)
    with opened(data_file) as services:
        acts = {
            "pause": services.focus.pause,
            "resume": services.focus.resume,
            "finish": services.focus.finish,
            "next": services.focus.next,
            "back": services.tangents.back,
            "ladder": services.ladder.step,
            "undo": services.history.undo,
            "redo": services.history.redo,
        }
        with limit_kept(services):
            output.echo(acts[verb.name]())
        if runs_unheard(services):
            output.talk(NOTHING_RINGS)
    return 0
