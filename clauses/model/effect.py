"""The model of an effect: what a computable option of the ledger changes in the computation."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from clauses.model.base import AwardId, Bilingual, Code, Model, MoneyWords, refused


class DateRange(Model):
    """A first and a last day, both within."""

    from_: Annotated[date, Field(alias="from")]
    to: date


class Effect(Model):
    """Another reading as the engine computes it: one option, and what it changes."""

    option: Annotated[int, Field(ge=1)]
    """The option of this reading, counted from 1; never the recommended one."""
    assumes: Bilingual | None = None
    """What the computation has to assume because the option leaves it open."""
    awards: list[AwardId] = []
    """The awards concerned; all if the list is empty."""
    groups: Literal["everything", "support", "line", "year", "apart", "kind"] | None = None
    """What competes under 从高、不重复: `everything` of the enterprise; on one subject only sums of
    the same kind of `support`, the same `line`, `year` or `kind` of subject; or the awards stay
    `apart` from all others."""
    also: list[AwardId] = []
    """Awards that also compete on their subject, although it is none of the three kinds."""
    not_paid_to: list[Code] = []
    """Payees other than the enterprise, who are not part of `everything`."""
    together: list[list[AwardId]] = []
    """Lines that count as one item with `groups: line`."""
    steps: Literal["difference", "added"] | None = None
    """Steps reached for the first time: only the difference is paid, or all are added."""
    titles: Literal["difference", "added"] | None = None
    """Several titles of one award: only the difference is paid, or all are added."""
    tiers: dict[Code, MoneyWords] | None = None
    """Tiers whose sum changes."""
    adds_to: Literal["any-subsidy", "nothing"] | None = None
    """What a top-up (再给予) is added to."""
    title_by: Literal["nothing"] | None = None
    """All titles of the award are one title, of which the highest in a year counts."""
    excludes: Literal["nothing"] | None = None
    """Awards that exclude each other are paid together."""
    years: Literal["once", "one-ceiling"] | None = None
    """A yearly award is due once, or its ceiling applies to all years together."""
    ceiling: Literal["enterprise-and-year"] | None = None
    """The ceiling of each award applies per enterprise and year, not per project."""
    without: str | None = None
    """A fact whose conditions and reviews no longer apply."""
    base_of: AwardId | None = None
    """The award whose base is used here, if it is claimed for the same project."""
    limit: Literal["each-year"] | None = None
    """The limit of this reading counts each year separately."""
    limit_awards: list[AwardId] = []
    """The awards that the limit of this reading covers."""
    validity: DateRange | None = None
    """Another term of the policy."""
    accounts: DateRange | None = None
    """Another term of the awards that follow accounting years."""

    @model_validator(mode="after")
    def _changes_something(self) -> "Effect":
        if not self.model_fields_set - {"option", "assumes", "awards"}:
            raise refused("effect-empty")
        return self
