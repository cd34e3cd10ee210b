"""The ways in which the policy states a sum, each in its own words."""

from typing import Annotated, Any

from pydantic import Discriminator, Tag

from clauses.model.base import AwardId, Code, Model, MoneyWords, ShareWords


class FixedSum(Model):
    """A sum that depends on nothing: `amount: 最高1亿元`."""

    amount: MoneyWords


class TieredSum(Model):
    """分档: a sum for each code of a fact, in the order of the text."""

    by: str
    tiers: dict[Code | int, MoneyWords]
    undecided: list[Code] = []
    """Codes for which the text names a tier but gives no figure of its own (clause 8)."""


class RateSum(Model):
    """A share of a figure, with or without a ceiling: `rate: 不超过20%`, `at_most: 最高…`."""

    rate: ShareWords
    of: str
    at_most: MoneyWords | None = None


class Beyond(Model):
    """The part of a figure that is subsidised begins beyond this share of another."""

    share: ShareWords
    of: str


class ExcessSum(Model):
    """A share of what a figure exceeds a share of another by (clause 9)."""

    rate: ShareWords
    of: str
    beyond: Beyond
    at_most: MoneyWords


class Step(Model):
    """One step of a first-time ladder."""

    at: MoneyWords
    sum: MoneyWords


class FirstTimeSum(Model):
    """首次达到 / 首次超过: the highest step crossed for the first time (clauses 7, 11, 26)."""

    first_time: str
    """The word of comparison: 达到 (the number included) or 超过 (excluded)."""
    of: str
    before: str
    """The fact that holds the best earlier year."""
    steps: list[Step]


class HalvedSum(Model):
    """减半: half of the tiers of another award (clause 22)."""

    halved: str
    """The word of the text."""
    half_of: AwardId
    by: str


class MatchedSum(Model):
    """资金配套: follows another grant; the text states no ratio, so 1:1 as a reference (A39)."""

    matches: str


class PriceFloorSum(Model):
    """底价: a lowest reserve price, in whole or as a share where a fact is yes (clause 37)."""

    floor: str
    times: str
    share: ShareWords
    share_when: str


_BY_KEY = {
    "amount": "fixed",
    "tiers": "tiered",
    "beyond": "excess",
    "steps": "first-time",
    "half_of": "halved",
    "matches": "matched",
    "floor": "price-floor",
    "rate": "rate",
}


SUM_MECHANISMS = frozenset(_BY_KEY.values())


def sum_mechanism(value: Any) -> str | None:
    """Name the mechanism of a sum by the key that only it has."""
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    return next((name for key, name in _BY_KEY.items() if key in keys), None)


Sum = Annotated[
    Annotated[FixedSum, Tag("fixed")]
    | Annotated[TieredSum, Tag("tiered")]
    | Annotated[ExcessSum, Tag("excess")]
    | Annotated[FirstTimeSum, Tag("first-time")]
    | Annotated[HalvedSum, Tag("halved")]
    | Annotated[MatchedSum, Tag("matched")]
    | Annotated[PriceFloorSum, Tag("price-floor")]
    | Annotated[RateSum, Tag("rate")],
    Discriminator(
        sum_mechanism,
        custom_error_type="sum",
        custom_error_message="a sum with one of the keys " + ", ".join(_BY_KEY),
    ),
]
