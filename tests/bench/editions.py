"""Prints the time and memory of building the site: 1, 5, 20 editions, and 41 and 410 clauses.

Each build runs in a process of its own, without the wizard, whose packing does not depend on the
editions. The editions are copies of the one in front with other dates; the tenfold policy has each
clause ten times, with other numbers and ids. Beside each figure stands its ratio to the first, and
beside that the ratio of the work: more than that means worse than linear.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from tests.made_editions import read, real_editions
from tests.policy import EDITION

EDITIONS = (1, 5, 20)
TIMES = (1, 10)


def main() -> None:
    """Measure every size, each in a process of its own."""
    print("building the site, without the wizard")
    _print("editions", [(count, 1) for count in EDITIONS])
    _print("clauses", [(1, times) for times in TIMES])


def _print(what: str, sizes: list[tuple[int, int]]) -> None:
    first: dict[str, float] | None = None
    for count, times in sizes:
        measured = _measured(count, times)
        first = first or measured
        name = count if what == "editions" else round(measured["clauses"])
        work = count * times
        told = "   ".join(
            f"{key} {measured[key]:8.1f} {unit} ({measured[key] / first[key]:5.2f} for {work})"
            for key, unit in (("read", "s"), ("build", "s"), ("memory", "MB"), ("size", "MB"))
        )
        print(f"{name:>5} {what}: {told}", flush=True)


def _measured(count: int, times: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.editions", str(count), str(times)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(count: int, times: int) -> dict[str, float]:
    """Build a site of `count` editions with `times` as many clauses; return seconds and MB."""
    from clauses.document import PolicyDocument
    from docs.site.builder import build_site

    with tempfile.TemporaryDirectory() as folder:
        later = [f"{int(EDITION[:4]) + n}-01-01" for n in range(1, count)]
        root = real_editions(Path(folder), dict.fromkeys(later, "issued"), EDITION)
        started = time.perf_counter()
        policy, *others = read(root, EDITION, *later)
        if times > 1:
            policy = PolicyDocument.read(_many(policy.data, times))
        reading = time.perf_counter() - started
        started = time.perf_counter()
        out = build_site(policy, Path(folder) / "out", others=others, root=root)
        building = time.perf_counter() - started
        size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return {
        "clauses": len(policy.clauses),
        "read": reading,
        "build": building,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "size": size / 1_000_000,
    }


def _many(data: Mapping[str, Any], times: int) -> dict[str, Any]:
    """Return a compiled document with every clause, award and line several times."""
    made: dict[str, Any] = deepcopy(dict(data))
    clauses, most = data["clauses"], len(data["clauses"])
    for turn in range(1, times):
        for clause in clauses:
            number = clause["number"] + turn * most
            made["clauses"].append(
                deepcopy(clause) | {"number": number, "key": f"{clause['key']}-{turn}"}
            )
        for name in ("awards", "lines"):
            for entry in data[name]:
                own = json.loads(json.dumps(entry))
                number = entry["clause"] + turn * most
                made[name].append(own | {"id": f"{entry['id']}-{turn}", "clause": number})
        for chapter in made["edition"]["chapters"]:
            first = [number for number in chapter["clauses"] if number <= most]
            chapter["clauses"] += [number + turn * most for number in first]
    return made


if __name__ == "__main__":
    if sys.argv[1:]:
        print(json.dumps(measure(*map(int, sys.argv[1:]))))
    else:
        main()
