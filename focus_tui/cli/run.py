"""Finds the command and does it; whatever goes wrong becomes one line and an exit status."""

from focus_tui import __version__, places
from focus_tui.cli import app, output, verbs
from focus_tui.cli.app import OpenApp
from focus_tui.cli.output import Unwritable
from focus_tui.domain.errors import BadInput, FocusError

DATA_UNUSABLE = 3


def run(words: list[str], data_file: str, open_app: OpenApp) -> int:
    """Do what the words say, on the data file named; empty names the person's own.

    Without words the app is opened by `open_app`, as the commands know no screen.
    """
    output.prepare()
    try:
        status = _answered(words, data_file, open_app)
        output.flush()
    except Unwritable as error:
        return output.unwritable(error.__cause__)
    return status


def _answered(words: list[str], data_file: str, open_app: OpenApp) -> int:
    try:
        return _done(words, data_file, open_app)
    except FocusError as error:
        output.talk(str(error))
        return error.exit_code
    except places.NoHome as error:
        output.talk(str(error))
        return DATA_UNUSABLE
    except SystemExit as end:  # how argparse ends after --help
        return int(end.code or 0)


def _done(words: list[str], data_file: str, open_app: OpenApp) -> int:
    options = words[: words.index("--")] if "--" in words else words
    if any(word in ("--data-file", "--data-file=") for word in options):
        raise BadInput("--data-file needs the name of a file after it.")
    if not words:
        return app.run(data_file, open_app)
    match words[0]:
        case "--help" | "-h":
            output.page(verbs.usage())
            return 0
        case "--version":
            output.data(f"focus {__version__}")
            return 0
        case "--demo":
            return app.demo(words[1:], data_file, open_app)
    verb = verbs.verb(words[0])
    if verb is None:
        from focus_tui.cli.parsing import nearest

        near = nearest(words[0], [each.name for each in verbs.VERBS])
        kind = "option" if words[0].startswith("-") else "command"
        raise BadInput(f"There is no {kind} “{words[0]}”{near or '; focus --help lists them.'}")
    return verbs.does(verb)(verb, words[1:], data_file)
