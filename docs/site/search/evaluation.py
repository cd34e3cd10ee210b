"""Measures the search: asks every query of six lists and compares the results.

`search-queries.tsv` of the edition lists the queries and the clauses that each should find. Node
runs the same code as the browser, at every build; a browser test checks that the search box ranks
alike.
"""

import csv
import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from clauses.folder import CLAUSES
from clauses.messages import StaffError

SCRIPT = Path(__file__).with_name("evaluate.mjs")


class SearchEvaluationError(StaffError):
    """Node is missing or the search failed; the text says which."""


@dataclass(frozen=True)
class Query:
    """A query and the clauses that answer it."""

    list: str
    """given, second … sixth; from the third on, written before any result was seen."""
    text: str
    language: str
    """The language of the page."""
    kind: str
    clauses: tuple[int, ...]
    """Empty if the text lacks the words, which the first result, if any, must say."""


@dataclass(frozen=True)
class Asked:
    """A query with the rank of the first clause that answers it; None if none was found."""

    query: Query
    rank: int | None


@dataclass(frozen=True)
class SearchScore:
    """The score of a set of queries."""

    asked: tuple[Asked, ...]

    def hit(self, at: int) -> str:
        """Return the share of queries that the first `at` results answer, such as `0.973`."""
        found = sum(entry.rank is not None and entry.rank <= at for entry in self.asked)
        return _share(found, len(self.asked))

    @property
    def mrr(self) -> str:
        """The mean reciprocal rank; a query without an answer counts 0."""
        return _share(sum(1 / entry.rank for entry in self.asked if entry.rank), len(self.asked))

    @property
    def not_first(self) -> list[Asked]:
        """The queries that are not answered by the first result."""
        return [entry for entry in self.asked if entry.rank != 1]


@dataclass(frozen=True)
class Evaluation:
    """The results of every query."""

    asked: tuple[Asked, ...]

    @property
    def lists(self) -> dict[str, SearchScore]:
        """The score of each list."""
        return _grouped(self.asked, "list")

    @property
    def kinds(self) -> dict[str, SearchScore]:
        """The score of each kind of query in all lists."""
        return _grouped(self.asked, "kind")


@cache
def read_queries(edition: str, root: Path = CLAUSES) -> tuple[Query, ...]:
    """Return every query of the lists of an edition; none if it has no such file."""
    path = root / edition / "search-queries.tsv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Query(
                row["list"],
                row["query"],
                row["language"],
                row["kind"],
                tuple(map(int, filter(None, row["expected_clauses"].split(",")))),
            )
            for row in csv.DictReader(file, delimiter="\t")
        )


def evaluate(indexes: Mapping[str, dict[str, Any]], root: Path = CLAUSES) -> Evaluation | None:
    """Return the result of every query, None if the edition has none.

    `indexes` has the search data by language code, `root` the folders of the editions.
    """
    edition = indexes["zh"]["config"]["edition"]
    queries = read_queries(edition, root)
    if not queries:
        return None
    asked = [
        {
            "language": query.language,
            "query": query.text,
            "expected": [f"{edition}/{number:02d}/" for number in query.clauses],
        }
        for query in queries
    ]
    return Evaluation(tuple(map(Asked, queries, ranks(indexes, asked))))


def ranks(indexes: Mapping[str, dict[str, Any]], asked: list[dict[str, Any]]) -> list[int | None]:
    """Return, for each query, the rank of the first expected page in the results.

    A query is `{"language", "query", "expected": [address, …]}`; where nothing is expected, 1 means
    that the search finds nothing or says that the text lacks the words. Raises
    `SearchEvaluationError`.
    """
    program = shutil.which("node")
    if program is None:
        raise SearchEvaluationError("tool-missing", name="Node")
    done = subprocess.run(
        [program, str(SCRIPT)],
        input=json.dumps({**indexes, "queries": asked}),
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SearchEvaluationError("program-failed", name=SCRIPT.name, said=done.stderr.strip())
    found: list[int | None] = json.loads(done.stdout)
    return found


def _grouped(asked: Iterable[Asked], by: str) -> dict[str, SearchScore]:
    found: dict[str, list[Asked]] = {}
    for entry in asked:
        found.setdefault(getattr(entry.query, by), []).append(entry)
    return {name: SearchScore(tuple(entries)) for name, entries in found.items()}


def _share(part: float, whole: int) -> str:
    """Round down to three decimals, so that 1.000 means all."""
    return f"{int(part * 1000 / whole + 1e-9) / 1000:.3f}"
