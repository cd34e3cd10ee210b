"""A saved file contains its sums; readers who open it learn which of them differ now."""

import json
from copy import deepcopy
from typing import Any

import pytest

import eligibility
from amounts import unbroken
from answers.saved import brought_here, excerpt, read_saved
from answers.session import FormSession
from eligibility.version import VERSION
from tests.claims import TITLE, claimed
from tests.policy import document, policy
from tests.results.samples import HOSTILE
from tests.results.test_page import Outline

Json = dict[str, Any]

LINE: Json = claimed("03-industrial-investment", selected=True, actual_input="100000000")
MATCHED: Json = claimed(
    "29-cluster-match", "集群", "2021-10-31", id="d", listed=True, national_grant="3000000"
)


def file(*claims: Json, **saved: Any) -> Json:
    """Return a file as the page saves it, optionally with other sums."""
    application = {"edition": "2020-03-16", "claims": list(claims), "paid": []}
    kept = excerpt(eligibility.assess(policy(), application))
    return {**application, "answers": {"assessed": {**kept, **saved}}}


def opened(session: FormSession, application: Json, language: str = "zh") -> Json:
    """Open a file."""
    answer: Json = json.loads(session.open(json.dumps(application), language))
    return answer


def told(session: FormSession, application: Json, language: str = "zh") -> str:
    """Return the messages about a file when it is opened, as text."""
    html = opened(session, application, language)["since"]
    return " ".join(text.strip() for text in Outline(html).texts if text.strip())


def test_the_form_keeps_what_the_engine_said(session: FormSession) -> None:
    form = {"form": 3, "roles": [], "topics": [], "paid": [],
            "subjects": [{"id": "s1", "kind": "project", "name": "四号线", "same": ""}],
            "claims": [{"id": "c1", "award": LINE["award"], "subject": "s1", "date": "2021-06-30",
                        "facts": {"selected": "yes",
                                  "actual_input": {"text": "1亿", "unit": "wan"}}}]}  # fmt: skip
    assert json.loads(session.read(json.dumps(form), "zh"))["assessed"] == {
        "edition": "2020-03-16",
        "engine": VERSION,
        "awards": [
            {
                "claim": "c1",
                "award": "03-industrial-investment",
                "subject": "四号线",
                "status": "payable",
                "amount": "20000000",
                "wording": "ceiling",
            }
        ],
        "totals": {"exact": "0", "ceiling": "20000000", "max": "20000000", "reference": "0"},
    }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_file_with_the_same_sums_needs_no_word(session: FormSession, language: str) -> None:
    assert opened(session, file(LINE, TITLE, MATCHED), language)["since"] == ""


def test_a_file_without_sums_opens_as_ever(session: FormSession) -> None:
    without: list[Json] = [{}, {"answers": None}, {"answers": {}}, {"answers": {"assessed": None}}]
    for answers in without:
        answer = opened(session, {"claims": [LINE], **answers})
        assert answer["since"] == ""
        assert answer["lost"] == 0
        assert answer["state"]["claims"][0]["award"] == LINE["award"]


def test_another_engine_with_the_same_sums_is_named(session: FormSession) -> None:
    older = file(LINE, TITLE, engine="0.9.0")
    assert told(session, older) == (
        f"与保存时相比 这些答案由测算程序0.9.0版保存，本页用{VERSION}版测算。 各项金额与原来相同。"
    )
    assert told(session, older, "en") == (
        "Compared with when these answers were saved "
        f"These answers were saved by version 0.9.0 of the calculator; this page uses version "
        f"{VERSION}. All amounts are the same as before."
    )


def older_sums(**changes: Any) -> Json:
    """Return a file of an older engine with another first sum."""
    saved = file(LINE, TITLE, MATCHED, engine="0.9.0")
    assessed = saved["answers"]["assessed"]
    assessed["awards"][0] |= {"amount": "19000000.55", **changes}
    assessed["totals"] |= {"ceiling": "19000000.55", "max": "19250000.55"}
    return saved


def test_each_award_whose_sum_is_another_one_is_named_with_both(session: FormSession) -> None:
    said = told(session, older_sums())
    assert "投资" in said
    assert "四号线 最高19,000,000.55元 最高2,000万元" in said
    assert "定额与上限合计 最高19,250,000.55元 最高2,025万元" in said
    assert "工厂" not in said
    assert "集群" not in said
    english = told(session, older_sums(), "en")
    assert unbroken("at most RMB 19,000,000.55 at most RMB 20 million") in english
    assert opened(session, older_sums())["state"]["claims"][0]["facts"]["actual_input"] == {
        "text": "10000",
        "unit": "wan",
    }


def test_a_sum_outside_the_totals_and_another_outcome_are_named_too(session: FormSession) -> None:
    saved = file(LINE, TITLE, MATCHED)
    first, second, third = saved["answers"]["assessed"]["awards"]
    first |= {"status": "needs-facts", "amount": None}
    second |= {"status": "not-eligible", "amount": "0"}
    assert third["status"] == "reference"
    third |= {"amount": "1234"}
    said = told(session, saved)
    assert "四号线 待补充情况 最高2,000万元" in said
    assert "工厂 不符合原文条件 25万元" in said
    assert "集群 仅列参考数：1,234元 仅列参考数：300万元" in said
    assert "，内容或政策数据有过改动" in said


