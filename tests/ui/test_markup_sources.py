"""No text of a person can meet a markup parser: the sources of the screens are read for it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import focus_tui.ui

WIDGETS = {"Static", "Input", "TextArea", "LoadingIndicator"}
"""All widgets of Textual's own that are used; others parse markup in ways of their own."""
PARSING = {"notify", "from_markup", "from_rich_text", "render_markup", "sub_title"}
ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
DRAWING = {"render", "draw", "draw_moment"}


def offences(source: str) -> Iterator[str]:
    """What in a source could hand text to a parser of markup."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield from _call(node)
        elif isinstance(node, ast.ImportFrom) and node.module == "textual.widgets":
            used = {alias.name for alias in node.names}
            yield from (f"{name} is imported" for name in sorted(used - WIDGETS))
        elif isinstance(node, ast.Assign):
            names = {target.attr for target in node.targets if isinstance(target, ast.Attribute)}
            yield from (f"{name} is set" for name in sorted(names & ATTRIBUTES))
        elif isinstance(node, ast.FunctionDef) and node.name in DRAWING:
            returned = ast.unparse(node.returns) if node.returns else "nothing declared"
            if returned != "Content":
                yield f"{node.name} returns {returned}"


def _call(node: ast.Call) -> Iterator[str]:
    called = ast.unparse(node.func).rpartition(".")[2]
    given = {each.arg: ast.unparse(each.value) for each in node.keywords}
    if called in PARSING:
        yield f"{called} is called"
    if called in {"Static", "Label"} and given.get("markup") != "False":
        yield f"{called} without markup=False"
    if given.get("markup", "False") != "False":
        yield f"markup={given['markup']}"
    yield from (f"{name} is set" for name in sorted(ATTRIBUTES & {*given} - {"title"}))


def test_no_source_of_the_screens_does() -> None:
    folder = Path(focus_tui.ui.__file__).parent
    sources = sorted(folder.rglob("*.py"))
    assert len(sources) > 10
    found = {
        f"{source.relative_to(folder)}: {what}"
        for source in sources
        for what in offences(source.read_text(encoding="utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    "source",
    [
        "Static(f'{intent}')",
        "Static(intent, markup=True)",
        "Label(intent)",
        "self.notify(f'Started {intent}')",
        "self.app.notify(intent, markup=False)",
        "panel.border_title = intent",
        "Static('', markup=False).tooltip = intent",
        "Content.from_markup(f'[b]{intent}[/b]')",
        "from textual.widgets import Button",
        "class A:\n    def render(self) -> str:\n        return intent",
        "class A:\n    def draw(self):\n        return intent",
    ],
)
def test_the_reading_finds_what_it_looks_for(source: str) -> None:
    assert list(offences(source))


def test_and_nothing_else() -> None:
    harmless = "Static(Content(text), markup=False)\nfield.value = text\nself.say(text)"
    assert list(offences(harmless)) == []
