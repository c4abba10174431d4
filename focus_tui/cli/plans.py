"""What is planned, as documents for programs."""

from focus_tui.domain.inputs import Input


def input_document(wanted: Input | None) -> dict[str, object] | None:
    """An input; None for none."""
    if wanted is None:
        return None
    return {"count": wanted.count, "measure": wanted.measure, "before_min": wanted.before_min}
