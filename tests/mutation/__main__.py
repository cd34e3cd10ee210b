"""`make mutate`: change the rules and the engine one step at a time; the tests must notice.

    python -m tests.mutation            # all, and write the record
    python -m tests.mutation data       # the rules in the clause files alone (half a minute)
    python -m tests.mutation invented   # the rules of the invented policy (tests/invented_policy)
    python -m tests.mutation engine     # the engine alone (some twenty-five minutes)
    python -m tests.mutation engine closing limits    # two of its modules
    python -m tests.mutation parts      # the parts of composed sums; not among all yet

The exit status is 0 if every change was noticed, or is listed in `equivalent.yml` with its reason,
as equivalent or as a survivor, which counts against the score.
"""

import sys
from collections.abc import Iterable, Sequence

from clauses.wizard_part import policy_hash
from tests.mutation import data_run, engine_run
from tests.mutation.change import Change
from tests.mutation.data_mutants import data_mutants
from tests.mutation.engine_mutants import CodeChange, code_mutants, modules
from tests.mutation.equivalents import equivalents, survivors
from tests.mutation.scores import Score, record, scores_of, table, total
from tests.policy import document

CODE = ("engine", "parts")
"""The parts that change the code of the engine, not the rules in clause files."""
Result = tuple[Change | CodeChange, str | None]


def main(arguments: Sequence[str]) -> int:
    """Measure the requested parts, and print and record the scores."""
    parts, only = (arguments[:1] or ["data", "invented", "engine"]), arguments[1:]
    measured: dict[str, dict[str, Score]] = {}
    troubles: list[str] = []
    for part in parts:
        results = _measure(part, only)
        listed = equivalents(part)
        measured[part] = scores_of(
            (_place(change), noticed is not None, change.name in listed)
            for change, noticed in results
        )
        print(table("module" if part in CODE else "clause", measured[part]), "\n")
        troubles += _tell(results, listed)
    whole = "data" in measured and not only
    record(policy_hash(document()) if whole else None, measured.get("data"), measured.get("engine"))
    sums = [f"{part} {total(scores.values()).share}" for part, scores in measured.items()]
    outcome = f"{len(troubles)} to look at" if troubles else "every change is noticed or explained"
    print(f"Mutation: {', '.join(sums)}; {outcome}.")
    return 1 if troubles else 0


def _measure(part: str, only: Sequence[str]) -> list[Result]:
    results: list[Result] = []
    if part not in CODE:
        changes = [one for one in data_mutants(part) if not only or one.clause in only]
        print(f"==> {len(changes)} changes of the rules in the clause files", flush=True)
        for result in data_run.judged(changes):
            results.append(result)
        return results
    wanted = [name for name in modules(part) if not only or name in only]
    code = [change for module in wanted for change in code_mutants(module)]
    print(f"==> {len(code)} changes of the engine", flush=True)
    for number, result_of_code in enumerate(engine_run.judged(code), 1):
        results.append(result_of_code)
        if number % 500 == 0:
            print(f"    {number} of {len(code)}", flush=True)
    return sorted(results, key=lambda result: result[0].name)


def _place(change: Change | CodeChange) -> str:
    return change.clause if isinstance(change, Change) else change.module


def _tell(results: Iterable[Result], listed: dict[str, str]) -> list[str]:
    """Print the survivors with their reasons; return those that need a case or a reason."""
    troubles = []
    for change, noticed in results:
        reason, known = listed.get(change.name), survivors().get(change.name)
        if noticed is None and known is not None:
            print(f"survives: {change.name}\n          {known}")
        elif noticed is None and reason is None:
            troubles.append(f"survives, and nothing says why: {change.name}")
        elif noticed is not None and known is not None:
            troubles.append(f"is listed as a survivor, but “{noticed}” notices it: {change.name}")
        elif noticed is not None and reason is not None:
            troubles.append(f"is listed, but “{noticed}” notices it: {change.name}")
        elif reason is not None:
            print(f"equivalent: {change.name}\n            {reason}")
    for trouble in troubles:
        print(trouble)
    print()
    return troubles


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
