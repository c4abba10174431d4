"""The lines that Today asks for: an intent, what interrupted, a thought's words, a note."""

from collections.abc import Callable

from focus_tui.domain.ago import ago_ms
from focus_tui.domain.idea import Idea
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.session import Session
from focus_tui.domain.text import quoted
from focus_tui.services.begun import TooManyStarted
from focus_tui.services.dayend import EnoughForToday, worded
from focus_tui.services.drafts import note_draft
from focus_tui.services.intents import recent_intents
from focus_tui.services.voiding import REASONS
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.host import Host

INTERRUPTED = {
    MarkKind.INTERNAL: ("Your own mind wandered: what to?", "your own mind"),
    MarkKind.EXTERNAL: ("Somebody or something: what was it?", "somebody or something"),
}


def intent(host: Host) -> LineDialog:
    """What is being worked on, or what comes next."""
    services, interval = host.services, host.present.interval
    resting = interval is not None and interval.phase.is_break
    return LineDialog(
        "What comes next?" if resting else "What are you working on?",
        services.focus.set_intent,
        drafts=services.drafts,
        draft="typed-intent",
        value=interval.intent if interval and not resting else services.upcoming.subject().intent,
        placeholder="one thing",
        offers=recent_intents(services.desk),
    )


def interruption(host: Host, kind: MarkKind) -> LineDialog:
    """Mark one at once, and ask for a word on it."""
    record = host.services.record
    title, whose = INTERRUPTED[kind]
    mark_id = record.interrupt(kind)
    host.say(f"Marked: interrupted by {whose}.")

    def save(word: str) -> None:
        if word.strip():
            record.say_what(mark_id, word)

    return LineDialog(
        title,
        save,
        drafts=host.services.drafts,
        draft=f"interruption-{kind}",
        placeholder="it is marked; a word, if you like",
    )


def why_void(host: Host, session_id: str) -> LineDialog:
    """Why a session is void that has just become so."""
    record = host.services.record

    def save(word: str) -> None:
        if word.strip():
            host.say(record.say_why_void(session_id, word))

    return LineDialog(
        "Voided. Why?",
        save,
        drafts=host.services.drafts,
        draft=f"log-void-{session_id}",  # the log's: there it can be voided again
        placeholder="a word, if you like",
        offers=REASONS,
    )


def started_ago(host: Host, later: Callable[[Callable[[], None]], object]) -> LineDialog:
    """Since when the person is in a session that nobody started.

    `later` begins it once this is closed, where something is to be asked first.
    """
    services = host.services

    def save(text: str) -> None:
        now_ms = services.desk.clock.read().wall_ms
        began_ms = now_ms - ago_ms(text, now_ms, services.desk.zone)

        def begin() -> None:
            since_ms = services.desk.clock.read().wall_ms - began_ms
            host.say(services.focus.start(ago_ms=max(0, since_ms)))

        try:
            begin()
        except (TooManyStarted, EnoughForToday):
            later(begin)

    return LineDialog(
        "When did it begin?",
        save,
        drafts=services.drafts,
        draft="started-ago",
        placeholder="10 minutes ago, or at 09:10",
    )


def tangent(host: Host) -> LineDialog:
    """What one slid into; without a word one did not."""

    def save(word: str) -> None:
        if word.strip():
            host.say(host.services.tangents.push(word))

    return LineDialog(
        "What did you slide into?",
        save,
        drafts=host.services.drafts,
        draft="tangent",
        placeholder="a word for it",
    )


def found(host: Host) -> LineDialog:
    """It is found, from now on; and a line on what it was."""
    ladder = host.services.ladder
    mark_id = ladder.found()
    host.say("Found. Back to work.")

    def save(line: str) -> None:
        if line.strip():
            ladder.say_what(mark_id, line)

    return LineDialog(
        "Found it: what was it?",
        save,
        drafts=host.services.drafts,
        draft="found",
        placeholder="a line, if you like",
    )


def why_more(host: Host, heading: str, take: Callable[[str], None]) -> LineDialog:
    """Why one session more, beyond the day's limit; the day's last answer is offered again."""
    day_end = host.services.day_end
    return LineDialog(
        f"{heading} Why more?",
        lambda why: take(worded(why)),
        drafts=host.services.drafts,
        draft="why-more",
        value=day_end.last_why(),
        placeholder="a line, for the week's review",
    )


def first_thing(host: Host) -> LineDialog:
    """What tomorrow begins with."""
    lineup = host.services.lineup
    noted = lineup.first_tomorrow()
    return LineDialog(
        "Tomorrow's first thing",
        lambda words: host.say(lineup.begin_tomorrow_with(words)),
        drafts=host.services.drafts,
        draft="first-thing",
        value=noted.text if noted else "",
        placeholder="it heads tomorrow's line-up",
    )


def placed(host: Host, entry_id: str, words: str) -> LineDialog:
    """The words of a place in the line-up that says itself what it is."""
    return LineDialog(
        "The session to come",
        lambda text: host.services.lineup.word(entry_id, text),
        drafts=host.services.drafts,
        draft=f"lineup-{entry_id}",
        value=words,
    )


def thought(host: Host, idea: Idea) -> LineDialog:
    """A thought's words."""
    return LineDialog(
        "The thought",
        lambda text: host.services.thoughts.edit(idea.id, text),
        drafts=host.services.drafts,
        draft=f"thought-{idea.id}",
        value=idea.title,
    )


def note(host: Host, session: Session) -> LineDialog:
    """A line on a session."""
    return LineDialog(
        f"The note on {quoted(session.intent, 'the session')}",
        lambda text: host.say(host.services.record.note(session.id, text)),
        drafts=host.services.drafts,
        draft=note_draft(session.id),
        value=session.note,
        placeholder="how it went, in a line",
    )
