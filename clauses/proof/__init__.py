"""Proves the Chinese of an edition against its source, and the rules against the text.

There are three proofs; like every other fault, a failure is reported by file, line and key:

1. the text matches the source (`source`, `alignment`, `difference`, `normalisations`, `privacy`;
   `normalisations.yml`);
2. every figure of a rule means the same as in its quotation (`rule`, `meaning`, `order`,
   `validity`);
3. every figure and level word of the text is claimed by a rule or excused (`claims`, `coverage`,
   `unclaimed`; `unclaimed.yml`).

`coverage_of` returns the result of the third proof for the site.
"""

from clauses.proof.coverage import Coverage, Covered
from clauses.proof.edition import coverage_of, prove

__all__ = ["Coverage", "Covered", "coverage_of", "prove"]
