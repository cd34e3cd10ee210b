"""The tables of cases match the case files, in the reader's words and to the fen."""

import html
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clauses.cases import Case, all_cases
from clauses.document import PolicyDocument
from docs.site.language import LANGUAGES, Language
from docs.site.pages.cases import AwardCases, cases_of_awards
from results.words import catalogue

SIZES = {"": 1, "万": 10**4, "亿": 10**8, " million": 10**6, " billion": 10**9}
_SUM = re.compile(r"RMB ([0-9,.]*[0-9])( million| billion)?|([0-9,.]*[0-9])(万|亿)?元")


def yuan(text: str) -> list[Fraction]:
    """Read the sums in a text, independently of the code that wrote them."""
    return [
        Fraction((english or chinese).replace(",", "")) * SIZES[much or many or ""]
        for english, much, chinese, many in _SUM.findall(text)
    ]


@pytest.fixture(scope="module", params=LANGUAGES, ids=lambda language: language.code)
def told(
    request: pytest.FixtureRequest, policy: PolicyDocument
) -> tuple[Language, dict[str, AwardCases]]:
    language: Language = request.param
    return language, cases_of_awards(policy, all_cases(), language)


def own_cases(award: str) -> list[Case]:
    return [
        case
        for case in all_cases()
        if all(claim["award"] == award for claim in case.application["claims"])
        and case.application["claims"]
    ]


def test_every_award_has_its_cases_and_tells_of_the_others(
    told: tuple[Language, dict[str, AwardCases]], policy: PolicyDocument
) -> None:
    for _, award in policy.awards:
        found = told[1][award.id]
        claimed = [
            case
            for case in all_cases()
            if award.id in [claim["award"] for claim in case.application["claims"]]
        ]
        assert len(found.shown) == len(own_cases(award.id)) >= 5, award.id
        assert len(found.shown) + found.others == len(claimed), award.id


def test_each_sum_and_each_status_is_that_of_the_case_file(
    told: tuple[Language, dict[str, AwardCases]],
) -> None:
    language, found = told
    statuses = catalogue(language.code)["statuses"]
    for award, cases in found.items():
        for case, shown in zip(own_cases(award), cases.shown, strict=True):
            expected: list[dict[str, Any]] = case.expected["awards"]
            for wanted, row in zip(expected, shown.rows, strict=True):
                amount, span = wanted.get("amount"), wanted.get("range") or []
                sums = [amount] if amount is not None else [end for end in span if end is not None]
                assert yuan(row.amount) == [Fraction(end) for end in sums], (case.name, row)
                stages = [Fraction(part) for _, part in wanted.get("stages") or []]
                assert yuan(" ".join(row.details)) == stages, (case.name, row)
                if "status" in wanted:
                    assert row.result == statuses[wanted["status"]]["name"]


def test_each_fact_and_each_payment_is_that_of_the_case_file(
    told: tuple[Language, dict[str, AwardCases]], policy: PolicyDocument
) -> None:
    language, found = told
    colon = "：" if language.code == "zh" else ": "
    types = {(a.id, fact.name): fact.type for _, a in policy.awards for fact in a.facts}
    labels = {(a.id, f.name): language.of(f.label) for _, a in policy.awards for f in a.facts}
    for award, cases in found.items():
        for case, shown in zip(own_cases(award), cases.shown, strict=True):
            paid = [Fraction(entry["amount"]) for entry in case.application["paid"]]
            assert [yuan(line)[-1] for line in shown.paid] == paid
            for claim, row in zip(case.application["claims"], shown.rows, strict=True):
                lines = [html.unescape(line) for line in row.facts]
                for name, value in (claim.get("facts") or {}).items():
                    label = labels.get((award, name), f"<code>{name}</code>")
                    (line,) = [line for line in lines if line.startswith(f"{label}{colon}")]
                    number = isinstance(value, str) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", value)
                    if number and types.get((award, name)) == "money":
                        assert yuan(line) == [Fraction(value)], (case.name, line)


def test_what_is_typed_wrongly_is_shown_as_typed(
    told: tuple[Language, dict[str, AwardCases]],
) -> None:
    rows = [row for case in told[1]["03-industrial-investment"].shown for row in case.rows]
    shown = {str(fact) for row in rows for fact in row.facts}
    assert any(line.endswith("<code>-1</code>") for line in shown)


def test_codes_and_answers_are_told_in_the_language_of_the_page(
    told: tuple[Language, dict[str, AwardCases]],
) -> None:
    language, found = told
    for award, words in (
        ("05-demo-base", {"国家级", "区县级"} if language.code == "zh" else {"national", "none"}),
        ("05-small-enterprise-park", {"五星级"} if language.code == "zh" else {"five stars"}),
        ("21-first-set", {"国内"} if language.code == "zh" else {"in the country"}),
        ("26-champion-title", {"产品"} if language.code == "zh" else {"product"}),
        ("03-industrial-investment", {"是", "否"} if language.code == "zh" else {"yes", "no"}),
    ):
        lines = [str(f) for case in found[award].shown for row in case.rows for f in row.facts]
        values = {re.split("：|: ", line, maxsplit=1)[1] for line in lines}
        assert words <= values, award


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_page_on_coverage_holds_the_tables_of_all_awards(
    built: Path, policy: PolicyDocument, folder: str
) -> None:
    text = (built / folder / "coverage" / "index.html").read_text(encoding="utf-8")
    own = [case for _, award in policy.awards for case in own_cases(award.id)]
    assert text.count('scope="rowgroup"') == len(own) > 100
    for clause, award in policy.awards:
        assert text.count(f'id="cases-{award.id}"') == 1
        page = built / folder / "2020-03-16" / f"{clause.number:02d}" / "index.html"
        assert f'href="../../coverage/#cases-{award.id}"' in page.read_text(encoding="utf-8")
    tables = text.count('<table class="grid">')
    assert tables == text.count('class="pinned">') - len(own) == len(policy.awards)
    assert text.count('role="region" tabindex="0"') >= tables
