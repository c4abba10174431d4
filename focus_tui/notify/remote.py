"""Whether the person sits at another machine than the one this program runs on."""

from collections.abc import Mapping


def over_ssh(env: Mapping[str, str]) -> bool:
    """True in a session that came in by SSH, as the environment tells.

    A terminal multiplexer keeps the environment it was started with, so one that was started here
    and is attached from elsewhere is taken for local, and the other way round.
    """
    return bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))
