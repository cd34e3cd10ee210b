"""Prints how well the search finds and what it weighs: `make search-report`."""

import gzip
import json
import sys
import tempfile
from pathlib import Path

from clauses.document import PolicyDocument
from clauses.export import compile_edition
from docs.site.bundling import bundle
from docs.site.editions import Editions
from docs.site.material import WORKER
from docs.site.search.evaluation import evaluate
from docs.site.search.index import search_indexes


def main() -> None:
    """Evaluate the search of the current policy."""
    indexes = search_indexes(Editions.of(PolicyDocument.read(compile_edition())))
    evaluation = evaluate(indexes)
    if evaluation is None:
        sys.exit("the edition in front has no search-queries.tsv")
    print(f"{'':32}{'queries':>8}{'hit@1':>8}{'hit@3':>8}{'MRR':>8}")
    for title, rows in (("list", evaluation.lists), ("kind", evaluation.kinds)):
        for name, score in rows.items():
            figures = f"{score.hit(1):>8}{score.hit(3):>8}{score.mrr:>8}"
            print(f"{f'{title} {name}':32}{len(score.asked):>8}{figures}")
    print("\nnot found first (rank, clauses expected):")
    for name, score in evaluation.lists.items():
        for entry in score.not_first:
            query = entry.query
            print(f"  {name}  {query.language}  {query.text}  ({entry.rank}, {query.clauses})")
    print("\ngzip, bytes:")
    with tempfile.TemporaryDirectory() as out:
        bundle(Path(out))
        scripts = (Path(out) / WORKER).parent.glob("*.js")
        code = sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts)
    for language, index in indexes.items():
        data = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
        size = len(gzip.compress(data, 9))
        print(f"  {language}: index {size} + code {code} = {size + code}")


if __name__ == "__main__":
    main()
