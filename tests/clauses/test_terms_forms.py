"""The forms in which a term of the glossary is recognised."""

import pytest

from clauses.terms_forms import chinese_forms, english_forms, normal, stands


@pytest.mark.parametrize(
    ("term", "forms"),
    [
        ("专利导航", ["专利导航"]),
        ("“品字标浙江制造”", ["品字标浙江制造"]),
        ("规上（规模以上）", ["规上（规模以上）", "规上"]),
        ("装备首台（套）", ["装备首台（套）", "装备首台"]),
        (
            "宁波市经济和信息化局（市经信局）",
            ["宁波市经济和信息化局（市经信局）", "宁波市经济和信息化局", "市经信局"],
        ),
        ("亩", []),  # a single character is a part of too many other words
    ],
)
def test_a_chinese_term_stands_with_or_without_quotes_and_bracket(
    term: str, forms: list[str]
) -> None:
    assert chinese_forms(term) == forms


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("branch centre", "Branch Centres of national innovation centres"),
        ("policy-based financing guarantee", "Step up policy based financing guarantees."),
        ("administrative committee (of a development zone)", "the administrative committees"),
        ("first unit (set) of equipment", "the first unit (set) of equipment"),
        ("first unit (set) of equipment", "the first unit of equipment"),
        ("digital workshop / smart factory", "digital workshops / smart factories"),
        ("reach / or more / exceed", "revenue exceeds"),
        ("the “four basics” of industry: core components", "of the “four basics” of industry"),
        ("a further … is given (in addition)", "a further reward of RMB 10 million is given"),
        ("recognised", "Recognising enterprises"),
        ("R&D expenditure", "the R&D expenditure exceeds"),
    ],
)
def test_a_rendering_is_recognised_in_the_forms_of_english(rendering: str, text: str) -> None:
    assert any(stands(form, normal(text)) for form in english_forms(rendering))


@pytest.mark.parametrize(
    ("rendering", "text"),
    [
        ("branch centre", "branches of the centre"),
        ("pilot", "a copilot"),
        ("list", "listless"),
        ("a further … is given (in addition)", "a further reward"),
        ("first unit (set) of equipment", "first units"),
        ("sales revenue", "revenue from sales"),
    ],
)
def test_other_words_are_not_taken_for_a_rendering(rendering: str, text: str) -> None:
    assert not any(stands(form, normal(text)) for form in english_forms(rendering))
