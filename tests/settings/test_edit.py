"""A setting is changed in the file, and nothing else is."""

import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.commands.declared import COMMANDS
from focus_tui.domain.errors import BadInput
from focus_tui.settings.declared import SECTIONS, declared
from focus_tui.settings.edit import Value, changed, save
from focus_tui.settings.example import example
from focus_tui.settings.load import load

KEYS = {each.id: each.keys for each in COMMANDS}
MINE = """\
# my own words
[look]
theme = "focus-light" # in the sun

[timer]   # lengths
focus_minutes   = 50   # long ones
unknown = [ 1,
  2, ]

[keys]
"clock.toggle" = "p"
"""
CHANGES: list[tuple[str, str, Value]] = [
    ("timer", "focus_minutes", 45),
    ("timer", "start_breaks", True),
    ("notify", "channels", ("bell",)),
    ("notify", "words", "plain"),
    ("look", "theme", 'a "b" \\ [red]'),
    ("keys", "clock.finish", ("f2", "F")),
]


@pytest.mark.parametrize(("section", "name", "value"), CHANGES)
@pytest.mark.parametrize("text", ["", MINE, example(KEYS)], ids=["new", "mine", "example"])
def test_one_is_changed_and_nothing_else(text: str, section: str, name: str, value: Value) -> None:
    fresh = changed(text, section, name, value)
    before, after = tomllib.loads(text), tomllib.loads(fresh)
    stored = list(value) if isinstance(value, tuple) else value
    assert after.setdefault(section, {}).pop(name) == stored
    before.setdefault(section, {}).pop(name, None)
    assert after == before
    kept = [line for line in text.splitlines() if not line.startswith(f"{name} ")]
    assert all(line in fresh.splitlines() for line in kept)


def test_a_comment_beside_the_value_stays() -> None:
    fresh = changed(MINE, "timer", "focus_minutes", 45)
    assert fresh == MINE.replace("= 50 ", "= 45 ")


def test_a_default_takes_the_line_away() -> None:
    fresh = changed(MINE, "timer", "focus_minutes", None)
    assert "focus_minutes" not in fresh
    assert "unknown" in fresh
    assert changed("", "timer", "focus_minutes", None) == ""
    assert changed(MINE, "notify", "words", None) == MINE


