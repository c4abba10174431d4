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


@pytest.mark.parametrize(
    "content",
    [b"[timer\n", b"timer = 3\n", b"\xff\xfe", b"x" * 70_000, b"[[timer]]\na = 1\n"],
    ids=["no TOML", "no section", "no UTF-8", "too long", "a list of sections"],
)
def test_what_is_no_settings_file_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=r"config\.toml .*nothing was changed"):
        save(path, "timer", "focus_minutes", 45, KEYS)
    assert path.read_bytes() == content
    assert os.listdir(tmp_path) == ["config.toml"]
