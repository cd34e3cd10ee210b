"""Every code that an assessment can contain, with the names of its parameters.

The engine returns codes; the catalogues of `results`, one per language, turn each into a sentence.
A test proves that the catalogues know every code and every parameter listed here.
Parameters that are money are decimal strings in yuan; `claim` is the id of a claim; `award` is
the id of an award; `fact` is the name of a fact of the claim's own award.
"""

from eligibility.mechanisms import MECHANISMS

STATUSES = (
    "invalid",
    "outside-validity",
    "not-eligible",
    "needs-review",
    "needs-facts",
    "lower-tier",
    "same-subject",
    "over-limit",
    "payable",
    "reference",
    "non-cash",
    "discretionary",
    "unspecified",
    "preference",
    "pending",
)
"""The status of a claim is the first that applies, in this order."""

NOTES: dict[str, tuple[str, ...]] = {
    # what was typed
    "unknown-fact": ("fact",),
    "unknown-facts": ("count",),
    "invalid-yes-no": ("fact", "found"),
    "invalid-number": ("fact", "found"),
    "invalid-day": ("fact", "found"),
    "invalid-code": ("fact", "found", "allowed"),
    "invalid-star": ("fact", "found"),
    "invalid-date": ("found",),
    "inconsistent": ("fact", "with"),
    # the term of the policy (closing rule)
    "outside-validity": ("date", "from", "to"),
    "accounting-year": ("year",),
    # conditions and sums
    "condition-unmet": ("fact", "found"),
    "threshold-unmet": ("fact", "found", "compare", "figure"),
    "share-unmet": ("fact", "found", "compare", "figure", "of", "base"),
    "no-tier": ("fact", "found"),
    "no-step": ("fact", "found", "before", "best"),
    "sum-zero": (),
    "already-awarded": ("claim",),
    "already-paid-title": ("date",),
    "further": ("award",),
    "tier-undecided": ("fact", "found"),
    "split-assumed": (),
    "floor-open": (),
    "match-assumed": (),
    # review by the department
    "ratio-undefined": ("of",),
    "review": ("reading",),
    # 从高、不重复
    "lower-tier": ("claim", "amount"),
    "displaced": ("claim", "award", "amount"),
    "excluded": ("claim", "award", "amount"),
    "paid-in-full": ("amount",),
    "less-paid": ("amount",),
    "top-up": ("award",),
    "top-up-alone": (),
    "tie": ("claim", "award"),
    "ceiling-over-exact": ("claim", "award", "amount"),
    # limits
    "over-limit": ("limit", "words"),
    "cut-by-limit": ("limit", "left", "words"),
    "choice-bound": ("amount",),
    # unknown facts
    "unknown-without-effect": ("facts",),
    "range-bound": (),
}

STEPS: dict[str, tuple[str, ...]] = {
    **{code: names for own in MECHANISMS.values() for code, names in own.steps.items()},
    # a sum of parts: `terms` and `result` are figures, in the unit of the part
    "computed": ("part", "terms", "result"),
    "result": ("amount",),
    "condition": ("fact", "value"),
    "threshold": ("fact", "value", "compare", "figure"),
    "share": ("fact", "value", "compare", "figure", "of", "base"),
    "ceiling": ("at_most", "amount"),
    "below-ceiling": ("at_most", "amount"),
    "review-figure": ("share", "fact", "value", "less", "paid", "amount"),
    "less-paid": ("paid", "amount"),
    "limit": ("left", "amount"),
    "stage": ("stage", "share", "amount"),
}
"""Each step also has `clause`, `paragraph` and `quote` (in both languages)."""
