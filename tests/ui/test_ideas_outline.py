"""An outline typed, shaped and looked at by keys: from the key to the file."""

from pathlib import Path

import pytest

from focus_tui.domain.durations import HOUR_MS
from focus_tui.domain.idea import IdeaState
from tests.ui.app import opened
from tests.ui.outlined import TREE, cursor, idea, ideas_open, screen, seen, to, tree


async def test_an_empty_screen_says_what_belongs_there_and_which_key_makes_it(
    tmp_path: Path,
) -> None:
    async with ideas_open(tmp_path) as focus:
        assert "Everything that tempts you has a place here" in focus.text()
        assert "n writes an idea down" in focus.text()
        for key in (
            *("enter", "e", "d", "b", "y", "m", "f", "H", "L", "J", "K", "v", "x", "R", "D", "N"),
            *("minus", "equals_sign", "greater_than_sign", "less_than_sign", "escape", "o", "r"),
            *("slash", "w", "S", "F"),
        ):
            await focus.press(key)
            assert (focus.dialog, focus.notice, focus.data()) == ("", "", {}), key


async def test_typed_in_its_place_line_after_line(tmp_path: Path) -> None:
    async with ideas_open(tmp_path) as focus:
        await focus.press("n")
        await focus.type("Audio")
        await focus.press("enter", "tab")
        await focus.type("Mixup")
        await focus.press("enter")
        await focus.type("Mel")
        await focus.press("enter", "shift+tab")
        await focus.type("Writing")
        await focus.press("enter", "enter")
        assert tree(focus) == "Audio\n Mixup\n Mel\nWriting"
        assert not screen(focus).typing
        assert cursor(focus) == "Writing"


