"""The form of one kind of document: a domain value to fields, and back."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from focus_tui.domain.errors import BadInput
from focus_tui.store.fields import Fields, Misfit, Raw, checked_text

T = TypeVar("T")


class Codec(NamedTuple, Generic[T]):
    """The form of one kind of document."""

    table: str
    noun: str
    """What a sentence calls such a document."""
    write: Callable[[T], Raw]
    read: Callable[[str, Fields], T]

    def encode(self, id: str, value: T) -> Raw:
        """The fields of a value; BadInput when a file can't hold it as it is.

        The proof is to read the fields back: what enters can be read again.
        """
        try:
            checked_text("id", id)
            fields = self.write(value)
            back = self.read(id, Fields(fields))
        except Misfit as misfit:
            raise BadInput(
                f"The {misfit.field} of this {self.noun} {misfit.why}; nothing was changed."
            ) from None
        if not id or back != value:
            raise BadInput(f"This {self.noun} can't be kept as it is; nothing was changed.")
        return fields

    def decode(self, id: str, document: Raw) -> T:
        """The value of a document; Misfit when a field holds what it can't hold."""
        return self.read(id, Fields(document))
