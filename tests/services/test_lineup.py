"""Today's line-up, and what the next session is on."""

import json

import pytest

from focus_tui.domain.errors import NotFound, Refused
from focus_tui.domain.goal import Column
from focus_tui.domain.subject import Subject
from focus_tui.services.lineup import LineUp
from tests.services.machine import HOUR, MINUTE, PLAN, App, Machine, running
from tests.services.plans import on_goal, on_promise, one, stored, work, worked
from tests.support.controls import WORST

DAY = 24 * HOUR


@pytest.fixture
def lineup(app: App) -> LineUp:
    return app.services.lineup


def coming(app: App) -> list[str]:
    return [each.subject.intent for each in app.services.lineup.coming()]


def goals(app: App, *titles: str) -> list[Subject]:
    return [on_goal(app.services.goals.add(title, Column.SOMEDAY)) for title in titles]


def lined_up(app: App, *titles: str) -> list[Subject]:
    subjects = goals(app, *titles)
    for each in subjects:
        app.services.lineup.add(each)
    return subjects


def test_a_place_as_the_file_holds_it(machine: Machine, app: App, lineup: LineUp) -> None:
    promise = app.services.commitments.promise("Filters: 3 sessions", goal_id="g", idea_id=None)
    assert lineup.add(on_promise(promise)) == "Lined up: “Filters”, 1 of 6."
    document = one(machine, "lineup")
    assert document.pop("rank")
    assert {name: document.pop(name) for name in ("created_at", "updated_at", "device")}
    assert document == {
        "on": "2026-11-23",
        "goal_id": "g",
        "commitment_id": promise.id,
        "idea_id": None,
        "taken_at": None,
        "deleted_at": None,
    }
    assert app.services.history.undo() == "Undone: line up “Filters”."
    assert coming(app) == []
    app.services.history.redo()
    assert coming(app) == ["Filters"]


def test_goals_promises_and_ideas_can_be_lined_up(app: App, lineup: LineUp) -> None:
    (goal,) = goals(app, "Audio")
    promise = app.services.commitments.promise("Filters")
    (idea,) = app.services.thoughts.capture("why does it pad?")
    for subject in (goal, on_promise(promise), Subject(idea.title, idea_id=idea.id)):
        lineup.add(subject)
    assert coming(app) == ["Audio", "Filters", "why does it pad?"]
    app.services.thoughts.edit(idea.id, "why it pads")
    assert coming(app)[-1] == "why it pads"
    app.services.backlog.delete([idea.id])
    assert coming(app) == ["Audio", "Filters"]


def test_six_are_a_day(machine: Machine, app: App, lineup: LineUp) -> None:
    (audio,) = goals(app, "Audio")
    said = [lineup.add(audio) for _ in range(6)]
    assert said[-1] == "Lined up: “Audio”, 6 of 6."
    before = machine.data.read_bytes()
    with pytest.raises(Refused, match="6 sessions are lined up"):
        lineup.add(audio)
    assert machine.data.read_bytes() == before
    lineup.remove(lineup.coming()[0].entry.id)
    assert lineup.add(audio) == "Lined up: “Audio”, 6 of 6."


def test_what_is_gone_takes_no_place(app: App, lineup: LineUp) -> None:
    subjects = lined_up(app, *"abcdef")
    for each in subjects[:3]:
        app.services.goals.delete(each.goal_id or "")
    assert coming(app) == ["d", "e", "f"]
    assert lineup.add(subjects[3]) == "Lined up: “d”, 4 of 6."
    lineup.carry(lineup.coming()[3].entry.id, -3)
    assert coming(app) == ["d", "d", "e", "f"]
    lineup.carry(lineup.coming()[2].entry.id, -1)
    assert coming(app) == ["d", "e", "d", "f"]


@pytest.mark.parametrize(
    "subject", [Subject(), Subject("words"), Subject("gone", goal_id="0" * 32)]
)
def test_words_alone_are_not_lined_up(machine: Machine, lineup: LineUp, subject: Subject) -> None:
    with pytest.raises(Refused, match="choose one"):
        lineup.add(subject)
    assert not machine.data.exists()