async def test_what_is_typed_is_kept_whichever_way_the_line_is_left(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        for way, words in (("escape", "One"), ("ctrl+s", "Two"), ("down", "Three"), ("up", "Four")):
            await to(focus, "Mixup")
            await focus.press("n")
            await focus.type(words)
            await focus.press(way)
            assert words in tree(focus), way
            await focus.press("escape")
        await to(focus, "Mixup")
        await focus.press("enter")
        await focus.type(" again")
        await focus.press("escape", "u")
        assert "Undone: edit “Mixup”" in focus.notice
        assert "Mixup again" not in tree(focus)


async def test_words_wait_where_they_can_t_be_kept(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("enter")
        await focus.paste("\0")
        await focus.press("enter")
        assert "can't be kept" in focus.notice
        assert screen(focus).typing
        await focus.press("backspace", "escape")
        assert tree(focus).count("Mixup") == 1


async def test_an_emptied_idea_stays_as_it_was(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- Mixup") as focus:
        await focus.press("enter", "ctrl+u", "enter")
        assert tree(focus) == "Mixup"
        assert not screen(focus).typing


async def test_in_and_out_while_typing(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Resampling")
        await focus.press("enter")
        await focus.type(" by phases")
        await focus.press("tab")
        assert tree(focus).splitlines()[2:4] == ["  Mixup", "  Resampling"]
        await focus.press("enter")
        assert "  Resampling by phases" in tree(focus)
        await focus.type("Next to it")
        await focus.press("shift+tab", "shift+tab", "shift+tab", "escape")
        assert tree(focus).splitlines() == [
            "Audio",
            " Augmentations #tool",
            "  Mixup",
            "  Resampling by phases",
            "Next to it",
            "Writing",
            " Blog",
        ]


async def test_another_screen_and_a_capture_leave_what_is_typed_as_it_is(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("n")
        await focus.type("half a wo")
        await focus.press("ctrl+n")
        await focus.type("by the way")
        await focus.press("enter")
        await focus.type("rd")
        await focus.press("f1", "3")
        await focus.press("escape")
        assert "  half a word" in tree(focus)
        assert idea(focus, "by the way").in_inbox


async def test_half_a_word_outlives_the_program(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await focus.press("n")
        await focus.type("half a wo")
        await focus.press("ctrl+q")
    async with opened(tmp_path) as focus:
        await focus.press("3", "n")
        assert screen(focus).field.value == "half a wo"


@pytest.mark.parametrize(
    ("at", "key", "after"),
    [
        ("Resampling", "L", "Audio\n Augmentations #tool\n  Mixup\n  Resampling\nWriting\n Blog"),
        ("Mixup", "H", "Audio\n Augmentations #tool\n Mixup\n Resampling\nWriting\n Blog"),
        ("Resampling", "K", "Audio\n Resampling\n Augmentations #tool\n  Mixup\nWriting\n Blog"),
        ("Audio", "J", "Writing\n Blog\nAudio\n Augmentations #tool\n  Mixup\n Resampling"),
        ("Augmentations #tool", "d", "Audio\n Resampling\nWriting\n Blog"),
        (
            "Augmentations #tool",
            "D",
            "Audio\n Augmentations #tool\n  Mixup\n Augmentations #tool\n  Mixup\n Resampling\n"
            "Writing\n Blog",
        ),
    ],
)
async def test_shaping_and_back(at: str, key: str, after: str, tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        before = tree(focus)
        await to(focus, at)
        await focus.press(key)
        assert tree(focus) == after
        await focus.press("u")
        assert tree(focus) == before
        await focus.press("ctrl+r")
        assert tree(focus) == after


async def test_several_marked_are_one_act(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d") as focus:
        await to(focus, "b")
        await focus.press("v", "v")
        assert cursor(focus) == "d"
        await focus.press("L")
        assert tree(focus) == "a\n b\n c\nd"
        await focus.press("H", "K")
        assert tree(focus) == "b\nc\na\nd"
        await focus.press("m")
        assert {idea(focus, title).state for title in "bc"} == {IdeaState.DONE}
        await focus.press("d")
        assert tree(focus) == "a\nd"
        await focus.press("u", "escape", "d")
        assert "d" not in tree(focus).splitlines()


async def test_folding_and_unfolding(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("left")
        assert cursor(focus) == "Augmentations #tool"
        await focus.press("minus")
        assert "Mixup" not in focus.text()
        assert any(line.strip().startswith("▸ Augmentations") for line in seen(focus))
        await focus.press("right")
        assert "Mixup" in focus.text()
        await focus.press("right")
        assert cursor(focus) == "Mixup"
        await focus.press("z", "1")
        assert "Augmentations" not in focus.text()
        await focus.press("z", "2")
        assert "Augmentations" in focus.text()
        assert "Mixup" not in focus.text()
    async with opened(tmp_path) as focus:  # it stays folded
        await focus.press("3")
        assert "Mixup" not in focus.text()
        await focus.press("z", "0")
        assert "Mixup" in focus.text()
        await focus.press("z", "escape", "1")
        assert "Ready" in focus.text()  # no digit came, and this one is the screen's


async def test_zooming_in_and_out(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Augmentations #tool")
        await focus.press("greater_than_sign")
        assert "Everything › Audio › Augmentations" in focus.text()
        assert "Writing" not in focus.text()
        await focus.press("n")
        await focus.type("Cutout")
        await focus.press("enter", "shift+tab", "escape")
        assert tree(focus).splitlines()[2:4] == ["  Mixup", "  Cutout"]
        await focus.press("backspace")
        assert "Everything › Audio" in focus.text()
        assert cursor(focus) == "Augmentations #tool"
        await focus.press("escape")
        assert "Writing" in focus.text()
        await to(focus, "Augmentations #tool")
        await focus.press("greater_than_sign")
        focus.services.backlog.delete([idea(focus, "Audio").id])
        await focus.look()
        assert "Writing" in focus.text()  # what was looked at alone is gone


async def test_where_nothing_stands_below_it_is_said(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        services = focus.services
        await to(focus, "Blog")
        await focus.press("greater_than_sign")
        assert "Nothing stands below it yet. n writes the first one down." in focus.text()
        await focus.press("n")
        await focus.type("First post")
        assert "Nothing stands below" not in focus.text()
        await focus.press("escape")
        assert tree(focus).splitlines()[-2:] == [" Blog", "  First post"]
        services.choosing.set_state([idea(focus, "First post").id], IdeaState.DONE)
        focus.clock.sleep(48 * HOUR_MS)
        await focus.look()
        assert "All that stood below it has ended. F shows it." in focus.text()
        await focus.press("F")
        assert "First post" in focus.text()
        assert "has ended" not in focus.text()


async def test_a_note_of_many_lines(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        await focus.press("N")
        await focus.type("the picture")
        await focus.press("enter")
        await focus.type("from the paper")
        await focus.press("escape", "N", "ctrl+s")
        assert idea(focus, "Mixup").note == "the picture\nfrom the paper"
        assert "the picture …" in focus.text()
        await focus.press("N", "ctrl+z", "escape")


async def test_a_note_s_line_breaks_are_of_any_kind(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        note = "one\x0btwo\u2028three\r\nfour"
        focus.services.backlog.set_note(idea(focus, "Mixup").id, note)
        await focus.look()
        await focus.press("N", "escape", "N", "ctrl+s")
        assert idea(focus, "Mixup").note == note
        assert focus.services.drafts.get(f"note-{idea(focus, 'Mixup').id}") == ""


async def test_a_paste_becomes_an_outline(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- Audio\n- Writing") as focus:
        await to(focus, "Audio")
        await focus.paste("- [x] One\n  more on it\n  - Two #tool\n- Three")
        assert tree(focus) == "Audio\nOne\n Two #tool\nThree\nWriting"
        assert idea(focus, "One").state is IdeaState.DONE
        assert idea(focus, "One").note == "more on it"
        assert focus.notice == "Taken in: 3 ideas."
        await focus.press("u")
        assert tree(focus) == "Audio\nWriting"


async def test_several_lines_pasted_while_typing_come_after_the_line(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- Audio\n- Writing") as focus:
        await to(focus, "Audio")
        await focus.press("n")
        await focus.type("First")
        await focus.paste("one\n\ttwo")
        assert tree(focus) == "Audio\nFirst\none\n two\nWriting"


async def test_five_thousand_lines_are_one_act(tmp_path: Path) -> None:
    lines = "\n".join(f"{'  ' * (n % 4)}- line {n}" for n in range(5_000))
    async with ideas_open(tmp_path) as focus:
        await focus.paste(lines)
        assert focus.notice == "Taken in: 5000 ideas."
        assert len(tree(focus).splitlines()) == 5_000
        await focus.press("u")
        assert tree(focus) == ""


async def test_a_paste_that_is_none_says_so(tmp_path: Path) -> None:
    async with ideas_open(tmp_path) as focus:
        await focus.paste('<?xml version="1.0"?><opml>')
        assert "OPML" in focus.notice
        assert focus.data() == {}


async def test_states_by_keys(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE) as focus:
        await to(focus, "Mixup")
        for key, state in (("m", "done"), ("m", "open"), ("x", "dropped"), ("R", "resting")):
            await focus.press(key)
            assert idea(focus, "Mixup").state.value == state
        await focus.press("x")
        focus.clock.run(86_400_000)
        await focus.look()
        # What has ended is in sight until its day is over.
        assert not any("Mixup" in line for line in seen(focus))
        await focus.press("F")
        assert "× Mixup" in focus.text()


async def test_the_front_holds_three_in_the_person_s_order(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, "- a\n- b\n- c\n- d", "caught") as focus:
        for title in "abc":
            await to(focus, title)
            await focus.press("f")
        await to(focus, "d")
        await focus.press("f")
        assert focus.notice.startswith("3 ideas are at the front")
        assert [line.strip() for line in seen(focus) if line.lstrip()[:1].isdigit()] == [
            "1 a",
            "2 b",
            "3 c",
        ]
        screen(focus).items.go(f"front:{idea(focus, 'c').id}")
        await focus.press("K", "K")
        assert [each.title for each in focus.services.choosing.front()] == ["c", "a", "b"]
        await focus.press("f")
        assert [each.title for each in focus.services.choosing.front()] == ["a", "b"]


async def test_found_as_one_types(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, "mixup for text") as focus:
        await focus.press("slash")
        await focus.type("mixup")
        assert "2 ideas" in focus.text()
        assert "Audio" in focus.text()  # what it stands below stays in sight
        assert "Writing" not in focus.text()
        await focus.press("down", "enter")
        assert not screen(focus).typing
        await focus.press("slash")
        await focus.type(" in:audio")
        assert "1 idea" in focus.text()
        await focus.press("enter", "escape")
        assert "Writing" in focus.text()
        assert cursor(focus) == "Mixup"
        await focus.press("slash")
        await focus.type("older:soon")
        assert "older: takes a number of days" in focus.text()
        await focus.press("escape")
        assert "Blog" in focus.text()


async def test_many_in_the_inbox_leave_room_for_the_rest(tmp_path: Path) -> None:
    async with ideas_open(tmp_path, TREE, *(f"thought {n}" for n in range(9))) as focus:
        assert "Inbox · 9" in focus.text()
        assert "and 4 more" in focus.text()
        assert "Audio" in focus.text()


async def test_a_link_is_opened_by_the_browser_and_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, opened_here = tmp_path / "browser", tmp_path / "opened"
    browser.write_text(
        f'#!/bin/sh\nprintf %s "$1" > "{opened_here}.new"\nmv "{opened_here}.new" "{opened_here}"\n'
    )
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    url = "https://example.org/mel_(filters)?a=1&b=$HOME"
    async with ideas_open(tmp_path, f"- Mel filters, see {url}.\n- Blog") as focus:
        await focus.press("o")
        assert focus.notice.startswith("Opening and copied")
        await focus.until(opened_here.exists, "the browser to open")
        assert opened_here.read_text() == url
        assert focus.app.clipboard == url
        await to(focus, "Blog")
        await focus.press("o")
        assert focus.notice == ""
