"""Texts with every character that a terminal could obey, and the check that none reached one."""

import re

CONTROLS = "".join(
    map(
        chr,
        (
            *(code for code in range(1, 32) if chr(code) not in "\n\x0b\x0c\r\x1c\x1d\x1e"),
            *(code for code in range(0x7F, 0xA0) if code != 0x85),
            *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070), 0xFEFF),
        ),
    )
)
"""All but NUL, which nothing of ours holds, and line breaks."""
BREAKS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
"""They stand in a line only if another program wrote the file."""
WORST = "odd\x1b]52;c;QUJD\x07\x9b9t\u202e\x7f\t👩‍👩‍👧a\u0300\u0301\u0302"
"""Sets a clipboard, moves a window, turns what follows around, rubs out, joins and piles up."""
BEGINNING = "odd"
_AT_ONCE = 4  # so few that a place without much room shows them all


def texts() -> list[str]:
    """Short texts that hold every one of these characters."""
    every = CONTROLS + BREAKS
    parts = (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
    return [f"{BEGINNING}{'-'.join(part)}." for part in parts]


_OURS = re.compile(
    r"\x1b\[[0-9;]*[mHJK]"  # colours, places, clearing
    r"|\x1b\[\?[0-9;]+[hl]|\x1b\[\?[0-9;]+\$p"  # modes and questions for them
    r"|\x1b\[>[0-9]+u|\x1b\[<u"  # the keys' protocol
    r"|\x1b\]22;[a-z]+\x07"  # the mouse pointer's shape
    r"|\r?\n"
)


def obeyed(raw: bytes) -> list[str]:
    """What a terminal would obey and is not of the app's own kind, with what stands around it."""
    rest = _OURS.sub("", raw.decode())
    harmful = re.compile(f"[\0-\x1f{re.escape(CONTROLS + BREAKS)}]")
    return [rest[max(0, found.start() - 20) : found.end() + 20] for found in harmful.finditer(rest)]
