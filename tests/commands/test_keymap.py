import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys, _character_to_key

from focus_tui.commands.command import TYPING
from focus_tui.commands.declared import COMMANDS, command
from focus_tui.commands.keymap import SAFETY, Keymap, clashes, keymap, with_keys
from focus_tui.commands.keynames import NAMED, named, shown, works_in_fields
from focus_tui.domain.errors import BadInput
from focus_tui.domain.interval import State

IDS = [each.id for each in COMMANDS]
OVERRIDES = st.dictionaries(
    st.sampled_from(IDS), st.lists(st.sampled_from([*"abcfquwx+1", *NAMED[::7]]), max_size=2)
)


def test_the_declared_keys_have_no_clash() -> None:
    assert list(clashes(Keymap())) == []


def test_the_declared_keys_are_known_by_their_names() -> None:
    for each in COMMANDS:
        assert [named(key) for key in each.keys] == list(each.keys)
        assert set(each.in_fields) <= set(each.keys)


def test_the_declared_keys_of_fields_neither_type_nor_edit() -> None:
    for each in COMMANDS:
        if each.where in TYPING:
            assert each.in_fields == each.keys
        elif each.in_fields:
            assert each.in_fields == tuple(filter(works_in_fields, each.keys))


def test_the_ways_out_are_declared() -> None:
    for owner, key in SAFETY.items():
        assert key in Keymap().in_fields(owner)


def test_nothing_changed() -> None:
    keys, problems = keymap({})
    assert problems == ()
    assert keys.keys("clock.toggle") == ("space", "f8")
    assert keys.in_fields("clock.toggle") == ("f8",)
    assert keys.keys("trash") == ()
    with pytest.raises(KeyError):
        keys.keys("nothing")


def test_changed_keys() -> None:
    keys, problems = keymap(
        {
            "clock.toggle": ["Z", "f9", "ctrl+w", "Z"],
            "clock.extend": ["]"],
            "undo": [],
            "quit": ["Q"],
            "dialog.save": ["ctrl+o", "enter"],
            "redo": ["f7"],
        }
    )
    assert problems == ()
    assert keys.keys("clock.toggle") == ("Z", "f9", "ctrl+w")
    assert keys.in_fields("clock.toggle") == ("f9",)
    assert keys.keys("clock.extend") == ("right_square_bracket",)
    assert keys.keys("undo") == ()
    assert keys.keys("quit") == ("Q", "ctrl+q")
    assert keys.in_fields("quit") == ("ctrl+q",)
    assert keys.in_fields("dialog.save") == ("ctrl+o", "enter")
    assert keys.in_fields("redo") == ()
    assert keys.keys("capture") == ("c", "ctrl+n")


def test_keys_may_be_swapped() -> None:
    keys, problems = keymap({"clock.finish": ["x"], "clock.void": ["f"]})
    assert problems == ()
    assert keys.keys("clock.finish") == ("x",)


def test_one_key_may_serve_states_that_never_meet() -> None:
    keys = Keymap({"clock.void": ("f",)})
    finish, void = command("clock.finish"), command("clock.void")
    assert [key for _, _, key in clashes(keys, (finish, void))] == ["f"]
    assert list(clashes(keys, (finish, void._replace(states=frozenset({State.IDLE}))))) == []


def test_a_dialog_may_use_a_key_that_sleeps_below_it() -> None:
    assert keymap({"dialog.save": ["ctrl+r"]})[1] == ()


@pytest.mark.parametrize(
    ("command_id", "keys", "sentence"),
    [
        (
            "clock.togle",
            ["p"],
            "keys.clock.togle: there is no such command (did you mean clock.toggle?).",
        ),
        ("zzz", ["p"], "keys.zzz: there is no such command."),
        ("undo", ["F5"], 'keys.undo: there is no key "F5" (did you mean f5?); its keys stay u.'),
        (
            "undo",
            ["ctrl+S"],
            'keys.undo: there is no key "ctrl+S" (did you mean ctrl+s?); its keys stay u.',
        ),
        ("undo", ["§§"], 'keys.undo: there is no key "§§"; its keys stay u.'),
        ("undo", [""], 'keys.undo: there is no key ""; its keys stay u.'),
        ("trash", ["\n"], 'keys.trash: there is no key "␊"; it stays without one.'),
        ("undo", ["Z", "f"], "keys.undo: f is the key of clock.finish; its keys stay u."),
        ("list.open", ["w"], "keys.list.open: w is the key of today.intent; its keys stay enter."),
        ("undo", ["ctrl+q"], "keys.undo: ctrl+q is always the key of quit; its keys stay u."),
        (
            "list.open",
            ["escape"],
            "keys.list.open: escape is always the key of dialog.back; its keys stay enter.",
        ),
        (
            "dialog.save",
            ["s"],
            "keys.dialog.save: s is needed for typing and editing; its keys stay enter, ctrl+s.",
        ),
        (
            "dialog.back",
            ["left"],
            "keys.dialog.back: left is needed for typing and editing; its keys stay escape.",
        ),
        (
            "dialog.save",
            ["f8"],
            "keys.dialog.save: f8 is the key of clock.toggle; its keys stay enter, ctrl+s.",
        ),
    ],
)
def test_each_refusal_has_its_sentence(command_id: str, keys: list[str], sentence: str) -> None:
    assert keymap({command_id: keys}) == (Keymap(), (sentence,))


