"""The rows of the results: equal items together, ranges at the head, readings in words."""

import re
from typing import Any

import pytest

import results
from eligibility import Policy, assess
from results.describe import describe
from results.headline import headline
from results.view import LabelledValue
from results.words import LANGUAGES, Words, catalogue
from tests.claims import LINE, WORKSHOP, claimed
from tests.policy import document
from tests.results import samples

Json = dict[str, Any]


def product(number: int, date: str = "2021-06-30", subject: str = "") -> Json:
    return {"id": f"c{number}", "award": "13-green-product", "subject": subject or f"灯{number}",
            "date": date, "facts": {"level": "national"}}  # fmt: skip


OPEN = claimed("04-application-scenario", "场景", id="o", listed=True)
TEAM = claimed(
    "26-core-team", "本公司", "2021-12-31", id="t", sales_in_city="12000000000", prior_best="0"
)
REFUSED = LINE | {"id": "r", "facts": {"selected": False, "actual_input": "1"}}


def computed(*claims: Json) -> tuple[Json, Json]:
    application = {"claims": list(claims), "paid": []}
    return application, assess(Policy.from_document(document()), application)


def html(*claims: Json, language: str = "zh", **options: Any) -> str:
    return results.page(document(), *computed(*claims), language, **options)


def head(*claims: Json, language: str = "zh") -> list[LabelledValue]:
    return headline(describe(document(), *computed(*claims), language), catalogue(language))


def test_items_that_differ_only_in_their_subject_are_one_row_with_their_sum() -> None:
    view = describe(document(), *computed(product(1), product(2), LINE, product(3)), "zh")
    (payable,) = view.groups
    together, line = payable.bundles
    assert (together.count, together.headline, together.each) == ("3件", "30万元", "每件10万元")
    assert together.subjects == "灯1、灯2、灯3"
    assert (line.count, line.headline, line.each) == ("", "最高2,400万元", "")
    assert [item.number for item in payable.items] == [1, 2, 3, 4], "every item keeps its number"


def test_another_date_or_another_result_is_another_row() -> None:
    six = [product(number) for number in range(1, 7)]  # the text pays five
    dates = describe(document(), *computed(product(1), product(2, "2021-07-01")), "zh")
    assert [bundle.count for bundle in dates.groups[0].bundles] == ["", ""]
    limit = describe(document(), *computed(*six), "zh")
    paid, over = (group.bundles[0] for group in limit.groups)
    assert (paid.count, over.count) == ("5件", "")
    (other,) = paid.alternatives
    assert other.text.startswith("第2、3、4、5项如理解为"), (
        "the first one would be paid in any case"
    )


def test_each_number_leads_somewhere_on_the_page() -> None:
    page = html(product(1), product(2), LINE, product(3))
    linked = set(re.findall(r'href="#(result-[0-9]+)"', page))
    assert linked == {f"result-{number}" for number in range(1, 5)}
    assert linked <= set(re.findall(r'id="([^"]+)"', page))


def test_while_facts_are_open_the_range_is_the_headline_and_stands_in_the_row() -> None:
    rows = head(LINE, OPEN)
    assert [row.key for row in rows] == ["range", "max"]
    assert rows[0].value == "2,400万元至3,400万元"
    assert (rows[1].label, rows[1].value) == ("按现有回答", "最高2,400万元")
    view = describe(document(), *computed(LINE, OPEN), "zh")
    assert [bundle.headline for group in view.groups for bundle in group.bundles] == [
        "最高2,400万元",
        "0元至1,000万元",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dash_is_never_the_headline(language: str) -> None:
    none = catalogue(language)["marks"]["none"]
    for claims in ([REFUSED], [OPEN], [REFUSED, OPEN], [TEAM], [LINE, REFUSED]):
        assert none not in {row.value for row in head(*claims, language=language)}


def test_who_is_paid_is_told_under_the_total() -> None:
    said = {row.label: row.value for row in head(TEAM, product(1))}
    assert said["付给企业核心团队"] == "最高100万元"
    assert said["付给企业"] == "10万元"
    assert not [row for row in head(LINE, product(1)) if row.key == "to-core-team"]


def test_what_is_missing_leads_to_its_question_only_where_there_is_a_form() -> None:
    assert 'href="#o.actual_input" data-to="o.actual_input"' in html(OPEN, form=True)
    plain = html(OPEN)
    assert "data-to" not in plain and "result-missing" in plain


def test_a_reading_is_told_in_words_and_leads_to_its_place() -> None:
    page = results.page(
        document(),
        samples.application(samples.INVESTMENT),
        samples.INVESTMENT,
        "zh",
        readings="../readings/",
    )
    assert '<a href="../readings/#A03">“从高”比的是什么' in page
    assert "A03如理解为" not in page and ">A03<" not in page
    assert "readings/#" not in html(LINE)


def test_what_is_not_counted_stands_before_what_is_near() -> None:
    page = html(LINE, WORKSHOP, near=results.LATER)
    places = [page.index(f'id="{part}"') for part in ("results-once", "results-near-title")]
    assert places == sorted(places)
    assert "单独测算为最高1,600万元，未计入" in page


def test_quotation_marks_within_quotation_marks_are_single_ones() -> None:
    words = Words(document(), "zh")
    said = words.say("labels", "alternative-unchanged", option="“项目”指申报事项", total="1万元")
    assert said.startswith("如理解为“‘项目’指申报事项”")
    assert words.part("labels", "each", amount="“甲”") == "每件“甲”", "where there are none around"
