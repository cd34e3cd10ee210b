"""Where a clause of one edition stands in another: by its lasting key, else by its text."""

from dataclasses import dataclass
from typing import Literal

from clauses.document import Clause, PolicyDocument
from clauses.revision.comparison import compare
from clauses.revision.document import of_edition
from clauses.revision.report import report
from docs.site.editions import Editions, date_of

Fate = Literal["same", "merged", "gone", "new"]


@dataclass(frozen=True)
class Successor:
    """What another edition has in the place of a clause."""

    fate: Fate
    """`same`: a clause with its key; `merged`: its words are in another clause; `gone`: nothing, in
    a later edition; `new`: nothing yet, in an earlier one."""
    clause: Clause | None


def successor(
    editions: Editions, policy: PolicyDocument, clause: Clause, other: PolicyDocument
) -> Successor:
    """Return where a clause of `policy` stands in the edition `other`."""
    named = next((one for one in other.clauses if one.key == clause.key), None)
    if named is not None:
        return Successor("same", named)
    if date_of(other) < date_of(policy):
        return Successor("new", None)
    number = _merged(editions, policy, other).get(clause.number)
    found = next((one for one in other.clauses if one.number == number), None)
    return Successor("merged" if found else "gone", found)


def _merged(editions: Editions, old: PolicyDocument, new: PolicyDocument) -> dict[int, int]:
    """Return the clauses of `old` whose words stand in a clause of another key, with its number.

    The texts are compared once for each pair of editions, and only if a key is missing.
    """
    pair = date_of(old), date_of(new)
    known = editions.merged.get(pair)
    if known is None:
        found = report(compare(of_edition(old), of_edition(new)), *pair, {})["clauses"]
        known = {
            entry["old"]: entry["new"]
            for entry in found
            if entry["fate"] == "merged" and entry["old"] is not None and entry["new"] is not None
        }
        editions.merged[pair] = known
    return known
