"""The base class and common types of the models."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from clauses.figure_pattern import Measure
from clauses.notation import ReadFigure, has_two_ends, read_figure


class Model(BaseModel):
    """Strict: no unknown keys, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def refused(code: str) -> PydanticCustomError:
    """Return an error that pydantic does not define; `code` names its message."""
    return PydanticCustomError(code, code, {"own": True})


def _trimmed(text: str) -> str:
    if not text.strip():
        raise refused("text-empty")
    if text != text.strip():
        raise refused("text-blanks")
    return text


def real_day(day: str) -> str:
    """Refuse 2020-02-30; a year or a month means its first day."""
    try:
        date.fromisoformat(f"{day}-01-01"[:10] if len(day) < 8 else day)
    except ValueError:
        raise refused("no-such-day") from None
    return day


Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(real_day)]
"""A day as it names an edition: `2020-03-16`."""
Text = Annotated[str, AfterValidator(_trimmed)]
AwardId = Annotated[str, Field(pattern=r"^[0-9]{2,3}-[a-z0-9]+(-[a-z0-9]+)*$")]
ReadingId = Annotated[str, Field(pattern=r"^A[0-9]{2}$")]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Bilingual(Model):
    """The same in Chinese and English; the Chinese prevails."""

    zh: Text
    en: Text


def _figure(
    kind: Literal["money", "share", "count", "compared"], *measures: Measure
) -> AfterValidator:
    def check(words: str) -> str:
        try:
            figure: ReadFigure = read_figure(words)
        except ValueError:
            if kind == "compared":
                raise refused(
                    "figure-two-ends" if has_two_ends(words) else "figure-compared"
                ) from None
            raise refused("figure-form") from None
        if figure.measure not in (measures or (kind,)):
            raise refused(f"figure-{kind}")
        return words

    return AfterValidator(check)


MoneyWords = Annotated[
    str, _figure("money"), Field(description="money in the policy's words, e.g. 最高3000万元")
]
ShareWords = Annotated[
    str, _figure("share"), Field(description="a percentage in the policy's words, e.g. 不超过20%")
]
ComparedWords = Annotated[
    str,
    _figure("compared", "money", "share", "count", "area", "years", "months", "points", "date"),
    Field(description="a figure to compare with in the policy's words, e.g. 超过200万元"),
]
CountWords = Annotated[
    str, _figure("count"), Field(description="a number of pieces in the policy's words, e.g. 5个")
]
