"""The complete policy of one edition, as written in its files, after every check has passed."""

from dataclasses import dataclass

from clauses.faults import Fault
from clauses.model.award import Award
from clauses.model.clause import Clause, Line
from clauses.model.edition import Edition
from clauses.model.ledger import Glossary, Readings
from clauses.model.proof import Unclaimed


@dataclass(frozen=True)
class Policy:
    """An edition that has passed every check."""

    edition: Edition
    clauses: list[Clause]
    readings: Readings
    glossary: Glossary
    unclaimed: Unclaimed
    """The figures that no rule claims; `clauses.proof.coverage_of` lists the claims of the rest."""
    unneeded: frozenset[Fault] = frozenset()
    """Entries of the files common to all editions that this one does not need."""

    @property
    def awards(self) -> list[tuple[Clause, Award]]:
        """All lines with a sum (and the price floor), in the order of the text."""
        return [(clause, award) for clause in self.clauses for award in clause.awards]

    @property
    def lines(self) -> list[tuple[Clause, Line]]:
        """All lines of benefit without a sum, in the order of the text."""
        return [(clause, line) for clause in self.clauses for line in clause.lines]
