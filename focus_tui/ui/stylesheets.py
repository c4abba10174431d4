"""Where the style sheets are: inside an installed package, or beside it in a checkout."""

from pathlib import Path

NAMES = ("base.tcss", "today.tcss", "dialogs.tcss")


def paths() -> list[Path]:
    """The style sheets, in the order in which they apply; FileNotFoundError when they are gone."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "styles", package.parent / "styles"):
        if (folder / NAMES[0]).is_file():
            return [folder / name for name in NAMES]
    raise FileNotFoundError(f"The style sheets are missing beside {package}: install focus again.")
