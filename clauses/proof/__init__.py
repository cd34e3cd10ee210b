"""Proves the Chinese of an edition against its source, and the rules against the text.

There are three proofs; like every other fault, a failure is reported by file, line and key.
`edition` runs them on a whole edition, whose text `passages` lists in the published order.

1. The text matches the source (`normalisations.yml`):

   - `source`: the files together are the source document, character for character;
   - `alignment`: a passage beside the source, with the typographical differences;
   - `difference`: the words of both where they differ;
   - `normalisations`: the differences occur as often as they are listed;
   - `privacy`: the files contain no personal data.

2. Every rule says what its quotation says. `awards.check_awards` ties the figures of each award
   and calls in this order those that look at one award, whose text `said_of_sum` reads:

   - `rule`: each figure of the rule, with its one place in the text;
   - `meaning`: a figure means the same in both, at most or exact, from or above;
   - `order`: names and sums are in the same order; `stages` for instalments, `order_of_parts` for
     composed sums, by the words with which the text names a code (`named`);
   - `parts_said`: the text says each part of a composed sum; what one part alone needs is in
     `parts`, the units of pieces in `units_said`;
   - `conditions_said`: conditions are joined and compared, and limits hold, as the text says;
   - `half_said`: no word of the text that bears on the sum (`sum_words`) is left out.

   `validity` checks the term of the edition against its closing rules.

3. Every figure and level word of the text is claimed by a rule or excused (`unclaimed.yml`):

   - `claims`: who claims which figure;
   - `coverage`: what is claimed, and what excuses the rest;
   - `unclaimed`: nothing is left over, and every excuse is needed.

`coverage_of` returns the result of the third proof for the site.
"""

from clauses.proof.coverage import Coverage, Covered
from clauses.proof.edition import coverage_of, prove

__all__ = ["Coverage", "Covered", "coverage_of", "prove"]
