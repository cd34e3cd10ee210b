"""Proves the Chinese of an edition against its source, and the rules against the text.

There are three proofs; like every other fault, a failure is reported by file, line and key.
`edition` runs them on a whole edition, whose text `passages` lists in the published order.

1. The text matches the source (`normalisations.yml`):

   - `source`: the files together are the source document, character for character;
   - `alignment`: a passage beside the source, with the typographical differences;
   - `difference`: the words of both where they differ;
   - `normalisations`: the differences occur as often as they are listed;
   - `privacy`: the files contain no personal data.

2. Every rule says what its quotation says. `awards` looks at each award, whose text `said_of_sum`
   reads, and calls in this order:

   - `rule`: each figure of the rule, with its one place in the text;
   - `meaning`: a figure means the same in both, at most or exact, from or above;
   - `order`: names and sums are in the same order;
     - `stages`: so are instalments;
     - `order_of_parts`: so are the figures of a composed sum;
   - `parts_said`: the text says each part of a composed sum;
     - `parts`: what the text must say of one part alone, in a module of the part’s name;
     - `added_sums`: an added sum is for those for whom the text adds it;
     - `brackets_said`: the bounds of brackets are the ends that the text gives them;
     - `ceilings_said`: a ceiling limits in the rule what it limits in the text;
     - `units_said`: the units in which the text counts pieces, and the ceilings of one piece;
   - `bases_said`: a figure is computed on the fact that the text names before it;
   - `thresholds_said`: a threshold is one of the fact that the text names before it;
   - `figure_meant`: that fact is the one that the text means, not that of another year or state;
   - `periods_said`: a growth is over the period that the text names (`periods`);
   - `conditions_said`: conditions are joined and compared, and limits hold, as the text says;
     - `denials_said`: a condition asks for a yes or a no as the text does;
   - `counted_said`: what counts at most refuses nobody and limits no number of claims;
   - `half_said`: no word of the text that bears on the sum is left out;
     - `sum_words`: which words these are;
     - `claimed_words`: which part of an award claims such a word.

   Several of these use `named`, the words with which the text names a code, and `unpaid_parts`,
   what the text leaves unpaid (超过500万元的部分不予补贴).

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
