"""Whether the words of a clause and its rules name the same departments.

A paragraph or an item that goes to another clause takes its departments along, or comes under those
of its new clause. Either way a clause names others than before, and no sentence there says so: what
counts is that the lines of the text and the codes of the rules say the same.
"""

from clauses.document import PolicyDocument
from clauses.revision.canonical import canonical
from clauses.revision.document import names_of
from clauses.revision.sentences import parts


class Responsible:
    """The clauses of an edition in which words and rules name the same departments."""

    def __init__(self, policy: PolicyDocument) -> None:
        named = {
            code: {*map(canonical, names_of(one))}
            for code, one in policy.edition.departments.items()
        }
        self._agreeing: set[int] = set()
        for clause in policy.clauses:
            said = {
                name for one in clause.paragraphs for name in parts(canonical(one.zh)).departments
            }
            ruled = [named[code] for one in clause.paragraphs for code in one.departments]
            if all(said & names for names in ruled) and said <= set().union(*ruled):
                self._agreeing.add(clause.number)

    def agree(self, clause: int | None) -> bool:
        """Tell whether both name the same; so they do in a clause that is not there."""
        return clause is None or clause in self._agreeing
