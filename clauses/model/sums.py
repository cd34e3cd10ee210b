"""The shape of a sum in a clause file: one model for each mechanism, from what it declares.

`eligibility.mechanisms` holds the mechanisms. A sum belongs to the one whose key it has; where it
has a part inside, it is composed (`parts`).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import Discriminator, Tag, create_model

from clauses.compiled_sum import mechanism_of_keys
from clauses.model.base import AwardId, Code, Model, MoneyWords, ShareWords
from clauses.model.parts import STATED, tag_of
from clauses.model.stated_sum import StatedSum
from eligibility.mechanisms import MECHANISMS
from eligibility.mechanisms.declaration import Field, Kind
from eligibility.mechanisms.mechanism import Mechanism


class Step(Model):
    """One step of a first-time ladder."""

    at: MoneyWords
    sum: MoneyWords


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
    made.declared, made.mechanism = declared, mechanism.name
    return made


def sum_mechanism(value: Any) -> str | None:
    """Name the mechanism of a sum by its keys; for a composed one, its outermost part."""
    if isinstance(value, StatedSum):
        return value.mechanism
    if not isinstance(value, Mapping):
        return None
    found = mechanism_of_keys(value)
    return found if found in MECHANISMS else tag_of(value)


if TYPE_CHECKING:
    Sum = StatedSum
else:
    Sum = Annotated[
        Union[
            *(Annotated[_model_of(own), Tag(name)] for name, own in MECHANISMS.items()),
            *(Annotated[model, Tag(model.mechanism)] for model in STATED.values()),
        ],
        Discriminator(
            sum_mechanism,
            custom_error_type="sum",
            custom_error_message="a sum with one of the keys "
            + ", ".join([own.declared.key for own in MECHANISMS.values()] + [*STATED]),
        ),
    ]
