"""One machine with its clocks, its home and one data file; apps and commands come and go on it."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from focus_tui.composition import Services, services
from focus_tui.domain.interval import Interval
from focus_tui.domain.session import Session
from focus_tui.domain.spans import Span, Spans, What
from focus_tui.services.keeper import Event
from tests.support.clock import FakeClock

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
PLAN = 25 * MINUTE


@dataclass
class Machine:
    data: Path
    clock: FakeClock = field(default_factory=FakeClock)
    zone: str = "Europe/Paris"
    apps: list["App"] = field(default_factory=list)

    def settings(self, toml: str) -> None:
        folder = Path(os.environ["XDG_CONFIG_HOME"], "focus-loop")
        folder.mkdir()
        (folder / "config.toml").write_text(toml, encoding="utf-8")

    def state(self) -> Path:
        """The folder of what belongs to this machine."""
        return Path(os.environ["XDG_STATE_HOME"], "focus-loop")

    def services(self) -> Services:
        """A process that has looked at nothing yet."""
        return services(self.data, clock=self.clock, zone=lambda: self.zone)

    def command(self) -> Services:
        """A process that acts once and is gone."""
        made = self.services()
        made.desk.watch.glance()
        return made

    def app(self) -> "App":
        """A process that stays; it has looked at the clock."""
        app = App(self.services())
        app.look()
        self.apps.append(app)
        return app

    def run(self, ms: int, step: int = 5 * SECOND) -> None:
        """So much time passes awake, and every open app looks at the clock now and then."""
        while ms > 0:
            self.clock.run(min(step, ms))
            ms -= step
            for app in self.apps:
                app.look()

    def kill(self, app: "App") -> None:
        """The process is gone without a word; the system takes its lock away."""
        self.apps.remove(app)
        app.services.desk.watch.end()

    def quit(self, app: "App") -> Interval | None:
        self.apps.remove(app)
        return app.services.keeper.leave()


class App:
    def __init__(self, made: Services) -> None:
        self.services = made
        self.events: list[Event] = []
        made.keeper.on_event = self.events.append

    def look(self) -> None:
        self.services.keeper.tick()


def running(of: Services) -> Interval:
    """What runs; something does."""
    interval = of.desk.present().interval
    assert interval is not None
    return interval


def closed(of: Services) -> tuple[Session, ...]:
    """All sessions in the data, in order of time."""
    return of.desk.db.read().sessions.all()


def last(of: Services) -> Session:
    """The session that closed last."""
    return closed(of)[-1]


def account(*stretches: tuple[What, int]) -> Spans:
    return tuple(Span(what, ms) for what, ms in stretches)
