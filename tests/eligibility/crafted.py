"""Applications constructed to be slow: many products, each with two ways of nearly equal value.

Each product is claimed under 22-pin-product, which draws on the common 500,000 yuan, and under
06-park-digital-upgrade, which does not. An odd sum was paid for it, and the second award pays a
little less than the first. So many sets of products fill the room almost equally, and the best
differs by fen. With unknown levels, the choice is repeated for each joint completion. `change`
alters an application slightly, for a search for slower ones.
"""

import random
from typing import Any

from tests.eligibility.applications import Json

PIN, OTHER, PAID = "22-pin-product", "06-park-digital-upgrade", "17-chokepoint-product"
GREEN = "13-green-product"


def fen(sum_: int) -> str:
    return f"{sum_ // 100}.{sum_ % 100:02d}"


def crafted(chance: random.Random, claims: int, unknown: int, green: float = 0) -> Json:
    """Build claims, with `unknown` unknown levels and a share of products that are also green."""
    style = chance.choice(["few yuan", "few fen", "wide", "like", "tiny"])
    made: list[Json] = []
    paid: list[Json] = []
    number = 0
    while len(made) < claims:
        subject = f"产品{number}"
        route, gross = chance.choice([("certified", 15_000_000), ("self-declared", 10_000_000)])
        received = chance.randrange(1, gross - 1)
        if style == "tiny":
            received = gross - chance.randrange(1, 2_000_000)
        elif style == "like":
            received = chance.randrange(1, 1000)
        less = {
            "few yuan": chance.randrange(1, 1000),
            "few fen": chance.randrange(1, 9),
            "wide": chance.randrange(1, gross - received + 1),
            "like": chance.randrange(1, 500),
            "tiny": chance.randrange(1, 200),
        }[style]
        day = f"{chance.choice([2020, 2021, 2022])}-{chance.randrange(1, 13):02d}-15"
        facts = {"route": route, "existing_enterprise": True}
        made.append(_claim(f"p{number}", PIN, subject, day, facts))
        base = {"pilot_level": "provincial", "actual_input": fen((gross - less) * 20)}
        made.append(_claim(f"o{number}", OTHER, subject, day, base))
        if chance.random() < green:
            made.append(_claim(f"g{number}", GREEN, subject, day, {"level": "national"}))
        paid.append(
            {"award": PAID, "subject": subject, "date": "2020-03-01", "amount": fen(received)}
        )
        number += 1
    made = made[:claims]
    others = [claim for claim in made if claim["award"] == OTHER]
    for claim in chance.sample(others, min(unknown, len(others))):
        claim["facts"].pop("pilot_level")
    chance.shuffle(made)
    return {"claims": made, "paid": paid}


def _claim(id_: str, award: str, subject: str, day: str, facts: Json) -> Json:
    return {"id": id_, "award": award, "subject": subject, "date": day, "facts": facts}


def change(chance: random.Random, application: Json) -> Json:
    """Alter one figure, route, level or payment."""
    claims = [claim | {"facts": dict(claim["facts"])} for claim in application["claims"]]
    paid = [dict(payment) for payment in application["paid"]]
    what = chance.choice(["input", "route", "payment", "level", "day"])
    claim: Any = chance.choice(claims)
    if what == "input" and "actual_input" in claim["facts"]:
        base = chance.randrange(1, 15_000_000)
        claim["facts"]["actual_input"] = fen(base * 20)
    elif what == "route" and "route" in claim["facts"]:
        claim["facts"]["route"] = chance.choice(["certified", "self-declared"])
    elif what == "level" and claim["award"] == OTHER:
        known = "pilot_level" in claim["facts"]
        open_claims = [c for c in claims if c["award"] == OTHER and "pilot_level" not in c["facts"]]
        if known and open_claims:
            other = chance.choice(open_claims)
            other["facts"]["pilot_level"] = claim["facts"].pop("pilot_level")
    elif what == "day":
        claim["date"] = f"{chance.choice([2020, 2021, 2022])}-{chance.randrange(1, 13):02d}-15"
    elif paid:
        payment = chance.choice(paid)
        payment["amount"] = fen(chance.randrange(1, 15_000_000))
    return {"claims": claims, "paid": paid}
