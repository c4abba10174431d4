"""The command. `focus status` is answered here, before anything is imported that costs time."""

import sys

TYPE_CHECKING = False  # typing's own would have to be imported
if TYPE_CHECKING:
    from focus_tui.composition import Services

_DATA_FILE = "--data-file"


def main() -> int:
    """Run the command this process was called with; its exit status.

    0 done, 1 no, 2 wrong use or bad input, 3 the data can't be used, 70 a bug of ours; 128 and a
    signal's number when one ended it.
    """
    try:
        words, data_file = _without_data_file(sys.argv[1:])
        line = _status(data_file) if words == ["status"] else None
        if line is not None and sys.stdout is not None:
            return _say(line)
        from focus_tui.cli.run import run

        return run(words, data_file, _open_app)
    except KeyboardInterrupt:
        return 130
    except Exception as bug:  # noqa: BLE001 - nobody else is left to tell the person
        return _report(bug)


def _report(bug: Exception) -> int:
    from pathlib import Path

    from focus_tui import crash, places
    from focus_tui.cli import output

    try:
        output.talk(crash.report(bug, Path(places.state_folder())))
    except places.NoHome as error:
        output.talk(f"focus has a bug ({type(bug).__name__}). {error}")
    return crash.SOFTWARE_ERROR


def _without_data_file(words: list[str]) -> tuple[list[str], str]:
    """The words of the command without `--data-file FILE`, and that file; empty when none is named.

    It may stand anywhere before `--`; without a name it stays, for the parser to complain of.
    """
    rest: list[str] = []
    data_file = ""
    position = 0
    while position < len(words):
        word = words[position]
        if word == "--":
            return rest + words[position:], data_file
        if word.startswith(_DATA_FILE + "=") and len(word) > len(_DATA_FILE) + 1:
            data_file = word[len(_DATA_FILE) + 1 :]
        elif word == _DATA_FILE and "".join(words[position + 1 : position + 2]):
            position += 1
            data_file = words[position]
        else:
            rest.append(word)
        position += 1
    return rest, data_file


def _status(data_file: str) -> str | None:
    """The answer to `focus status` from the live file; None when it can't say."""
    from focus_tui import clocks, places, status
    from focus_tui.columns import columns
    from focus_tui.store import live

    try:
        fields = live.read(places.state_file("live", places.data_file(data_file)))
    except places.NoHome:
        return None
    facts = status.facts(fields, clocks.read(clocks.boot_id())) if fields else None
    return status.line(facts, columns(sys.stdout)) if facts else None


def _open_app(services: "Services", demo: bool) -> int:
    from focus_tui.ui.run import run

    return run(services, demo=demo)


def _say(line: str) -> int:
    try:
        print(line.encode(sys.stdout.encoding, "backslashreplace").decode(sys.stdout.encoding))
        sys.stdout.flush()
    except OSError as error:
        from focus_tui.cli import output

        return output.unwritable(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
