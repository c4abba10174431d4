"""Where files live on this machine.

`focus status` needs one of these paths every second, so nothing but `os` and `sys` is imported;
a test holds the answers to those of platformdirs.
"""

import os
import sys

APP = "focus-loop"


class NoHome(Exception):
    """There is no home folder to put files into."""


def data_file(named: str = "") -> str:
    """The person's data: the file named, else `FOCUS_DATA_FILE`, else one in the data folder."""
    named = named or os.environ.get("FOCUS_DATA_FILE", "")
    return os.path.abspath(named) if named else os.path.join(data_folder(), "focus.json")


def data_folder() -> str:
    """The folder of what the person made."""
    return _folder("XDG_DATA_HOME", ".local/share", "Library/Application Support")


def state_folder() -> str:
    """The folder of what belongs to this machine and can be thrown away."""
    return _folder("XDG_STATE_HOME", ".local/state", "Library/Application Support")


def config_file() -> str:
    """The settings of this machine."""
    return os.path.join(
        _folder("XDG_CONFIG_HOME", ".config", "Library/Application Support"), "config.toml"
    )


def state_file(kind: str, data: str, ending: str = "") -> str:
    """The file of a kind in the state folder that goes with one data file.

    Its name carries a hash (64-bit FNV-1a) of the data file's real path.
    """
    value = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(data)):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return os.path.join(state_folder(), f"{kind}-{value:016x}{ending}")


def _folder(variable: str, unix: str, mac: str) -> str:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(_home(), "AppData", "Local")
        return os.path.join(base, APP)
    named = os.environ.get(variable, "").strip()
    # A relative path is to be ignored, says the XDG base directory specification.
    if os.path.isabs(named):
        return os.path.join(named, APP)
    return os.path.join(_home(), mac if sys.platform == "darwin" else unix, APP)


def _home() -> str:
    named = os.environ.get("HOME" if sys.platform != "win32" else "USERPROFILE", "")
    if os.path.isabs(named):
        return named
    if sys.platform != "win32":
        import pwd

        try:
            found = pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            found = ""
        if os.path.isabs(found):
            return found
    raise NoHome("There is no home folder to keep things in: set HOME to the path of one.")