IN_PLACE: dict[str, tuple[str, tuple[str, str, Value | None], str]] = {
    # What stands there, what is changed, and what must stand there then.
    "below the section's last line": (
        "[timer]\nfocus_minutes = 50\n\n# where I sit\n[look]\n",
        ("timer", "start_breaks", True),
        "[timer]\nfocus_minutes = 50\nstart_breaks = true\n\n# where I sit\n[look]\n",
    ),
    "below a value of several lines": (
        '[notify]\nplayer = [\n  "a", # loud\n]\n# of look\n[look]\n',
        ("notify", "words", "full"),
        '[notify]\nplayer = [\n  "a", # loud\n]\nwords = "full"\n# of look\n[look]\n',
    ),
    "on top of a section without lines": (
        "[timer]\n\n# of look\n[look]\n",
        ("timer", "start_breaks", True),
        "[timer]\nstart_breaks = true\n\n# of look\n[look]\n",
    ),
    "as far in as the line before": (
        "[timer]\n  focus_minutes = 50\n# end",
        ("timer", "start_breaks", True),
        "[timer]\n  focus_minutes = 50\n  start_breaks = true\n# end",
    ),
    "below the line that teaches it": (
        "[timer]\n#focus_minutes = 25  # a number\n# Long ones.\n[look]\n",
        ("timer", "focus_minutes", 50),
        "[timer]\n#focus_minutes = 25  # a number\nfocus_minutes = 50\n# Long ones.\n[look]\n",
    ),
    "behind a last line without an end": (
        "[timer]\nfocus_minutes = 50",
        ("timer", "start_breaks", True),
        "[timer]\nfocus_minutes = 50\nstart_breaks = true",
    ),
    "a section of its own": (
        "[timer]\r\nfocus_minutes = 50",
        ("look", "ascii", True),
        "[timer]\r\nfocus_minutes = 50\r\n\r\n[look]\r\nascii = true",
    ),
    "other ends of lines": (
        "[timer]\r\nfocus_minutes = 50 # c\r\n\r\n[look]\r\n",
        ("timer", "start_breaks", True),
        "[timer]\r\nfocus_minutes = 50 # c\r\nstart_breaks = true\r\n\r\n[look]\r\n",
    ),
    "a table in one line, changed": (
        'look = {theme = "nord", ascii = true} # c\n',
        ("look", "theme", "dracula"),
        'look = {theme = "dracula", ascii = true} # c\n',
    ),
    "a table in one line, added to": (
        'look = {theme = "nord"} # c\n',
        ("look", "ascii", True),
        'look = {theme = "nord", ascii = true} # c\n',
    ),
    "a table in one line, taken from": (
        'look = {theme = "nord", ascii = true}\n',
        ("look", "ascii", None),
        'look = {theme = "nord" }\n',
    ),
    "dotted, changed": (
        'look.theme = "nord" # c\ntimer.focus_minutes=50\n',
        ("look", "theme", "dracula"),
        'look.theme = "dracula" # c\ntimer.focus_minutes=50\n',
    ),
    "dotted, added to": (
        'look.theme = "nord" # c\n\n# the rest\n[timer]\n',
        ("look", "ascii", True),
        'look.theme = "nord" # c\nlook.ascii = true\n\n# the rest\n[timer]\n',
    ),
    "dotted, taken from": (
        '# mine\nlook.theme = "nord"\nlook.ascii = true\n',
        ("look", "theme", None),
        "# mine\nlook.ascii = true\n",
    ),
    "a command without quotes": (
        '[keys]\nclock.toggle = "p"\nundo = "z"\n',
        ("keys", "clock.toggle", ("f9",)),
        '[keys]\nclock.toggle = ["f9"]\nundo = "z"\n',
    ),
    "a command in a table of its own": (
        '[keys.clock]\ntoggle = "p"\n\n[look]\n\n[keys.list]\nopen = "o"\n',
        ("keys", "list.open", None),
        '[keys.clock]\ntoggle = "p"\n\n[look]\n\n[keys.list]\n',
    ),
    "a command beside tables": (
        '[keys.clock]\ntoggle = "p"\n',
        ("keys", "undo", ("z",)),
        '[keys.clock]\ntoggle = "p"\n\n[keys]\nundo = ["z"]\n',
    ),
    "a command above tables": (
        '[keys]\nundo = "z"\n\n[keys.clock]\ntoggle = "p"\n',
        ("keys", "list.open", ("o",)),
        '[keys]\nundo = "z"\n"list.open" = ["o"]\n\n[keys.clock]\ntoggle = "p"\n',
    ),
}


@pytest.mark.parametrize("name", IN_PLACE)
def test_a_change_has_its_place(name: str) -> None:
    text, change, fresh = IN_PLACE[name]
    assert changed(text, *change) == fresh


ODD = [
    "",
    "focus_minutes = 3\n",
    "timer.focus_minutes = 3\n[look]\nascii=true",
    "timer = { focus_minutes = 3 , start_breaks=true }\n",
    "timer = {}\nlook = { }",
    "look.theme = 'x'\nnotify.words = 'full'\nlook.ascii = false\nnotify.player = []\n",
    "keys.clock.toggle = 'p'\nkeys.'clock.finish' = 'F'\nkeys.undo = []\n",
    "[keys]\nclock = { toggle = 'p', finish = 'F' }\n",
    "keys = { 'clock.toggle' = 'p' }",
    "[keys.clock]\ntoggle = 'p'\n[timer]\n[keys.list]\nopen = 'o'\n[keys]\n'undo' = 'z'\n",
    "[keys]\nclock.toggle = 'p'\n[keys.list]\nopen = 'o'\n# c\n[look]\n",
    "\n# c\n\n[ timer ]  # c\n\n  focus_minutes = 0x32 # c\n\n\n[[other]]\na = nan\n[[other]]\n",
    '[notify]\nplayer = """\n[look]\n"""\n\t[look]\n\ttheme = "x" # c\n',
]


@pytest.mark.parametrize("change", [*CHANGES, *((*each[:2], None) for each in CHANGES)], ids=repr)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("text", ODD)
def test_however_a_file_is_written(
    text: str, end: str, change: tuple[str, str, Value | None]
) -> None:
    text = text.replace("\n", end)
    section, name, _ = change
    fresh = changed(text, *change)
    assert fresh.count("\r") == (fresh.count("\n") if "\r" in text else 0)
    own = (name.rpartition(".")[2], f"{section} = ")
    kept = [line for line in text.splitlines() if not any(part in line for part in own)]
    assert [line for line in kept if line not in fresh.splitlines()] == []
    back = changed(fresh, section, name, None)
    assert changed(back, section, name, None) == back
    tomllib.loads(back)


