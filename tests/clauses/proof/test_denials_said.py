"""A condition asks for a yes or a no as the text does, whatever word excludes."""

from itertools import product
from pathlib import Path

import pytest

from tests.sentences.encoded import encoded

REFUSALS = [
    "不予奖励", "不予补偿", "不予兑现", "不再奖励", "不重复奖励", "不享受本政策", "不得申报",
    "不列入支持范围", "不在支持范围", "取消奖励资格", "暂停奖励", "停止发放", "一票否决",
    "不适用本条", "不奖励", "予以剔除",
]  # fmt: skip
JOINED = ["的", "的，", "的企业，一律"]
ASKED = [
    ("存在失信行为", "存在失信行为", False),
    ("未按期完工", "未按期完工", False),
    ("未按期完工", "按期完工", True),
    ("存在失信行为", "不存在失信行为", True),
]
"""The words of the text, the label of the fact, and the answer of those who are paid."""
EXCLUSIONS = [
    *product(REFUSALS, JOINED),
    *product(["除外", "例外"], ["的"]),
]


@pytest.mark.parametrize(("refusal", "joined"), EXCLUSIONS)
def test_who_is_excluded_is_not_paid(refusal: str, joined: str, tmp_path: Path) -> None:
    for words, label, answer in ASKED:
        excluded = f"{words}{joined}{refusal}"
        text = f"对示范企业奖励10万元，{excluded}。"
        entry = {"zh": text, "sum": {"amount": "10万元"}, "facts": {"asked": f"yes-no {label}"}}
        condition = {"fact": "asked", "words": excluded}
        right = encoded(entry | {"when": [condition | {"is": answer}]}, tmp_path)
        assert right.faults == []
        turned = encoded(entry | {"when": [condition | {"is": not answer}]}, tmp_path)
        assert [fault.partition(":")[0] for fault in turned.faults] == ["sum-otherwise"]
        left_out = encoded({"zh": text, "sum": {"amount": "10万元"}}, tmp_path)
        assert any(fault.startswith("word-half-said") for fault in left_out.faults)
