from pathlib import Path

import pytest

from focus_tui import __version__, crash


def fail() -> None:
    secret = "buy flowers"
    try:
        int(secret[:0])
    except ValueError as error:
        raise KeyError("no such key") from error


def caught() -> KeyError:
    with pytest.raises(KeyError) as caught:
        fail()
    return caught.value


def test_the_log_tells_how_it_came_about_and_nothing_of_the_data(tmp_path: Path) -> None:
    log = crash.write(caught(), tmp_path / "state")
    text = log.read_text(encoding="utf-8")
    assert log.parent == tmp_path / "state"
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700
    assert f"focus {__version__}" in text
    assert "raise KeyError" in text
    assert "ValueError" in text, "what came before it belongs to it"
    assert "buy flowers" not in text.replace('secret = "buy flowers"', "")


def test_the_last_one_is_kept(tmp_path: Path) -> None:
    crash.write(caught(), tmp_path)
    log = crash.write(OSError("\udc80 is no text"), tmp_path)
    assert "KeyError" not in log.read_text(encoding="utf-8")
    assert [file.name for file in tmp_path.iterdir()] == [log.name]


def test_one_line_for_the_person(tmp_path: Path) -> None:
    said = crash.report(caught(), tmp_path)
    assert "KeyError" in said
    assert str(tmp_path / "crash.log") in said
    assert "\n" not in said
    (tmp_path / "file").touch()
    assert "could not be written" in crash.report(caught(), tmp_path / "file")
