"""Two versions of an application side by side, with the differences in words."""

from typing import Any

import results
from eligibility import assess
from results.comparison import AssessmentComparison, compare
from tests.claims import TITLE, claimed
from tests.policy import document, policy
from tests.results.samples import HOSTILE
from tests.results.test_page import Outline

Json = dict[str, Any]

LINE: Json = claimed("03-industrial-investment", selected=True, actual_input="100000000")


def assessed(*claims: Json) -> Json:
    return assess(policy(), {"claims": list(claims)})


def compared(kept: Json, now: Json, language: str = "zh") -> AssessmentComparison:
    return compare(document(), kept, now, language)


def test_the_same_answers_come_to_the_same() -> None:
    found = compared(assessed(LINE, TITLE), assessed(LINE, TITLE))
    assert found.claims == []
    assert found.same == "两种情形的结果相同。"
    assert {row.difference for row in found.totals} == {"相同"}


def test_a_larger_figure_gives_more_and_the_others_are_counted() -> None:
    more = LINE | {"facts": {"selected": True, "actual_input": "140000000"}}
    found = compared(assessed(LINE, TITLE), assessed(more, TITLE))
    (row,) = found.claims
    assert (row.kept, row.now) == ("最高2,000万元", "最高2,800万元")
    assert row.difference == "多800万元"
    assert [(total.kept, total.now, total.difference) for total in found.totals] == [
        ("最高2,025万元", "最高2,825万元", "多800万元"),
        ("25万元", "25万元", "相同"),
        ("最高2,000万元", "最高2,800万元", "多800万元"),
    ]
    assert found.same == "其余1项相同。"


def test_what_is_dropped_and_what_is_added() -> None:
    gone, new = compared(assessed(TITLE), assessed(LINE), "en").claims[::-1]
    assert (gone.now, gone.difference) == ("—", "no longer claimed; RMB 250,000 less")
    assert (new.kept, new.difference) == ("—", "added; RMB 20 million more")


def test_another_reason_for_the_same_sum() -> None:
    unmet = LINE | {"facts": {"selected": False, "actual_input": "1"}}
    (row,) = compared(assessed(unmet), assessed(unmet | {"date": "2019-01-01"})).claims
    assert row.difference == "金额相同，“不符合原文条件”变为“不在有效期内”"


MATCH: Json = claimed("29-cluster-match", "集群", id="m", listed=True, national_grant="1000000")


def test_figures_for_reference_are_compared_apart_from_the_totals() -> None:
    more = MATCH | {"facts": MATCH["facts"] | {"national_grant": "1500000"}}
    found = compared(assessed(MATCH), assessed(more))
    (row,) = found.claims
    assert (row.kept, row.now) == ("100万元（仅供参考）", "150万元（仅供参考）")
    assert row.difference == "多50万元；参考数"
    total, reference = found.totals[0], found.totals[-1]
    assert (total.kept, total.now, total.differs) == ("—", "—", False)
    assert (reference.kept, reference.now) == ("100万元（仅供参考）", "150万元（仅供参考）")
    assert reference.difference == "多50万元"


def test_a_figure_for_reference_that_is_gone() -> None:
    found = compared(assessed(MATCH, TITLE), assessed(TITLE), "en")
    (row,) = found.claims
    assert (row.kept, row.now) == ("RMB 1 million (for reference only)", "—")
    assert row.difference == "no longer claimed; RMB 1 million less; for reference"


def test_a_claim_with_another_id_is_found_by_award_and_subject() -> None:
    found = compared(assessed(LINE), assessed(LINE | {"id": "z"}))
    assert found.claims == []


def test_what_a_stranger_typed_comes_out_as_text() -> None:
    strange = assessed(LINE | {"subject": HOSTILE})
    outline = Outline(results.comparison(document(), strange, assessed(TITLE), "zh"))
    assert not [tag for tag, _ in outline.tags if tag == "img"]
    assert HOSTILE in "".join(outline.texts)
