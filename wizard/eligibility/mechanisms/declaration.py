"""The form of a mechanism in a clause file, in the proof and on a page, for building the site.

Each module of a mechanism has one `Declaration` below `if __debug__:`. The browser's archive is
compiled with `optimize=2`, which leaves such blocks out, so it never loads this module.

The fields determine the shape, schema and compilation of the clause file (`clauses/model/sums.py`),
the facts that must be asked (`clauses/check`), the figures of the text that are claimed
(`clauses/proof`), and the rows and figures of a page (`docs/site`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

Json = Mapping[str, Any]
Texts = Mapping[str, str]
"""A template in each language, by `zh` and `en`."""
Kind = Literal[
    "money", "ceiling", "rate", "share", "fact", "comparison", "word", "award", "tiers", "codes",
    "steps", "floor", "figure",
]  # fmt: skip
"""The kind of value in a field.

- `money`: a sum that is paid, in the policy's notation.
- `ceiling`: the most that is paid; the text must say 最高.
- `rate`: the share of a figure that is paid.
- `share`: any other share.
- `fact`: the name of a fact of the award.
- `comparison`: 达到 (the number included) or 超过 (excluded), for the steps next to it.
- `word`: a word of the text without a figure, which the rule claims; it is not compiled.
- `award`: the id of another award, whose tiers and wording it takes over.
- `tiers`: a sum for each code of the fact that the field `by` names.
- `codes`: codes out of `tiers` without a figure.
- `steps`: a list of thresholds (`at`) with a `sum` each.
- `floor`: the least that is paid (in composed sums).
- `figure`: a figure that something is compared with, counted by or raised by (in composed sums).
"""

FIGURES: tuple[Kind, ...] = ("money", "ceiling", "rate", "share", "floor", "figure")
"""The kinds with one figure each."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a sum, by its key in the policy document."""

    key: str
    kind: Kind
    written: str = ""
    """Its key in the clause file where that is another; `beyond.share` is a key inside a part."""
    optional: bool = False
    paid: bool = True
    """False for a figure that only says from where on something is paid."""

    @property
    def path(self) -> tuple[str, ...]:
        """Its keys in the clause file, the outer one first."""
        return tuple((self.written or self.key).split("."))


Example = tuple[Mapping[str, Any], Sequence[tuple[Mapping[str, Any], str | None]]]
"""A rule as a clause file states it, with facts and the sum in yuan; None if none is due."""


class Declaration:
    """What a clause file, the proof and the pages need to know of a mechanism."""

    doc: ClassVar[str]
    """One line for the schema: what the sum is, with an example in the policy's words."""
    key: ClassVar[str]
    """The key of the clause file by which the mechanism is known."""
    fields: ClassVar[tuple[Field, ...]]
    """In the order of the document, which is that of the clause file."""
    parts: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """For each part with keys inside: the name of its schema, and a line about it."""
    examples: ClassVar[Sequence[Example]]

    # the proof
    claims: ClassVar[tuple[str, ...]] = ()
    """The kinds of words of the text that it accounts for (`clauses/proof/sum_words.py`)."""
    said: ClassVar[str] = ""
    """A word that the quotation must have."""
    wording: ClassVar[str] = ""
    """The wording that an award with this sum always has."""
    followed: ClassVar[Mapping[str, Any]] = {}
    """For the examples, the rule of the award that it names."""

    # the pages
    support: ClassVar[str]
    """Under which kind of support it is listed: `support_…` in `words.toml`."""
    formula: ClassVar[Texts] = {}
    """The sum as a formula. Fields are in braces; a rate with “at most”, other shares bare."""
    base: ClassVar[Texts] = {}
    """In the sentence, what a rate is a share of."""
    remark: ClassVar[Texts] = {}
    """A remark below the sum."""
    gap: ClassVar[Texts] = {}
    """What the text leaves undecided about every sum of this kind; `{award}` is its name."""
    unstated: ClassVar[Texts] = {}
    """The same, next to the facts of the award."""

    def sentence(self, rule: Json) -> Texts:
        """Return the rule in a sentence, for the `sum` of an award in the policy document."""
        raise NotImplementedError

    def step(self, rule: Json) -> Texts:
        """Return the label of a step: `{at}` is its threshold, the other places are fields."""
        raise NotImplementedError

    def complete(self, compiled: dict[str, Any], sum_of: Callable[[str], Json]) -> dict[str, Any]:
        """Add what follows from other awards; `sum_of` gives the compiled sum of one by its id."""
        return compiled

    def having(self, *kinds: Kind) -> list[Field]:
        """Return the fields of some kinds, in their order."""
        return [field for field in self.fields if field.kind in kinds]
