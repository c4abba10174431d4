"""Writes the README's key table from the declarations: `python -m tests.readme`."""

from collections.abc import Iterator
from pathlib import Path

from focus_tui.commands.declared import COMMANDS, Where
from focus_tui.commands.keynames import shown

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- keys: made by python -m tests.readme -->\n", "<!-- end of keys -->\n"
TITLES = {
    Where.EVERYWHERE: "Everywhere",
    Where.TODAY: "Today",
    Where.BOARD: "Goals",
    Where.LIST: "Lists",
    Where.DIALOG: "While typing",
}


def table() -> str:
    """One row a command that has a key, by the part of the app in which it works."""
    return "\n".join(["| where | keys | what |", "|---|---|---|", *_rows(), ""])


def _rows() -> Iterator[str]:
    for where, title in TITLES.items():
        for command in COMMANDS:
            if command.where is where and command.keys:
                keys = " ".join(f"`{shown(key)}`" for key in command.keys)
                yield f"| {title} | {keys} | {command.help} |"


def with_table(text: str) -> str:
    """The README with its table as it is to be; ValueError when the markers are gone."""
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
