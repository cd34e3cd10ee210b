"""Compares the engine with the second evaluator on random applications.

    python -m tests.eligibility.differential --count 20000 --seed 1

Half of them have unknown facts. Then every joint completion of a grid of values is evaluated, which
gives the missing facts, each range and both ends of the total. Prints every difference.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from fractions import Fraction
from typing import Any

from tests.eligibility import second, second_awards
from tests.eligibility.applications import AWARDS, Json, likely, summed
from tests.eligibility.completion_grid import blanks, completions, size

MOST_COMPLETIONS = 60
HUGE = 10**32
"""Fen that can only come from a figure as large as can be typed."""

FAMILIES: dict[str, tuple[str, ...]] = {
    "any": tuple(AWARDS),
    "project": tuple(
        award
        for award, line in second_awards.LINES.items()
        if line.subject in ("project", "platform")
    ),
    "product": (
        second_awards.GREEN,
        *second_awards.PIN,
        "17-chokepoint-product",
        "21-first-set",
        "06-park-digital-upgrade",
        "26-champion-title",
    ),
    "titles": tuple(
        award for award, line in second_awards.LINES.items() if line.tier or line.steps
    ),
    "insurance": (
        *second_awards.INSURANCE,
        "29-cluster-match",
        "09-software-rd",
        "37-land-floor",
        "29-cluster-organisation",
        "07-platform-solution-service",
    ),
}
DAYS = ("2020-01-01", "2020-06-30", "2021-06-30", "2021-06-30", "2022-12-31")
OUTSIDE = ("2019-12-31", "2023-01-01")
FIGURES = ("0", "0.01", "0.04", "500000", "2000000", "2000000.01", "5000000", "10000000",
           "20000000", "33333333.33", "50000000", "100000000", "150000000.01",
           "5000000000", "5000000000.01", "10000000000.01", "60000000000")  # fmt: skip


def application(chance: random.Random) -> Json:
    """Make an application on few subjects, so that claims collide."""
    family = chance.choice(list(FAMILIES))
    awards = FAMILIES[family]
    subjects = "甲乙" if chance.random() < 0.6 else "甲乙丙丁戊己庚"
    claims = []
    for number in range(chance.choice([1, 2, 3, 4, 5, 6, 7])):
        award = chance.choice(awards)
        facts = {fact["name"]: _answer(chance, award, fact) for fact in AWARDS[award]["facts"]}
        impossible = facts.get("central_subsidised") is False and "central_subsidy" in facts
        if impossible and chance.random() < 0.95:
            facts["central_subsidy"] = "0"
        day = chance.choice(OUTSIDE if chance.random() < 0.06 else DAYS)
        subject = chance.choice(subjects)
        claims.append(
            {"id": f"c{number}", "award": award, "subject": subject, "date": day, "facts": facts}
        )
    paid = []
    for _ in range(chance.choice([0, 0, 1, 2, 4])):
        sum_ = chance.choice([str(chance.randrange(600_000)), "0", "100000.01", "3000000"])
        paid.append(
            {
                "award": chance.choice([*awards, *(claim["award"] for claim in claims)]),
                "subject": chance.choice(subjects),
                "date": chance.choice(DAYS),
                "amount": sum_,
            }
        )
    return {"claims": claims, "paid": paid}


def _answer(chance: random.Random, award: str, fact: Json) -> Any:
    answers = likely(award, fact["name"])
    if answers:
        return chance.choice(answers)
    if chance.random() < 0.5:
        return chance.choice(FIGURES)
    fen = chance.randrange(chance.choice([10**6, 10**9, 10**11]))
    return f"{fen // 100}.{fen % 100:02d}"


def with_blanks(chance: random.Random, whole: Json) -> Json:
    """Remove facts and dates, as long as all completions can be tried."""
    places = [
        (number, name)
        for number, claim in enumerate(whole["claims"])
        for name in ("date", *claim["facts"])
    ]
    chance.shuffle(places)
    for number, name in places[: chance.choice([1, 2, 3, 4])]:
        claims = [claim | {"facts": dict(claim["facts"])} for claim in whole["claims"]]
        if name == "date":
            claims[number]["date"] = None
        elif chance.random() < 0.5:
            claims[number]["facts"][name] = None
        else:
            del claims[number]["facts"][name]
        if size(whole | {"claims": claims}) <= MOST_COMPLETIONS:
            whole = whole | {"claims": claims}
    return whole


def fen(yuan: str | None) -> int:
    return int(Fraction(yuan or "0") * 100)


def differences(whole: Json, told: Json) -> list[str]:
    """Return the differences between the engine and the second evaluator."""
    if not blanks(whole):
        return _known(whole, told)
    if any(award["status"] == "invalid" for award in told["awards"]):
        return []
    return _unknown(whole, told)


def _known(whole: Json, told: Json) -> list[str]:
    found = second.evaluate(whole)
    said = []
    for award, (status, sum_) in zip(told["awards"], found, strict=True):
        if (award["status"], fen(award["amount"])) != (status, sum_):
            mine = f"{award['status']} {award['amount']}"
            said.append(f"{award['claim']}: the engine {mine}, the second {status} {sum_ / 100}")
        if award["missing"] or award["range"]:
            said.append(f"{award['claim']}: open, with every fact known")
    return said + _totals(told, second.totals(whole, found))


def _totals(told: Json, sums: dict[str, int]) -> list[str]:
    return [
        f"{key}: the engine {told['totals'][key]}, the second {sum_ / 100}"
        for key, sum_ in sums.items()
        if fen(told["totals"][key]) != sum_
    ]


def _unknown(whole: Json, told: Json) -> list[str]:
    results: dict[tuple[Any, ...], list[tuple[int, str]]] = {}
    most: list[int] = []
    filled: Json = whole
    for values, filled in completions(whole):
        found = second.evaluate(filled)
        results[values] = [(sum_, _counts(status) if sum_ else "") for status, sum_ in found]
        most.append(second.totals(filled, found)["max"])
    missing: dict[int, set[str]] = {}
    for at, (number, name) in enumerate(blanks(whole)):
        rows = defaultdict(set)
        for values, vector in results.items():
            rows[values[:at] + values[at + 1 :]].add(tuple(vector))
        if any(len(row) > 1 for row in rows.values()):
            missing.setdefault(number, set()).add(name)
    # without the claims that need facts; for the others any completion
    sure = filled | {
        "claims": [
            made | {"stated_only": True, "date": stated["date"], "facts": stated["facts"]}
            if number in missing
            else made
            for number, (made, stated) in enumerate(
                zip(filled["claims"], whole["claims"], strict=True)
            )
        ]
    }
    found = second.evaluate(sure)
    said = []
    loose = False
    for number, award in enumerate(told["awards"]):
        bound = any(note["code"] == "range-bound" for note in award["notes"])
        loose = loose or bound
        sums = [vector[number][0] for vector in results.values()]
        if not bound:
            expected = missing.get(number, set())
            if set(award["missing"]) != expected:
                said.append(f"{award['claim']}: missing {award['missing']}, not {expected}")
            said += _span(award["claim"], award["range"], min(sums), max(sums))
        if number in missing:
            if award["amount"] is not None:
                said.append(f"{award['claim']}: an amount, though facts decide")
        elif fen(award["amount"]) != found[number][1]:
            said.append(f"{award['claim']}: {award['amount']}, the second {found[number][1] / 100}")
    if not loose:
        said += _totals(told, second.totals(sure, found))
        said += _span("the total", told["totals"]["range"], min(most), max(most))
    return said


def _counts(status: str) -> str:
    if status == "payable":
        return "payable"
    return "reference" if status in ("reference", "needs-review") else ""


def _span(name: str, span: list[str | None] | None, least: int, most: int) -> list[str]:
    if least == most:
        return [f"{name}: a range {span}, always {least / 100}"] if span else []
    if span is None:
        return [f"{name}: no range, from {least / 100} to {most / 100}"]
    ends = fen(span[0]) == least and (
        most > HUGE if span[1] is None else most < HUGE and fen(span[1]) == most
    )
    return [] if ends else [f"{name}: a range {span}, from {least / 100} to {most / 100}"]


def run(count: int, seed: int) -> int:
    """Compare a number of applications; return how many differ."""
    differ = unknown = 0
    statuses: Counter[str] = Counter()
    for number in range(count):
        chance = random.Random(seed * 10_000_000 + number)
        whole = application(chance)
        if number % 2:
            whole = with_blanks(chance, whole)
            unknown += 1
        told = summed(whole)
        statuses.update(award["status"] for award in told["awards"])
        said = differences(whole, told)
        if said:
            differ += 1
            print(f"application {number} of seed {seed}:", *said, sep="\n  ")
            print(" ", json.dumps(whole, ensure_ascii=False), flush=True)
    claims = statuses.total()
    print(f"{count} applications, {claims} claims, {unknown} with unknown facts: {differ} differ")
    print(", ".join(f"{status} {times}" for status, times in statuses.most_common()))
    return differ


def main() -> None:
    parser = argparse.ArgumentParser(description="Hold the engine against a second evaluator.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.count, options.seed) else 0)


if __name__ == "__main__":
    main()
