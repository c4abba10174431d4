r"""A week's page as Markdown, and as plain text.

Whatever a person typed stays text: each sign that could mean something in Markdown, or in the
dialects of notes and repositories, gets a backslash before it.
"""

import re
from collections.abc import Iterator

from focus_tui.domain.text import visible
from focus_tui.domain.weekpage import WeekPage

_BETWEEN = " · "
_ANYWHERE = re.compile(r"[\\`*_\[\]<>|~$#^]|&(?=[#\w])|=(?==)|%(?=%)")
_FIRST = re.compile(r"\A(\d{1,9}(?=[.)])|(?=[-+]))")


def markdown(page: WeekPage) -> str:
    """The page with headings, and a list in each section."""
    return "\n".join(_markdown(page)) + "\n"


def plain(page: WeekPage) -> str:
    """The page for a terminal or a mail; its text is made visible."""
    return "\n".join(_plain(page)) + "\n"


def escaped(text: str) -> str:
    """A text as a line of Markdown that means nothing but the text; spaces around it are gone."""
    safe = _ANYWHERE.sub(r"\\\g<0>", visible(text).strip())
    return _FIRST.sub(r"\1\\", safe)


def _markdown(page: WeekPage) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    if page.figures:
        yield ""
        yield _BETWEEN.join(map(escaped, page.figures))
    for section in page.sections:
        yield ""
        yield f"## {escaped(section.title)}"
        yield ""
        yield from (f"- {escaped(line)}".rstrip() for line in section.lines)


def _plain(page: WeekPage) -> Iterator[str]:
    yield visible(page.title)
    if page.figures:
        yield visible(_BETWEEN.join(page.figures))
    for section in page.sections:
        yield ""
        yield visible(section.title)
        yield from (f"- {visible(line)}" for line in section.lines)
