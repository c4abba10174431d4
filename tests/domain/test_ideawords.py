"""What the words of a title say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from focus_tui.domain.ideawords import KINDS, alike, kind, link, plain, same, tags

ANY = st.text(alphabet=st.characters())
TITLES = st.lists(
    st.sampled_from(["#tool", "#Ask", "#1", "##", "C#", "learn", "x,", "#a,", "#b/c", "é!", "…"])
    | ANY,
).map(" ".join)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Pitch shifter #tool #Audio #tool", ("tool", "audio")),
        ("#learn Rust", ("learn",)),
        ("a #work_2-x, b", ("work_2-x",)),
        ("a #_private", ("_private",)),
        ("#हिन्दी and #اردو and #日本語 and #Straße", ("हिन्दी", "اردو", "日本語", "strasse")),
        ("#caf\u00e9 #cafe\u0301", ("café", "cafe\u0301")),
        ("#می\u200cخواهم", ("می\u200cخواهم",)),
        ("fix C# and F#", ()),
        ("close #1 and #2b", ()),
        ("## heading", ()),
        ("##twice", ()),
        ("#-x", ()),
        ("#²", ()),
        ("https://x.org/#part (#aside)", ()),
        ("# spaced", ()),
        ("", ()),
    ],
)
def test_tags(title: str, found: tuple[str, ...]) -> None:
    assert tags(title) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Learn Rust", "learn"),
        ("ask: why does librosa pad?", "ask"),
        ("ASK:why", "ask"),
        ("tool for x", "tool"),
        ("Learn to write #write", "write"),
        ("A thing #audio #Teach #tool", "teach"),
        ("#audio Learn pitch", "learn"),
        ("Project", "project"),
        ("Learning Rust", ""),
        ("A tool for x", ""),
        ("write-up of the talk", ""),
        ("#tools for x", ""),
        ("", ""),
        ("  ", ""),
    ],
)
def test_its_type(title: str, found: str) -> None:
    assert kind(title) == found


@given(TITLES)
def test_a_type_is_one_of_the_known_ones(title: str) -> None:
    assert kind(title) in ("", *KINDS)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Pitch  shifter #tool #audio", "Pitch shifter"),
        ("#tool Pitch shifter", "Pitch shifter"),
        ("Build #tool, then rest.", "Build, then rest."),
        ("Port it to C# #tool", "Port it to C#"),
        ("#a #b", "#a #b"),
        ("#a.", "#a."),
        ("Read #area/music notes", "Read #area/music notes"),
        ("🎧 #audio", "🎧"),
        ("", ""),
    ],
)
def test_a_title_without_its_tags(title: str, shown: str) -> None:
    assert plain(title) == shown


@given(TITLES)
def test_what_is_shown_is_shown_the_same_again(title: str) -> None:
    shown = plain(title)
    assert plain(shown) == shown
    assert shown or not title


WIKI = "https://en.wikipedia.org/wiki/Pitch_(music)"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (WIKI, WIKI),
        (f"see ({WIKI}).", WIKI),
        (f"[pitch]({WIKI}), or", WIKI),
        (f'[pitch]({WIKI} "Pitch")', WIKI),
        ("[https://a.org](https://a.org)", "https://a.org"),
        ("[a](https://a.org)b", "https://a.org"),
        ("<https://a.org/x?y=1&z=2#w>", "https://a.org/x?y=1&z=2#w"),
        ("Read https://a.org/x, then sleep", "https://a.org/x"),
        ("HTTP://A.org/x!", "HTTP://A.org/x"),
        ("“https://a.org/”", "https://a.org/"),
        ("**https://a.org/x**", "https://a.org/x"),
        ("見て（https://a.org/音）。", "https://a.org/音"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("https://a.org/\x1b]0;x", "https://a.org/"),
        ("https://a.org/\u202egpj", "https://a.org/"),
        ("https:// and https://… and https://b.org", "https://b.org"),
        ("xhttps://a.org", ""),
        ("mailto:a@b.org ftp://a.org javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_the_first_link(text: str, found: str) -> None:
    assert link(text) == found


@given(st.lists(st.sampled_from(["https://", "a.org", "(", ")", "[", "]", ".", " "]) | ANY))
def test_a_link_can_be_handed_on(parts: list[str]) -> None:
    text = "".join(parts)
    found = link(text)
    assert found in text
    assert found == "" or found.casefold().startswith(("http://", "https://"))
    assert found.isprintable()
    assert " " not in found
    assert link(found) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Learn Rust", " learn  rust. "),
        ("Learn Rust", "LEARN RUST #learn #later"),
        ("Straße…", "STRASSE"),
        ("Caf\u00e9?!", "cafe\u0301"),
        ("ｆｕｌｌ", "full"),
        ("ᴬ note", "a note"),
    ],
)
def test_the_same_thought(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Learn Rust", "Learn Go"), ("#a", "#b"), ("?", "!"), ("C", "C#"), ("a b", "ab")],
)
def test_another_thought(one: str, other: str) -> None:
    assert not same(one, other)


@given(TITLES)
@example("#a #b!")
def test_the_normal_form_is_its_own(title: str) -> None:
    assert alike(alike(title)) == alike(title)
    assert same(title, f"  {title} ")