def test_the_first_of_two_has_the_key() -> None:
    keys, problems = keymap({"undo": ["Z"], "capture": ["Z"]})
    assert keys.keys("undo") == ("Z",)
    assert problems == ("keys.capture: Z is the key of undo; its keys stay c, ctrl+n.",)


def test_a_refused_command_takes_its_own_key_back() -> None:
    keys, problems = keymap({"redo": ["u"], "undo": ["F5"]})
    assert keys == Keymap()
    assert [problem.partition(":")[0] for problem in problems] == ["keys.undo", "keys.redo"]


GIVEN: list[tuple[dict[str, tuple[str, ...]], str, list[str] | None, str]] = [
    # What holds, who is given which keys, and why not.
    ({}, "undo", ["c"], "c is the key of “Capture” (everywhere); “Undo” keeps u."),
    ({"undo": ("Z",)}, "undo", ["f"], "f is the key of “Finish” (today); “Undo” keeps Z."),
    ({"redo": ("u",), "undo": ("Z",)}, "undo", None,
     "u is the key of “Redo” (everywhere); “Undo” keeps Z."),
    ({}, "trash", ["escape"], "esc is always the key of “Back” (dialog); "
     "“Trash” stays without a key."),
    ({"dialog.save": ("f5",)}, "dialog.save", ["comma"],
     ", is needed for typing and editing; “Save” keeps f5."),
    ({}, "undo", ["F5"], 'there is no key "F5" (did you mean f5?); “Undo” keeps u.'),
]  # fmt: skip


@pytest.mark.parametrize(("now", "command_id", "keys", "why"), GIVEN)
def test_why_a_command_is_not_given_a_key(
    now: dict[str, tuple[str, ...]], command_id: str, keys: list[str] | None, why: str
) -> None:
    with pytest.raises(BadInput) as refused:
        with_keys(Keymap(now), command_id, keys)
    assert str(refused.value) == why


def test_a_command_is_given_keys_and_gets_its_own_back() -> None:
    now = with_keys(Keymap(), "undo", ["Z", "f9"])
    assert now.keys("undo") == ("Z", "f9")
    assert with_keys(now, "redo", ["u"]).keys("redo") == ("u",)
    assert with_keys(now, "undo", None) == Keymap()
    assert with_keys(now, "undo", []).keys("undo") == ()


@given(OVERRIDES)
@settings(max_examples=60)
def test_whatever_is_asked_for_no_key_has_two_meanings(overrides: dict[str, list[str]]) -> None:
    keys, problems = keymap(overrides)
    assert list(clashes(keys)) == []
    assert len(problems) + len(keys.changed) == len(overrides)
    for owner, key in SAFETY.items():
        assert key in keys.keys(owner)
        for each in IDS:
            assert each == owner or key in command(each).keys or key not in keys.keys(each)


ALT_MOVES = {
    **{"up": "[1;3A", "down": "[1;3B", "right": "[1;3C", "left": "[1;3D"},
    **{"home": "[1;3H", "end": "[1;3F", "pageup": "[5;3~", "pagedown": "[6;3~"},
}


def pressed(name: str) -> list[str]:
    """What Textual makes of the bytes that terminals send for a key with alt."""
    last = name.removeprefix("alt+")
    last = last.removeprefix("shift+").upper() if last.startswith("shift+") else last
    parser = XTermParser()
    events = [*parser.feed("\x1b" + ALT_MOVES.get(last, last)), *parser.feed("")]
    return [event.key for event in events if isinstance(event, Key)]


def test_names_are_those_of_textual() -> None:
    for sign in map(chr, range(0x20, 0x7F)):
        assert named(sign) == _character_to_key(sign)
    signs = {_character_to_key(sign) for sign in string.punctuation + " "}
    known = signs | {key.value for key in Keys}
    for name in NAMED:
        assert pressed(name) == [name] if name.startswith("alt+") else name in known


@pytest.mark.parametrize(
    "name", ["ctrl+i", "ctrl+m", "notakey", "", "ab", "f13", "\x1b", "hyper+a"]
)
def test_what_is_no_key(name: str) -> None:
    assert named(name) is None


def test_letters_of_every_script_are_keys() -> None:
    assert [named(letter) for letter in "éж9Z"] == ["é", "ж", "9", "Z"]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("plus", "+"),
        ("question_mark", "?"),
        ("ctrl+p", "^p"),
        ("ctrl+shift+left", "^shift+left"),
        ("alt+x", "alt+x"),
        ("escape", "esc"),
        ("space", "space"),
        ("pagedown", "pgdn"),
        ("f8", "f8"),
        ("G", "G"),
    ],
)
def test_keys_for_people(name: str, sign: str) -> None:
    assert shown(name) == sign
