"""The page on finding names each term that there is, and none that is not."""

import re
from pathlib import Path

import pytest

from focus_tui.domain import ideaquery, logquery
from focus_tui.domain.ideawords import KINDS
from focus_tui.domain.logquery import LogQuery

PAGE = (Path(__file__).parents[1] / "docs" / "finding.md").read_text(encoding="utf-8")
LOG, IDEAS = PAGE.split("## In the backlog")


def terms(part: str) -> list[str]:
    """What the first column of a table has."""
    return re.findall(r"^\| `([^`]+)`", part, re.MULTILINE)


@pytest.mark.parametrize("term", terms(LOG))
def test_each_term_of_the_log_is_one(term: str) -> None:
    asked = logquery.parse(term)
    assert not asked.words
    assert not asked.empty


def test_the_log_has_no_other_terms() -> None:
    names = {term.partition(":")[0] for term in terms(LOG)}
    assert names == {*logquery.TERMS_OF}
    assert {*logquery.KINDS} <= {term.removeprefix("is:") for term in terms(LOG)}
    for name in names:
        assert logquery.parse(f"{name}:") == LogQuery()


@pytest.mark.parametrize("term", terms(IDEAS))
def test_each_term_of_the_backlog_is_one(term: str) -> None:
    asked = ideaquery.parse(term)
    assert asked != ideaquery.Query()
    assert not asked.words
    assert not asked.hint


def test_the_backlog_has_no_other_terms() -> None:
    assert {*terms(IDEAS)} >= {"#tool", "type:learn", "is:resting", "older:30d", "newer:7d"}
    assert all(f"`{value}`" in IDEAS for value in (*KINDS, *ideaquery.STATES))
