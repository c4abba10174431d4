"""A week as a Markdown file for a notes vault or a repository: figures in front, the page, and a
line below which all is the person's."""

from collections.abc import Mapping

from focus_tui.domain.weekpage import WeekPage
from focus_tui.formats.weekpage import markdown

MARKER = "<!-- What you write below this line stays when the week is exported again. -->"
OURS = "focus: week"
"""The first line of the front matter says whose file it is."""

Facts = Mapping[str, int | str | None]


def write(page: WeekPage, facts: Facts) -> str:
    """The file as it is when nothing was added to it; facts that are None are left out."""
    front = [f"{name}: {value}" for name, value in facts.items() if value is not None]
    return "\n".join(["---", OURS, *front, "---", "", markdown(page), MARKER, ""])


def again(old: str, new: str) -> str | None:
    """The new file with what was written below the marker of the old one, to the letter.

    None where the old one is no file of ours, or has lost its marker: it is not to be touched.
    """
    lines = old.splitlines(keepends=True)
    stripped = [line.strip() for line in lines]
    if stripped[:2] != ["---", OURS] or MARKER not in stripped:
        return None
    own = "".join(lines[stripped.index(MARKER) + 1 :])
    return new + own
