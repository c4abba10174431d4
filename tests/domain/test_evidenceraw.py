"""What a reflection keeps of the evidence is all of it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focus_tui.domain.evidence import Evidence
from focus_tui.domain.evidenceraw import as_raw, from_raw
from focus_tui.domain.week import Week


@given(st.from_type(Evidence))
def test_back_through_json_it_is_the_same(evidence: Evidence) -> None:
    assert from_raw(json.loads(json.dumps(as_raw(evidence)))) == evidence


def test_what_is_missing_has_its_default_and_what_is_unknown_is_passed_over() -> None:
    raw = {"week": {"first_on": "2026-11-23"}, "from_a_later_version": 3}
    assert from_raw(raw) == Evidence(Week("2026-11-23"))


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"week": "2026-11-23"},
        {"week": {"first_on": 3}},
        {"week": {"first_on": "2026-11-23"}, "voided": "3"},
        {"week": {"first_on": "2026-11-23"}, "voided": True},
        {"week": {"first_on": "2026-11-23"}, "tangents": 3},
        {"week": {"first_on": "2026-11-23"}, "focused": [1, 2]},
        {"week": {"first_on": "2026-11-23"}, "promised": [{"id": "a"}]},
    ],
)
def test_what_is_no_evidence(raw: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"is no|missing|shorter"):
        from_raw(raw)
