r"""What a line of an outline begins with, and how a text that looks like that is written.

A mark that is part of a text gets a backslash before it, as in Markdown. White space at the ends
of a text, and line breaks other than the plain one, are written as their numbers (`&#32;`), as in
HTML. Everything else, a backslash elsewhere too, is written as it is.
"""

import re

_BULLET = r"(?:[-*+•◦–▪‣⁃●○]|\d{1,3}[.)])(?:\s+|$)"
_BOX = r"(?:(?P<open>\[ \]|☐)|\[(?:[xX]|COMPLETE)\]|☑|☒)(?:\s+|$)"
_HEADING = r"#{1,6}\s+"
_MARK = f"(?:{_BULLET}|{_BOX}|{_HEADING})"

BULLET = re.compile(_BULLET)
BOX = re.compile(_BOX)
HEADING = re.compile(r"(?P<level>#{1,6})\s+(?=\S)")

_MARKED = re.compile(rf"\\*{_MARK}")
_ESCAPED = re.compile(rf"\\+{_MARK}")
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_TO_NUMBER = re.compile(rf"(?<!\\)(\\*)(?:(&#[0-9]{{1,5}};)|([{_BREAKS}]|\A\s|\s\Z))")
_NUMBER = re.compile(r"(?<!\\)(\\*)&#([0-9]{1,5});")


def escaped(text: str) -> str:
    """A text without line breaks, as it is written after a mark, or where there could be one."""
    text = _TO_NUMBER.sub(_numbered, text)
    return f"\\{text}" if _MARKED.match(text) else text


def meant(written: str) -> str:
    """The text that was written so."""
    text = written[1:] if _ESCAPED.match(written) else written
    return _NUMBER.sub(_character, text) if "&#" in text else text


def _numbered(found: re.Match[str]) -> str:
    """Backslashes before a number are doubled; one more says that the number is only text."""
    slashes, said, raw = found.groups()
    return f"{slashes * 2}\\{said}" if said else f"{slashes * 2}&#{ord(raw)};"


def _character(found: re.Match[str]) -> str:
    slashes, number = found.groups()
    half = "\\" * (len(slashes) // 2)
    if len(slashes) % 2:
        return f"{half}&#{number};"
    character = chr(int(number))
    return half + character if character.isspace() else found[0]
