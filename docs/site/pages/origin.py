"""Says in words where a clause comes from: clauses of an earlier edition, joined or split.

A site of one edition says nothing of it; neither does a clause that simply goes on.
"""

from dataclasses import dataclass
from typing import Literal

from clauses.document import Clause, PolicyDocument
from docs.site.editions import Editions, date_of

Way = Literal["merged", "split", "part"]


@dataclass(frozen=True)
class Origin:
    """Clauses of one earlier edition that went into a clause."""

    way: Way
    """`merged`: as a whole; `split`: this one came out of it; `part`: a part, the rest goes on."""
    policy: PolicyDocument
    """The latest edition before this one that has them."""
    clauses: list[Clause]


def origins_of(editions: Editions, policy: PolicyDocument, clause: Clause) -> list[Origin]:
    """Return where a clause comes from besides the clause with its own key, as `from` names it."""
    keys = {one.key for one in policy.clauses}
    found: dict[tuple[Way, str], Origin] = {}
    for key in clause.from_:
        held = _latest(editions, policy, key)
        if held is None:
            continue
        former, source = held
        own = _latest(editions, policy, clause.key)
        way: Way = "merged" if key not in keys else "part" if own else "split"
        at = way, date_of(former)
        found.setdefault(at, Origin(way, former, [])).clauses.append(source)
    return list(found.values())


def _latest(
    editions: Editions, policy: PolicyDocument, key: str
) -> tuple[PolicyDocument, Clause] | None:
    """Return the clause with a key in the latest edition on the way here that has it."""
    former = editions.followed.get(date_of(policy))
    while former is not None:
        for clause in former.clauses:
            if clause.key == key:
                return former, clause
        former = editions.followed.get(date_of(former))
    return None
