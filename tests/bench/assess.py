"""Prints how long an assessment takes in this Python, for 1, 20 and 50 claims, and the worst.

The claims are those of the case files, in their order, so that conditions, groups, limits and
unknown facts all take part. The reference is the reading of the policy document itself from its
JSON text, timed in turn with the assessments. The worst is that of random applications on four
subjects, the same each time: a thousand of thirty claims, one fact in six unknown, and four hundred
of fifty claims with nothing, a sixth, half and all of their facts and dates unknown, and so of two
hundred. Beside them stand applications made to be slow (`crafted`), of 50 and of 200 claims, and
the worst of a climb from them: what was changed is kept where more states are looked at.
"""

import json
import random
import statistics
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from typing import Any

from clauses.cases import all_cases
from eligibility import assess
from eligibility.fronts import SearchWork
from tests.eligibility.applications import AWARDS, likely
from tests.eligibility.crafted import change, crafted
from tests.policy import document, policy

ROUNDS = 200
SEED = 20200316
RANDOM = {
    "1000 random of 30 claims": (1000, 30, (1 / 6,)),
    "400 random of 50 claims": (400, 50, (0, 1 / 6, 1 / 2, 1)),
    "40 random of 200 claims": (40, 200, (0, 1 / 6, 1 / 2, 1)),
}
"""How many, of how many claims, and which shares of their facts are unknown."""

CRAFTED = {
    "crafted, 50 claims, all known": (50, (0,)),
    "crafted, 50, 4 to 10 unknown": (50, (4, 6, 7, 10)),
    "crafted, 200, all known": (200, (0,)),
    "crafted, 200, 4 to 10 unknown": (200, (4, 6, 7, 10)),
}
"""How many claims, and how many of their levels are unknown."""


def application(claims: int) -> dict[str, Any]:
    """Take claims from the cases, with ids of their own; cases keep their subjects apart."""
    found = (
        claim | {"subject": f"{number} {claim['subject']}"}
        for number, case in enumerate(all_cases())
        for claim in case.application["claims"]
    )
    picked = islice(cycle(list(found)), claims)
    return {"claims": [claim | {"id": str(n)} for n, claim in enumerate(picked)]}


def random_application(chance: random.Random, claims: int, unknown: float) -> dict[str, Any]:
    """Claims of any award, colliding on few subjects, some facts and dates unknown."""

    def claim(number: int) -> dict[str, Any]:
        award = chance.choice(list(AWARDS))
        facts = {
            fact["name"]: chance.choice(
                likely(award, fact["name"]) or [str(chance.randrange(10**8)), "3000000.01"]
            )
            for fact in AWARDS[award]["facts"]
            if chance.random() >= unknown
        }
        day = f"{chance.choice([2020, 2021, 2022])}-{chance.randrange(1, 13):02d}-15"
        return {
            "id": str(number),
            "award": award,
            "subject": chance.choice("甲乙丙丁"),
            "date": day if chance.random() >= unknown else None,
            "facts": facts,
        }

    return {"claims": [claim(number) for number in range(claims)]}


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time: what else runs on the machine is not counted."""
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def main() -> None:
    """Time the sizes in turn, round by round, so that the machine's drift touches all alike."""
    text = json.dumps(document(), ensure_ascii=False)
    applications = {claims: application(claims) for claims in (1, 20, 50)}
    times: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        times.setdefault("reading the policy's JSON", []).append(
            milliseconds(lambda: json.loads(text))
        )
        for claims, one in applications.items():
            times.setdefault(f"assessment of {claims} claims", []).append(
                milliseconds(lambda one=one: assess(policy(), one))  # type: ignore[misc]
            )
    reference = statistics.median(times["reading the policy's JSON"])
    for name, values in times.items():
        median = statistics.median(values)
        ratio = median / reference
        print(
            f"{name:28} median {median:7.2f} ms   worst {max(values):7.2f} ms   "
            f"× {ratio:5.2f}   {1000 / median:6.0f} a second"
        )
    for name, (count, claims, shares) in RANDOM.items():
        chance = random.Random(SEED)
        many = [
            random_application(chance, claims, share)
            for share, _ in zip(cycle(shares), range(count))
        ]
        values = [milliseconds(lambda one=one: assess(policy(), one)) for one in many]  # type: ignore[misc]
        median, worst = statistics.median(values), max(values)
        print(
            f"{name:28} median {median:7.2f} ms   worst {worst:7.2f} ms   "
            f"× {worst / reference:5.2f} the worst"
        )
    for name, (claims, unknown) in CRAFTED.items():
        print(f"{name:32} {crafted_times(claims, unknown)}")


def crafted_times(claims: int, unknown: Sequence[int]) -> str:
    """Time applications made to be slow, and those that a climb from the slowest leads to."""
    chance, states = random.Random(SEED), 0
    add = SearchWork.add

    def counting(work: SearchWork, more: int) -> None:
        nonlocal states
        states += more
        add(work, more)

    def cost(one: dict[str, Any]) -> tuple[int, float]:
        nonlocal states
        states = 0
        taken = milliseconds(lambda: assess(policy(), one))
        return states, taken

    SearchWork.add = counting  # type: ignore[assignment,method-assign]
    try:
        many = [crafted(chance, claims, n, green) for n in unknown for green in (0, 0.5, 1)]
        costs = [cost(one) for one in many]
        most, slowest = max(zip(costs, many, strict=True), key=lambda entry: entry[0])
        climbed = [most]
        for _ in range(100 if claims <= 50 else 25):
            other = change(chance, slowest)
            climbed.append(cost(other))
            if climbed[-1] >= most:
                most, slowest = climbed[-1], other
    finally:
        SearchWork.add = add  # type: ignore[method-assign]
    times = [taken for _, taken in costs]
    return (
        f"median {statistics.median(times):5.0f} ms   worst {max(times):5.0f} ms   "
        f"of the climb {max(taken for _, taken in climbed):5.0f} ms, {most[0]} states"
    )


if __name__ == "__main__":
    main()
