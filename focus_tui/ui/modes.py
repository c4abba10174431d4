"""The screens by the name of their mode; all but the first are imported when they are gone to."""

from collections.abc import Callable, Mapping

from focus_tui.ui.screens.frame import FrameScreen
from focus_tui.ui.screens.today import TodayScreen


def _goals() -> FrameScreen:
    """The goals, built when they are first asked for: the first screen does not wait for them."""
    from focus_tui.ui.screens.goals import GoalsScreen

    return GoalsScreen()


def _ideas() -> FrameScreen:
    """The ideas, in the same way."""
    from focus_tui.ui.screens.ideas import IdeasScreen

    return IdeasScreen()


def _reflect() -> FrameScreen:
    """The review of the week, in the same way."""
    from focus_tui.ui.screens.reflect import ReflectScreen

    return ReflectScreen()


def _log() -> FrameScreen:
    """The log, in the same way."""
    from focus_tui.ui.screens.log import LogScreen

    return LogScreen()


def _insights() -> FrameScreen:
    """The insights, in the same way."""
    from focus_tui.ui.screens.insights import InsightsScreen

    return InsightsScreen()


MODES: Mapping[str, Callable[[], FrameScreen]] = {
    "today": TodayScreen,
    "goals": _goals,
    "ideas": _ideas,
    "reflect": _reflect,
    "log": _log,
    "insights": _insights,
}
