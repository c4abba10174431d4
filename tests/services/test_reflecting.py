"""The review of a week: what is said and decided stays, is undone, and is kept as it was seen."""

import pytest

from focus_tui.composition import Services
from focus_tui.domain.errors import BadInput, NotFound, Refused
from focus_tui.domain.goal import Column
from focus_tui.domain.inputs import Input, Measure
from focus_tui.domain.mark import MarkKind
from focus_tui.domain.proposals import Proposal
from focus_tui.domain.reflection import HINDERED, HOW, Choice, Part, answer_id, reflection_id
from focus_tui.domain.week import Week
from focus_tui.services.reflecting import Asked
from focus_tui.services.reviewing import DRAFT, FOUND, PROPOSAL, WIN, Review
from focus_tui.services.weekpages import own_page, public_page
from tests.services.machine import HOUR, MINUTE, App, Machine
from tests.services.plans import on_goal, one, stored, work

WEEK = Week("2026-11-23")
"""The one that the machine's clock begins in, on its Monday at ten."""
SUNDAY = 6 * 24 * HOUR


def review(of: Services, week: Week = WEEK) -> Review:
    return of.reviews.of(week)


def lived(machine: Machine, app: App) -> str:
    """A week with a goal, a promise that is partly kept, and two sessions; now it is Sunday."""
    goal = app.services.goals.add("Audio")
    app.services.goals.change(goal.id, "cadence", "8 sessions")
    app.services.commitments.promise("Lesson two: 4 sessions", goal_id=goal.id)
    for _ in range(2):
        work(machine, app, on_goal(goal))
        machine.clock.run(MINUTE)
    machine.clock.run(SUNDAY)
    app.look()
    return goal.id


def test_words_to_a_thing_stay_under_an_id_that_each_device_makes(
    machine: Machine, app: App
) -> None:
    lived(machine, app)
    asked = Asked(WEEK, Part.INTENDED, "promised:a")
    assert app.services.reflecting.say(asked, "  gone to pip \n") == "Noted."
    (id,) = stored(machine, "answers")
    assert id == answer_id(WEEK, "promised:a")
    assert one(machine, "answers")["text"] == "gone to pip"
    (id,) = stored(machine, "reflections")
    assert id == reflection_id(WEEK)
    assert app.services.reflecting.say(asked, "") == "Taken back."
    assert review(app.services).text("promised:a") == ""


def test_an_undo_of_the_first_word_leaves_no_reflection(machine: Machine, app: App) -> None:
    lived(machine, app)
    app.services.reflecting.say(Asked(WEEK, Part.HOW, HOW), "slow\nbut good")
    app.services.history.undo()
    assert review(app.services).reflection is None
    assert review(app.services).text(HOW) == ""
    app.services.history.redo()
    assert review(app.services).text(HOW) == "slow\nbut good"


def test_lines_of_ones_own(machine: Machine, app: App) -> None:
    reflecting = app.services.reflecting
    reflecting.add(WEEK, Part.WON, "Gave a talk")
    reflecting.add(WEEK, Part.WON, "Slept")
    (first, second) = review(app.services).lines[Part.WON]
    reflecting.reword(first, "Gave a talk on windows")
    reflecting.delete(second)
    assert [each.text for each in review(app.services).lines[Part.WON]] == [
        "Gave a talk on windows"
    ]
    app.services.history.undo()
    assert len(review(app.services).lines[Part.WON]) == 2
    with pytest.raises(BadInput):
        reflecting.add(WEEK, Part.WON, "  ")
    with pytest.raises(BadInput):
        reflecting.add(WEEK, Part.WON, "two\nlines")
    with pytest.raises(NotFound):
        reflecting.reword(first._replace(id="gone"), "x")


def test_a_learned_line_becomes_an_idea_and_knows_it(machine: Machine, app: App) -> None:
    app.services.reflecting.add(WEEK, Part.LEARNED, "A window is a product")
    (line,) = review(app.services).lines[Part.LEARNED]
    app.services.reflecting.make_idea(line)
    (idea,) = app.services.desk.db.read().ideas.all()
    assert (idea.title, idea.in_inbox) == ("A window is a product", True)
    assert review(app.services).lines[Part.LEARNED][0].idea_id == idea.id
    app.services.history.undo()
    assert app.services.desk.db.read().ideas.all() == ()
    assert review(app.services).lines[Part.LEARNED][0].idea_id is None


def test_a_win_is_struck_and_given_back(machine: Machine, app: App) -> None:
    lived(machine, app)
    before = review(app.services)
    win = before.wins[0]
    asked = Asked(WEEK, Part.WON, WIN + win.key, win.text)
    app.services.reflecting.choose(asked, Choice.LEFT)
    assert win.text not in review(app.services).won
    app.services.reflecting.choose(asked, None)
    assert review(app.services).won == before.won


