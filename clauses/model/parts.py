"""The shape of a composed sum in a clause file: one model for each part, from what it declares.

A quantity is the name of a fact, a figure in the policy's words, or a part: a mapping with the key
of the part, and with `at_most` and `at_least` where the text limits it.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import AfterValidator, Discriminator, Field, Tag, create_model, model_validator

from clauses.compiled_parts import (
    FACT_NAME,
    claims,
    compiled_quantity,
    counts_after_year,
    part_of_keys,
    parts,
    walk,
)
from clauses.key_path import KeyPath
from clauses.model.base import Bilingual, Code, Model, refused
from clauses.model.stated_sum import StatedSum
from clauses.notation import has_two_ends, read_figure
from clauses.ordinal_years import ordinal_years
from eligibility.mechanisms.composed import Composed, make
from eligibility.mechanisms.declaration import Field as SumField
from eligibility.mechanisms.declaration import Kind
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.declaration import PartField, PartKind


def _known(words: str) -> str:
    if not FACT_NAME.fullmatch(words):
        _figure(words)
    return words


def _figure(words: str) -> str:
    try:
        read_figure(words)
    except ValueError:
        raise refused("figure-two-ends" if has_two_ends(words) else "figure-form") from None
    return words


def _compared(words: str) -> str:
    if not has_two_ends(words):
        try:
            read_figure(words)
        except ValueError:
            raise refused("figure-compared") from None
    return _figure(words)


def _uplift(words: str) -> str:
    if read_figure(_figure(words)).measure not in ("points", "share", "money", "multiple"):
        raise refused("figure-form")
    return words


def _period(words: str) -> str:
    if ordinal_years(words) is not None:
        return words
    try:
        if read_figure(words).measure == "years":
            return words
    except ValueError:
        pass
    raise refused("period-form")


FactOrFigure = Annotated[
    str,
    AfterValidator(_known),
    Field(description="the name of a fact, or a figure in the policy's words"),
]
FigureWords = Annotated[
    str, AfterValidator(_figure), Field(description="a figure in the policy's words")
]
UpliftWords = Annotated[
    str,
    AfterValidator(_uplift),
    Field(description="points, a percentage, a sum or a multiple in the policy's words: 20%, 2倍"),
]
PeriodWords = Annotated[
    str,
    AfterValidator(_period),
    Field(description="a number of years, or years by their number: 3年, 第一年, 第四年至第五年"),
]
YearWords = Annotated[
    str,
    AfterValidator(_period),
    Field(description="a year by its number, after which years are counted: 第一年"),
]
Asked = Annotated[
    Annotated[list[Code | bool], Tag("the codes")]
    | Annotated[
        str,
        AfterValidator(_compared),
        Field(description="a figure to compare with, in the policy's words"),
        Tag("the figure"),
    ],
    Discriminator(lambda asked: "the figure" if isinstance(asked, str) else "the codes"),
]
"""What a condition inside a sum asks of a fact; the tags have a blank, as those of parts."""
FactName = Annotated[str, Field(pattern=FACT_NAME.pattern)]


class StatedPart(StatedSum):
    """A part as a clause file states it; the outermost is the sum of an award."""

    declared = Composed.declared

    def having(self, *kinds: Kind) -> Iterator[tuple[SumField, Any]]:
        for leaf in walk(self.written):
            if leaf.kind in kinds:
                yield leaf.field, leaf.value

    def claims(self) -> Iterator[str]:
        yield from claims(self.written)

    def times_itself(self) -> Iterator[tuple[KeyPath, str]]:
        found: set[str] = set()
        for at, part in reversed([*self.parts()]):  # the inner ones first: they are the product
            quantity = make(compiled_quantity(part))
            for name in sorted({*quantity.facts()} - found):
                if quantity.degree(name) > 1:
                    found.add(name)
                    yield at, name

    def parts(self) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
        yield from parts(self.written, ("sum",))


def tag_of(value: Any) -> str | None:
    """Name the variant of a quantity; a blank inside keeps it apart from the keys of the file."""
    if isinstance(value, str):
        return _LEAF
    if isinstance(value, StatedPart):
        return value.mechanism
    part = part_of_keys(value) if isinstance(value, Mapping) else None
    return part and f"part {part}"


_LEAF = "a leaf"


if TYPE_CHECKING:
    Quantity = StatedPart | str
    Ceilings = Quantity | list[Quantity]
    Bound = Quantity
else:
    # evaluated when it is first used, and then once for all its places
    type Quantity = Annotated[
        Union[
            Annotated[FactOrFigure, Tag(_LEAF)],
            *(Annotated[model, Tag(model.mechanism)] for model in STATED.values()),
        ],
        Discriminator(
            tag_of,
            custom_error_type="part",
            custom_error_message="a part with one of the keys " + ", ".join(PARTS),
        ),
    ]

    type Bound = Annotated[
        Annotated[YearWords, Tag("a year")] | Annotated[Quantity, Tag("one quantity")],
        Discriminator(lambda value: "a year" if counts_after_year(value) else "one quantity"),
    ]

    type Ceilings = Annotated[
        Annotated[list[Quantity], Tag("a list")] | Annotated[Quantity, Tag("one quantity")],
        Discriminator(lambda value: "a list" if isinstance(value, list) else "one quantity"),
    ]


class Bracket(Model):
    """A quantity for a size: from a figure on (included), beyond it (excluded), or in a range."""

    from_: Annotated[FigureWords | None, Field(alias="from")] = None
    beyond: FigureWords | None = None
    range: FigureWords | None = None
    up_to: FigureWords | None = None
    """Where it ends, if the text says so."""
    use: Quantity

    @model_validator(mode="after")
    def _one_beginning(self) -> "Bracket":
        if sum(one is not None for one in (self.from_, self.beyond, self.range)) > 1:
            raise refused("bracket-beginning")
        if self.range is not None and read_figure(self.range).least is None:
            raise refused("bracket-range")
        if self.range is not None and self.up_to is not None:
            raise refused("bracket-end")
        return self


class Period(Model):
    """A quantity for the years of a period."""

    for_: Annotated[PeriodWords, Field(alias="for")]
    use: Quantity


_TYPES: Mapping[PartKind, Any] = {
    **dict.fromkeys(("same", "base", "money", "rate", "ceiling", "floor", "range"), Quantity),
    "bound": Bound,
    "fact": FactName,
    "figure": Quantity,
    "uplift": UpliftWords,
    "cases": dict[Code | int, Quantity],
    **dict.fromkeys(("brackets", "rates"), list[Bracket]),
    "periods": list[Period],
    "given": dict[str, Asked],
    "name": Bilingual,
}
_RESERVED = {"from", "raise"}


def _definition(field: PartField) -> tuple[Any, Any]:
    kind = _TYPES[field.kind]
    if field.many:
        kind = Annotated[list[kind], Field(min_length=1)]  # type: ignore[valid-type]
    return (kind | None, None) if field.optional else (kind, ...)


def _model(name: str) -> type[StatedPart]:
    declared = PARTS[name].declared
    fields: dict[str, Any] = {}
    for field in declared.fields:
        kind, default = _definition(field)
        if field.key in _RESERVED:
            fields[f"{field.key}_"] = kind, Field(default, alias=field.key)
        else:
            fields[field.key] = kind, default
    fields |= {
        "at_most": (Ceilings | None, None),
        "at_least": (Quantity | None, None),
    }
    made = create_model(f"{name.title()}Part", __base__=StatedPart, __doc__=declared.doc, **fields)
    made.mechanism = f"part {name}"
    return made


STATED = {name: _model(name) for name in PARTS}
