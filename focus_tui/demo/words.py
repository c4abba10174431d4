"""What the person of the demo says."""

from focus_tui.domain.idea import IdeaState

AUDIO_TOPICS = (
    "Sampling and aliasing",
    "The spectrogram",
    "What a window does",
    "Decibels",
    "Resampling",
    "A data block for audio",
    "Batches of unequal length",
    "A first classifier",
    "Transfer from images",
    "Speech commands",
    "Urban sounds",
    "Voices: who speaks",
    "Loading as fast as images",
    "SpecAugment",
    "Mixup on spectrograms",
    "The training notebook",
    "The first lesson",
    "The second lesson",
    "Mel filters",
)
"""One a week, from the end of the course on."""
AUDIO_STEPS = ("read", "a toy example", "the notebook", "explain it", "clean up")
KAGGLE_TOPICS = ("House prices", "Leaves", "Plankton", "Bird songs", "Whale kernel")
KAGGLE_STEPS = (
    ("look at the data", "a baseline"),
    ("augment", "another seed"),
    ("a bigger model", "errors, one by one"),
    ("blend", "submit"),
    ("read the best solution", "write it up"),
)
"""A topic goes on for weeks; these are what each of them holds."""
COURSE_STEPS = ("watch", "the notebook", "questions", "another data set")
POSTS = {
    24: "Why I began",
    22: "One notebook a day",
    20: "Reading errors aloud",
    18: "Spectrograms for the eye",
    16: "Two courses at once",
    14: "A limit for the day",
    8: "After a week in bed",
    6: "What a baseline is for",
    4: "Ask in twenty minutes",
    2: "Batches of unequal length",
    0: "What a window does",
}
"""By the week in which each is to be published, counted back."""
POST_STEPS = ("Draft", "Edit", "Publish")
OCTAVE_STEPS = ("Octave: vectors", "Octave: plotting", "Octave: the exercise")

OUTLINE = """\
- Audio
  - Augmentations #tool
    - Mixup on spectrograms
    - SpecAugment, as fast as loading
    - Random resampling
    - Noise from a real room
  - Learn resampling, why it hurts
    the polyphase picture from the third chapter
    and its table of lengths
  - Teach mel filters to a friend
  - A data set of kitchen sounds
  - Which bird is that? on a phone
- Writing
  - What a window does
  - A picture for each augmentation
  - Write up the whale kernel
  - Ask three readers what they skipped
  - One page: how I plan a week
- Courses and books
  - Signals and systems #course
  - Octave for people in a hurry #course
  - The scientist's guide to sound #book
  - Linear algebra, drawn #book
- Tools for myself
  - A debugger for notebooks #tool
  - One command for a fresh kernel #tool
  - Find the cell that eats the memory #tool
  - Diff two notebooks #tool
- Someday
  - A talk at the meetup
  - A small synthesiser
  - Spanish, enough to order a coffee
"""
WEIGHTS = {
    "A debugger for notebooks #tool": (4, 180, True),
    "Teach mel filters to a friend": (3, 60, True),
    "Learn resampling, why it hurts": (4, 120, False),
    "Noise from a real room": (3, 90, False),
    "Random resampling": (2, 240, False),
    "Write up the whale kernel": (5, 240, True),
    "Ask three readers what they skipped": (4, 60, True),
    "Signals and systems #course": (3, 1200, False),
    "Diff two notebooks #tool": (2, 300, False),
}
"""Gain, minutes, and whether it is a win even if it fails."""
FRONT = (
    "A debugger for notebooks #tool",
    "Teach mel filters to a friend",
    "Write up the whale kernel",
)
BEGUN = ("A debugger for notebooks #tool", "One command for a fresh kernel #tool")
"""Ideas that sessions were on."""
STATES = {
    IdeaState.STARTED: {BEGUN[0]: 16, BEGUN[1]: 15, "Signals and systems #course": 5},
    IdeaState.RESTING: {"Octave for people in a hurry #course": 15},
    IdeaState.DONE: {"SpecAugment, as fast as loading": 8, "A picture for each augmentation": 3},
    IdeaState.DROPPED: {"Find the cell that eats the memory #tool": 5},
}
"""What became of ideas, and in which weeks, counted back."""
CAUGHT = (
    "why does librosa pad?",
    "a plugin that draws the filters",
    "answer Ana about the meetup",
)
"""Caught of late, and not looked at yet."""

OWN_MIND = ("news", "hungry", "another idea", "looked up a word", "chess", "the weather")
SOMEBODY = ("phone", "doorbell", "the neighbour", "mail", "Ana")
TANGENTS = (
    ("broken pip",),
    ("the plot's colours",),
    ("driver", "kernel headers"),
    ("how ffmpeg counts frames",),
    ("renaming everything",),
)
FOUND = (
    "the axis was the other one",
    "it pads on both sides, unless told not to",
    "a generator can be read once",
    "the loader drops the last batch",
    "the issue of March has the answer",
)
NOTES = (
    "the picture made it click",
    "half of it was waiting",
    "good: one thing only",
    "begin with the test next time",
    "too big for one session",
)
BEYOND = ("nearly there", "", "the deadline of the contest", "could not stop")
VOIDED = ("interrupted", "distracted", "wrong timer", "not needed")
WINS = (
    "Explained a spectrogram to my sister",
    "A stranger wrote that the post helped",
    "Asked a question, and had the answer in an hour",
    "Ran at six, before it was hot",
    "Somebody starred the notebook",
)
LEARNED = (
    "Write down what I expect before I run the cell.",
    "A learning rate is looked for, not guessed.",
    "Most of a good model is good data.",
    "Twice the sampling rate is what the highest tone needs.",
    "A spectrogram is many short answers in a row.",
    "Ask early: my question was in the documentation of the next function.",
    "A long window sees the pitch, a short one sees the moment.",
    "Decibels are for ears, not for networks.",
    "Validate on speakers the model has never heard.",
    "Five tired hours are three good ones.",
    "Rest is part of the plan, not what is left of it.",
    "Resampling without a filter folds what is high into what is low.",
    "Pad to the longest of the batch, not of the data.",
    "An image model hears surprisingly well.",
    "A baseline on the first day saves the third week.",
    "Masking whole bands makes it listen to the rest.",
    "Read the best solution after mine, never before.",
    "What I can't draw I haven't understood.",
    "Mixing two sounds is two labels, and that is fine.",
    "The loader was the bottleneck, not the model.",
    "One post a fortnight is enough to think twice.",
    "Mel filters are wide where ears are lazy.",
)
"""In the order in which they were learned."""
CARDS = {
    3: ("How high a tone can a sampling rate hold?", "One of half of it.", "Lesson on sampling"),
    6: ("A long window or a short one?", "Long for the pitch, short for the moment.", ""),
    8: ("On whom is a model of voices validated?", "On speakers it has never heard.", ""),
    11: ("Why filter before resampling?", "What is too high folds into what is low.", ""),
    15: ("What does SpecAugment do?", "It masks bands of tone and of time.", "SpecAugment paper"),
    21: ("Where are mel filters wide?", "High up, where ears tell little apart.", ""),
}
"""Cards made of what was learned, by its number: front, back, source."""
