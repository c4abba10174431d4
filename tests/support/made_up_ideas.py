"""The made-up weeks with a backlog: an outline, a front, weights, a few that were caught."""

from pathlib import Path

from focus_tui.composition import Services
from focus_tui.domain.idea import IdeaState
from focus_tui.formats import outline
from tests.support.clock import FakeClock
from tests.support.made_up import run
from tests.support.made_up_weeks import weeks

OUTLINE = """\
- Audio
  - Augmentations #tool
    - Mixup on spectrograms
    - SpecAugment, as fast as loading
    - Random resampling
  - Learn resampling, why it hurts
    the polyphase picture from the third chapter
    and its table of lengths
  - Teach mel filters to a friend
- Writing
  - What a window does
  - Write up the whale kernel
  - Ask three readers what they skipped
- Courses and books
  - Signals and systems #course
  - Octave for people in a hurry #course
  - The scientist's guide #book
- Tools for myself
  - A debugger for notebooks #tool
  - One command for a fresh kernel #tool
"""
WEIGHTS = {
    "A debugger for notebooks #tool": "4 3h win",
    "Learn resampling, why it hurts": "4 2h",
    "Teach mel filters to a friend": "3 1h win",
    "Random resampling": "2 4h",
    "Signals and systems #course": "3 20h",
}
FRONT = ("A debugger for notebooks #tool", "Teach mel filters to a friend")
STATES = {
    "Signals and systems #course": IdeaState.STARTED,
    "Octave for people in a hurry #course": IdeaState.RESTING,
    "What a window does": IdeaState.DONE,
}
CAUGHT = ("why does librosa pad?", "a plugin that draws the filters")


def backlog(folder: Path) -> tuple[Services, FakeClock]:
    """Wednesday morning, with ideas."""
    made, clock = weeks(folder)
    clock.run(60_000)  # what is written in one moment stands in the order of chance
    made.backlog.sow(outline.read(OUTLINE), None)
    ids = {each.title: each.id for each in made.desk.db.read().ideas.all()}
    for title, line in WEIGHTS.items():
        made.weighing.weigh(ids[title], line)
    for title, state in STATES.items():
        made.choosing.set_state([ids[title]], state)
    for title in FRONT:
        made.choosing.to_front(ids[title])
    made.focus.start("Mel filters, part 5")
    run(made, clock, 3)
    made.thoughts.capture(*CAUGHT)
    return made, clock
