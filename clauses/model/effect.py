"""What an option of the ledger would change in the computation, where it can be computed."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from clauses.model.base import AwardId, Bilingual, Code, Model, MoneyWords, refused


class Term(Model):
    """A first and a last day, both within."""

    from_: Annotated[date, Field(alias="from")]
    to: date


class Effect(Model):
    """Another reading as the engine computes it: one option, and what it sets otherwise."""

    option: Annotated[int, Field(ge=1)]
    """The option of this reading, counted from 1; never the recommended one."""
    assumes: Bilingual | None = None
    """What the option leaves open and the computation has to assume."""
    awards: list[AwardId] = []
    """The awards that it concerns; all where the list is empty."""
    groups: Literal["everything", "support", "line", "year", "apart", "kind"] | None = None
    """What competes under 从高、不重复: `everything` of the enterprise; on one subject only what is
    of one kind of `support`, one `line`, one `year`, one `kind` of subject; or the awards `apart`
    from all others."""
    also: list[AwardId] = []
    """Awards that compete on their subject too, though it is none of the three."""
    not_paid_to: list[Code] = []
    """Payees other than the enterprise, whom `everything` does not reach."""
    together: list[list[AwardId]] = []
    """Lines that are one item where `groups: line`."""
    steps: Literal["difference", "added"] | None = None
    """Steps crossed for the first time: only the difference, or all added."""
    titles: Literal["difference", "added"] | None = None
    """Several titles of one award: only the difference, or all added."""
    tiers: dict[Code, MoneyWords] | None = None
    """Tiers with another sum."""
    adds_to: Literal["any-subsidy", "nothing"] | None = None
    """What a top-up (再给予) is added to."""
    title_by: Literal["nothing"] | None = None
    """The titles of one name are one, of which the highest of a year counts."""
    excludes: Literal["nothing"] | None = None
    """Awards that exclude each other are paid beside each other."""
    years: Literal["once", "one-ceiling"] | None = None
    """What is due each year is due once, or its ceiling holds for all years together."""
    ceiling: Literal["enterprise-and-year"] | None = None
    """The ceiling of each award holds for the enterprise and the year, not for the project."""
    without: str | None = None
    """A fact on which no condition and no review hangs any more."""
    base_of: AwardId | None = None
    """The line whose base, where claimed for the same project, is the base here."""
    limit: Literal["each-year"] | None = None
    """The limit of this reading is counted each year by itself."""
    limit_awards: list[AwardId] = []
    """The awards that the limit of this reading covers."""
    validity: Term | None = None
    """Another term of the policy."""
    accounts: Term | None = None
    """Another term of the lines that go by accounting years."""

    @model_validator(mode="after")
    def _changes_something(self) -> "Effect":
        if not self.model_fields_set - {"option", "assumes", "awards"}:
            raise refused("effect-empty")
        return self
