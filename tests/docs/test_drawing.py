"""The drawings: every rate and ladder has one, and each of its figures is the engine's own."""

import json
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

import eligibility
from clauses.document import PolicyDocument
from docs.site.language import LANGUAGES, ZH
from docs.site.pages.curves import Curve, curves_of, round_up, ticks
from docs.site.pages.drawing import BOTTOM, LEFT, RIGHT, TOP, drawing

LADDER = "07-service-company-revenue"


@pytest.fixture(scope="module")
def curves(policy: PolicyDocument) -> dict[str, Curve]:
    return curves_of(policy)


def test_every_rate_and_every_ladder_is_drawn(
    policy: PolicyDocument, curves: dict[str, Curve]
) -> None:
    drawn = {
        award["id"]
        for award in policy.wizard["awards"]
        if award["sum"]["mechanism"] in ("rate", "excess", "first-time")
    }
    assert set(curves) == drawn
    assert len(drawn) == 15


def test_each_curve_runs_from_nothing_up_to_its_ceiling(curves: dict[str, Curve]) -> None:
    for id_, curve in curves.items():
        sums = [point.award for point in curve.line]
        figures = [point.figure for point in curve.line]
        assert sums[0] == 0 and sums == sorted(sums), id_
        assert figures[0] == 0 and figures[-1] == curve.end, id_
        if curve.ceiling is not None:
            assert curve.bites is not None
            assert sums[-1] == max(sums) == curve.ceiling, id_
            assert curve.bites < curve.end


# facts written out here, not by the code that draws; None stands for the figure on the axis
KNOWN: dict[str, dict[str, Any]] = {
    "03-industrial-investment": {"selected": True, "actual_input": None},
    "14-capacity-project": {
        "centre_level": "national",
        "investment": "2000000",
        "actual_input": None,
    },
    "09-software-rd": {"software_enterprise": True, "rd": None, "sales": "40000000"},
    "07-service-company-revenue": {"service_company": True, "revenue": None, "prior_best": "0"},
}


@pytest.mark.parametrize("award", KNOWN)
def test_between_its_corners_a_curve_is_straight(
    policy: PolicyDocument, curves: dict[str, Curve], award: str
) -> None:
    engine = eligibility.Policy.from_document(policy.wizard)
    line = curves[award].line
    for before, after in pairwise(line):
        middle = ((before.figure + after.figure) / 2).quantize(Decimal("0.01"))
        claim = {
            "id": "1",
            "award": award,
            "subject": "s",
            "date": "2021-06-30",
            "facts": {
                name: f"{middle:f}" if value is None else value
                for name, value in KNOWN[award].items()
            },
        }
        application = eligibility.read_application(json.dumps({"claims": [claim], "paid": []}))
        amount = Decimal(eligibility.assess(engine, application)["awards"][0]["amount"])
        share = (middle - before.figure) / (after.figure - before.figure)
        straight = before.award + share * (after.award - before.award)
        jumps = after.figure - before.figure <= Decimal("0.01")
        assert jumps or abs(amount - straight) <= Decimal("0.02")


def test_a_threshold_says_on_which_side_its_own_figure_counts(curves: dict[str, Curve]) -> None:
    # 达到 counts its figure, 超过 does not
    reached = curves["07-service-company-revenue"].jumps
    assert [(after.figure, counts) for _, after, counts in reached] == [
        (Decimal(50_000_000), True),
        (Decimal(100_000_000), True),
    ]
    exceeded = curves["26-core-team"].jumps
    assert [(before.figure, counts) for before, _, counts in exceeded] == [
        (Decimal(5_000_000_000), False),
        (Decimal(10_000_000_000), False),
        (Decimal(50_000_000_000), False),
    ]


