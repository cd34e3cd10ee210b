"""Refuses a rule that leaves out a word of its quotation that bears on the sum.

The rest of the sentence after the quotation counts as well, up to what another entry quotes.
"""

from clauses.messages import phrase
from clauses.model import Clause
from clauses.proof.claimed_words import ClaimedWords
from clauses.proof.rule import Ties
from clauses.proof.said_of_sum import Said
from clauses.proof.sum_words import sum_words

_LEFT_OUT = ("quota", "discretion", "clawback")
"""Kinds that a quotation may leave out: what the department decides beside the sum."""


def check_words_of_sum(said: Said, clause: Clause) -> None:
    """Add a fault for each word of the sentence that bears on the sum and that nothing claims."""
    ties, paragraph = said.ties, said.text
    claimed = ClaimedWords(said)
    end = _end_of_sentence(ties, clause)
    for found in sum_words(paragraph):
        beyond = found.end > (ties.end if found.kind.name in _LEFT_OUT else end)
        if found.start < ties.start or beyond or found in claimed:
            continue
        around = paragraph[max(ties.start, found.start - 10) : found.end + 10]
        said.fault(
            ("quote", "zh"),
            "word-half-said",
            words=found.words,
            around=around,
            use=phrase(f"use-{found.kind.name}"),
        )


def _end_of_sentence(ties: Ties, clause: Clause) -> int:
    """Return where the sentence ends, or where another entry begins to quote it."""
    ends = [ties.text.find("。", ties.end), len(ties.text)]
    for _, entry in clause.quoting:
        if entry.paragraph == ties.award.paragraph:
            start = ties.text.find(entry.quote.zh)
            if start + len(entry.quote.zh) > ties.end:
                ends.append(max(start, ties.end))
    return min(end for end in ends if end >= 0)
