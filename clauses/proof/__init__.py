"""The proof of the Chinese: the files are the text, the rules its figures, nothing is left over.

Three proofs, each told by file, line and key like every other fault:

1. the text is the source (`source`, `alignment`, `difference`, `normalisations`, `privacy`;
   `normalisations.yml`);
2. every figure of a rule means what it means in its quotation (`rule`, `meaning`, `order`,
   `validity`);
3. every figure and level word of the text is claimed by a rule or excused (`claims`, `coverage`,
   `unclaimed`; `unclaimed.yml`).

`coverage_of` hands the third on to the site.
"""

from clauses.proof.coverage import Coverage, Covered
from clauses.proof.edition import ProofFiles, coverage_of, prove

__all__ = ["Coverage", "Covered", "ProofFiles", "coverage_of", "prove"]
