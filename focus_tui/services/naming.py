"""What a shell names by its words or the beginning of them."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from focus_tui.domain.errors import BadInput, NotFound
from focus_tui.domain.text import quoted

T = TypeVar("T")


def named(
    words: str, among: Iterable[T], title: Callable[[T], str], *, noun: str, listed_by: str
) -> T:
    """The one that is meant; `listed_by` is the command that shows what there is.

    Raises NotFound for none, and BadInput where several are meant.
    """
    wanted = words.strip().casefold()
    if not wanted:
        raise BadInput(f"Say which {noun}, by its words or the beginning of them.")
    titles = [(each, title(each).strip().casefold()) for each in among]
    same = [each for each, its in titles if its == wanted]
    found = same or [each for each, its in titles if its.startswith(wanted)]
    if not found:
        raise NotFound(f"There is no {noun} {quoted(words.strip())}: {listed_by} lists them.")
    if len(found) > 1:
        how, what = ("are called", "rename one") if same else ("begin with", "say more of it")
        raise BadInput(f"{len(found)} {noun}s {how} {quoted(words.strip())}: {what}.")
    return found[0]
