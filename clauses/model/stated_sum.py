"""What the proof and the check ask of a sum as a clause file states it."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from clauses.compiled_sum import stated
from clauses.key_path import KeyPath
from clauses.model.base import Model
from eligibility.mechanisms.declaration import Declaration, Field, Kind


class StatedSum(Model):
    """A sum as a clause file states it; the fields are those that its mechanism declares."""

    declared: ClassVar[Declaration]
    mechanism: ClassVar[str]

    @cached_property
    def written(self) -> Mapping[str, Any]:
        """The keys and values of the clause file, without those that are left out."""
        return self.model_dump(by_alias=True, exclude_none=True)

    def having(self, *kinds: Kind) -> Iterator[tuple[Field, Any]]:
        """Yield the fields of some kinds that are stated, each with what it holds."""
        for field in self.declared.having(*kinds):
            value = stated(self.written, field)
            if value is not None:
                yield field, value

    def value_of(self, kind: Kind) -> Any:
        """Return what the first field of a kind holds, or None where none is stated."""
        return next((value for _, value in self.having(kind)), None)

    def claims(self) -> Iterator[str]:
        """Yield the kinds of words of the text that the sum accounts for."""
        yield from self.declared.claims

    def times_itself(self) -> Iterator[tuple[KeyPath, str]]:
        """Yield each fact that is multiplied by itself, with the key of the product."""
        yield from ()

    def parts(self) -> Iterator[tuple[KeyPath, Mapping[str, Any]]]:
        """Yield each part of a composed sum with its key in the award, the outer first."""
        yield from ()