def test_it_is_carried_about(app: App, lineup: LineUp) -> None:
    lined_up(app, *"abc")
    ids = [each.entry.id for each in lineup.coming()]
    lineup.carry(ids[2], -2)
    assert coming(app) == ["c", "a", "b"]
    assert app.services.history.undo() == "Undone: move in the line-up."
    assert coming(app) == ["a", "b", "c"]
    app.services.history.redo()
    for id, by in ((ids[2], -1), (ids[1], 1), ("0" * 32, 1)):
        lineup.carry(id, by)
    assert coming(app) == ["c", "a", "b"]
    assert app.services.history.undo() == "Undone: move in the line-up."
    assert coming(app) == ["a", "b", "c"]


def test_equal_and_nonsense_ranks_still_move(machine: Machine, app: App, lineup: LineUp) -> None:
    (audio, *_) = lined_up(app, *"abc")
    data = json.loads(machine.data.read_text(encoding="utf-8"))
    for id, rank in zip(sorted(data["lineup"]), ("V", "V", "é"), strict=True):
        data["lineup"][id]["rank"] = rank
    machine.data.write_text(json.dumps(data), encoding="utf-8")
    assert lineup.add(audio) == "Lined up: “a”, 4 of 6."
    assert coming(app) == ["a", "b", "c", "a"]
    lineup.carry(lineup.coming()[3].entry.id, -2)
    assert coming(app) == ["a", "a", "b", "c"]


def test_one_is_taken_out_and_comes_back(app: App, lineup: LineUp) -> None:
    lined_up(app, *"ab")
    assert lineup.remove(lineup.coming()[0].entry.id) == "Taken out of the line-up."
    assert coming(app) == ["b"]
    assert app.services.history.undo() == "Undone: take a session out of the line-up."
    assert coming(app) == ["a", "b"]
    lineup.remove("0" * 32)
    assert coming(app) == ["a", "b"]


def test_the_next_session_takes_the_first(machine: Machine, app: App) -> None:
    first, _ = lined_up(app, *"ab")
    assert app.services.focus.toggle() == "Started: 25 min on a."
    assert Subject.of(running(app.services)) == first
    assert coming(app) == ["b"]
    taken = [each for each in stored(machine, "lineup").values() if each["taken_at"]]
    assert [each["taken_at"] for each in taken] == ["2026-11-23T09:00:00.000Z"]
    assert app.services.history.undo().startswith("Undone: start “a”.")
    assert coming(app) == ["a", "b"]
    assert app.services.desk.present().interval is None


def test_started_by_name_its_own_place_is_taken(app: App) -> None:
    _, second = lined_up(app, *"ab")
    app.services.focus.start("other words", subject=second)
    assert coming(app) == ["a"]
    app.services.history.undo()
    assert coming(app) == ["a", "b"]
    app.services.focus.start("just this")
    assert coming(app) == ["a", "b"]


def test_of_two_places_for_one_goal_the_first_is_taken(app: App, lineup: LineUp) -> None:
    (audio,) = goals(app, "a")
    lineup.add(audio)
    lineup.add(audio)
    app.services.focus.start(subject=audio)
    assert coming(app) == ["a"]


def test_a_promise_is_taken_by_its_own_sessions_alone(app: App, lineup: LineUp) -> None:
    goal = app.services.goals.add("Audio")
    promise = app.services.commitments.promise("Filters: 3 days", goal_id=goal.id)
    lineup.add(on_promise(promise))
    app.services.focus.start(subject=on_goal(goal))
    assert coming(app) == ["Filters"]
    app.services.focus.void()
    app.services.focus.start(subject=on_promise(promise))
    assert coming(app) == []


def test_what_is_left_is_gone_with_the_day(machine: Machine, app: App) -> None:
    lined_up(app, *"ab")
    machine.kill(app)
    machine.clock.reboot(17 * HOUR)
    night = machine.app()
    assert coming(night) == ["a", "b"], "at three the day is not over"
    machine.kill(night)
    machine.clock.reboot(2 * HOUR)
    morning = machine.app()
    assert coming(morning) == []
    assert morning.services.upcoming.subject() == Subject()
    assert morning.services.focus.toggle() == "Started: 25 min."


def test_after_a_month_a_line_up_is_forgotten(machine: Machine, app: App) -> None:
    (audio, _) = lined_up(app, *"ab")
    app.services.focus.toggle()
    app.services.focus.void()
    for days, held in ((31, 3), (1, 2)):
        machine.kill(app)
        machine.clock.reboot(days * DAY)
        app = machine.app()
        app.services.lineup.add(audio)
        assert len(stored(machine, "lineup")) == held
    app.services.history.undo()
    assert len([each for each in stored(machine, "lineup").values() if not each["deleted_at"]]) == 3


