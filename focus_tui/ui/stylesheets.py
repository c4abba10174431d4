"""Where the style sheets are: inside an installed package, or beside it in a checkout."""

from pathlib import Path

NAMES = ("base.tcss", "today.tcss")
"""What the first screen needs; the other screens and the dialogs bring their own."""
DIALOGS = "dialogs.tcss"
"""Dialogs, and the fields in which people type."""


def paths() -> list[Path]:
    """The style sheets, in the order in which they apply; FileNotFoundError when they are gone."""
    return [path(name) for name in NAMES]


def path(name: str) -> Path:
    """One of them; FileNotFoundError when it is gone."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "styles", package.parent / "styles"):
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"The style sheets are missing beside {package}: install focus again.")
