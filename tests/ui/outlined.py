"""The ideas screen open, planted with an outline, and what is to be read off it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from focus_tui.domain.idea import Idea
from focus_tui.formats import outline
from focus_tui.ui.screens.ideas import IdeasScreen
from tests.ui.app import QUIET, Driven, Heard, Still, opened

TREE = "- Audio\n  - Augmentations #tool\n    - Mixup\n  - Resampling\n- Writing\n  - Blog"


@asynccontextmanager
async def ideas_open(
    folder: Path,
    text: str = "",
    *caught: str,
    size: tuple[int, int] = (80, 24),
    config: str = QUIET,
    kind: type[Heard] = Still,
) -> AsyncIterator[Driven]:
    """The screen, with the ideas of a text in the outline and others in the inbox."""
    async with opened(folder, size=size, config=config, kind=kind) as focus:
        if text:
            focus.services.backlog.sow(outline.read(text), None)
        for title in caught:
            focus.services.thoughts.capture(title)
        await focus.press("3")
        yield focus


def screen(focus: Driven) -> IdeasScreen:
    """The screen itself."""
    found = focus.app.screen_stack[0]
    assert isinstance(found, IdeasScreen)
    return found


def tree(focus: Driven) -> str:
    """The outline as the file has it, a line each, in by its depth."""
    made = focus.services.backlog.outline()
    return "\n".join(" " * depth + made.ideas[id].title for id, depth in made.walk())


def seen(focus: Driven) -> list[str]:
    """The lines of the list that are to be seen, without their margin."""
    lines = focus.lines()[2:-2]
    return [line[3:] for line in lines if line[3:].strip()]


def idea(focus: Driven, title: str) -> Idea:
    """The idea of that title, deleted or not."""
    return next(each for each in focus.services.desk.db.read().ideas.all() if each.title == title)


def cursor(focus: Driven) -> str:
    """The title of the idea under the cursor; empty where there is none."""
    found = screen(focus).idea()
    return found.title if found else ""


async def to(focus: Driven, title: str) -> None:
    """Move the cursor onto an idea of the outline."""
    screen(focus).go(idea(focus, title).id)
    await focus.settle()
    assert cursor(focus) == title