def test_what_was_found_on_the_ladder_is_offered_once(machine: Machine, app: App) -> None:
    app.services.focus.start("audio")
    app.services.ladder.climb()
    app.services.ladder.say_what(app.services.ladder.found(), "the driver was old")
    machine.run(25 * MINUTE)
    app.services.focus.finish()
    assert review(app.services).evidence.found == ("the driver was old",)
    asked = Asked(WEEK, Part.LEARNED, FOUND + "the driver was old", "the driver was old")
    app.services.reflecting.learn(asked)
    found = review(app.services)
    assert [each.text for each in found.lines[Part.LEARNED]] == ["the driver was old"]
    assert found.choice(asked.key) is Choice.TAKEN


def test_another_cadence_is_one_act_with_its_answer(machine: Machine, app: App) -> None:
    goal_id = lived(machine, app)
    machine.clock.run(7 * 24 * HOUR)
    week = WEEK.after()

    def proposed() -> list[Proposal]:
        found = review(app.services, week).proposals
        return [each for each in found if each.key == f"cadence:{goal_id}"]

    (proposal,) = proposed()
    asked = Asked(week, Part.CHANGE, PROPOSAL + proposal.key, proposal.says)
    said = app.services.reflecting.change_goal(asked, goal_id, "cadence", "2 sessions")
    assert said == "“Audio”: 2 sessions."
    goal = app.services.goals.get(goal_id)
    assert goal is not None
    assert goal.cadence == Input(2, Measure.SESSIONS)
    assert [each.text for each in review(app.services, week).decided] == [proposal.says]
    assert proposed() == []
    app.services.history.undo()
    assert (proposed(), review(app.services, week).decided) == ([proposal], ())
    with pytest.raises(NotFound):
        app.services.reflecting.change_goal(asked, "gone", "cadence", "2 sessions")


def test_a_goal_rests_or_is_let_go_with_a_reason(machine: Machine, app: App) -> None:
    goal_id = lived(machine, app)
    asked = Asked(WEEK, Part.CHANGE, f"{PROPOSAL}alone:{goal_id}", "Audio was left alone")
    app.services.reflecting.rest(asked, goal_id)
    assert [each.id for each in app.services.goals.column(Column.SOMEDAY)] == [goal_id]
    app.services.history.undo()
    with pytest.raises(BadInput):
        app.services.reflecting.let_go(asked, goal_id, " ")
    assert review(app.services).choice(asked.key) is None
    app.services.reflecting.let_go(asked, goal_id, "not mine")
    assert [each.reason for each in app.services.goals.column(Column.LET_GO)] == ["not mine"]


def test_a_draft_becomes_a_promise_of_the_week_after(machine: Machine, app: App) -> None:
    goal_id = lived(machine, app)
    draft = next(each for each in review(app.services).drafts if each.goal_id == goal_id)
    asked = Asked(WEEK, Part.NEXT, DRAFT + draft.key, draft.line)
    app.services.reflecting.promise(asked, "Audio: 3 sessions", goal_id=goal_id)
    after = review(app.services)
    (promised,) = [each.commitment for each in after.promised]
    assert (promised.text, promised.first_on, promised.goal_id) == ("Audio", "2026-11-30", goal_id)
    assert draft.key not in [each.key for each in after.drafts]
    app.services.history.undo()
    assert review(app.services).promised == ()
    assert draft in review(app.services).drafts


def test_nothing_is_promised_for_a_week_that_is_over(machine: Machine, app: App) -> None:
    lived(machine, app)
    with pytest.raises(Refused, match="16 to 22 Nov is over"):
        app.services.reflecting.promise_own(Week("2026-11-09"), "Audio: 3 sessions")
    app.services.reflecting.promise_own(Week("2026-11-16"), "Audio: 3 sessions")
    assert len(app.services.commitments.of(WEEK)) == 2


def test_levels_have_bounds(app: App) -> None:
    assert app.services.reflecting.energy(WEEK, 4) == "Energy: 4 of 5."
    assert app.services.reflecting.mood(WEEK, 2) == "Mood: 2 of 5."
    found = review(app.services).reflection
    assert found is not None
    assert (found.energy, found.mood) == (4, 2)
    with pytest.raises(BadInput):
        app.services.reflecting.energy(WEEK, 6)