_names = st.text("abcz_", min_size=1, max_size=4)
_values = st.one_of(
    st.integers(-9, 9), st.booleans(), st.text(max_size=5), st.lists(st.integers(0, 9), max_size=3)
)
_documents = st.dictionaries(
    st.sampled_from([*SECTIONS, "other"]), st.dictionaries(_names, _values, max_size=3), max_size=4
)


@given(_documents, st.sampled_from(CHANGES), st.lists(st.sampled_from(["", "# c", "\t"])))
def test_in_any_file_one_change_changes_one_thing(
    document: dict[str, dict[str, object]], change: tuple[str, str, Value], blank: list[str]
) -> None:
    import tomlkit

    text = "\n".join([*blank, tomlkit.dumps(document)])
    section, name, value = change
    after = tomllib.loads(changed(text, section, name, value))
    back = tomllib.loads(changed(changed(text, section, name, value), section, name, None))
    stored = list(value) if isinstance(value, tuple) else value
    assert after == {**document, section: {**document.get(section, {}), name: stored}}
    assert {key: table for key, table in back.items() if table} == {
        key: table for key, table in document.items() if table
    }


def test_a_new_file_teaches_every_setting(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    save(path, "timer", "focus_minutes", 45, KEYS)
    text = path.read_text(encoding="utf-8")
    for section in SECTIONS:
        assert all(f"#{name} = " in text for name in declared(section))
    assert load(path).settings.timer.focus_minutes == 45
    assert load(path).problems == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["config.toml"]


@pytest.mark.parametrize("mode", [0o666, 0o640, 0o400])
def test_the_rights_stay_whatever_a_new_file_would_get(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE, encoding="utf-8")
    path.chmod(mode)
    before = os.umask(0o077)
    try:
        save(path, "timer", "focus_minutes", 45, KEYS)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_the_mark_and_the_ends_of_lines_stay(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    before = b"\xef\xbb\xbf# mine\r\n[timer]\r\nfocus_minutes = 50\r\n"
    path.write_bytes(before)
    save(path, "timer", "start_breaks", True, KEYS)
    assert path.read_bytes() == before + b"start_breaks = true\r\n"
    assert load(path).settings.timer.start_breaks
    save(path, "timer", "start_breaks", None, KEYS)
    assert path.read_bytes() == before


@pytest.mark.parametrize("value", ["a\udcffb", "a\0b", ("aplay", "\ud800")])
def test_half_a_character_is_refused_and_leaves_nothing(tmp_path: Path, value: Value) -> None:
    path = tmp_path / "config.toml"
    path.write_text(MINE, encoding="utf-8")
    with pytest.raises(BadInput, match="can't be kept"):
        save(path, "notify", "sound", value, KEYS)
    assert path.read_text(encoding="utf-8") == MINE
    assert os.listdir(tmp_path) == ["config.toml"]


def test_a_file_with_half_a_character_in_its_name_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "a\udcff" / "config.toml"
    save(path, "timer", "focus_minutes", 45, KEYS)
    assert load(path).settings.timer.focus_minutes == 45
    assert os.listdir(path.parent) == ["config.toml"]


def test_a_link_stays_one_and_the_rights_stay(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE, encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    save(link, "timer", "focus_minutes", 45, KEYS)
    assert link.is_symlink()
    assert "focus_minutes   = 45" in real.read_text(encoding="utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


REFUSED = {
    "no TOML": b"[timer\n",
    "no section": b"timer = 3\n",
    "no UTF-8": b"\xff\xfe",
    "too long": b"x" * 70_000,
    "a list of sections": b"[[timer]]\na = 1\n",
    "a section in its place": b"[timer.focus_minutes]\na = 1\n",
    "deep": b"a = " + b"[" * 300 + b"]" * 300,
    "too deep": b"a = " + b"[" * 2000 + b"]" * 2000,
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_settings_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"config\.toml,? .*nothing was changed"):
        save(path, "timer", "focus_minutes", 45, KEYS)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["config.toml"]
