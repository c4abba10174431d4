"""What the person of the made-up decade types: several scripts, and now and then hostile text."""

from random import Random

SUBJECTS = (
    "Mel filters",
    "the DSP guide, chapter 3",
    "phase vocoder",
    "attention from scratch",
    "conjugaison du subjonctif",
    "Übungsblatt zur Faltung",
    "ласкаво просимо, урок 4",
    "η μετασχηματισμένη Fourier",
    "עברית: פעלים",
    "قراءة عن الشبكات العصبية",
    "傅里叶变换笔记",
    "日本語の助詞",
    "한국어 발음 연습",
    "स्वर और व्यंजन",
    "ภาษาไทย ๑๐ คำ",
    "🎧 room acoustics",
    "👩‍🔬 read the paper again",
    "Cafe\u0301 résumé naïve",
    "backprop by hand",
    "eigenvectors until they bore me",
)
VERBS = ("", "read ", "rework ", "notes on ", "exercises: ", "debug ", "explain ", "why ")
HOSTILE = (
    "fix [/foo] route",
    "[red]not red[/] [@click=app.quit]x[/]",
    "--wait",
    "$(reboot) `reboot` ; reboot",
    "\x1b]0;title\x07\x1b[2J",
    "\u202egnp.exe",
    "%s %n {0} ${HOME}",
    "a\tb\tc",
    "<b>x</b> & a < b",
    "C:\\new\\tab \\x41",
    "z\u0335\u0321\u0353a\u0336\u034elgo\u0334\u033b",
    "\u200bzero\u2060width\u200d",
    "a" * 300 + " without a place to break",
    "a line that goes on " * 40,
)
NOTES = (
    "mail",
    "the window function took a while",
    "good",
    "müde",
    "電話",
    "doorbell",
    "шум",
    "📱",
)
HOSTILE_ONCE_IN = 50


def line(random: Random) -> str:
    """One line: an intent, a title."""
    if random.random() < 1 / HOSTILE_ONCE_IN:
        return random.choice(HOSTILE)
    part = f", part {random.randint(2, 9)}" if random.random() < 0.3 else ""
    return f"{random.choice(VERBS)}{random.choice(SUBJECTS)}{part}"


def note(random: Random) -> str:
    """A short remark."""
    return random.choice(HOSTILE if random.random() < 1 / HOSTILE_ONCE_IN else NOTES)


def sentences(random: Random, most: int) -> str:
    """A few sentences, in lines, as an answer or a why."""
    return "\n".join(f"{line(random)}: {note(random)}." for _ in range(random.randint(1, most)))
