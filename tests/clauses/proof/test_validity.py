"""The dates of the term are those of the closing rules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clauses.faults import Fault
from tests.clauses.edits import EDITION, replace


@pytest.mark.parametrize(
    ("written", "instead", "key", "found", "allowed"),
    [
        (
            "from: 2020-01-01",
            "from: 2021-01-01",
            "validity.from",
            "2021-01-01",
            ": 自2020年起",
        ),
        ("from: 2020-01-01", "from: 2020-03-16", "validity.from", "2020-03-16", "so 2020-01-01"),
        ("to: 2022-12-31", "to: 2023-12-31", "validity.to", "2023-12-31", "3年, so 2022-12-31"),
        ("to: 2022-12-31", "to: 2022-12-30", "validity.to", "2022-12-30", "3年, so 2022-12-31"),
        (
            "words: {zh: 有效期3年，自2020年起",
            "words: {zh: 有效期三年，自2020年起",
            "validity.words.zh",
            "“有效期三年，自2020年起”",
            "words of a closing rule, to the letter",
        ),
    ],
)
def test_another_term_than_that_of_the_text_is_told(
    small: Path,
    faults: Callable[[], list[Fault]],
    written: str,
    instead: str,
    key: str,
    found: str,
    allowed: str,
) -> None:
    replace(small, f"{EDITION}/policy.yml", written, instead)
    (fault,) = [fault for fault in faults() if fault.key == key]
    assert found in fault.found
    assert allowed in fault.allowed
