"""Texts that have broken notifications: each must arrive as it was typed."""

HOSTILE = {
    "route": "fix [/foo] route",
    "colour": "[red]",
    "action": "[@click=app.quit]x[/]",
    "option": "-u critical",
    "wait": "--wait",
    "version": "--version",
    "hint": "--hint=string:x:y",
    "choice": "--action=a=b",
    "dashes": "--",
    "dash": "- buy milk",
    "command": "$(reboot) `reboot` ; reboot",
    "path": r"C:\new\tab \x41 \\",
    "markup": "<b>x</b> & a < b &amp; <script>",
    "variant": "a'>, 'priority': <'urgent'>, 'x': <'y",
    "format": "%s %n {0} ${HOME}",
    "escape": "\x1b]0;title\x07\x1b[2J\x9b31m",
    "lines": "one\r\ntwo\tthree\u2028four",
    "hebrew": "שלום עולם 123",
    "override": "\u202egnp.exe",
    "emoji": "👩‍👩‍👧 ❤️ 🇫🇷 \U0001fae9",
    "nul": "before\0after",
    "half": "half \ud83d a character",
    "empty": "",
    "blank": " ",
    "long": "0123456789" * 1_000,
    "ampersands": "&" * 20_000,
}
HUGE = "Ω&\\" * 40_000
"""More than 200 kB; no desktop shows it and no argument of a command holds it."""
