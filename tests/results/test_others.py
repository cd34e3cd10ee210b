"""Another reading, and a date outside the term, in words: sum, total, assumption."""

from typing import Any

import pytest

import results
from eligibility import assess
from tests.claims import claimed
from tests.policy import document, policy

Json = dict[str, Any]

CENTRES: Json = {
    "claims": [
        {
            "id": level,
            "award": f"14-{level}-centre",
            "subject": "中心甲",
            "date": f"{year}-06-30",
            "facts": {"recognised": True},
        }
        for level, year in (("city", 2021), ("national", 2022))
    ]
}
OUTSIDE: Json = {
    "claims": [
        claimed(
            "03-industrial-investment",
            "四号线",
            "2024-06-30",
            selected=True,
            actual_input="100000000",
        )
    ]
}


def told(application: Json, language: str) -> str:
    """The memo without line breaks."""
    assessment = assess(policy(), application)
    text = results.memo(document(), application, assessment, language)
    return "".join(text.split()) if language == "zh" else " ".join(text.split())


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "本项1,000万元，合计最高1.1亿元。"),
        ("zh", "本项不变，合计最高1.1亿元。"),
        ("en", "this item RMB 10 million, total at most RMB 110 million."),
        ("en", "this item unchanged, total at most RMB 110 million."),
    ],
)
def test_another_reading_says_item_and_total(language: str, sentence: str) -> None:
    assert sentence in told(CENTRES, language)


@pytest.mark.parametrize(
    ("language", "assumption"),
    [
        ("zh", "测算前提：一份申报为一家企业；"),
        ("en", "This assumes: One application is one enterprise;"),
    ],
)
def test_an_option_that_assumes_something_says_so(language: str, assumption: str) -> None:
    two = {
        "claims": [
            *CENTRES["claims"],
            claimed("22-industrial-brand", "企业甲", id="b", recognised=True),
        ]
    }
    assert assumption in told(two, language)


@pytest.mark.parametrize(
    ("language", "sentence", "total"),
    [
        ("zh", "假设草案适用于该日期：最高2,000万元；不计入任何合计。", "定额与上限合计：—"),
        (
            "en",
            "If the draft applied on that date: at most RMB 20 million; not in any total.",
            "Exact amounts and ceilings together: —",
        ),
    ],
)
def test_a_day_outside_the_term_counts_in_no_total(
    language: str, sentence: str, total: str
) -> None:
    memo = told(OUTSIDE, language)
    assert sentence in memo
    assert total in memo


@pytest.mark.parametrize(
    ("language", "sentence"), [("zh", "还须补充：实际投入"), ("en", "still needed: actual input")]
)
def test_what_is_missing_outside_the_term_is_named(language: str, sentence: str) -> None:
    claim = OUTSIDE["claims"][0] | {"facts": {"selected": True}}
    assert sentence in told({"claims": [claim]}, language)
