"""The settings file as a person could write it, made from the declarations."""

from collections.abc import Mapping, Sequence

from focus_tui.settings.declared import KEYS, SECTIONS, declared


def toml(value: object) -> str:
    """A value as the settings file spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    if isinstance(value, list | tuple):
        return f"[{', '.join(toml(each) for each in value)}]"
    if isinstance(value, int) and value.bit_length() > 64:
        return hex(value)  # Python refuses to write thousands of decimal digits
    return str(value)


def example(keys: Mapping[str, Sequence[str]]) -> str:
    """A whole settings file in which every setting stands as a comment with its default.

    `keys` are the commands' own keys, by command id.
    """
    lines = ["# Settings of focus. Each line is optional: take away its # and change the value."]
    for section in SECTIONS:
        lines += ["", f"[{section}]"]
        for each in declared(section).values():
            lines.append(f"# {each.meaning}")
            lines.append(f"#{each.name} = {toml(each.default)}  # {each.rule.wants}")
    lines += ["", f"[{KEYS}]", "# A key or a list of keys for each command; [] takes them away."]
    lines += [f"#{toml(command)} = {toml(tuple(own))}" for command, own in keys.items()]
    return "\n".join(lines) + "\n"
