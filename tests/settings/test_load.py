import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.settings.declared import SECTIONS, Look, Notify, Settings, Timer, declared
from focus_tui.settings.example import example, toml
from focus_tui.settings.load import LARGEST_BYTES, Loaded, load

VALUES = st.one_of(
    st.integers(-5, 300),
    st.booleans(),
    st.sampled_from(["auto", "plain", "desktop", "", "x", "/x", "9:00-7:00", "9:00-9:00"]),
    st.lists(st.sampled_from(["desktop", "bell", "x", ""]), max_size=3),
)


def loaded(tmp_path: Path, text: str) -> Loaded:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def problem(tmp_path: Path, text: str) -> str:
    """The one sentence about a file, without the file's folder."""
    result = loaded(tmp_path, text)
    assert len(result.problems) == 1
    return result.problems[0].replace(f"{tmp_path}{os.sep}", "")


def test_a_missing_file_means_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none" / "config.toml") == Loaded(Settings())


def test_a_full_file(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        "\ufeff[timer]\r\nfocus_minutes = 50\r\nstart_breaks = true\r\n"
        '[notify]\nchannels = ["bell"]\nwords = "plain"\nterminal = "osc9"\n'
        'quiet = "22:00-07:00"\nsound = "~/gong.wav"\nplayer = ["paplay", "--volume=9"]\n'
        '[look]\ntheme = "nord"\nascii = true\n'
        '[keys]\ncapture = "n"\nundo = ["z", "f7"]\n"clock.void" = []\nclock.toggle = "p"\n',
    )
    assert result == Loaded(
        Settings(
            timer=Timer(focus_minutes=50, start_breaks=True),
            notify=Notify(
                channels=("bell",),
                words="plain",
                terminal="osc9",
                quiet="22:00-07:00",
                sound="~/gong.wav",
                player=("paplay", "--volume=9"),
            ),
            look=Look(theme="nord", ascii=True),
            keys={
                "capture": ("n",),
                "undo": ("z", "f7"),
                "clock.void": (),
                "clock.toggle": ("p",),
            },
        )
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "\n[timer]\nfocus_minute = 5",
            "config.toml, line 3: there is no setting timer.focus_minute; "
            "did you mean focus_minutes?",
        ),
        ("[tmer]\n", "config.toml, line 1: there is no section tmer; did you mean timer?"),
        (
            "[zzz]",
            "config.toml, line 1: there is no section zzz; "
            "there are timer, shapes, notify, goals, ideas, ladder, day, review, rituals, breaks, "
            "look, keys.",
        ),
        (
            "focus_minutes = 5",
            "config.toml, line 1: focus_minutes must stand below a line [timer].",
        ),
        (
            "timer = 5",
            "config.toml, line 1: timer must be a section: write [timer] on its own line.",
        ),
        (
            "timer.focus_minutes = 0",
            "config.toml, line 1: timer.focus_minutes must be a whole number from 1 to 240, "
            "not 0; 25 is used.",
        ),
        (
            "# a = b\n[ timer ]\n# focus_minutes = 3\n'focus_minutes' = true",
            "config.toml, line 4: timer.focus_minutes must be a whole number from 1 to 240, "
            "not true; 25 is used.",
        ),
        (
            "[timer]\nfocus_minutes = 25.0",
            "config.toml, line 2: timer.focus_minutes must be a whole number from 1 to 240, "
            "not 25.0; 25 is used.",
        ),
        (
            "[timer]\nstart_breaks = 1",
            "config.toml, line 2: timer.start_breaks must be true or false, not 1; false is used.",
        ),
        (
            '[notify]\nchannels = ["bell", "bell"]',
            'config.toml, line 2: notify.channels must be a list of any of "desktop", "terminal", '
            '"bell", not ["bell", "bell"]; ["desktop", "terminal", "bell"] is used.',
        ),
        (
            'notify = {words = "\\u001b[2J' + "x" * 90 + '"}',
            'config.toml, line 1: notify.words must be "auto" or "full" or "plain", '
            f'not "␛[2J{"x" * 34}…; "auto" is used.',
        ),
        (
            '[notify]\nquiet = "22-7"',
            'config.toml, line 2: notify.quiet must be two times of day such as "22:00-07:00", '
            'or "" for none, not "22-7"; "" is used.',
        ),
        (
            '[notify]\nterminal = "osc8"',
            'config.toml, line 2: notify.terminal must be "auto" or "osc9" or "osc777" or '
            '"osc99" or "none", not "osc8"; "auto" is used.',
        ),
        (
            '[notify]\nsound = "gong.wav"',
            "config.toml, line 2: notify.sound must be a file's full path in quotes, "
            'or "" for none, not "gong.wav"; "" is used.',
        ),
        (
            '[notify]\nsound = "/gong\\u0000.wav"',
            "config.toml, line 2: notify.sound must be a file's full path in quotes, "
            'or "" for none, not "/gong␀.wav"; "" is used.',
        ),
        (
            '[notify]\nplayer = "paplay"',
            "config.toml, line 2: notify.player must be a list of a program and its arguments, "
            'each in quotes, not "paplay"; [] is used.',
        ),
        (
            '[notify]\nplayer = ["", "x"]',
            "config.toml, line 2: notify.player must be a list of a program and its arguments, "
            'each in quotes, not ["", "x"]; [] is used.',
        ),
        (
            '[look]\ntheme = " "',
            'config.toml, line 2: look.theme must be a name in quotes, not " "; '
            '"focus-dark" is used.',
        ),
        (
            '[keys]\nundo = ["u", 5]',
            "config.toml, line 2: keys.undo must be a key's name in quotes, or a list of them, "
            'not ["u", 5].',
        ),
        (
            "[keys]\na.b.c = 'x'",
            "config.toml, line 2: keys.a.b must be a key's name in quotes, or a list of them, "
            "not a section.",
        ),
        (
            f"[timer]\nfocus_minutes = 0x{'f' * 5_000}",
            "config.toml, line 2: timer.focus_minutes must be a whole number from 1 to 240, "
            f"not 0x{'f' * 37}…; 25 is used.",
        ),
        (
            f"[notify]\nchannels = {'[' * 90}{']' * 90}",
            'config.toml, line 2: notify.channels must be a list of any of "desktop", "terminal", '
            '"bell", not a list of lists; ["desktop", "terminal", "bell"] is used.',
        ),
        (
            f"[look]\n{'x' * 99} = 1",
            f"config.toml, line 2: there is no setting look.{'x' * 54}…; "
            "there are theme, ascii, reduced_motion.",
        ),
        (
            f"[timer]\nfocus_minutes{'.a' * 5_000} = 1",
            "config.toml, line 2: timer.focus_minutes must be a whole number from 1 to 240, "
            "not a section; 25 is used.",
        ),
        (
            f"a = {'1' * 5_000}",
            "config.toml, a number in it has thousands of digits: "
            "all settings are at their defaults until it is mended.",
        ),
        (
            "[timer]\nfocus_minutes = ",
            "config.toml, line 2 is not TOML (invalid value): "
            "all settings are at their defaults until it is mended.",
        ),
        (
            "[timer",
            "config.toml, line 1 is not TOML (expected ']' at the end of a table declaration): "
            "all settings are at their defaults until it is mended.",
        ),
        (
            "a = " + "[" * 30_000,
            "config.toml, its values are nested too deeply: "
            "all settings are at their defaults until it is mended.",
        ),
    ],
)
def test_each_mistake_has_its_sentence_with_its_place(
    tmp_path: Path, text: str, sentence: str
) -> None:
    assert problem(tmp_path, text) == sentence
    assert loaded(tmp_path, text).settings == Settings()


