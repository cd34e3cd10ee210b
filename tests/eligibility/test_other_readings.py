"""Each option of the ledger is the policy with other settings, tried only if it can matter."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eligibility.closing_rule import ClosingRule
from eligibility.mechanisms import sum_of
from eligibility.other_readings import Shape, awards_under, limits_under
from eligibility.policy import OtherReading, without_term
from eligibility.rules import Award, Limit
from tests.policy import document, policy

INVESTMENT, WORKSHOP = "03-industrial-investment", "06-digital-workshop"
CITY, PROVINCE, NATION = "14-city-centre", "14-provincial-centre", "14-national-centre"
PREMIUM, MATCH = "21-insurance-premium", "21-insurance-match"
CHAMPION, BRAND, TOP_UP = "26-champion-title", "22-regional-brand", "08-demo-topup"
REVENUE, GREEN = "07-service-company-revenue", "13-green-product"
PIN_ENTERPRISE, PIN_PRODUCT, TRADEMARK = (
    "22-pin-enterprise",
    "22-pin-product",
    "22-well-known-trademark",
)
CLAUSE_6 = ("06-digital-workshop", "06-park-digital-upgrade")
CLAUSE_8 = ("08-platform-construction", "08-new-mode-pilot", TOP_UP)
CENTRES = frozenset({CITY, PROVINCE, NATION})
TITLED = frozenset(
    {
        "10-service-manufacturing",
        "11-design-centre",
        "13-green-title",
        "17-innovation-enterprise",
        CHAMPION,
    }
)
SUBSIDIES = frozenset(a["id"] for a in document()["awards"] if a["kind"] == "subsidy")


def other(reading: str, option: int) -> OtherReading:
    (found,) = (one for one in policy().others if (one.reading, one.option) == (reading, option))
    return found


def settings(reading: str, option: int) -> dict[str, Any]:
    """Return the settings that the option changes."""
    varied = other(reading, option).policy
    return {
        name: getattr(varied, name)
        for name in varied.__slots__
        if name != "others" and getattr(varied, name) != getattr(policy(), name)
    }


def changed_awards(found: Mapping[str, Award]) -> dict[str, Award]:
    return {name: award for name, award in found.items() if award != policy().awards[name]}


@pytest.mark.parametrize(
    ("reading", "option", "rule"),
    [
        ("A01", 2, ClosingRule(everything=True, not_paid_to=frozenset({"core-team"}))),
        ("A01", 3, ClosingRule(parted_by="support")),
        (
            "A01",
            4,
            ClosingRule(
                parted_by="line",
                together={line: " ".join(CLAUSE_8) for line in CLAUSE_8}
                | dict.fromkeys(CENTRES, f"{CITY} {PROVINCE} {NATION}"),
                steps="difference",
                titles="difference",
            ),
        ),
        ("A03", 2, ClosingRule(parted_by="year")),
        (
            "A05",
            2,
            ClosingRule(
                parted_by="apart",
                parted=frozenset({NATION}),
                together_against=CENTRES,
                titled=frozenset({NATION}),
            ),
        ),
        (
            "A05",
            3,
            ClosingRule(parted_by="year", parted=CENTRES, together_against=CENTRES, titled=CENTRES),
        ),
        (
            "A13",
            2,
            ClosingRule(
                parted_by="line",
                parted=frozenset({INVESTMENT, *CLAUSE_6, *CLAUSE_8}),
                together_against=frozenset({INVESTMENT, *CLAUSE_6, *CLAUSE_8}),
                titled=frozenset({INVESTMENT, *CLAUSE_6, *CLAUSE_8}),
                together={line: " ".join(CLAUSE_6) for line in CLAUSE_6}
                | {line: " ".join(CLAUSE_8) for line in CLAUSE_8},
            ),
        ),
        ("A29", 2, ClosingRule(also=frozenset({PREMIUM, MATCH}))),
        ("A32", 2, ClosingRule(titles="added", titled=frozenset({PIN_ENTERPRISE}))),
        (
            "A38",
            2,
            ClosingRule(
                parted_by="apart",
                parted=frozenset({"28-platform-title"}),
                together_against=frozenset({"28-platform-construction", "28-platform-title"}),
                titled=frozenset({"28-platform-title"}),
            ),
        ),
        ("A59", 2, ClosingRule(parted_by="kind")),
        ("A16", 2, ClosingRule(steps="difference")),
        ("A16", 3, ClosingRule(steps="added")),
        ("A37", 2, ClosingRule(titles="added", titled=TITLED)),
        ("A37", 3, ClosingRule(titles="difference", titled=TITLED)),
    ],
)
def test_the_closing_rule_the_steps_and_the_titles(
    reading: str, option: int, rule: ClosingRule
) -> None:
    assert settings(reading, option) == {"closing": rule}


def test_what_a_top_up_is_added_to() -> None:
    for option, added_to in ((2, SUBSIDIES), (3, frozenset())):
        topped = replace(policy().awards[TOP_UP], adds_to=added_to)
        assert changed_awards(settings("A04", option)["awards"]) == {TOP_UP: topped}


def test_the_base_of_clause_3_holds_for_the_lines_that_are_named() -> None:
    lines = {"04-application-scenario", WORKSHOP, "06-park-digital-upgrade", *CLAUSE_8[:2]}
    lines.add("14-capacity-project")
    assert changed_awards(settings("A08", 2)["awards"]) == {
        line: replace(policy().awards[line], base_of=INVESTMENT) for line in lines
    }


def test_the_provincial_level_of_the_top_up_has_a_sum_of_its_own() -> None:
    award = policy().awards[TOP_UP]
    assert award.sum is not None
    assert award.sum.undecided == {"provincial"}
    tiers = [["national", "2000000"], ["provincial", "1000000"]]
    rule = sum_of({**award.sum.entry, "tiers": tiers, "undecided": []})
    assert changed_awards(settings("A17", 3)["awards"]) == {TOP_UP: replace(award, sum=rule)}


@pytest.mark.parametrize("option", [2, 3])
def test_the_premium_is_paid_whether_or_not_the_state_paid(option: int) -> None:
    award = policy().awards[PREMIUM]
    assert [condition.fact for condition in award.conditions] == ["central_subsidised"]
    only_other = tuple(r for r in award.reviews if r.when == {"kind": frozenset({"other"})})
    assert len(only_other) == 1
    found = settings("A28", option)
    premium, match = replace(award, conditions=(), reviews=only_other), policy().awards[MATCH]
    assert (premium.excludes, match.excludes) == ({MATCH}, {PREMIUM})
    changed = {PREMIUM: premium}
    if option == 2:  # both are paid
        none: frozenset[str] = frozenset()
        changed = {PREMIUM: replace(premium, excludes=none), MATCH: replace(match, excludes=none)}
    assert changed_awards(found.pop("awards")) == changed
    assert found.pop("closing", ClosingRule()).parted_by is None
    assert found == {}


@pytest.mark.parametrize(
    ("reading", "option", "awards", "otherwise"),
    [
        ("A15", 2, ["07-platform-solution-service"], {"one_ceiling": True}),
        ("A60", 2, [PREMIUM, MATCH, "29-cluster-match"], {"yearly": False}),
        ("A61", 3, [PREMIUM, MATCH], {"excludes": frozenset()}),
        ("A66", 2, [BRAND], {"title_by": None}),
    ],
)
def test_what_is_due_each_year_beside_another_or_for_each_title(
    reading: str, option: int, awards: list[str], otherwise: dict[str, Any]
) -> None:
    found = settings(reading, option)
    changed = {name: replace(policy().awards[name], **otherwise) for name in awards}
    assert all(changed[name] != policy().awards[name] for name in awards)
    assert changed_awards(found.pop("awards")) == changed
    assert found.pop("closing", ClosingRule()).parted_by is None
    assert found == {}


def limits(reading: str, option: int) -> list[tuple[str, int | None, frozenset[str]]]:
    found: tuple[Limit, ...] = settings(reading, option)["limits"]
    return [(limit.id, limit.year, limit.awards) for limit in found]


def test_the_limits_under_other_readings() -> None:
    products, pin = policy().limits
    green, all_pin = frozenset({GREEN}), frozenset({PIN_ENTERPRISE, PIN_PRODUCT})
    years = [(f"{products.id} {year}", year, green) for year in (2020, 2021, 2022)]
    assert limits("A23", 2) == [*years, (pin.id, None, all_pin)]
    brands = {"22-industrial-brand", BRAND, "22-zhejiang-quality"}
    covered = ({PIN_PRODUCT}, {*all_pin, TRADEMARK}, {*all_pin, TRADEMARK, *brands})
    for option, awards in enumerate(covered, 2):
        assert limits("A31", option) == [
            (products.id, None, green),
            (pin.id, None, frozenset(awards)),
        ]


def test_the_ceiling_of_an_enterprise_and_year_moves_no_choice() -> None:
    found: tuple[Limit, ...] = settings("A47", 2)["limits"]
    caps = {INVESTMENT: 30, CLAUSE_6[0]: 30, CLAUSE_6[1]: 5, CLAUSE_8[0]: 30, CLAUSE_8[1]: 20}
    shared = [limit for limit in found if not limit.moves_choice]
    assert [limit for limit in found if limit.moves_choice] == list(policy().limits)
    assert {(limit.awards, limit.year, limit.in_all) for limit in shared} == {
        (frozenset({award}), year, most * 1_000_000 * 100)
        for award, most in caps.items()
        for year in (2020, 2021, 2022)
    }
    assert len(shared) == 15
    assert {limit.id for limit in shared} == {
        f"{award} {year}" for award in caps for year in (2020, 2021, 2022)
    }


def test_only_a_ceiling_becomes_a_limit() -> None:
    """A line without a sum has none, and a sum without a ceiling none either."""
    line = next(award for award in policy().awards.values() if award.sum is None)
    open_ended = policy().awards[MATCH]
    assert open_ended.sum is not None and open_ended.sum.at_most is None
    effect = {"ceiling": "enterprise-and-year", "awards": [line.id, MATCH, INVESTMENT]}
    found = limits_under(effect | {"reading": "A47"}, (), policy().awards, range(2021, 2022))
    assert [limit.id for limit in found] == [f"{INVESTMENT} 2021"]


def test_awards_that_exclude_others_go_on_excluding_them() -> None:
    awards = dict(policy().awards)
    awards[BRAND] = replace(awards[BRAND], excludes=frozenset({TRADEMARK}))
    effects = document()["alternatives"]
    (both,) = (e for e in effects if (e["reading"], e["option"]) == ("A61", 3))
    assert set(awards_under(both, awards)) == {PREMIUM, MATCH}


def test_the_term() -> None:
    term = {"valid_from": date(2020, 3, 16), "valid_to": date(2023, 3, 15)}
    assert settings("A41", 2) == term
    assert settings("A41", 3) == {"accounts": (date(2019, 1, 1), date(2021, 12, 31))}
    ever = without_term(policy())
    assert (ever.valid_from, ever.valid_to) == (date.min, date.max)
    assert replace(ever, valid_from=policy().valid_from, valid_to=policy().valid_to) == policy()


def shape(lines: str) -> Shape:
    """Make a shape from `03 a, 06 b`: awards by their short names, each with its subject."""
    names = {
        "03": INVESTMENT,
        "06": WORKSHOP,
        "top-up": TOP_UP,
        "city": CITY,
        "province": PROVINCE,
        "nation": NATION,
        "premium": PREMIUM,
        "match": MATCH,
        "champion": CHAMPION,
        "design": "11-design-centre",
        "brand": BRAND,
        "industrial": "22-industrial-brand",
        "revenue": REVENUE,
        "green": GREEN,
        "pin": PIN_PRODUCT,
        "pins": PIN_ENTERPRISE,
        "trademark": TRADEMARK,
    }
    made = [line.split() for line in lines.split(", ")]
    return Shape.of((names[award], subject) for award, subject in made)


def test_which_awards_share_a_subject_or_come_twice() -> None:
    assert shape("03 a") == Shape(frozenset({INVESTMENT}), frozenset(), frozenset(), False)
    assert shape("03 a, 06 b") == Shape(
        frozenset({INVESTMENT, WORKSHOP}), frozenset(), frozenset(), True
    )
    assert shape("03 a, 06 a, green b, green b, pin c") == Shape(
        frozenset({INVESTMENT, WORKSHOP, GREEN, PIN_PRODUCT}),
        frozenset({INVESTMENT, WORKSHOP, GREEN}),
        frozenset({GREEN}),
        True,
        frozenset({GREEN}),
    )
    assert shape("03 a, 03 b").many == {INVESTMENT}


@pytest.mark.parametrize(
    ("reading", "option", "touched", "untouched"),
    [
        ("A01", 2, ["03 a, champion b"], ["03 a"]),
        ("A01", 3, ["03 a, 06 a"], ["03 a, 06 b"]),
        ("A01", 4, ["03 a, 06 a", "champion a, champion a", "revenue a"], ["03 a, champion b"]),
        ("A03", 2, ["03 a, 06 a"], ["03 a, 06 b"]),
        ("A04", 2, ["top-up a, 03 a"], ["top-up a, 03 b", "03 a, 06 a"]),
        ("A04", 3, ["top-up a, 03 a"], ["top-up a, 03 b", "03 a, 06 a"]),
        ("A05", 2, ["city a, nation a"], ["city a, nation b", "city a, province a, nation b"]),
        ("A05", 3, ["city a, province a"], ["city a, province b", "03 a, 06 a"]),
        ("A08", 2, [], ["03 a, 06 a"]),
        ("A13", 2, ["03 a, 06 a"], ["03 a, 06 b", "champion a, champion a"]),
        ("A16", 2, ["revenue a"], ["champion a, champion a"]),
        ("A29", 2, ["premium a, 03 a"], ["premium a, 03 b", "03 a, 06 a"]),
        ("A32", 2, ["pins a, pins a"], ["pins a", "pins a, pin b"]),
        ("A47", 2, ["03 a, 03 b", "06 a, 06 a"], ["03 a, 06 b", "green a, green b"]),
        ("A59", 2, ["03 a, 06 a"], ["03 a, 06 b"]),
        ("A60", 2, ["premium a, premium a"], ["premium a, premium b", "03 a, 03 a"]),
        ("A61", 3, ["premium a, match a"], ["match a", "03 a, 06 a"]),
        ("A66", 2, ["brand a, brand a"], ["brand a, brand b", "champion a, champion a"]),
        ("A16", 3, ["revenue a", "03 a, revenue b"], ["03 a, 06 a"]),
        ("A17", 3, [], ["top-up a, 03 a"]),
        ("A23", 2, ["green a"], ["pin a, trademark a"]),
        ("A28", 2, ["premium a, match a"], ["premium a, match b", "03 a, 06 a"]),
        ("A28", 3, [], ["premium a, match a"]),
        ("A31", 2, ["pin a", "pins a"], ["trademark a", "green a, green a"]),
        ("A31", 3, ["pin a", "pins a", "trademark a"], ["industrial a", "brand a"]),
        ("A31", 4, ["pin a", "trademark a", "industrial a", "brand a"], ["green a, 03 a"]),
        ("A37", 2, ["champion a, champion a"], ["champion a, design a", "brand a, brand a"]),
        ("A37", 3, ["design a, design a"], ["champion a, champion b", "brand a, brand a"]),
        ("A41", 2, [], ["03 a, 06 a, revenue b"]),
        ("A41", 3, [], ["03 a, 06 a, revenue b"]),
    ],
)
def test_claims_are_settled_again_only_where_the_option_touches_them(
    reading: str, option: int, touched: list[str], untouched: list[str]
) -> None:
    found = other(reading, option)
    assert [lines for lines in touched if not found.settles_again(shape(lines))] == []
    assert [lines for lines in untouched if found.settles_again(shape(lines))] == []
    assert all(found.may_matter(shape(lines)) for lines in touched)


@pytest.mark.parametrize(
    ("reading", "option", "matters", "nothing"),
    [
        ("A08", 2, ["06 a", "06 a, 03 b"], ["03 a", "revenue a"]),
        ("A17", 3, ["top-up a"], ["06 a"]),
        ("A28", 2, ["premium a"], ["match a"]),
        ("A28", 3, ["premium a"], ["match a", "match a, 03 b"]),
        ("A41", 2, ["03 a", "revenue a"], []),
        ("A41", 3, ["03 a", "revenue a"], []),
        ("A03", 2, [], ["03 a", "03 a, 06 b"]),
        ("A04", 2, [], ["top-up a", "03 a, 06 a"]),
        ("A23", 2, [], ["pin a"]),
    ],
)
def test_an_option_that_cannot_matter_is_not_tried(
    reading: str, option: int, matters: list[str], nothing: list[str]
) -> None:
    found = other(reading, option)
    assert [lines for lines in matters if not found.may_matter(shape(lines))] == []
    assert [lines for lines in nothing if found.may_matter(shape(lines))] == []


def test_the_options_stand_in_the_order_of_the_ledger() -> None:
    told = [(effect["reading"], effect["option"]) for effect in document()["alternatives"]]
    assert [(one.reading, one.option) for one in policy().others] == told
