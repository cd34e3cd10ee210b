"""Sums as each language writes them; a ceiling always says that it is one."""

from decimal import Decimal

import pytest

from docs.site.language import EN, ZH
from docs.site.money import money, read_sum, share


@pytest.mark.parametrize(
    ("yuan", "chinese", "english"),
    [
        ("80", "80元", "RMB 80"),
        ("500000", "50万元", "RMB 500,000"),
        ("30000000", "3000万元", "RMB 30 million"),
        ("1500000", "150万元", "RMB 1.5 million"),
        ("100000000", "1亿元", "RMB 100 million"),
        ("3900000000", "39亿元", "RMB 3.9 billion"),
    ],
)
def test_a_sum_is_counted_as_its_readers_count(yuan: str, chinese: str, english: str) -> None:
    assert money(Decimal(yuan), ZH) == chinese
    assert money(Decimal(yuan), EN) == english


@pytest.mark.parametrize(
    ("words", "ceiling", "chinese", "english"),
    [
        ("最高3000万元", True, "最高3000万元", "at most RMB 30 million"),
        ("最高不超过200万元", True, "最高200万元", "at most RMB 2 million"),
        ("20万元", True, "最高20万元", "at most RMB 200,000"),
        ("最高500万", True, "最高500万元", "at most RMB 5 million"),
        ("1000万元", False, "1000万元", "RMB 10 million"),
        ("50万元/个", False, "50万元/个", "RMB 500,000 each"),
    ],
)
def test_a_ceiling_says_so(words: str, ceiling: bool, chinese: str, english: str) -> None:
    assert read_sum(words, ZH, ceiling=ceiling).text == chinese
    shown = read_sum(words, EN, ceiling=ceiling)
    assert (shown.text, shown.aside) == (english, chinese)


@pytest.mark.parametrize(
    ("words", "quote", "chinese", "english"),
    [
        ("不超过20%", "给予不超过20%、最高3000万元补助", "不超过20%", "at most 20%"),
        ("30%", "给予不超过其年度服务收入的30%补助", "不超过30%", "at most 30%"),
        ("30%", "按实际投入给予30%、最高800万元补助", "30%", "30%"),
        ("不高于50%", "给予不高于50%、最高200万元奖励", "不高于50%", "at most 50%"),
        ("80%", "给予保费金额80%的补助", "80%", "80%"),
    ],
)
def test_a_share_keeps_its_meaning(words: str, quote: str, chinese: str, english: str) -> None:
    assert share(words, ZH, quote) == chinese
    assert share(words, EN, quote) == english
