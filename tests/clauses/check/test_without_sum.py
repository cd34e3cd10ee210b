"""A line without a sum quotes none; what states one is an award."""

from pathlib import Path
from typing import Any

import pytest

from clauses.check.without_sum import check_without_sum
from clauses.files import YamlFile
from clauses.model import Clause
from clauses.yaml12 import load

CASES: list[dict[str, Any]] = load(Path(__file__).with_name("without_sum.yml").read_text("utf-8"))
CLAUSE = """\
number: 1
key: a-clause
title: {{zh: 一条, en: a clause}}
paragraphs: [{{zh: {quote}, en: x, departments: []}}]
{key}:
  - {rest}
    quote: {{zh: {quote}, en: x}}
{note}"""
LINE = """\
id: 01-line
    paragraph: 1
    kind: {}
    name: {{zh: 名, en: name}}
    subject: enterprise
    payee: {{code: enterprise, zh: 企业, en: enterprise}}"""


def told(
    folder: Path, quote: str, key: str = "lines", rest: str = "paragraph: 1", note: str = ""
) -> list[str]:
    path = folder / "01.yml"
    path.write_text(CLAUSE.format(quote=quote, key=key, rest=rest, note=note), "utf-8")
    file = YamlFile(path, folder)
    clause = file.read(Clause)
    assert clause is not None, file.faults
    check_without_sum(file, clause)
    return [f"{fault.code} {fault.found}" for fault in file.faults]


@pytest.mark.parametrize("case", CASES, ids=[case["quote"] for case in CASES])
@pytest.mark.parametrize("key", ["lines", "support"])
def test_a_sum_is_refused_where_none_is_stated(
    case: dict[str, Any], key: str, tmp_path: Path
) -> None:
    rest = LINE.format("unspecified") if key == "lines" else "paragraph: 1"
    found = told(tmp_path, case["quote"], key, rest)
    assert [f"“{case['sum']}”" in one for one in found] == ([True] if "sum" in case else [])


def test_a_note_says_why_a_sum_is_not_computed(tmp_path: Path) -> None:
    quote = "对评为优秀的企业按上年奖励打八折给予奖励，最高80万元"
    note = "    note: {zh: 最高80万元；按几折算的，本站不算。, en: At most.}\n"
    case_by_case = LINE.format("discretionary")
    assert told(tmp_path, quote, "lines", case_by_case, note) == []
    assert told(tmp_path, quote, "lines", case_by_case) != []
    assert told(tmp_path, quote, "lines", LINE.format("unspecified"), note) != []


def test_a_fund_of_a_target_is_no_sum_that_is_paid(tmp_path: Path) -> None:
    quote = "市级财政每年安排39亿元奖补资金"
    fund = "    meaning: {zh: 资金, en: funds}\n    fund: 39亿元\n"
    assert told(tmp_path, quote, "targets", note=fund) == []
    meaning = "    meaning: {zh: 目标, en: target}\n"
    assert told(tmp_path, "对首位企业奖励100万元", "targets", note=meaning) != []
