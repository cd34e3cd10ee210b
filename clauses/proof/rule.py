"""The figures of a rule, each tied to the one place of the text where it is.

A figure of a rule is found only as a whole figure of the words that are quoted for it, never as
a part of one: 30万元 is not in 最高130万元.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clauses.key_path import KeyPath
from clauses.model import Award
from clauses.notation import Found, scan
from eligibility.mechanisms.declaration import FIGURES, Kind

_CLAIMED: tuple[Kind, ...] = (*FIGURES, "word", "tiers", "steps")
"""What a sum claims of the text."""
_OF_A_SUM = "(?:标准|(?:奖励|补助|补贴|资助|奖补|支持|配套)(?:金额|资金|额度?|数额)?)的"
"""Words by which a text takes a share of a sum that it has named."""

_OF_EACH_STAGE = re.compile(
    "(?:[每各](?:年|[期次批笔]|个?阶段)[^，。；0-9]{0,6}|各(?:拨付|兑现|发放|支付|兑付)?)$"
)


@dataclass(frozen=True)
class Tied:
    """A figure of a rule and its place in the paragraph."""

    at: KeyPath
    """Its key within the award, for example `sum.tiers.national`."""
    words: str
    found: Found
    """In characters of the paragraph."""


@dataclass(frozen=True)
class Untied:
    """A figure of a rule that the words quoted for it do not have."""

    at: KeyPath
    words: str
    quoted: str
    whole: list[str]
    """The figures that the quoted words have."""
    stands: bool
    """False where the words themselves are not in the paragraph, which is reported separately."""


@dataclass(frozen=True)
class Ties:
    """All figures of one award."""

    award: Award
    text: str
    """The paragraph."""
    start: int
    """Where the quotation begins in the paragraph."""
    end: int
    tied: list[Tied]
    untied: list[Untied]

    def at(self, *place: str | int) -> Found | None:
        """Return the figure under this key, or None where there is none or it is not tied."""
        return next((tied.found for tied in self.tied if tied.at == place), None)

    def under(self, *place: str | int) -> list[Tied]:
        """Return all figures under this key."""
        return [tied for tied in self.tied if tied.at[: len(place)] == place]


def tie(award: Award, paragraph: str) -> Ties | None:
    """Tie each figure of the award to its place, or return None where the quotation has none."""
    start = paragraph.find(award.quote.zh)
    if start < 0:
        return None
    end = start + len(award.quote.zh)
    tied: list[Tied] = []
    untied: list[Untied] = []
    undecided = award.sum.value_of("codes") or []
    compared = {("sum", *field.path) for field, _ in award.sum.having("figure")}
    again = list(_written_again(award, paragraph[start:end]))
    for at, words in figures(award):
        if any(at[: len(place)] == place for place in again):
            continue
        quoted = quoted_for(award, at)
        begin = paragraph.find(quoted, start, end)
        begin = paragraph.find(quoted) if begin < 0 else begin
        inside = [f for f in scan(paragraph) if begin <= f.start and f.end <= begin + len(quoted)]
        taken = [t.found for t in tied]
        if at[0] == "when":
            taken = []  # 收入和贡献增幅均超过10%: one figure, two conditions
        if at[:2] == ("sum", "tiers") and at[2] in undecided:
            taken = []  # clause 8 names two levels and gives one figure (A17)
        found = next((f for f in inside if f not in taken and _is(award, at, words, f)), None)
        if found is None and at in compared:  # one threshold, of this year and of the best before
            found = next((f for f in inside if _is(award, at, words, f)), None)
        if found is None and at[0] == "stages":  # 每年拨付50% is the share of each instalment
            found = next(
                (f for f in inside if f.figure.words == words and _is_of_each(f, paragraph)), None
            )
        if found is None or begin < 0:
            untied.append(Untied(at, words, quoted, [f.figure.words for f in inside], begin >= 0))
        else:
            tied.append(Tied(at, words, found))
    return Ties(award, paragraph, start, end, tied, untied)


def _is_of_each(share: Found, paragraph: str) -> bool:
    return _OF_EACH_STAGE.search(paragraph, 0, share.start) is not None


def _written_again(award: Award, quotation: str) -> Iterator[KeyPath]:
    """Yield where a part is written once more whose figures are in the text once.

    按上述标准的50% takes a share of the part of `instead`. Before 不足2万元的不予奖励 `size`
    is what its bracket uses.
    """
    for at, node in award.sum.parts():
        size = node.get("size")
        if isinstance(size, Mapping) and any(one["use"] == size for one in node["brackets"]):
            yield (*at, "size")
        use = node.get("use")
        if "instead" not in node or not isinstance(use, Mapping) or "rate" not in use:
            continue
        share = f"{_OF_A_SUM}{re.escape(str(use['rate']))}"
        if use.get("of") == node["instead"] and re.search(share, quotation):
            yield (*at, "use", "of")


def figures(award: Award) -> Iterator[tuple[KeyPath, str]]:
    """Every figure of the rule with its key, those with words of their own first."""
    for index, condition in enumerate(award.when):
        if condition.compares:
            yield ("when", index, "compares"), condition.compares
        if condition.if_zero:
            yield ("when", index, "if_zero"), condition.if_zero
    if award.limit:
        for key in ("count", "in_all"):
            if words := getattr(award.limit, key):
                yield ("limit", key), words
    yield from _sum_figures(award)
    for index, stage in enumerate(award.stages):
        if stage.share:
            yield ("stages", index, "share"), stage.share


def _sum_figures(award: Award) -> Iterator[tuple[KeyPath, str]]:
    """Figures of a part come first: the text names them before what is paid (clause 9)."""
    rule = award.sum
    undecided = rule.value_of("codes") or []
    stated = sorted(rule.having(*_CLAIMED), key=lambda pair: len(pair[0].path), reverse=True)
    for field, value in stated:
        at: KeyPath = ("sum", *field.path)
        match field.kind:
            case "tiers":
                for code in sorted(value, key=lambda code: code in undecided):
                    yield (*at, code), value[code]
            case "steps":
                for index, step in enumerate(value):
                    yield (*at, index, "at"), step["at"]
                    yield (*at, index, "sum"), step["sum"]
            case _:
                yield at, value


def quoted_for(award: Award, at: KeyPath) -> str:
    """The words in which a figure must be: a condition and a limit have their own."""
    match at:
        case ("when", int(index), "compares"):
            return award.when[index].words.zh
        case ("limit", *_) if award.limit:
            return award.limit.words.zh
        case _:
            return award.quote.zh


def _is(award: Award, at: KeyPath, words: str, found: Found) -> bool:
    if found.figure.words == words:
        return True
    # the word of comparison of a ladder occurs once, before its steps: 首次…达到5000万元
    compared = award.sum.value_of("comparison")
    return compared is not None and at[-1] == "at" and found.figure.words == compared + words