def test_a_week_is_finished_from_its_last_day_on(machine: Machine, app: App) -> None:
    app.services.goals.add("Audio")
    machine.clock.run(SUNDAY - 24 * HOUR)
    with pytest.raises(Refused, match="from Sun 29 Nov on"):
        app.services.reflecting.finish(WEEK)
    machine.clock.run(24 * HOUR)
    assert app.services.reflecting.finish(WEEK) == "The week is done."


def test_what_comes_after_the_review_belongs_to_the_week_and_is_shown_apart(
    machine: Machine, app: App
) -> None:
    goal_id = lived(machine, app)
    app.services.reflecting.finish(WEEK)
    seen = review(app.services)
    assert seen.finished
    assert seen.since == ""
    goal = app.services.goals.get(goal_id)
    assert goal is not None
    work(machine, app, on_goal(goal))
    after = review(app.services)
    assert after.evidence == seen.evidence
    assert after.won == seen.won
    assert after.since == "since the review 1 session, 25 min"
    assert after.since in own_page(after).figures
    app.services.reflecting.reopen(WEEK)
    assert review(app.services).evidence.sessions == 3


def test_a_finished_review_is_the_same_in_another_process(machine: Machine, app: App) -> None:
    lived(machine, app)
    app.services.reflecting.add(WEEK, Part.WON, "Gave a talk")
    app.services.reflecting.finish(WEEK)
    assert review(machine.command()) == review(app.services)


def test_which_week_is_offered(machine: Machine, app: App) -> None:
    reviews = app.services.reviews
    assert (reviews.offered(), reviews.due("2026-11-23"), reviews.first()) == ((), None, WEEK)
    lived(machine, app)
    assert (reviews.offered(), reviews.due("2026-11-29"), reviews.first()) == ((WEEK,), WEEK, WEEK)
    app.services.reflecting.skip(WEEK)
    assert (reviews.offered(), reviews.due("2026-11-29")) == ((), None)
    app.services.reflecting.skip(WEEK)
    machine.clock.run(3 * 24 * HOUR)
    assert (reviews.offered(), reviews.due("2026-12-02"), reviews.first()) == ((WEEK,), WEEK, WEEK)
    app.services.reflecting.finish(WEEK)
    assert (reviews.offered(), reviews.first()) == ((), WEEK.after())


PRIVATE = "SECRET"


def test_nothing_private_is_on_the_public_page(machine: Machine, app: App) -> None:
    """Everything that can be typed says so, but what is on the parts that are marked."""
    services, reflecting = app.services, app.services.reflecting
    goal = services.goals.add(f"{PRIVATE} goal", why=PRIVATE)
    services.goals.change(goal.id, "cadence", "8 sessions")
    services.commitments.promise("Lesson: 4 sessions", goal_id=goal.id)
    services.focus.start(f"{PRIVATE} intent", subject=services.upcoming.of_goal(goal.id))

    services.record.say_what(services.record.interrupt(MarkKind.INTERNAL), PRIVATE)
    services.tangents.push(PRIVATE)
    services.thoughts.capture(PRIVATE)
    machine.run(25 * MINUTE)
    services.focus.finish()
    machine.clock.run(SUNDAY)
    app.look()
    promised = services.commitments.of(WEEK)[0].commitment
    for part, key in (
        (Part.INTENDED, f"promised:{promised.id}"),
        (Part.DID, "did:focus"),
        (Part.HOW, HOW),
        (Part.HOW, HINDERED),
    ):
        reflecting.say(Asked(WEEK, part, key), PRIVATE)
    for win in review(services).wins:
        reflecting.choose(Asked(WEEK, Part.WON, WIN + win.key, win.text), Choice.LEFT)
    reflecting.add(WEEK, Part.LEARNED, PRIVATE)
    reflecting.add(WEEK, Part.WON, "Gave a talk")
    reflecting.promise_own(WEEK, "Next lesson: 3 sessions")
    assert PRIVATE in str(own_page(review(services)))
    assert public_page(review(services)).sections == ()
    for part in (Part.INTENDED, Part.DID, Part.WON, Part.NEXT):
        reflecting.show(WEEK, part)
        assert PRIVATE not in str(public_page(review(services)))
    page = public_page(review(services))
    assert [(each.title, each.lines) for each in page.sections] == [
        ("Promised", ("Lesson: 1 of 4 sessions",)),
        ("Won", ("Gave a talk",)),
        ("Next week", ("Next lesson: 3 sessions",)),
    ]
    assert page.figures == ("25 min", "1 session", "1 day shown up")
    reflecting.finish(WEEK)
    assert public_page(review(services)).sections[1:] == page.sections[1:]
    for part in (Part.HOW, Part.LEARNED, Part.CHANGE):
        with pytest.raises(Refused):
            reflecting.show(WEEK, part)
