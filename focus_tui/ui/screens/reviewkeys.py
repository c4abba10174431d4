"""What the keys of the review do to the thing under the cursor, or to the week.

Dialogs are imported when they are opened.
"""

from typing import TYPE_CHECKING

from focus_tui.domain.inputs import in_words
from focus_tui.domain.proposals import FewerGoals, KeepRestLetGo, Proposal, Recadence, Resize
from focus_tui.domain.reflection import HINDERED, HOW, SHORT, SHOWABLE, Choice, Part
from focus_tui.domain.week import Week
from focus_tui.services.reflecting import Reflecting
from focus_tui.services.reviewing import FOUND, WIN, Review
from focus_tui.ui.items import PROMISE
from focus_tui.ui.screens.itemkeys import ItemScreen
from focus_tui.ui.screens.reviewrows import AGED, ENERGY, MOOD, ReviewRows, Thing

if TYPE_CHECKING:
    from focus_tui.ui.dialogs.reviewflows import ReviewFlows

OWN = frozenset({Part.WON, Part.LEARNED, Part.NEXT})
"""The parts with lines of the person's own."""


class ReviewKeys(ItemScreen):
    """Subclasses say which week and which part are looked at, and where the cursor is."""

    week: Week
    part: Part
    rows: ReviewRows
    review: Review | None = None
    """None where no review is in sight."""

    @property
    def thing(self) -> Thing | None:
        """What is under the cursor."""
        return self.rows.things.get(self.at) if self.review else None

    @property
    def reflecting(self) -> Reflecting:
        """The acts."""
        return self.host.services.reflecting

    @property
    def flows(self) -> "ReviewFlows":
        """The dialogs."""
        from focus_tui.ui.dialogs.reviewflows import ReviewFlows

        return ReviewFlows(self.app, self.week, self.part)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Those that are asked."""
        short = self.review and self.review.reflection and self.review.reflection.short
        return SHORT if short else tuple(Part)

    @property
    def reviewing(self) -> bool:
        """Whether a review is in sight that is not finished."""
        return self.review is not None and not self.review.finished

    def _reviewing(self) -> bool:
        return self.reviewing

    def _never(self) -> bool:
        return False

    can_list_begin = can_list_lineup = can_list_done = _never
    can_list_promise = can_list_promise_next = _never
    can_review_short = can_review_skip = _reviewing

    # The thing under the cursor.

    def can_list_open(self) -> bool:
        """Something can be said to it."""
        return self.reviewing and self.thing is not None

    def can_list_edit(self) -> bool:
        """It is the person's own."""
        found = self.thing
        return self.reviewing and bool(found and (found.own or found.promise_id))

    can_list_delete = can_list_edit

    def do_list_open(self) -> None:
        """Say something to it; take what is only taken or left."""
        found, review = self.thing, self.review
        if found is None or review is None:
            return
        if found.own or found.promise_id:
            self.do_list_edit()
        elif found.key in (ENERGY, MOOD):
            reflection = review.reflection
            level = reflection and (reflection.energy if found.key == ENERGY else reflection.mood)
            self.flows.level(found, level or 0)
        elif found.key == HOW:
            self.flows.how(found, review.text(HOW))
        elif found.key == AGED:
            self.host.perform("aged")
        elif found.choosable:
            self._turn(found, review)
        else:
            words = review.evidence.interrupted.words if found.key == HINDERED else ()
            offers = tuple(each.words for each in words[:5])
            self.flows.word(found, review.text(found.key), offers)

    def _turn(self, found: Thing, review: Review) -> None:
        """Take it, or leave what is taken: found wins are, until they are struck."""
        struck = review.choice(found.key) is Choice.LEFT
        if found.key.startswith(WIN) and not struck:
            self.do_review_leave()
        else:
            self.do_review_take()

    def do_list_edit(self) -> None:
        """In other words."""
        found = self.thing
        if found and found.promise_id:
            self.things.edit(PROMISE + found.promise_id)
        elif found:
            self.flows.reword(found)

    def do_list_delete(self) -> None:
        """Take it away."""
        found = self.thing
        if found and found.promise_id:
            self.things.delete(PROMISE + found.promise_id)
        elif found and found.own:
            self.host.say(self.reflecting.delete(found.own))

    def can_review_take(self) -> bool:
        """It can be taken and is not."""
        found, review = self.thing, self.review
        if not self.reviewing or found is None or review is None or not found.choosable:
            return False
        choice = review.choice(found.key)
        if found.key.startswith(WIN):
            return choice is Choice.LEFT
        return choice is not Choice.TAKEN

    def can_review_leave(self) -> bool:
        """It can be left and is not."""
        found, review = self.thing, self.review
        if not self.reviewing or found is None or review is None or not found.choosable:
            return False
        return review.choice(found.key) is not Choice.LEFT

    def do_review_take(self) -> None:
        """Do what it says."""
        found = self.thing
        if found is None:
            return
        if found.draft:
            self.flows.promise(found)
        elif found.proposal:
            self._take(found, found.proposal)
        elif found.key.startswith(FOUND):
            self.host.say(self.reflecting.learn(self.flows.asked(found)))
        else:
            self.reflecting.choose(self.flows.asked(found), None)

    def _take(self, found: Thing, proposal: Proposal) -> None:
        """What a proposal changes, or the question that it asks."""
        change, asked, reflecting = proposal.change, self.flows.asked(found), self.reflecting
        services = self.host.services
        if isinstance(change, Recadence):
            said = reflecting.change_goal(asked, change.goal_id, "cadence", in_words(change.to))
            self.host.say(said)
        elif isinstance(change, Resize):
            self.flows.resize(found, change)
        elif isinstance(change, KeepRestLetGo) and (goal := services.goals.get(change.goal_id)):
            self.flows.keep_goal(found, goal)
        elif isinstance(change, FewerGoals):
            self.flows.fewer(found, change.goal_ids)
        else:
            reflecting.choose(asked, Choice.TAKEN)

    def do_review_leave(self) -> None:
        """Let it be."""
        if found := self.thing:
            self.reflecting.choose(self.flows.asked(found), Choice.LEFT)

    # Lines of the person's own.

    def can_review_new(self) -> bool:
        """The part has some."""
        return self.reviewing and self.part in OWN

    def do_review_new(self) -> None:
        """One more."""
        self.flows.new()

    def can_review_idea(self) -> bool:
        """A learned line is under the cursor, which is no idea yet."""
        found = self.thing
        learned = self.reviewing and self.part is Part.LEARNED
        return bool(learned and found and found.own and not found.own.idea_id)

    def do_review_idea(self) -> None:
        """Into the inbox."""
        if (found := self.thing) and found.own:
            self.host.say(self.reflecting.make_idea(found.own))

    def can_review_card(self) -> bool:
        """A learned line is under the cursor."""
        learned = self.reviewing and self.part is Part.LEARNED
        return bool(learned and self.thing and self.thing.own)

    def do_review_card(self) -> None:
        """A question and its answer."""
        from focus_tui.ui.dialogs.learned import new_card

        if (found := self.thing) and found.own:
            new_card(self.app, found.own.text, self.week.named(), found.own.id)

    # The week.

    def can_review_show(self) -> bool:
        """The part may be shown to others at all."""
        return self.reviewing and self.part in SHOWABLE

    def do_review_show(self) -> None:
        """To others, or not."""
        self.host.say(self.reflecting.show(self.week, self.part))

    def do_review_short(self) -> None:
        """Only what matters most, or all."""
        self.host.say(self.reflecting.shorten(self.week))

    def do_review_skip(self) -> None:
        """This week needs none."""
        self.host.say(self.reflecting.skip(self.week))

    def can_review_finish(self) -> bool:
        """It is not finished, and the last day has come."""
        return self.reviewing and bool(self.review and self.review.ended)

    def can_review_resume(self) -> bool:
        """It is finished."""
        return self.review is not None and self.review.finished

    def do_review_resume(self) -> None:
        """Go on."""
        self.host.say(self.reflecting.reopen(self.week))
