"""A made roster, marked as invented: real in its distribution, damaged as spreadsheets damage.

`python -m tests.rosters.made 100000 roster.csv` writes one: many small titles, few large projects,
cells that are empty, 无 or N/A, sums with units, and some rows that cannot be used.
"""

import csv
import random
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from clauses.rosters.columns import DUE, Columns
from clauses.rosters.credit_codes import check_sign
from eligibility.mechanisms import sum_of
from tests.policy import document

CLAIMS = 3
"""Claims of an enterprise, on the average."""
PAID = 0.02
"""Part of the rows that is a payment already received."""
_EMPTY = ("", "", "", "无", "—", "N/A")


def rows(
    enterprises: int, seed: int = 2020, damaged: float = 0.01, without: Collection[str] = ()
) -> Iterator[list[str]]:
    """Yield the headings and then one row a claim; `without` are awards that nobody claims."""
    policy = document()
    columns = Columns([policy])
    yield [both.zh for both in columns.headings.values()]
    chance = random.Random(seed)
    awards = [award for award in policy["awards"] if award["id"] not in without]
    # small titles are common, large projects rare
    weights = [
        1 / (1 + float(sum_of(award["sum"]).maximum_amount() or 0) / 2e6) for award in awards
    ]
    for number in range(enterprises):
        code = f"91330200MA{number:07d}"
        code += check_sign(code)
        for claim in range(chance.choice((1, 2, 3, 3, 4, 5))):
            (award,) = chance.choices(awards, weights)
            row = _row(chance, columns, award, code, claim)
            if claim and chance.random() < PAID:
                row[6] = f"{chance.randrange(1, 60)}万元"
            yield _damaged(chance, row) if chance.random() < damaged else row


def _row(
    chance: random.Random, columns: Columns, award: dict[str, Any], code: str, claim: int
) -> list[str]:
    day = f"{chance.choice((2020, 2021, 2022))}-{chance.randrange(1, 13):02d}-15"
    fixed = [code, f"虚构企业{code[-8:]}", str(claim + 1), award["name"]["zh"],
             f"虚构项目{claim + 1}", "" if chance.random() < 0.03 else day, ""]  # fmt: skip
    facts = [
        _cell(chance, *fact.by_award[award["id"]]) if award["id"] in fact.by_award else ""
        for fact in columns.facts.values()
    ]
    stages = {f"{DUE}{stage['code']}" for stage in award["stages"]}
    # half of the projects say when they start or are complete
    days = [
        f"{int(day[:4]) + at}-06-30" if key in stages and chance.random() < 0.5 else ""
        for at, key in enumerate(columns.stages)
    ]
    return fixed + facts + days


def _cell(chance: random.Random, fact: Any, codes: Any) -> str:
    if chance.random() < 0.04:
        return chance.choice(_EMPTY)
    match fact["type"]:
        case "money":
            sum_ = int(10 ** chance.triangular(4, 9, 6.3))
            return chance.choice((f"{sum_}", f"{sum_:,}", f"{sum_ / 10000:.2f}万元"))
        case "area":
            return f"{chance.randrange(1_000, 80_000)}"
        case "yes-no":
            return chance.choice(("是", "是", "是", "否"))
        case _:
            return str(chance.choice(list(codes.names.values())).zh)


def _damaged(chance: random.Random, row: list[str]) -> list[str]:
    at = chance.choice((0, 0, 3, 5))
    return [*row[:at], {0: "9.13302E+17", 3: "没有的项目", 5: "2021-02-30"}[at], *row[at + 1 :]]


def write(path: Path, enterprises: int, encoding: str = "utf-8-sig", **options: Any) -> None:
    """Write a roster as a CSV file."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows(enterprises, **options))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
