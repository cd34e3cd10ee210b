"""The awards and lines of an edition, by the words and figures of the text that they rest on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from clauses.document import Award, PolicyDocument
from clauses.revision.canonical import canonical
from clauses.revision.change import Change
from clauses.revision.sums import parts_of


@dataclass(frozen=True)
class Provision:
    """An award, or a line without a sum."""

    id: str
    quote: str
    """Its words in the text, in the form of `canonical`."""
    name: str = ""
    values: frozenset[Fraction] = frozenset()
    """The figures of its sum."""


Provisions = Mapping[int, Sequence[Provision]]
"""The awards and lines of each clause, by its number."""


def _values(award: Award) -> frozenset[Fraction]:
    return frozenset(part.value for part in parts_of(award).values() if part.value is not None)


def provisions_of(
    policy: PolicyDocument, values: Callable[[Award], frozenset[Fraction]] = _values
) -> Provisions:
    """Return the awards and lines of an edition; `values` gives the figures of a sum."""
    return {
        clause.number: [
            *(
                Provision(award.id, canonical(award.quote.zh), award.name.zh, values(award))
                for award in clause.awards
            ),
            *(Provision(line.id, canonical(line.quote.zh), line.name.zh) for line in clause.lines),
        ]
        for clause in policy.clauses
    }


def provision_of(change: Change, sentence: str, provisions: Sequence[Provision]) -> str | None:
    """Name the award or line that a change of a sentence of the old text bears on, where clear.

    Where the words of several hold it, its figure or the names of the awards tell them apart.
    """
    inside = [
        one
        for one in provisions
        if sentence and (one.quote in sentence or sentence.rstrip("。；") in one.quote)
    ]
    holding = [one for one in inside if change.old and change.old in one.quote]
    if not holding:
        return inside[0].id if len(inside) == 1 and change.kind != "target" else None
    by_figure = [one for one in holding if change.old_value in one.values]
    by_name = [one for one in holding if change.old and change.old in one.name]
    for found in (by_figure, by_name):
        if len(found) == 1:
            return found[0].id
    return holding[0].id
