"""OPML as others write it, as we write it, and as it must not be."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from focus_tui.domain.errors import BadInput
from focus_tui.domain.sprout import Sprout, walked
from focus_tui.formats.opml import read, write
from tests.formats.trees import TREES, chain


def body(inner: str, head: str = "") -> str:
    return f'{head}<opml version="2.0"><head/><body>{inner}</body></opml>'


def writable(text: str) -> bool:
    """Whether XML has a way to write it."""
    return not any((each < " " and each not in "\t\n\r") or each in "\ufffe\uffff" for each in text)


@given(TREES, st.text())
@example((Sprout("same", "same"), Sprout(" a ", "\n \r\t")), "]]>")
def test_what_is_written_is_read_back(tree: tuple[Sprout, ...], title: str) -> None:
    written = write(tree, title.encode(errors="replace").decode())
    found = read(written)
    assert [depth for depth, _ in walked(found)] == [depth for depth, _ in walked(tree)]
    if all(writable(each.title + each.note) for _, each in walked(tree)):
        assert found == tree


def test_how_it_is_written() -> None:
    tree = (Sprout('a <"&', "one\ntwo", children=(Sprout("b\x1b", done=True),)), Sprout("c"))
    assert write(tree, "My <ideas>") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<opml version="2.0">\n'
        "<head><title>My &lt;ideas&gt;</title></head>\n"
        "<body>\n"
        '<outline text="a &lt;&quot;&amp;" _note="one&#10;two">\n'
        '<outline text="b␛" _complete="true"/>\n'
        "</outline>\n"
        '<outline text="c"/>\n'
        "</body>\n"
        "</opml>\n"
    )


def test_outlines_of_others() -> None:
    workflowy = '<outline text="a" _note="n&#10;m"><outline text="b" _complete="true" /></outline>'
    dynalist = '<outline text="c" complete="true"/>'
    omni = '<outline text="d" _status="checked"/><outline text="e" _status="unchecked"/>'
    feed = '<outline text="f" title="F" type="rss" xmlUrl="http://x" htmlUrl="http://y"/>'
    link = '<outline text="g" type="link" url="http://z" _note="see http://z"/>'
    head = '\n<?xml version="1.0" encoding="UTF-16"?>\n'
    assert read(body(workflowy + dynalist + omni + feed + link, head)) == (
        Sprout("a", "n\nm", children=(Sprout("b", done=True),)),
        Sprout("c", done=True),
        Sprout("d", done=True),
        Sprout("e"),
        Sprout("f", "F\nhttp://y\nhttp://x"),
        Sprout("g", "see http://z"),
    )


def test_a_title_stands_in_one_line() -> None:
    found = read(
        body('<outline text="&#10; &#10;a&#10;b" _note="c"/><outline title="d" text=" "/>')
    )
    assert found == (Sprout("a", "b\nc"), Sprout("d"))


def test_what_has_no_title() -> None:
    inner = '<outline text="a"/><outline><outline text="b"/></outline><outline _note="c&#10;d"/>'
    assert read(body(inner)) == (Sprout("a"), Sprout("b"), Sprout("c", "d"))


BOMB = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (body('<outline text="&b;"/>', BOMB), "declares a document type, which is not read, on"),
        (body('<outline text="&a;"/>', OUTSIDE), "declares a document type"),
        ('<!DOCTYPE opml SYSTEM "http://a.org/x.dtd"><opml/>', "declares a document type"),
        (body('<outline text="&b;"/>'), "This OPML is broken (undefined entity) on line 1"),
        ("\n<opml>\n<body>\n</opml>", "This OPML is broken (mismatched tag) on line 4"),
        (
            "<opml>",
            "is broken (no element found) on line 1, so nothing was taken: export it again.",
        ),
        ("", "is broken"),
        ("<opml>\0</opml>", "is broken"),
        ("\n<opml>\n\ud800</opml>", "holds half a character on line 3"),
        ("<rss><outline text='a'/></rss>", "no OPML: it begins with “rss”, so nothing was taken."),
        (body("\n\n" + f'<outline text="{"x" * 20_001}"/>'), "This title on line 3 has 20,001"),
        (body("\n" + f'<outline text="a" _note="{"x" * 20_001}"/>'), "This note on line 2 has"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(text)
    assert said in str(refusal.value)


@given(
    st.lists(st.sampled_from(["<", ">", "outline", "/", "=", '"', "&", " ", "text"]) | st.text())
)
def test_whatever_it_is_it_is_read_or_refused(parts: list[str]) -> None:
    for text in ("".join(parts), body("".join(parts))):
        try:
            read(text)
        except BadInput:
            continue


def test_thousands_of_levels() -> None:
    tree = read(write(chain(5_000), "deep"))
    assert [depth for depth, _ in walked(tree)] == list(range(5_000))
