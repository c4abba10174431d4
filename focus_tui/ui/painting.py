"""When the screen is painted: once a key, and as soon as nothing moves any more.

Textual paints what happens to be ready, at times of its own: a screen that opens is laid out as its
parts arrive, a line that gets longer moves others, a dialog that has closed leaves the tree later.
Each of these would be a picture that nobody has the time to look at, and the last one comes late.
"""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import PurePath
from typing import Any

from textual import events
from textual.app import App
from textual.await_remove import AwaitRemove
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import AwaitMount, Widget, _RenderCache

from focus_tui.ui.widgets.drawn import once

CAUGHT_UP_S = 0.5
MOST_LAYOUTS = 4
"""One that asks for the next, which asks for the next, would never come to rest."""
ANSWERED_S = 0.05
"""So long after a key it has been answered, and the next one comes no sooner."""


class PaintedScreen(Screen[None]):
    """A screen that is arranged for its window from the start, and painted when that is done."""

    def fit(self) -> None:
        """Have the window's classes now: told of its size later, all would be styled twice."""
        width, height = self.app.size
        across = self._get_breakpoint_classes(width, self.HORIZONTAL_BREAKPOINTS or [])
        down = self._get_breakpoint_classes(height, self.VERTICAL_BREAKPOINTS or [])
        self.add_class(*across, *down, update=False)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Each part was styled when it was mounted, and is again when colours change.
        event.refresh_styles = False

    def _render_content(self) -> None:
        # Textual would draw what is seen behind a dialog as it draws text, word by word.
        stack = self.app.screen_stack
        behind = stack[stack.index(self) - 1] if self in stack[1:] else None
        if behind is None or not self.styles.background.is_transparent:
            super()._render_content()
            return
        strips = behind._compositor.render_strips(self.size)
        self._render_cache = _RenderCache(self.size, [each.discard_meta() for each in strips])
        self._dirty_regions.clear()

    def _compositor_refresh(self) -> None:
        # While all is held back Textual would paint for nobody, and once something has changed
        # behind a dialog it would paint all of both whenever something changes in either.
        if not self.app._batch_count:
            wanted = self._repaint_required
            super()._compositor_refresh()
            self._repaint_required = wanted


class PaintingApp(App[int], inherit_bindings=False):
    """An app that says itself when it is painted."""

    def __init__(self, css_path: list[str | PurePath]) -> None:
        super().__init__(css_path=css_path)
        # Each screen would have two more widgets, which stay empty.
        self._disable_notifications = self._disable_tooltips = True

    def open_screens(self) -> Iterator[Screen[Any]]:
        """Every screen and dialog that is open, those of other modes too."""
        for stack in self._screen_stacks.values():
            yield from stack

    @asynccontextmanager
    async def one_picture(self) -> AsyncIterator[None]:
        """What happens inside, and all that follows from it, is painted at the end, at once."""
        before, open_before = self.screen, {*self.open_screens()}
        with _unswept():
            with self.batch_update():
                with once():
                    yield
                    new = self.screen is not before
                    at_once = new or not self._key_waits()
                    if not new and at_once:
                        await self._all_told()
                if new and self.screen in open_before:
                    # It is shown again as a whole, before the one that goes has left the tree.
                    await caught_up(self.screen)
                elif new:
                    await self._all_told()
                    # Textual's own last step, a layout, would come after the picture.
                    await self._flush_next_callbacks()
                    await self._lay_out()
                elif at_once:
                    await self._lay_out()
            for screen in (*self._background_screens, self.screen):
                if at_once:
                    screen._on_timer_update()
                else:
                    screen.check_idle()  # who types so fast sees a picture now and then

    def _key_waits(self) -> bool:
        waiting: Iterable[Message] = self._message_queue.values
        return any(isinstance(each, events.Key) for each in waiting)

    async def _all_told(self) -> None:
        """Until the widget with the keys, and all around it, have done with what they were told."""
        screen = self.screen
        for each in screen.focused.ancestors_with_self if screen.focused else (screen,):
            if isinstance(each, Widget):
                await caught_up(each)

    async def _lay_out(self) -> None:
        """Until nothing moves any more."""
        screen = self.screen
        for _ in range(MOST_LAYOUTS):
            if not screen._layout_required:
                break
            screen._layout_required = False
            screen._refresh_layout()
            for each in screen.walk_children(Widget, with_self=True):
                if each.message_queue_size:
                    await caught_up(each)

    def _get_screen(self, screen: Screen[Any] | str) -> tuple[Screen[Any], AwaitMount]:
        # Its style sheet is there before its parts are, which are styled when they are mounted.
        if isinstance(screen, Screen):
            self._load_screen_css(screen)
        return super()._get_screen(screen)

    def delay_update(self, delay: float = 0.05) -> None:
        """Paint nothing for so many seconds; where all is held back anyway there is no need to."""
        if not self._batch_count:
            super().delay_update(delay)

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        # Of what is left when a whole screen goes nothing has moved.
        return super()._prune(*nodes, parent=None if parent is self else parent)


@contextmanager
def _unswept() -> Iterator[None]:
    """Leave what is garbage for when nobody waits: to sweep it up takes as long as to paint."""
    sweeps = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeps:
            gc.enable()


async def caught_up(target: MessagePump) -> None:
    """Until a screen has opened, or a widget has done with all it was sent."""
    done = asyncio.Event()
    target.call_later(done.set)
    with suppress(TimeoutError):  # one that is on its way out never gets there
        await asyncio.wait_for(done.wait(), CAUGHT_UP_S)
