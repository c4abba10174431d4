"""The ladder for asking well on Today: a key for each step, one for having found it."""

from pathlib import Path

import pytest

from focus_tui.domain.interval import State
from focus_tui.domain.ladder import TEMPLATE
from focus_tui.ui.widgets.textfield import TextField
from tests.ui.app import MINUTE, Driven, opened

HOSTILE = "[red]x[/] \x1b[2J\u202eevil"


def stepped(focus: Driven) -> list[tuple[object, object]]:
    """The marks on the disk: kind and text."""
    return [(each["kind"], each["text"]) for each in focus.table("marks")]


def field(focus: Driven) -> TextField:
    return focus.app.screen.query_one(TextField)


async def working(focus: Driven) -> None:
    """A session of an hour."""
    focus.services.focus.start("audio", planned_ms=60 * MINUTE)
    await focus.look()


async def test_a_small_clock_for_each_rung(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await working(focus)
        assert "found it" not in focus.footer
        await focus.press("a")
        assert focus.notice == "Documentation: 10 min."
        assert "A found it" in focus.footer
        await focus.pass_time(4)
        focus.clock.run(10_000)
        await focus.look()
        assert "Session 1 of 4 · documentation 04:10 of 10:00" in focus.text()
        await focus.press("space")
        await focus.pass_time(2)
        assert "Paused for 2 min · documentation 04:10 of 10:00" in focus.text()
        await focus.press("space")
        await focus.pass_time(6)
        assert "10:00 of documentation over: a goes on to searching" in focus.text()
        assert focus.bells == 0
        await focus.press("a")
        assert "searching 00:00 of 20:00" in focus.text()
        await focus.pass_time(20)
        assert "20:00 of searching over: a goes on to asking" in focus.text()
        await focus.press("a", "escape")
        assert "asking: a opens the question, A found it" in focus.text()
        assert stepped(focus) == [("rung", "docs"), ("rung", "search"), ("rung", "ask")]


@pytest.mark.parametrize("state", [State.FOCUS, State.PAUSED, State.OVERTIME])
async def test_it_fits_into_the_smallest_window(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path, size=(40, 12)) as focus:
        await focus.into(state)
        await focus.press("a")
        assert "documentation 00:00 of 10:00" in focus.text()
        focus.services.focus.extend() if state is State.FOCUS else None
        await focus.press("i", "enter")
        assert "documentation 00:00 of 10:00" in focus.text()


@pytest.mark.parametrize("state", [State.IDLE, State.BREAK, State.OVERRUN])
async def test_only_in_a_session(state: State, tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await focus.into(state)
        await focus.press("a", "A")
        assert (focus.dialog, stepped(focus)) == ("", [])


async def test_found_at_once_with_a_line_if_one_likes(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await working(focus)
        await focus.press("A")
        assert focus.dialog == ""
        await focus.press("a", "A")
        assert stepped(focus)[-1] == ("found", "")
        await focus.type("it was the sample rate")
        await focus.press("enter")
        assert stepped(focus)[-1] == ("found", "it was the sample rate")
        assert "documentation" not in focus.text()
        await focus.press("f", "G", "enter")
        assert "Found     it was the sample rate" in focus.text()


async def test_a_question_from_a_template(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await working(focus)
        await focus.press("a", "a", "a")
        assert focus.dialog == "QuestionDialog"
        assert field(focus).text == TEMPLATE
        await focus.press("ctrl+s")
        assert focus.said == "The question says nothing yet: fill in what you know."
        await focus.type("no clicks")
        await focus.press(*["down"] * 8, "end")
        await focus.type("x = 1\ny")
        await focus.press("ctrl+s")
        assert (focus.dialog, focus.notice) == (
            "",
            "The question is kept with the session, and copied.",
        )
        asked = TEMPLATE.replace("want: ", "want: no clicks") + "x = 1\ny"
        assert stepped(focus)[-1] == ("question", asked)
        assert focus.app.clipboard == asked
        await focus.press("a")
        await focus.type("z")
        await focus.press("ctrl+s")
        assert [kind for kind, _ in stepped(focus)].count("question") == 1
        assert str(stepped(focus)[-1][1]).endswith("x = 1\nyz")


async def test_backing_out_loses_no_word(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await working(focus)
        await focus.press("a", "a", "a")
        await focus.type("half")
        await focus.press("escape")
        assert [kind for kind, _ in stepped(focus)] == ["rung"] * 3
        await focus.press("a")
        assert field(focus).text == TEMPLATE.replace("want: ", "want: half")


async def test_hostile_words_are_only_words(tmp_path: Path) -> None:
    async with opened(tmp_path) as focus:
        await working(focus)
        focus.services.ladder.climb()
        focus.services.ladder.ask(focus.app.present.marks[0].session_id or "", f"{HOSTILE}\nb")
        focus.services.ladder.say_what(focus.services.ladder.found(), HOSTILE)
        await focus.look()
        await focus.press("f", "G", "enter")
        assert focus.dialog == "SessionDialog"
        assert focus.text().count("[red]x[/] ␛[2J⟨U+202E⟩evil") == 2


async def test_without_an_editor_the_words_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with opened(tmp_path) as focus:
        await working(focus)
        await focus.press("a", "a", "a")
        await focus.type("half")
        await focus.press("ctrl+g")
        await focus.until(lambda: focus.said != "", "the sentence")
        assert focus.said == "No editor is named: set $VISUAL or $EDITOR, as in EDITOR=nano."
        assert field(focus).text == TEMPLATE.replace("want: ", "want: half")
