"""Amounts are kept together in a span; what is written stays to the letter."""

import pytest

from docs.site.pages.unbroken import unbroken


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("capped at RMB 30 million, and", ["RMB 30 million"]),
        ("RMB 500,000, RMB 1 million", ["RMB 500,000", "RMB 1 million"]),
        ("> RMB 1.5 billion: at most RMB 200,000.", ["RMB 1.5 billion", "RMB 200,000"]),
        ("最高3000万元、500万，39亿元", ["3000万元", "500万", "39亿元"]),
        ("30,000,000元", ["30,000,000元"]),
        ("20% of “246” < 3 years", []),
    ],
)
def test_an_amount_stands_in_a_span_and_the_words_stay(text: str, amounts: list[str]) -> None:
    shown = unbroken(text)
    assert shown.striptags() == text
    assert shown.count("<span") == len(amounts)
    for amount in amounts:
        assert f'<span class="unbroken">{amount}</span>' in shown