def test_a_drawing_stays_in_its_field_and_shows_each_sum_as_what_it_is(
    policy: PolicyDocument, curves: dict[str, Curve]
) -> None:
    awards = {award.id: award for _, award in policy.awards}
    for language in LANGUAGES:
        word = "最高" if language.code == "zh" else "at most"
        for id_, curve in curves.items():
            drawn = drawing(awards[id_], curve, language)
            for place in drawn.line.split():
                x, y = map(float, place.split(","))
                assert LEFT <= x <= RIGHT and TOP <= y <= BOTTOM, id_
            given = [row.award for row in drawn.rows if row.award not in ("0元", "RMB 0")]
            assert given
            said = [mark.said for mark in drawn.marks if mark.said]
            assert len(said) == len(curve.jumps) + bool(curve.ceiling), id_
            ceiling = awards[id_].wording == "ceiling"
            assert all((word in text) == ceiling for text in given), id_
            assert drawn.description.count(word) == (len(given) if ceiling else 0)


def test_the_table_of_clause_3_says_where_its_ceiling_bites(
    policy: PolicyDocument, curves: dict[str, Curve]
) -> None:
    awards = {award.id: award for _, award in policy.awards}
    id_ = "03-industrial-investment"
    rows = drawing(awards[id_], curves[id_], ZH).rows
    assert [(row.figure, row.award) for row in rows] == [
        ("0元", "0元"),
        ("5000万元", "最高1000万元"),
        ("1亿元", "最高2000万元"),
        ("1.5亿元", "最高3000万元"),
        ("2亿元", "最高3000万元"),
    ]
    assert [row.remark for row in rows if row.remark] == ["达到上限"]


@pytest.mark.parametrize(
    ("value", "round_"), [("38461", "40000"), ("1", "1"), ("12.1", "15"), ("990", "1000")]
)
def test_rounding_up(value: str, round_: str) -> None:
    assert round_up(Decimal(value)) == Decimal(round_)


def test_ticks_are_round_and_few() -> None:
    assert ticks(Decimal(200)) == [0, 50, 100, 150, 200]
    assert ticks(Decimal(15)) == [0, 5, 10, 15]
    assert ticks(Decimal(80)) == [0, 20, 40, 60, 80]


@pytest.mark.parametrize(
    ("fact", "type_", "test"),
    [
        ("other", "money", {"compare": ">", "figure": "2000000", "of": None}),
        ("other", "money", {"compare": "<=", "figure": "2000000", "of": None}),
        ("other", "percentage", {"compare": ">=", "figure": "0.03", "of": None}),
        ("other", "count", {"compare": ">=", "figure": "100", "of": None}),
        ("other", "date", {"compare": ">=", "figure": "2020-01-01", "of": None}),
        ("other", "yes-no", {"in": [False]}),
    ],
)
def test_a_condition_on_another_fact_bends_no_curve(
    policy: PolicyDocument, curves: dict[str, Curve], fact: str, type_: str, test: dict[str, Any]
) -> None:
    assert _drawn_with(policy, fact, type_, test) == curves[LADDER]


@pytest.mark.parametrize(
    ("fact", "of", "comparison"),
    [("other", "revenue", ">="), ("revenue", "other", ">"), ("prior_best", None, "<")],
)
def test_a_condition_that_binds_what_is_drawn_to_another_fact_leaves_no_curve(
    policy: PolicyDocument, fact: str, of: str | None, comparison: str
) -> None:
    test = {"compare": comparison, "figure": "0.03", "of": of}
    assert _drawn_with(policy, fact, "money", test) is None


def test_a_condition_on_the_drawn_figure_bends_its_curve(
    policy: PolicyDocument, curves: dict[str, Curve]
) -> None:
    test = {"compare": "<=", "figure": "60000000", "of": None}
    bent = _drawn_with(policy, "revenue", "money", test)
    assert bent is not None
    (before, after, counts) = bent.jumps[-1]
    assert (before.figure, after.award, counts) == (Decimal(60_000_000), Decimal(0), False)
    assert bent.jumps[0] == curves[LADDER].jumps[0]


def _drawn_with(
    policy: PolicyDocument, fact: str, type_: str, test: dict[str, Any]
) -> Curve | None:
    """Return the curve of a ladder with one condition more."""
    data = json.loads(json.dumps(policy.data))
    award = next(one for one in data["awards"] if one["id"] == LADDER)
    asked = next(fact for fact in award["facts"] if fact["name"] == "revenue")
    award["facts"].append({**asked, "name": "other", "type": type_})
    award["conditions"].append({**award["conditions"][0], "fact": fact, "test": test})
    return curves_of(PolicyDocument.read(data)).get(LADDER)
