"""The awards of the second evaluator (`second.py`), read from the text by themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
Verdict = tuple[str, Fraction]
"""A status before other claims are considered, and the sum in yuan."""

WAN = 10_000
NO: Verdict = ("not-eligible", Fraction(0))


def figure(facts: Json, name: str) -> Fraction:
    return Fraction(str(facts[name]))


def pays(yuan: Fraction | int, status: str = "payable") -> Verdict:
    return (status, Fraction(yuan))


def share(condition: Callable[[Json], bool], base: str, percent: int, most: int) -> Any:
    """不超过…%、最高…: a share of the input, up to the ceiling."""

    def rule(facts: Json) -> Verdict:
        if not condition(facts):
            return NO
        return pays(min(figure(facts, base) * percent / 100, Fraction(most * WAN)))

    return rule


def tier(name: str, sums: Mapping[Any, int], also: Callable[[Json], bool] = lambda _: True) -> Any:
    """分档: a sum for each named level, none for other levels."""

    def rule(facts: Json) -> Verdict:
        if facts[name] not in sums or not also(facts):
            return NO
        return pays(sums[facts[name]] * WAN)

    return rule


def fixed(sum_: int, *conditions: str) -> Any:
    def rule(facts: Json) -> Verdict:
        return pays(sum_ * WAN) if all(facts[name] is True for name in conditions) else NO

    return rule


def yes(name: str) -> Callable[[Json], bool]:
    return lambda facts: facts[name] is True


def among(name: str, *codes: str) -> Callable[[Json], bool]:
    return lambda facts: facts[name] in codes


def software(facts: Json) -> Verdict:
    """Clause 9: research above 6% of sales and above 2 million, both strict."""
    spent, sales = figure(facts, "rd"), figure(facts, "sales")
    if facts["software_enterprise"] is not True or spent <= 200 * WAN:
        return NO
    if sales == 0:
        return pays(0, "needs-review")
    if spent * 100 <= sales * 6:
        return NO
    return pays(min((spent - sales * 6 / 100) / 2, Fraction(200 * WAN)))


def green_title(facts: Json) -> Verdict:
    sums = {"national": 50, "provincial": 25}
    if facts["level"] not in sums:
        return NO
    if facts["form"] == "other":  # with 等 the list is open
        return pays(0, "needs-review")
    return pays(sums[facts["level"]] * WAN)


def capacity(facts: Json) -> Verdict:
    if facts["centre_level"] not in ("municipal", "provincial", "national"):
        return NO
    if figure(facts, "investment") < 200 * WAN:
        return NO
    return pays(min(figure(facts, "actual_input") / 5, Fraction(2000 * WAN)))


def premium(facts: Json) -> Verdict:
    """Clause 21: 80% without central money; with it, for two kinds, a review figure (A28)."""
    sum_, central = figure(facts, "premium"), figure(facts, "central_subsidy")
    eighty = sum_ * 8 / 10
    if facts["kind"] == "first-set":
        return NO if facts["central_subsidised"] is True else pays(eighty)
    if cut(eighty) == 0:
        return NO
    if facts["kind"] == "other":
        return pays(0, "needs-review")
    if facts["central_subsidised"] is True:
        return pays(max(min(eighty, sum_ - central), Fraction(0)), "needs-review")
    return pays(eighty)


def match(facts: Json) -> Verdict:
    if facts["kind"] != "first-set" or facts["central_subsidised"] is not True:
        return NO
    return pays(figure(facts, "premium") / 5)


def champion(facts: Json) -> Verdict:
    holders = {
        "single-champion": (300, ("enterprise", "product")),
        "little-giant": (200, ("enterprise",)),
        "hidden-champion": (100, ("enterprise",)),
    }
    if facts["title"] not in holders:
        return NO
    sum_, held_by = holders[facts["title"]]
    return pays(sum_ * WAN) if facts["held_by"] in held_by else NO


def grant(facts: Json) -> Verdict:
    return pays(figure(facts, "national_grant"), "reference") if facts["listed"] is True else NO


def floor(facts: Json) -> Verdict:
    if facts["in_catalogue"] is not True:
        return NO
    whole = figure(facts, "minimum_price") * figure(facts, "area_m2")
    return pays(whole * 7 / 10 if facts["intensive"] is True else whole, "non-cash")


@dataclass(frozen=True)
class Line:
    """One award."""

    rule: Callable[[Json], Verdict] | None = None
    subject: str = "enterprise"
    """The kind of subject; with the prefix `by `, the name of the fact that decides it."""
    wording: str = "ceiling"
    tier: str | None = None
    """The fact with the level; each level is a separate award."""
    steps: tuple[str, str, bool, tuple[tuple[int, int], ...]] | None = None
    """First-time awards: the figure, the condition, strict or not, thresholds and sums in 万元."""
    yearly: bool = False
    named_by: str | None = None
    """A fact whose codes count as separate subjects: the form, the kind, the capacity."""
    adds_to: frozenset[str] = frozenset()


IN_YEARS = ((5000, 100), (10000, 200))
LINES: dict[str, Line] = {
    "03-industrial-investment": Line(share(yes("selected"), "actual_input", 20, 3000), "project"),
    "04-application-scenario": Line(share(yes("listed"), "actual_input", 30, 1000), "project"),
    "05-demo-base": Line(
        tier("level", {"national": 200, "provincial": 100}), "platform", tier="level"
    ),
    "05-small-enterprise-park": Line(tier("star", {5: 100, 4: 80}), "platform", tier="star"),
    "06-digital-workshop": Line(
        share(among("plan_level", "national", "provincial"), "actual_input", 20, 3000), "project"
    ),
    "06-park-digital-upgrade": Line(
        share(among("pilot_level", "provincial"), "actual_input", 5, 500), "project"
    ),
    "07-platform-solution-service": Line(
        share(yes("listed"), "annual_service_income", 30, 500), "platform", yearly=True
    ),
    "07-service-company-revenue": Line(steps=("revenue", "service_company", False, IN_YEARS)),
    "08-platform-construction": Line(share(yes("listed"), "actual_input", 20, 3000), "project"),
    "08-new-mode-pilot": Line(share(yes("listed"), "actual_input", 20, 2000), "project"),
    "08-demo-topup": Line(
        tier("level", {"national": 200, "provincial": 200}, yes("clause_8_project")),
        "project",
        tier="level",
        adds_to=frozenset({"08-platform-construction", "08-new-mode-pilot"}),
    ),
    "09-software-rd": Line(software, yearly=True),
    "10-service-manufacturing": Line(
        tier(
            "level",
            {"national": 200, "provincial": 100},
            among("listed_as", "enterprise", "project", "platform"),
        ),
        "by listed_as",
        tier="level",
        named_by="listed_as",
    ),
    "11-design-firm-revenue": Line(
        steps=("revenue", "design_body", False, ((500, 20), (1000, 30)))
    ),
    "11-design-centre": Line(tier("level", {"provincial": 100, "national": 200}), tier="level"),
    "13-green-title": Line(green_title, "by form", wording="exact", tier="level", named_by="form"),
    "13-green-product": Line(tier("level", {"national": 10}), "product", wording="exact"),
    "14-city-centre": Line(fixed(1000, "recognised"), "platform", wording="exact"),
    "14-provincial-centre": Line(
        fixed(1000, "recognised"),
        "platform",
        wording="exact",
        adds_to=frozenset({"14-city-centre"}),
    ),
    "14-national-centre": Line(fixed(10000, "recognised"), "platform"),
    "14-national-branch": Line(fixed(5000, "introduced"), "platform"),
    "14-industrialisation-platform": Line(fixed(3000, "introduced"), "platform"),
    "14-capacity-project": Line(capacity, "project"),
    "17-chokepoint-product": Line(
        tier("level", {"national": 100, "provincial": 50}), "product", tier="level"
    ),
    "17-innovation-enterprise": Line(
        tier("level", {"national": 100, "provincial": 50}), tier="level"
    ),
    "21-insurance-premium": Line(premium, "insurance", wording="exact", yearly=True),
    "21-insurance-match": Line(match, "insurance", wording="exact", yearly=True),
    "21-first-set": Line(
        tier("scope", {"domestic": 100, "provincial": 50}), "product", tier="scope"
    ),
    "22-pin-enterprise": Line(tier("route", {"certified": 30, "self-declared": 20})),
    "22-pin-product": Line(
        tier("route", {"certified": 15, "self-declared": 10}, yes("existing_enterprise")),
        "product",
        tier="route",
    ),
    "22-well-known-trademark": Line(fixed(50, "recognised")),
    "22-industrial-brand": Line(fixed(100, "recognised")),
    "22-regional-brand": Line(
        tier("kind", {"cluster": 100, "industry": 50}), tier="kind", named_by="kind"
    ),
    "22-zhejiang-quality": Line(fixed(20, "recognised"), wording="exact"),
    "26-world-500": Line(fixed(3000, "first_time")),
    "26-china-500": Line(fixed(200, "first_time")),
    "26-core-team": Line(
        steps=("sales_in_city", "", True, ((500000, 50), (1000000, 100), (5000000, 200)))
    ),
    "26-champion-title": Line(champion, "by held_by", tier="title"),
    "28-platform-construction": Line(
        share(yes("national_project"), "investment", 30, 100), "platform"
    ),
    "28-platform-title": Line(fixed(100, "awarded"), "platform"),
    "29-cluster-organisation": Line(fixed(50, "city_level", "evaluated"), yearly=True),
    "29-cluster-match": Line(grant, wording="reference", yearly=True),
    "37-land-floor": Line(floor, "land", wording="floor"),
}
ORDER = list(LINES)
GROUPED = ("project", "product", "platform")
MAY_BE_GROUPED = frozenset(
    award
    for award, line in LINES.items()
    if line.subject in GROUPED or line.subject in ("by listed_as", "by form", "by held_by")
)
INSURANCE = ("21-insurance-premium", "21-insurance-match")
PIN = ("22-pin-enterprise", "22-pin-product")
GREEN = "13-green-product"
FIRST_DAY, LAST_DAY = "2020-01-01", "2022-12-31"


def cut(yuan: Fraction) -> int:
    return yuan.numerator * 100 // yuan.denominator