def test_another_processes_start_takes_it_too(machine: Machine, app: App) -> None:
    first, *_ = lined_up(app, *"ab")
    command = machine.command()
    assert command.focus.start() == "Started: 25 min on a."
    assert coming(app) == ["b"]
    assert Subject.of(running(app.services)) == first


# What comes next: what was chosen, the line-up, what was worked on.


def test_nothing_is_known_of_the_next_session(app: App) -> None:
    assert app.services.upcoming.subject() == Subject()


def test_the_order_of_what_comes_next(machine: Machine, app: App) -> None:
    upcoming, focus = app.services.upcoming, app.services.focus
    lined, chosen = goals(app, "lined up", "chosen")
    focus.start("worked on", subject=goals(app, "before")[0])
    machine.run(PLAN)
    focus.next()
    assert upcoming.subject().intent == "worked on"
    app.services.lineup.add(lined)
    assert upcoming.subject() == lined
    upcoming.choose(chosen)
    assert upcoming.subject() == chosen
    assert machine.command().upcoming.subject() == chosen, "it outlives the process"
    focus.next()
    assert Subject.of(running(app.services)) == chosen
    assert coming(app) == ["lined up"]
    assert upcoming.subject() == lined


def test_a_choice_that_was_begun_is_none_any_more(machine: Machine, app: App) -> None:
    (chosen,) = goals(app, "chosen")
    upcoming = app.services.upcoming
    upcoming.choose(chosen)
    work(machine, app, upcoming.subject())
    assert upcoming.chosen() == Subject()
    assert worked(app.services)[-1].goal_id == chosen.goal_id
    app.services.focus.set_intent("  typed ")
    app.services.focus.start()
    assert upcoming.chosen() == Subject()
    app.services.history.undo()
    assert upcoming.chosen() == Subject("typed"), "a word that was typed is not lost"
    app.services.history.redo()


def test_a_start_that_is_undone_leaves_a_choice_made_since(app: App) -> None:
    (chosen,) = goals(app, "chosen")
    app.services.focus.start("typed")
    app.services.upcoming.choose(chosen)
    app.services.history.undo()
    assert app.services.upcoming.chosen() == chosen


def test_a_start_that_is_undone_leaves_the_choice_to_the_line_up(app: App) -> None:
    (lined,) = lined_up(app, "lined up")
    app.services.focus.toggle()
    app.services.history.undo()
    assert app.services.upcoming.chosen() == Subject()
    assert app.services.upcoming.subject() == lined


def test_working_on_says_what_for(machine: Machine, app: App) -> None:
    audio, other = goals(app, "Audio", "Kaggle")
    upcoming = app.services.upcoming
    assert upcoming.work_on(audio) == "Next: “Audio”."
    assert upcoming.subject() == audio
    app.services.focus.start()
    assert upcoming.work_on(other) == "Working on: “Kaggle”."
    found = running(app.services)
    assert (found.intent, found.goal_id) == ("Audio", other.goal_id), "the words stay"
    machine.run(MINUTE)
    assert app.services.history.undo() == "Undone: work on “Kaggle”."
    assert running(app.services).goal_id == audio.goal_id
    assert running(app.services).main_ms == MINUTE
    assert upcoming.work_on(Subject()) == "Working on: no goal."
    assert running(app.services).goal_id is None
    machine.run(PLAN)
    app.services.focus.next()
    assert upcoming.work_on(other) == "Next: “Kaggle”."
    app.services.focus.next()
    assert worked(app.services)[-1].goal_id is None
    assert running(app.services).goal_id == other.goal_id


def test_subjects_of_what_is_gone(app: App) -> None:
    with pytest.raises(NotFound):
        app.services.upcoming.of_goal("0" * 32)
    with pytest.raises(NotFound):
        app.services.upcoming.of_commitment("0" * 32)


def test_odd_text_is_named_harmlessly(app: App, lineup: LineUp) -> None:
    (odd,) = goals(app, WORST)
    assert lineup.add(odd).isprintable()
    assert app.services.upcoming.work_on(odd).isprintable()
    app.services.upcoming.choose(Subject())
    app.services.focus.toggle()
    assert running(app.services).intent == WORST
    assert app.services.history.undo().isprintable()
