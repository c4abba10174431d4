"""OPML, the outlines of Workflowy, Dynalist, OmniOutliner and feed readers."""

from collections.abc import Iterable, Mapping

from focus_tui.domain.errors import BadInput
from focus_tui.domain.sprout import NOTE_LIMIT, Sprout, grown, walked
from focus_tui.domain.text import LINE_LIMIT, accepted, quoted

TYPE_CHECKING = False  # expat is imported when an OPML text is read
if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

_DONE = (("_complete", "true"), ("complete", "true"), ("_status", "checked"))
_LINKS = ("url", "htmlUrl", "xmlUrl")
_ATTRIBUTE = str.maketrans(
    {code: 0x2400 + code for code in range(0x20)}  # XML has no way to write these
    | dict.fromkeys((0xFFFE, 0xFFFF), 0xFFFD)
    | {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
    | {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def read(text: str) -> tuple[Sprout, ...]:
    """The ideas of an OPML text.

    Raises BadInput when it is broken, when a title or note can't be kept, and when it declares a
    document type: only there could entities be declared that swell or that fetch other files.
    """
    from xml.parsers import expat

    start = text.lstrip("\ufeff \t\r\n")
    parser = expat.ParserCreate("utf-8")
    reader = _Reader(parser, text[: len(text) - len(start)].count("\n"))
    try:
        parser.Parse(start.encode(), True)
    except expat.ExpatError as error:
        raise reader.refusal(f"is broken ({expat.ErrorString(error.code)})", reader.line) from None
    except UnicodeEncodeError as error:
        line = reader.line + start.count("\n", 0, error.start)
        raise reader.refusal("holds half a character", line) from None
    return grown(reader.rows)


def write(sprouts: Iterable[Sprout], title: str) -> str:
    """The ideas as OPML 2.0, as Workflowy writes and reads it.

    Control characters, which XML can't hold, become their pictures (`␛`).
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{title.translate(_ATTRIBUTE)}</title></head>",
        "<body>",
    ]
    depth = 0
    for at, sprout in walked(sprouts):
        lines += ["</outline>"] * (depth - at)
        depth = at + bool(sprout.children)
        lines.append(_element(sprout))
    lines += ["</outline>"] * depth
    return "\n".join([*lines, "</body>", "</opml>", ""])


def _element(sprout: Sprout) -> str:
    note = f' _note="{sprout.note.translate(_ATTRIBUTE)}"' if sprout.note else ""
    done = ' _complete="true"' if sprout.done else ""
    end = ">" if sprout.children else "/>"
    return f'<outline text="{sprout.title.translate(_ATTRIBUTE)}"{done}{note}{end}'


class _Reader:
    """Gathers the outline elements as rows, while the parser comes upon them."""

    def __init__(self, parser: "XMLParserType", lines_before: int) -> None:
        self.rows: list[tuple[int, Sprout]] = []
        self._parser = parser
        self._lines_before = lines_before
        self._root = ""
        self._depths = [0]
        """At which depth the children of each open element are."""
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def refusal(self, what: str, line: int) -> BadInput:
        """The sentence for a text that can't be used."""
        return BadInput(f"This OPML {what} on line {line}, so nothing was taken: export it again.")

    @property
    def line(self) -> int:
        """The line on which the parser is."""
        return self._lines_before + self._parser.CurrentLineNumber

    def _doctype(self, *_: object) -> None:
        raise self.refusal("declares a document type, which is not read,", self.line)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._root:
            self._root = name
            if name != "opml":
                raise BadInput(
                    f"This is XML but no OPML: it begins with {quoted(name)}, so nothing was taken."
                )
        if name != "outline":
            return
        depth = self._depths[-1]
        title, note = _words(attributes)
        if title:
            self.rows.append((depth, self._sprout(title, note, attributes)))
        # The children of an empty element take its place.
        self._depths.append(depth + bool(title))

    def _end(self, name: str) -> None:
        if name == "outline":
            self._depths.pop()

    def _sprout(self, title: str, note: str, attributes: Mapping[str, str]) -> Sprout:
        done = any(attributes.get(name, "").casefold() == value for name, value in _DONE)
        return Sprout(
            accepted(title, field=f"title on line {self.line}", limit=LINE_LIMIT, one_line=True),
            accepted(note, field=f"note on line {self.line}", limit=NOTE_LIMIT),
            done,
        )


def _words(attributes: Mapping[str, str]) -> tuple[str, str]:
    """The title and the note that an element holds; the title is empty where it says nothing.

    Further lines of a title, another name and links go to the note.
    """
    text, name, note = (attributes.get(each, "") for each in ("text", "title", "_note"))
    parts = [each for each in dict.fromkeys((text, name)) if each.strip()]
    if note.strip() or (note and parts):
        parts.append(note)
    links = dict.fromkeys(attributes.get(each, "").strip() for each in _LINKS)
    parts += [link for link in links if link and not any(link in part for part in parts)]
    if not parts:
        return "", ""
    lines = parts[0].splitlines()
    while not lines[0].strip():
        lines.pop(0)
    return lines[0], "\n".join([*lines[1:], *parts[1:]])