def test_only_the_bad_settings_are_at_their_defaults(tmp_path: Path) -> None:
    result = loaded(tmp_path, "[timer]\nfocus_minutes = 50\nlong_break_minutes = 241\nx = 1\n")
    assert result.settings == Settings(timer=Timer(focus_minutes=50))
    assert len(result.problems) == 2


def test_the_file_may_be_anything(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    large = tmp_path / "large"
    large.write_bytes(b"#" * (LARGEST_BYTES + 1))
    latin = tmp_path / "latin"
    latin.write_bytes(b"# fine\n# caf\xe9\n")
    below_a_file = latin / "config.toml"
    for path, said in [
        (folder, "is not a file of text"),
        (pipe, "is not a file of text"),
        (large, "is larger than 64 KiB"),
        (latin, "is not UTF-8 text (line 2)"),
        (below_a_file, "can't be read (Not a directory)"),
    ]:
        assert load(path) == Loaded(
            Settings(),
            (f"{path} {said}: all settings are at their defaults until it is mended.",),
        )


def test_the_largest_file_is_read(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "#" * LARGEST_BYTES).problems


@given(st.binary(max_size=60) | st.text(alphabet="[]{}=\"'.,#\n timer5e-:", max_size=60))
def test_no_content_raises(tmp_path_factory: pytest.TempPathFactory, content: bytes | str) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    load(path)


@given(st.data())
def test_each_rule_decides_alone(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    section = data.draw(st.sampled_from(sorted(SECTIONS)))
    name = data.draw(st.sampled_from(sorted(declared(section))))
    value = data.draw(VALUES)
    path = tmp_path_factory.getbasetemp() / "one.toml"
    path.write_text(f"[{section}]\n{name} = {toml(value)}\n")
    result = load(path)
    taken = tuple(value) if isinstance(value, list) else value
    found = getattr(getattr(result.settings, section), name)
    if result.problems:
        assert found == declared(section)[name].default
    else:
        assert found == taken
        assert type(found) is type(taken)


def test_defaults_obey_their_own_rules() -> None:
    for section in SECTIONS:
        for each in declared(section).values():
            assert each.rule.takes(each.default)
            assert each.meaning.endswith(".")


def test_the_example_holds_every_default(tmp_path: Path) -> None:
    keys = {"clock.toggle": ("space", "f8"), "trash": ()}
    text = example(keys)
    assert loaded(tmp_path, text) == Loaded(Settings())
    in_force = [
        line.removeprefix("#") if line.startswith("#") and not line.startswith("# ") else line
        for line in text.splitlines()
    ]
    result = loaded(tmp_path, "\n".join(in_force))
    assert result == Loaded(Settings(keys=keys))
    assert sum(" = " in line for line in in_force) == len(keys) + sum(
        len(declared(section)) for section in SECTIONS
    )
