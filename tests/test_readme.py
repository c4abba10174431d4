"""The README says what is true: its keys are the declared ones, its pictures are there."""

import re

from tests.readme import README, with_table


def test_the_key_table_is_the_declared_one() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_table(text) == text


def test_every_file_it_links_to_is_there() -> None:
    text = README.read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    missing = [link for link in links if not (README.parent / link).exists()]
    assert not missing
