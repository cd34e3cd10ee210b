"""The shape of a sum in a clause file: one model for each mechanism, from what it declares.

`eligibility.mechanisms` holds the mechanisms. A sum belongs to the one whose key it has.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Union

from pydantic import Discriminator, Tag, create_model

from clauses.compiled_sum import mechanism_of_keys, stated
from clauses.model.base import AwardId, Code, Model, MoneyWords, ShareWords
from eligibility.mechanisms import MECHANISMS, Mechanism
from eligibility.mechanisms.declaration import Declaration, Field, Kind


class Step(Model):
    """One step of a first-time ladder."""

    at: MoneyWords
    sum: MoneyWords


class StatedSum(Model):
    """A sum as a clause file states it; the fields are those that its mechanism declares."""

    declared: ClassVar[Declaration]

    def having(self, *kinds: Kind) -> Iterator[tuple[Field, Any]]:
        """Yield the fields of some kinds that are stated, each with what it holds."""
        written = self.model_dump()
        for field in self.declared.having(*kinds):
            value = stated(written, field)
            if value is not None:
                yield field, value

    def first(self, kind: Kind) -> Any:
        """Return what the first field of a kind holds, or None where none is stated."""
        return next((value for _, value in self.having(kind)), None)


_TYPES: Mapping[Kind, Any] = {
    "money": MoneyWords,
    "ceiling": MoneyWords,
    "rate": ShareWords,
    "share": ShareWords,
    "fact": str,
    "comparison": str,
    "word": str,
    "award": AwardId,
    "tiers": dict[Code | int, MoneyWords],
    "codes": list[Code],
    "steps": list[Step],
}


def _definition(field: Field) -> tuple[Any, Any]:
    kind = _TYPES[field.kind]
    if not field.optional:
        return kind, ...
    return (kind, []) if field.kind == "codes" else (kind | None, None)


def _model_of(mechanism: type[Mechanism]) -> type[StatedSum]:
    """Make the model of a mechanism; fields inside a part get a model of their own."""
    declared = mechanism.declared
    inner: dict[str, dict[str, Any]] = {}
    fields: dict[str, Any] = {}
    for field in declared.fields:
        key, *rest = field.path
        if rest:
            inner.setdefault(key, {})[rest[0]] = _definition(field)
            fields[key] = ...  # in the place of the first field inside
        else:
            fields[key] = _definition(field)
    for key, held in inner.items():
        name, about = declared.parts[key]
        fields[key] = (create_model(name, __base__=Model, __doc__=about, **held), ...)
    name = mechanism.name.title().replace("-", "") + "Sum"
    made = create_model(name, __base__=StatedSum, __doc__=declared.doc, **fields)
    made.declared = declared
    return made


def sum_mechanism(value: Any) -> str | None:
    """Name the mechanism of a sum by the key that only it has."""
    if not isinstance(value, Mapping):
        value = getattr(type(value), "model_fields", {})
    found = mechanism_of_keys(value)
    return found.name if found else None


if TYPE_CHECKING:
    Sum = StatedSum
else:
    Sum = Annotated[
        Union[tuple(Annotated[_model_of(own), Tag(name)] for name, own in MECHANISMS.items())],  # noqa: UP007
        Discriminator(
            sum_mechanism,
            custom_error_type="sum",
            custom_error_message="a sum with one of the keys "
            + ", ".join(own.declared.key for own in MECHANISMS.values()),
        ),
    ]
