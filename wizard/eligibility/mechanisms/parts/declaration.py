"""The form of a part in a clause file, in the proof and on a page, for building the site.

Each module of a part has one `PartDeclaration` below `if __debug__:`, as mechanisms have. The kinds
of its fields determine its model, its compilation, the figures that it claims and its sentence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from eligibility.mechanisms.mechanism import Texts

PartKind = Literal[
    "same", "base", "bound", "money", "rate", "ceiling", "floor", "range", "fact", "figure",
    "uplift", "cases", "brackets", "rates", "periods", "given", "name",
]  # fmt: skip
"""The kind of value in a field.

- `same`: a quantity of the same kind as the part itself.
- `base`: a quantity that something is a share of or compared with; no figure in it is paid.
- `bound`: the same; or a year by its number, 第一年, after which something is counted.
- `money`, `rate`, `ceiling`, `floor`: a quantity whose figures are sums or shares that are paid,
  the most, the least.
- `range`: one figure with both ends: 20-500万元.
- `fact`: the name of a fact.
- `figure`: a figure that is compared with.
- `uplift`: 1个百分点 is added, 20% raises by a share, 2倍 multiplies.
- `cases`: a quantity for each code of the fact that the field `by` names.
- `brackets`: quantities by size, each with `from` (included), `beyond` (excluded) or `range`.
- `rates`: the same with shares that are paid.
- `periods`: quantities by year, each `for` a number of years.
- `given`: facts with the codes that they must have.
- `name`: who or what the text names, in both languages, shown on the pages.
"""


@dataclass(frozen=True, slots=True)
class PartField:
    """A field of a part, by its key in the clause file and in the policy document."""

    key: str
    kind: PartKind
    optional: bool = False
    many: bool = False
    """Whether it holds a list."""
    phrase: str = ""
    """Words that the sentence puts around it, by their key in `docs/site/words.toml`."""


PartExample = tuple[Mapping[str, Any], Sequence[tuple[Mapping[str, Any], str]]]
"""A sum as a clause file states it, with facts and the sum in yuan."""


@dataclass(frozen=True, slots=True)
class PartDeclaration:
    """What a clause file, the proof and the pages need to know of a part."""

    doc: str
    """One line for the schema: what the part is, with an example in the policy's words."""
    fields: tuple[PartField, ...]
    """In the order of the clause file; the first is the key by which the part is known."""
    sentence: Texts
    """The part in words; fields are in braces."""
    examples: Sequence[PartExample]
    bracketed: bool = False
    """Whether the sentence is in brackets inside others, so that its end is seen."""
    joined: Literal["and", "sign", "or-else"] = "and"
    """How the sentence joins the quantities of a list: by the part's `sign`, or as alternatives."""
    claims: tuple[str, ...] = ()
    """The kinds of words of the text that the part accounts for (`clauses/proof/sum_words.py`)."""
    words: str = ""
    """Words, with `|` between them; the quotation must have one of them."""
    jumps: bool = False
    """Whether its value jumps at every whole step; not each of these is a turn."""
    decides: str = ""
    """For a part with a condition, the key of the figure that the condition decides on."""
