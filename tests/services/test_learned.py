"""Cards: made, changed, put away and given back; written for Anki, over no other file."""

import os
from pathlib import Path

import pytest

from focus_tui.domain.errors import BadInput, DataUnusable, NotFound, Refused
from focus_tui.domain.reflection import LearnedCard
from focus_tui.formats import anki
from focus_tui.services.learned import Learned
from tests.services.conftest import app, machine
from tests.services.machine import App, Machine

__all__ = ["app", "machine"]


@pytest.fixture
def learned(app: App) -> Learned:
    return app.services.learned


def undo(app: App) -> str:
    return app.services.history.undo("space")


def test_a_card_is_kept_as_typed(machine: Machine, learned: Learned) -> None:
    card = learned.add(" What is mel? ", "  f = 0\n\tg = 1 \n\n", " Lecture 3 ", "019a")
    assert card == LearnedCard(card.id, "What is mel?", "  f = 0\n\tg = 1", "Lecture 3", "019a")
    later = learned.add("a", "b")
    assert machine.services().learned.all() == (card, later)
    assert learned.of("019a") == (card,)
    assert learned.of("019b") == ()
    assert (learned.get(card.id), learned.get("none")) == (card, None)


@pytest.mark.parametrize(
    ("front", "back", "source", "says"),
    [
        (" \n", "b", "", "A card needs a front: type the question."),
        ("a", " \n ", "", "A card needs a back: type the answer."),
        ("a\nb", "b", "", "This front has a line break"),
        ("a", "b", "c\u2028d", "This source has a line break"),
        ("a", "b\0", "", "This back holds a NUL"),
        ("x" * 20_001, "b", "", "This front has 20,001 characters"),
        ("a", "x" * 20_001, "", "This back has 20,001 characters"),
    ],
)
def test_what_can_be_no_card(
    front: str, back: str, source: str, says: str, learned: Learned
) -> None:
    with pytest.raises(BadInput) as refusal:
        learned.add(front, back, source)
    assert says in str(refusal.value)
    assert learned.all() == ()


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("front", "Why mel?", "Front: “Why mel?”."),
        ("back", "one\ntwo", "Back: “one␊two”."),
        ("source", "", "Source: none."),
    ],
)
def test_each_side_is_changed_and_undone(
    field: str, text: str, said: str, app: App, learned: Learned
) -> None:
    card = learned.add("What?", "this", "there")
    assert learned.change(card.id, field, text) == said
    (changed,) = learned.all()
    assert changed == card._replace(**{field: text})  # type: ignore[arg-type]
    assert undo(app) == f"Undone: change the {field} of the card “What?”."
    assert learned.all() == (card,)
    assert undo(app) == "Undone: new card “What?”."
    assert learned.all() == ()


@pytest.mark.parametrize("field", ["front", "back"])
def test_no_side_is_emptied(field: str, learned: Learned) -> None:
    card = learned.add("a", "b")
    with pytest.raises(BadInput):
        learned.change(card.id, field, " ")
    assert learned.all() == (card,)


def test_what_is_deleted_comes_back(app: App, learned: Learned) -> None:
    card = learned.add("a", "b", answer_id="019a")
    assert learned.delete(card.id) == "Deleted “a”."
    assert (learned.all(), learned.of("019a")) == ((), ())
    assert [each.id for each in learned.trash()] == [card.id]
    assert learned.restore(card.id) == "Restored “a”."
    assert (learned.all(), learned.trash()) == ((card,), ())
    assert undo(app) == "Undone: restore the card “a”."
    assert undo(app) == "Undone: delete the card “a”."
    assert learned.all() == (card,)


def test_one_that_is_gone(learned: Learned) -> None:
    for act in (learned.delete, learned.restore, lambda id: learned.change(id, "back", "x")):
        with pytest.raises(NotFound, match="That card is not there any more"):
            act("none")


# For Anki.


def test_all_are_written_and_written_anew(learned: Learned, tmp_path: Path) -> None:
    file = tmp_path / "cards.txt"
    first = learned.add("a", "b")
    assert learned.export(f" {file} ") == f"Wrote 1 card for Anki (File > Import) to {file}."
    assert file.read_text(encoding="utf-8") == anki.write([first])
    second = learned.add("é", "d")
    assert learned.export(str(file)).startswith("Wrote 2 cards ")
    assert file.read_text(encoding="utf-8") == anki.write([first, second])
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".new")] == []


def test_the_whole_path_is_said(
    learned: Learned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned.add("a", "b")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert learned.export("~/one.txt").endswith(f" to {tmp_path / 'one.txt'}.")
    assert learned.export("two.txt").endswith(f" to {tmp_path / 'below' / 'two.txt'}.")
    assert learned.export("../three.txt").endswith(f" to {tmp_path / 'three.txt'}.")
    assert {each.name for each in tmp_path.glob("**/*.txt")} == {"one.txt", "two.txt", "three.txt"}


@pytest.mark.parametrize("there", ["notes", "#separator:tab\n#html:true\n", ""])
def test_nothing_of_anybody_else_s_is_written_over(
    there: str, learned: Learned, tmp_path: Path
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text(there, encoding="utf-8")
    learned.add("a", "b")
    with pytest.raises(Refused, match="is there and holds no cards of ours: name another file"):
        learned.export(str(file))
    assert file.read_text(encoding="utf-8") == there


def test_the_data_file_is_not_written_over(machine: Machine, learned: Learned) -> None:
    learned.add("a", "b")
    with pytest.raises(Refused):
        learned.export(str(machine.data))


def test_where_nothing_can_be_written(
    learned: Learned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="There is no card to export yet"):
        learned.export(str(tmp_path / "cards.txt"))
    learned.add("a", "b")
    for path in (" ", "a\nb", "a\0b"):
        with pytest.raises(BadInput):
            learned.export(path)
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe", tmp_path / "none" / "x", tmp_path / ("x" * 300)):
        with pytest.raises(DataUnusable) as refusal:
            learned.export(str(place))
        assert str(place) in str(refusal.value)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(DataUnusable, match=r"cards\.txt can't be written"):
        learned.export("cards.txt")
    monkeypatch.chdir(tmp_path)
    assert not [*tmp_path.glob("**/*.txt")]
