"""Hands and eyes for the Goals screen: what stands where, on the screen and on the disk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual import events
from textual.widgets import Input

from focus_tui.domain.goal import Column, Goal
from tests.ui.app import QUIET, Driven, opened

MARK = "▌"
"""Stands before what the cursor is on."""


@asynccontextmanager
async def goals_open(
    folder: Path, *titles: str, size: tuple[int, int] = (80, 24), config: str = QUIET
) -> AsyncIterator[Driven]:
    """The Goals screen, with so many active goals."""
    async with opened(folder, size=size, config=config) as focus:
        for title in titles:
            focus.services.goals.add(title)
        await focus.press("2")
        yield focus


def goal(focus: Driven, title: str) -> Goal:
    """A goal as the services read it."""
    (found,) = [each for each in focus.services.goals.all() if each.title == title]
    return found


def on_disk(focus: Driven, table: str, words: str) -> dict[str, Any]:
    """A goal by its title, a promise by its text."""
    key = "title" if table == "goals" else "text"
    (found,) = [each for each in focus.table(table) if each[key] == words]
    return found


def board(focus: Driven) -> dict[str, list[str]]:
    """The titles of each column that holds any, from the disk, in the order of the board."""
    found: dict[str, list[str]] = {}
    documents = focus.data().get("goals", {}).items()
    order = sorted(documents, key=lambda each: (each[1]["place"][1], each[0]))
    for column in Column:
        titles = [
            each["title"]
            for _, each in order
            if each["place"][0] == column and not (each["deleted_at"] or each["archived_at"])
        ]
        found |= {column.value: titles} if titles else {}
    return found


def lined_up(focus: Driven) -> list[str]:
    """The line-up in its order, from the disk: the words of what each place was drawn from."""
    data = focus.data()
    waiting = [
        each
        for each in focus.table("lineup")
        if each["taken_at"] is None and each["deleted_at"] is None
    ]
    words = []
    for each in sorted(waiting, key=lambda each: str(each["rank"])):
        if each["idea_id"]:
            words.append(data["ideas"][each["idea_id"]]["title"])
        elif each["commitment_id"]:
            words.append(data["commitments"][each["commitment_id"]]["text"])
        else:
            words.append(data["goals"][each["goal_id"]]["title"])
    return words


def here(focus: Driven) -> str:
    """What the cursor of the front is on, up to the next gap; empty where it is in no sight."""
    marked = [line.partition(MARK)[2].strip() for line in focus.lines() if MARK in line]
    if focus.dialog:
        return marked[-1] if marked else ""
    return marked[0].partition("  ")[0] if marked else ""


def field(focus: Driven) -> Input:
    """The field of the open dialog."""
    return focus.app.screen.query_one(Input)


async def fill(focus: Driven, text: str) -> None:
    """Put a text in the place of what the field holds, and save it."""
    await focus.press("end", "ctrl+u")
    await focus.type(text)
    await focus.press("enter")


async def onto(focus: Driven, words: str) -> None:
    """Move the cursor to a row of a list in front that holds the words."""
    for way in ((), ("tab",)):
        await focus.press(*way, "home")
        before = ""
        while here(focus) != before:
            if words in here(focus):
                return
            before = here(focus)
            await focus.press("down")
    raise AssertionError(f"the cursor can't go to {words!r}:\n{focus.text()}")


def spot(focus: Driven, text: str) -> tuple[int, int]:
    """Where a text begins on the screen."""
    for y, line in enumerate(focus.lines()):
        if text in line:
            return line.index(text), y
    raise AssertionError(f"{text!r} is not on the screen:\n{focus.text()}")


async def mouse(focus: Driven, what: type[events.MouseEvent], x: int, y: int) -> None:
    """One thing that the mouse does, where it is on the screen."""
    button = 0 if what is events.MouseMove and focus.app.mouse_captured is None else 1
    focus.app.post_message(
        what(
            widget=None, x=x, y=y, delta_x=0, delta_y=0, button=button,
            shift=False, meta=False, ctrl=False, screen_x=x, screen_y=y,
        )
    )  # fmt: skip
    await focus.settle()


async def take(focus: Driven, text: str, *way: tuple[int, int]) -> None:
    """Press the mouse's button on a text, and move over those cells with the button held."""
    await mouse(focus, events.MouseDown, *spot(focus, text))
    for x, y in way:
        await mouse(focus, events.MouseMove, x, y)


async def drop(focus: Driven, x: int, y: int) -> None:
    """Let the mouse's button go."""
    await mouse(focus, events.MouseUp, x, y)
