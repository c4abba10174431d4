"""Asks what an idea would bring and take."""

from focus_tui.domain.idea import Idea
from focus_tui.domain.text import quoted
from focus_tui.domain.whatnext import weight_of
from focus_tui.domain.worth import in_words
from focus_tui.ui.dialogs.line import LineDialog
from focus_tui.ui.host import Host


def weigh(host: Host, idea: Idea) -> LineDialog:
    """A line with what it has now."""
    return LineDialog(
        f"What would {quoted(idea.title)} bring, and take?",
        lambda line: host.say(host.services.weighing.weigh(idea.id, line)),
        drafts=host.services.drafts,
        draft=f"idea-{idea.id}-weight",
        value=in_words(weight_of(idea)),
        placeholder="4 2h win   gain 1 to 5, hours, win if failing wins too",
    )
