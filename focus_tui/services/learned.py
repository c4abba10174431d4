"""What was learned, as cards to be learned by heart elsewhere. Each act answers with one sentence,
but for a new card, which is the answer itself."""

from contextlib import suppress

from focus_tui.domain.cardfields import back_of, field_named, front_of, source_of
from focus_tui.domain.durations import plural
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.reflection import LearnedCard
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted
from focus_tui.formats import anki
from focus_tui.services.desk import Desk
from focus_tui.store.files import absolute, read_file, replace_file
from focus_tui.store.transaction import Transaction


class Learned:
    """The cards. NotFound where one is gone, as another program may have made it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[LearnedCard, ...]:
        """Every card that was not deleted, the oldest first."""
        return tuple(e for e in self._desk.db.read().learned.all() if e.deleted_at is None)

    def trash(self) -> tuple[LearnedCard, ...]:
        """What was deleted."""
        return tuple(e for e in self._desk.db.read().learned.all() if e.deleted_at is not None)

    def of(self, answer_id: str) -> tuple[LearnedCard, ...]:
        """The cards that were made of a learned line."""
        return tuple(each for each in self.all() if each.answer_id == answer_id)

    def get(self, card_id: str) -> LearnedCard | None:
        """The card with that id, deleted ones too."""
        return self._desk.db.read().learned.get(card_id)

    def add(
        self, front: str, back: str, source: str = "", answer_id: str | None = None
    ) -> LearnedCard:
        """A new card, perhaps of a learned line. BadInput without a front or a back."""
        asked, answered, named = front_of(front), back_of(back), source_of(source)
        with self._desk.act(f"new card {quoted(asked)}") as tx:
            card = LearnedCard(tx.new_id(), asked, answered, named, answer_id)
            tx.learned.put(card)
        return card

    def change(self, card_id: str, field: str, text: str) -> str:
        """Say something else on a card, in one of `cardfields.FIELDS`; BadInput as there."""
        found = field_named(field)
        with self._desk.act("") as tx:
            before = _found(tx, card_id)
            tx.label = f"change the {field} of the card {quoted(before.front)}"
            card = found.take(before, text)
            tx.learned.put(card)
        return f"{found.label}: {quoted(found.said(card), 'none')}."

    def delete(self, card_id: str) -> str:
        """Move a card to the trash."""
        with self._desk.act("") as tx:
            card = _found(tx, card_id)
            tx.label = f"delete the card {quoted(card.front)}"
            tx.learned.put(card._replace(deleted_at=tx.reading.wall_ms))
        return f"Deleted {quoted(card.front)}."

    def restore(self, card_id: str) -> str:
        """Give a card back from the trash."""
        with self._desk.act("") as tx:
            card = _found(tx, card_id)
            tx.label = f"restore the card {quoted(card.front)}"
            tx.learned.put(card._replace(deleted_at=None))
        return f"Restored {quoted(card.front)}."

    def export(self, path: str) -> str:
        """Write all cards as a file that Anki imports, over an earlier one of these.

        Raises BadInput for no path, Refused without a card and where something else stands
        there, DataUnusable where it can't be written.
        """
        named = accepted(path.strip(), field="path", limit=LINE_LIMIT, one_line=True)
        if not named:
            raise BadInput("Say where to: type the path of a file.")
        cards = self.all()
        if not cards:
            raise Refused("There is no card to export yet.")
        file = absolute(named)
        with suppress(FileNotFoundError):
            if not anki.is_ours(read_file(file)[0]):
                raise Refused(f"{file} is there and holds no cards of ours: name another file.")
        replace_file(file, anki.write(cards).encode())
        return f"Wrote {plural(len(cards), 'card')} for Anki (File > Import) to {file}."


def _found(tx: Transaction, card_id: str) -> LearnedCard:
    card = tx.learned.get(card_id)
    if card is None:
        raise NotFound("That card is not there any more.")
    return card
