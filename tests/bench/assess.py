"""Prints how long an assessment takes in this Python, for 1, 20 and 50 claims.

The claims are those of the case files, in their order, so that conditions, groups, limits and
unknown facts all take part. The reference is the reading of the policy document itself from its
JSON text, timed in turn with the assessments.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "wizard")]

from eligibility import assess  # noqa: E402
from tests.case_files import all_cases  # noqa: E402
from tests.policy import document, policy  # noqa: E402

ROUNDS = 200


def application(claims: int) -> dict[str, Any]:
    """Take claims from the cases, with ids of their own; cases keep their subjects apart."""
    found = (
        claim | {"subject": f"{number} {claim['subject']}"}
        for number, case in enumerate(all_cases())
        for claim in case.application["claims"]
    )
    picked = islice(cycle(list(found)), claims)
    return {"claims": [claim | {"id": str(n)} for n, claim in enumerate(picked)]}


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


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
        print(f"{name:28} median {median:7.2f} ms   worst {max(values):7.2f} ms   × {ratio:.2f}")


if __name__ == "__main__":
    main()
