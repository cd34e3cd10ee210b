"""What another edition changes for one applicant: the same answers under two editions.

    TwoEditions(own, other, home).page(state, "zh")    HTML for the page of results
    TwoEditions(own, other).listing(state, "zh", root)    a comma-separated file
    TwoEditions(own, other).workbook(state, "en", root, day)    a workbook

`kinds` says what a difference is, for the wizard and for many applications (`clauses.rosters`).
Only sites of several editions ship this package, and the browser loads it after the first sum.
"""

from between_editions.two_editions import TwoEditions

__all__ = ["TwoEditions"]
