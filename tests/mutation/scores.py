"""The score of each clause and module, and the record of the last measurement.

The record lies with the edition, for those who work on it. It holds `policy`, the hash of what was
measured; `data`, by clause; and `engine`, by module: how many changes were made, how many were
noticed, and how many are listed as equivalent.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from clauses.folder import CLAUSES
from tests.mutation.engine_mutants import modules
from tests.policy import EDITION

RECORD = CLAUSES / EDITION / "mutation-scores.json"


@dataclass
class Score:
    """The results for the changes of one clause or module."""

    mutants: int = 0
    killed: int = 0
    equivalent: int = 0

    @property
    def survivors(self) -> int:
        """Changes that were not noticed and are not listed with a reason."""
        return self.mutants - self.killed - self.equivalent

    @property
    def share(self) -> str:
        """The share of noticeable changes that were noticed, truncated to a tenth of a percent."""
        could = self.mutants - self.equivalent
        return f"{self.killed * 1000 // could / 10:.1f} %" if could else "–"


def scores_of(results: Iterable[tuple[str, bool, bool]]) -> dict[str, Score]:
    """Count the results: the clause or module, whether it was noticed, whether it is listed."""
    scores: dict[str, Score] = defaultdict(Score)
    for name, noticed, listed in results:
        score = scores[name]
        score.mutants += 1
        score.killed += noticed
        score.equivalent += listed and not noticed
    return dict(sorted(scores.items()))


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    parts = list(scores)
    return Score(*(sum(getattr(s, k) for s in parts) for k in ("mutants", "killed", "equivalent")))


def table(title: str, scores: dict[str, Score]) -> str:
    """Return the scores as lines of text, the total last."""
    columns = f"{'changes':>8} {'noticed':>8} {'equivalent':>11} {'survivors':>10} {'score':>8}"
    rows = [*scores.items(), ("together", total(scores.values()))]
    lines = [
        f"{name:26} {s.mutants:8} {s.killed:8} {s.equivalent:11} {s.survivors:10} {s.share:>8}"
        for name, s in rows
    ]
    return "\n".join([f"{title:26} {columns}", *lines])


def record(
    policy: str | None, data: dict[str, Score] | None, engine: dict[str, Score] | None
) -> None:
    """Write the record; clauses and modules that were not measured keep their values.

    `policy` is the hash of the policy, or None if not all of its clauses were measured: the pages
    tell readers which policy the scores are of, so a part must not pass for the whole.
    """
    kept = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {"data": {}, "engine": {}}
    kept = {
        "policy": policy or kept.get("policy", ""),
        "data": kept["data"],
        "engine": kept["engine"],
    }
    for part, scores in (("data", data), ("engine", engine)):
        if scores is not None:
            measured = {name: asdict(score) for name, score in scores.items()}
            kept[part] = dict(sorted((kept[part] | measured).items()))
    # of modules that are no more nothing is left
    kept["engine"] = {name: one for name, one in kept["engine"].items() if name in modules()}
    RECORD.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
