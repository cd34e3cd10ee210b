"""What every part of a clause file has in common."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from clauses.notation import Figure, read_figure


class Model(BaseModel):
    """Strict: no unknown keys, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def _trimmed(text: str) -> str:
    if not text.strip():
        raise ValueError("a text that is not empty")
    if text != text.strip():
        raise ValueError("a text without blanks at its ends")
    return text


Text = Annotated[str, AfterValidator(_trimmed)]
AwardId = Annotated[str, Field(pattern=r"^[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$")]
ReadingId = Annotated[str, Field(pattern=r"^A[0-9]{2}$")]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]


class Bilingual(Model):
    """The same in Chinese and English; the Chinese prevails."""

    zh: Text
    en: Text


_WANTED = {
    "money": "a sum of money, like 最高3000万元",
    "share": "a percentage, like 不超过20%",
    "count": "a number of pieces, like 5个",
}


def _figure(measure: str) -> AfterValidator:
    def check(words: str) -> str:
        figure: Figure = read_figure(words)
        if figure.measure != measure:
            raise ValueError(_WANTED[measure])
        return words

    return AfterValidator(check)


MoneyWords = Annotated[
    str, _figure("money"), Field(description="money in the policy's words, e.g. 最高3000万元")
]
ShareWords = Annotated[
    str, _figure("share"), Field(description="a percentage in the policy's words, e.g. 不超过20%")
]
CountWords = Annotated[
    str, _figure("count"), Field(description="a number of pieces in the policy's words, e.g. 5个")
]
