"""`focus doctor`: where things are, what works and what does not, a line each."""

import asyncio
import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from focus_tui import __version__, places
from focus_tui.cli import output
from focus_tui.cli.opening import opened
from focus_tui.cli.parsing import Parser
from focus_tui.cli.verbs import Verb
from focus_tui.cli.waiting import to_terminal
from focus_tui.composition import Services, notifier
from focus_tui.domain.durations import plural, size, spoken
from focus_tui.domain.errors import FocusError
from focus_tui.notify.channel import Status
from focus_tui.notify.message import Message
from focus_tui.services.system import local_zone
from focus_tui.store import live
from focus_tui.store.backups import Backups
from focus_tui.store.journal import Journal
from focus_tui.store.views import Records

TRIED = Message("focus doctor", "If you can read this, notifications reach you here.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the answer."""

    about: str
    says: str
    wrong: bool = False


def run(verb: Verb, words: list[str], data_file: str) -> int:
    """Look at everything and say what was found; 1 when something is wrong."""
    Parser(verb).read(words)
    any_wrong = False
    with opened(data_file) as services:
        for each in _findings(services):
            any_wrong = any_wrong or each.wrong
            output.data(f"{'wrong' if each.wrong else 'ok':6} {each.about:9} {each.says}")
            output.flush()  # trying the channels may take its time
    return int(any_wrong)


def _findings(services: Services) -> Iterator[Finding]:
    desk = services.desk
    yield Finding("focus", f"{__version__}, Python {platform.python_version()}, {_textual()}")
    yield from _settings(services)
    yield from _data(services)
    yield from _backups(services)
    yield _lock(services)
    yield _journal(desk.db.path)
    yield _live_file(desk.db.path)
    yield Finding("watch", "held by an open app" if desk.watch.watched else "free: no app is open")
    yield _zone(services)
    yield _screen()
    yield from _reached(services)


def _textual() -> str:
    try:
        return f"Textual {metadata.version('textual')}"
    except metadata.PackageNotFoundError:
        return "Textual is missing"


def _settings(services: Services) -> Iterator[Finding]:
    file = places.config_file()
    there = "" if os.path.exists(file) else ", which is not there: all have their defaults"
    yield Finding("settings", f"{file}{there}")
    for problem in services.preferences.problems:
        yield Finding("settings", problem, wrong=True)


def _data(services: Services) -> Iterator[Finding]:
    db = services.desk.db
    archives: list[Finding] = []
    try:
        view = db.read()
        sessions, marks = _ids(view)
        for year, archive in sorted(db.archives().items()):
            try:
                more = _ids(db.year(year))
                archives.append(Finding("data", f"{archive}: {_counts(*more)}"))
                sessions, marks = sessions | more[0], marks | more[1]
            except FocusError as error:
                archives.append(Finding("data", str(error), wrong=True))
        counts = [
            _counts(sessions, marks),
            plural(len(view.ideas.all()), "thought"),
            plural(len(view.calendar.all()), "calendar rule"),
            f"{len(view.timer.all())} running",
        ]
    except FocusError as error:
        yield Finding("data", str(error), wrong=True)
        return
    if not db.path.exists():
        yield Finding("data", f"{db.path}, which the first act makes")
        return
    found = db.path.stat()
    yield Finding("data", f"{db.path}: {size(found.st_size)}, {', '.join(counts)}")
    if stat.S_IMODE(found.st_mode) & 0o077:
        yield Finding("data", f"others can read it: chmod 600 {db.path}", wrong=True)
    yield from archives


def _backups(services: Services) -> Iterator[Finding]:
    db = services.desk.db
    copies = services.copies.all()
    for each in copies:
        if not each.good:
            yield Finding("backup", each.holds, wrong=True)
    newest = next((each for each in copies if each.good), None)
    if newest is None:
        yield Finding(
            "backup", f"none yet in {db.backups.folder}: the first change of a day makes one"
        )
    else:
        good = plural(sum(each.good for each in copies), "good backup")
        about = f"{good}, the newest of {newest.when} ({newest.holds})"
        yield Finding("backup", f"{db.backups.folder}: {about}")
    with suppress(FocusError):  # which was said of the data
        for archive in db.archives().values():
            for backup in Backups(archive, lambda trouble: None).all():
                if not backup.whole:
                    damaged = f"{backup.path} was damaged since it was made: delete it"
                    yield Finding("backup", damaged, wrong=True)


def _ids(records: Records) -> tuple[set[str], set[str]]:
    """Sessions and marks; each document is read, so that a damaged one is found."""
    return {each.id for each in records.sessions.all()}, {each.id for each in records.marks.all()}


def _counts(sessions: set[str], marks: set[str]) -> str:
    return (
        f"{plural(len(sessions), 'session or break', 'sessions and breaks')}, "
        f"{plural(len(marks), 'mark')}"
    )


def _lock(services: Services) -> Finding:
    db = services.desk.db
    if not db.path.parent.exists():
        return Finding("lock", "made with the data")
    try:
        db.check()
    except FocusError as error:
        return Finding("lock", str(error), wrong=True)
    return Finding("lock", "free: the data can be written")


def _journal(data: Path) -> Finding:
    file = Path(places.state_file("journal", str(data), ".jsonl"))
    troubles: list[str] = []
    history = Journal(file, troubles.append).history()
    if troubles:
        return Finding("undo", " ".join(troubles), wrong=True)
    return Finding("undo", f"{file}: {plural(history.live, 'act')} can be undone")


def _live_file(data: Path) -> Finding:
    file = places.state_file("live", str(data))
    if not os.path.exists(file):
        return Finding("live", f"{file}, which the first act makes")
    if live.read(file) is None:
        return Finding("live", f"{file} can't be read; it is made anew by the next act", wrong=True)
    return Finding("live", file)


def _zone(services: Services) -> Finding:
    try:
        present = services.desk.present()
    except FocusError:
        return Finding("day", f"not known without the data; the zone is {local_zone()}", wrong=True)
    left = spoken(present.day_ends_ms - present.reading.wall_ms)
    return Finding("day", f"{present.day.on} in {present.zone}, over in {left}")


def _screen() -> Finding:
    columns, lines = shutil.get_terminal_size()
    size = f"{columns} columns, {lines} lines" if sys.stdout.isatty() else "output goes elsewhere"
    colour = ", no colour (NO_COLOR)" if os.environ.get("NO_COLOR") else ""
    name = os.environ.get("TERM") or "TERM is not set"
    return Finding("screen", f"{name}, {size}, {sys.stdout.encoding}{colour}")


def _reached(services: Services) -> Iterator[Finding]:
    """Every way to the person, tried even in quiet hours: whoever asks wants to know."""
    ways = notifier(services, write=to_terminal, env=os.environ)
    results = asyncio.run(ways.try_each(TRIED))
    reached = any(each.status is Status.DELIVERED for each in results)
    for each in results:
        yield Finding(each.channel, f"{each.status}: {each.detail}", wrong=not reached)
    if not results:
        yield Finding("channels", "none is set: only the app itself tells you")
    sound = asyncio.run(ways.try_sound())
    if sound is None:
        yield Finding("sound", "none is set")
    else:
        failed = sound.status in (Status.FAILED, Status.HUNG)
        yield Finding("sound", f"{sound.status}: {sound.detail}", wrong=failed)
    yield Finding("quiet", _quiet(services.preferences.settings.notify.quiet, now=ways.quiet()))


def _quiet(hours: str, *, now: bool) -> str:
    if not hours:
        return "no hours are set"
    return f"{hours}, now: only the app itself tells you" if now else f"{hours}, not now"
