"""Which rules of the style sheets hold for a widget, found once for all that stand alike.

Textual compares the rules with a widget whenever it is mounted or gets the keys, and gives it each
rule anew, and so for each of its parts: for a dialog that opens, a fifth of the time.
"""

from collections.abc import Hashable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

MOST_KNOWN = 4000
"""Widgets with ids that are never the same would fill the memory."""

Place = tuple[Hashable, ...]
"""All of a widget, and of those it stands below, that a rule may ask for."""


class Found(NamedTuple):
    """What Textual finds out about a widget when it applies the style sheets."""

    rules: RulesMap
    hover: bool
    """Whether the mouse above it changes it."""


Parts = dict[str, Found | None]
"""The same of a widget's parts that have styles of their own."""


class KnowingStylesheet(Stylesheet):
    """The same rules for widgets of one class with the same id, classes and state, which stand
    below such widgets. What a widget has it is not given again.

    Where a rule asks which child a widget is, or for the keys below it, nothing is kept.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._forget()

    def _forget(self) -> None:
        self._known_of: object = None
        """The rules of which all that is known was found."""
        self._known: dict[Place, Found] = {}
        self._known_parts: dict[Place, Parts] = {}
        self._has: WeakKeyDictionary[DOMNode, RulesMap] = WeakKeyDictionary()
        self._parts_have: WeakKeyDictionary[DOMNode, Parts] = WeakKeyDictionary()

    def apply(
        self,
        node: DOMNode,
        *,
        animate: bool = False,
        cache: dict[tuple[object, ...], RulesMap] | None = None,
    ) -> None:
        """Apply the style sheets to a widget."""
        if self._known_of is not self.rules_map or len(self._known) > MOST_KNOWN:
            self._forget()
            self._known_of = self.rules_map
        place = _place(node)
        known = self._known.get(place)
        if known is None:
            found: dict[tuple[object, ...], RulesMap] = {}
            self._has.pop(node, None)
            super().apply(node, animate=animate, cache=found)
            if not (node._has_focus_within or node._has_order_style or node._has_odd_or_even):
                rules = next(iter(found.values()), RulesMap())
                self._known[place] = Found(rules, node._has_hover_style)
                self._has[node] = rules
            return
        node._has_hover_style = known.hover
        node._has_focus_within = node._has_order_style = node._has_odd_or_even = False
        if self._has.get(node) is known.rules:
            node.notify_style_update()  # what it stands below may look different
        else:
            self.replace_rules(node, known.rules, animate=animate)
            self._has[node] = known.rules
        self._process_component_classes(node)

    def _process_component_classes(self, node: DOMNode) -> None:
        parts = node._get_component_classes()
        if not parts:
            return
        place = _place(node)
        known = self._known_parts.get(place)
        if known is not None and self._parts_have.get(node) is known:
            return
        super()._process_component_classes(node)
        if known is None:
            found = {part: self._known.get((*place, _alone(DOMNode, part))) for part in parts}
            if None in found.values():
                self._parts_have.pop(node, None)
                return
            known = next((each for each in self._known_parts.values() if each == found), found)
            self._known_parts[place] = known
        self._parts_have[node] = known


def _place(node: DOMNode) -> Place:
    return tuple(
        _alone(
            type(each),
            *each._classes,
            id=each._id,
            state=each._pseudo_classes_cache_key,
            takes_keys=isinstance(each, Widget) and each.can_focus,
        )
        for each in node.css_path_nodes
    )


def _alone(
    kind: type[DOMNode],
    *classes: str,
    id: str | None = None,
    state: tuple[int, ...] = (),
    takes_keys: bool = False,
) -> Hashable:
    """All that a rule may ask for of one widget."""
    return kind, id, frozenset(classes), state, takes_keys
