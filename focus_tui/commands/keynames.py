"""The names of keys, as Textual spells them, and how they are shown to people."""

import string

_SIGNS = {
    "space": " ",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}
_NAMES = {sign: name for name, sign in _SIGNS.items()}
_MOVES = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_FUNCTIONS = tuple(f"f{number}" for number in range(1, 13))
# A terminal sends the same bytes for ctrl+h, i, j and m as for backspace, tab and enter.
_CTRL_LETTERS = tuple(letter for letter in string.ascii_lowercase if letter not in "hijm")
# Some terminals send alt+b and alt+f for a word back and forward, and Textual reads them so.
_ALT_LETTERS = tuple(letter for letter in string.ascii_lowercase if letter not in "bf")
_EDITING = (
    *("tab", "shift+tab", "enter", "backspace", "delete", "insert"),
    *(before + move for before in ("", "ctrl+", "shift+", "ctrl+shift+") for move in _MOVES),
    *(f"ctrl+{letter}" for letter in "acdefkuvwxy"),
)
"""Keys that mean something inside a text field."""

NAMED = tuple(
    dict.fromkeys(
        (
            *_SIGNS,
            "escape",
            *_FUNCTIONS,
            *_EDITING,
            *(f"ctrl+{key}" for key in (*_CTRL_LETTERS, *_FUNCTIONS)),
            *(f"alt+{key}" for key in (*_ALT_LETTERS, *_MOVES)),
            *(f"alt+shift+{letter}" for letter in string.ascii_lowercase),
        )
    )
)
"""All keys that are not a single letter or digit."""

_KNOWN = frozenset(NAMED)
_SHORT = {
    "escape": "esc",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "delete": "del",
    "insert": "ins",
}


def named(key: str) -> str | None:
    """Textual's name of a key given by that name or by its sign (`?`); None when there is none."""
    name = _NAMES.get(key, key)
    single = len(name) == 1 and name.isalnum()
    return name if single or name in _KNOWN else None


def works_in_fields(key: str) -> bool:
    """Whether a key can be a command inside a text field: it neither types nor edits there."""
    return len(key) > 1 and key not in _SIGNS and key not in _EDITING


def shown(key: str) -> str:
    """A key for people: `+`, `?`, `^p`, `esc`, `f8`; the space bar keeps its name."""
    if key.startswith("ctrl+"):
        return "^" + shown(key.removeprefix("ctrl+"))
    return _SHORT.get(key) or _SIGNS.get(key, "").strip() or key