def test_what_was_added_or_taken_out_by_hand_is_named(session: FormSession) -> None:
    saved = file(LINE, TITLE)
    saved["claims"] = [LINE, {**TITLE, "id": "z"}]
    said = told(session, saved)
    assert "工厂 — 25万元" in said
    assert "工厂 25万元 —" in said


def as_the_page_saves(session: FormSession, application: Json) -> Json:
    """Return a file with what was typed beside its claims, which may be changed."""
    typed = opened(session, application)["state"]
    answers = {**application["answers"], **typed, "read": True}
    return deepcopy({**application, "answers": answers})


def test_claims_changed_outside_the_page_count_and_not_what_was_typed_before(
    session: FormSession,
) -> None:
    saved = as_the_page_saves(session, file(LINE, TITLE))
    assert opened(session, saved)["since"] == ""
    saved["claims"][0]["facts"]["actual_input"] = "50000000"
    answer = opened(session, saved)
    assert answer["state"]["claims"][0]["facts"]["actual_input"]["text"] == "5000"
    assert "，内容或政策数据有过改动" in answer["since"]
    saved["claims"][1]["award"] = "99-nothing"
    answer = opened(session, saved)
    assert [claim["award"] for claim in answer["state"]["claims"]] == [LINE["award"]]
    assert answer["lost"] == 1
    assert "99-nothing" in answer["since"]


def test_a_file_of_another_edition_opens_with_what_has_a_place_here(session: FormSession) -> None:
    saved = file(LINE, TITLE, edition="2019-01-01")
    saved |= {"edition": "2019-01-01"}
    saved["claims"].append({**LINE, "id": "x", "award": "99-of-old"})
    saved["paid"] = [{"award": "98-of-old", "subject": "四号线", "date": "2019-02-01",
                      "amount": "1"}]  # fmt: skip
    gone = {"claim": "x", "award": "99-of-old", "subject": "四号线", "status": "payable",
            "amount": "500000", "wording": "ceiling"}  # fmt: skip
    saved["answers"]["assessed"]["awards"].append(gone)
    answer = opened(session, saved)
    assert [claim["award"] for claim in answer["state"]["claims"]] == [LINE["award"],
                                                                        TITLE["award"]]  # fmt: skip
    assert answer["lost"] == 2
    assert "奖补“99-of-old”" in answer["since"]
    assert "奖补“98-of-old”" in answer["since"]
    said = told(session, saved)
    assert "这些答案按2019年1月1日版文本填写，本页按2020年3月16日版文本测算" in said
    assert "99-of-old 四号线 最高50万元 —" in said


@pytest.mark.parametrize(
    "changes",
    [{"edition": "2019-01-01"}, {"edition": "2019-01-01", "claims": "x"},
     {"edition": "2019-01-02", "answers": file(LINE, edition="2019-01-01")["answers"]}],
)  # fmt: skip
def test_another_edition_that_does_not_tell_its_sums_is_refused(
    session: FormSession, changes: Json
) -> None:
    assert list(opened(session, {**file(LINE), **changes})) == ["refused"]


def test_a_broken_file_of_another_edition_is_refused_by_place(session: FormSession) -> None:
    saved = file(LINE, edition="2019-01-01") | {"edition": "2019-01-01"}
    broken: list[Any] = [{}, None, [1], [{"award": []}], [{**LINE, "subject": ""}]]
    for claims in broken:
        assert "申报" in opened(session, {**saved, "claims": claims})["refused"]


ODD: list[Any] = [None, 1, 1e300, True, "", "-1", "1e9", "９", [], {}, [[]], "x" * 2000, HOSTILE]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_a_broken_entry_is_harmless(session: FormSession, odd: Any) -> None:
    whole = file(LINE, TITLE, engine="0.9.0")
    before = opened(session, file(LINE, TITLE))["state"]["claims"]
    for way in ways(whole["answers"]["assessed"]):
        saved = json.loads(json.dumps(whole))
        put(saved["answers"]["assessed"], way, odd)
        answer = opened(session, saved)
        assert answer["state"]["claims"] == before, way
        html = answer["since"]
        assert not [tag for tag, _ in Outline(html).tags if tag in ("img", "script")], way
        if way in (("engine",), ("edition",), ("awards", 0, "status"), ("totals", "max")):
            assert html == "", way


def ways(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to everything inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value)
    return [
        way
        for key, inner in inside
        for way in [
            (*path, key),
            *(ways(inner, (*path, key)) if isinstance(inner, dict | list) else []),
        ]
    ]


def put(value: Any, way: tuple[Any, ...], odd: Any) -> None:
    """Replace a value with something odd."""
    for key in way[:-1]:
        value = value[key]
    value[way[-1]] = odd


def test_too_many_awards_are_not_read() -> None:
    saved = file(LINE)
    assert read_saved(saved) is not None
    saved["answers"]["assessed"]["awards"] *= 1001
    assert read_saved(saved) is None


def test_who_assesses_a_saved_file_ignores_what_it_tells_of_itself() -> None:
    plain = {key: value for key, value in older_sums().items() if key != "answers"}
    assert eligibility.assess(policy(), older_sums()) == eligibility.assess(policy(), plain)


def test_a_file_of_this_edition_comes_back_as_it_is() -> None:
    saved = file(LINE)
    assert brought_here(document(), saved) == (saved, [])
    assert brought_here(document(), [1]) == ([1], [])
