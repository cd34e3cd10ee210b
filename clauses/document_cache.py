"""Keeps the policy document between two runs, so that the command line answers at once.

The key is a hash over every file it comes from: the clauses and the code that reads them. A faulty
policy is never kept.
"""

from pathlib import Path
from typing import Any

from clauses.build_cache import CACHE, BuildCache, contents
from clauses.folder import CLAUSES, is_litter
from eligibility import mechanisms


def policy_document_cached(
    root: Path = CLAUSES, cache: Path = CACHE, edition: str | None = None
) -> dict[str, Any]:
    """Return the policy document of an edition, the one in front without a name.

    It comes from the cache where that is good.

    Raises `PolicyFilesError` as `read_policy` does.
    """

    def make() -> dict[str, Any]:
        from clauses.export import policy_document  # imported late: a cached answer needs neither
        from clauses.loading import read_policy

        return policy_document(read_policy(root, edition))

    code = (*CLAUSES.rglob("*.py"), *Path(mechanisms.__file__).parent.glob("*.py"))
    sources = [path for path in (*root.rglob("*"), *code) if _counts(path)]
    return BuildCache(cache).value(f"policy-{edition or 'front'}", contents(sources), make)


def _counts(path: Path) -> bool:
    return not (is_litter(path.name) or is_litter(path.parent.name))
