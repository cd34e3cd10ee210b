"""Checks that each part of a composed sum rests on words of the text that say it.

A condition inside a sum is named beside its figure. What one part alone needs is in `parts`, what
its ceilings limit in `ceilings_said`.
"""

import re

from clauses.compiled_parts import part_of_keys
from clauses.key_path import KeyPath
from clauses.levels import codes_named
from clauses.model.award import Fact
from clauses.notation import Found
from clauses.proof.brackets_said import check_brackets, check_ends
from clauses.proof.ceilings_said import check_ceilings_said
from clauses.proof.named import name_of
from clauses.proof.parts import CHECKS
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import (
    DENIED,
    ELSE,
    Node,
    Said,
    bears_on,
    is_ceiling,
    named_by,
)
from clauses.proof.units_said import check_ceilings
from eligibility.mechanisms.parts import PARTS

_LEFT_OUT = re.compile("[^，。；、0-9]{0,3}(?:以外|之外|除外)")
_CHANGED_TO = re.compile(
    "(?:提高|上浮|上调|放宽|调增|提升|下浮|下调|调减|降低?|增加?)[至到为][^，。；0-9]{0,2}$"
)
_OTHERS = re.compile("其他|其余|等")
_ROW = "(?:企业|项目|单位)?(?:、|和|及|或|与|以及)"
"""初创企业、专精特新企业按30%: both are meant."""
_NEGATIVE = re.compile("[不未无非没]")


def check_parts_said(said: Said) -> None:
    """Add a fault for each part of a sum that the text does not say."""
    whole = list(said.award.sum.parts())
    paid = said.paid()
    for at, node in whole:
        if "when" in node:
            alike = [place for place, one in whole if one.get("when") == node["when"]]
            others = [t for t in paid if not _under(t.at, alike)]
            moved = _moved_before(said, at)
            _check_condition(said, at, node, [*others, *moved])
            decided = [(*place, _decided(said.node(place))) for place in alike]
            _check_own_figure(said, at, node, decided, [*paid, *moved])
        part = part_of_keys(node) or ""
        _check_word(said, at, part)
        if any(field.kind == "brackets" for field in PARTS[part].declared.fields):
            check_brackets(said, at, node)
        if part in CHECKS:
            CHECKS[part](said, at, node)
    check_ends(said)
    check_ceilings_said(said, whole, paid)
    check_ceilings(said, whole, paid)


def _check_word(said: Said, at: KeyPath, part: str) -> None:
    """Check that the quotation has a word for what a part does."""
    words = PARTS[part].declared.words
    if not re.search(words, said.text[said.ties.start : said.ties.end]):
        said.tell((*at, part), "part", part=part, words=_plain_words(words))


def _plain_words(pattern: str) -> list[str]:
    """Return the words of a pattern that are no patterns themselves: 较大 of [就取]高|较大."""
    brackets = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
    while brackets.search(pattern):
        pattern = brackets.sub("*", pattern)
    return [word for word in pattern.split("|") if not re.search(r"[*?\\^]", word)]


def _moved_before(said: Said, at: KeyPath) -> list[Tied]:
    """Return the points that were added or taken off inside a part that does so once more.

    属于甲类的上浮3个百分点；属于乙类的再上浮2个百分点: the second is not for the first name.
    """
    keys = ("raise", "lower")
    own = next((found for key in keys if (found := said.ties.at(*at, key))), None)
    inside = [tied for tied in said.ties.under(*at) if tied.at[-1] in keys]
    return [t for t in inside if own and t.found != own and t.found.series != own.series]


def _under(at: KeyPath, places: list[KeyPath]) -> bool:
    return any(at[: len(place)] == place for place in places)


def _check_condition(said: Said, at: KeyPath, node: Node, others: list[Tied]) -> None:
    """Check that what a figure depends on is named beside it, with no other sum between."""
    figure = said.first(*at, _decided(node))
    if figure is None:
        return
    for name, asked in node["when"].items():
        if isinstance(asked, str) or (fact := said.fact(name)) is None:
            continue  # a threshold is a figure of the text itself
        codes = [code for code in asked if not isinstance(code, bool)]
        names = _names_of(said, fact, asked)
        if not names:
            continue  # those that the text does not name
        places = [place for one in names for place in bears_on(one, said.text)]
        if fact.type in ("level", "star"):
            _check_levels(said, (*at, "when", name), fact, asked, figure)
        if fact.options and (left := _left_out(said, fact, codes)):
            said.tell((*at, "when", name), "codes-left", words=left[1], names=[left[0]])
        rest = [name_of(said.award, name, code) for code in codes if code in ELSE]
        if rest and not _OTHERS.search(said.text[slice(*said.sentence(figure.start))]):
            said.tell((*at, "when", name), "codes-other", words=names[0], names=rest)
        beside = [place for place in places if _is_beside(said, place, figure, others)]
        if not beside:
            said.tell((*at, "when", name), "when", figure=figure.figure.words, name=names[0])
        elif not codes and len(asked) == 1:
            before = [place for place in beside if place < figure.start]
            denied = _is_denied(said, fact, max(before, default=min(beside)))
            if denied == (True in asked):
                code = "true" if denied else "false"
                said.tell((*at, "when", name), code, words=names[0], name=names[0])


def _check_levels(
    said: Said, at: KeyPath, fact: Fact, asked: list[str | int], figure: Found
) -> None:
    """Check that the levels are those that the text names after the figure before.

    按10%补助，国家级、省级的提高至15%: the 15% is for these two.
    """
    start = said.whole_sentence(figure.start)[0]
    others = (t.found for t in said.ties.under("sum") if t.found.series != figure.series)
    ends = [one.end for one in others if start < one.end <= figure.start]
    words = said.text[max([start, *ends]) : figure.start]
    named = codes_named(fact.type, words)
    if not named:
        return
    names = {code: name_of(said.award, fact.name, code) for code in (*named, *asked)}
    if left := [names[code] for code in fact.answers if code in named - {*asked}]:
        said.tell(at, "codes-left", words=words.strip("，。；"), names=left)
    if more := [names[code] for code in asked if code not in named]:
        said.tell(at, "codes-other", words=words.strip("，。；"), names=more)


def _left_out(said: Said, fact: Fact, codes: list[str | int]) -> tuple[str, str] | None:
    """Return an option that the text names in a row with one that is asked, and that one."""
    names = {code: option.zh for code, option in (fact.options or {}).items()}
    for code, name in names.items():
        for other in (names[str(one)] for one in codes if str(one) in names):
            one, two = re.escape(name), re.escape(other)
            row = re.search(f"{one}{_ROW}{two}|{two}{_ROW}{one}", said.text)
            if row and code not in map(str, codes) and code not in ELSE:
                return name, other
    return None


def _decided(node: Node) -> str:
    """Return the key of what is due only where the condition of a part holds."""
    return PARTS[part_of_keys(node) or ""].declared.decides


def _names_of(said: Said, fact: Fact, asked: list[bool | str | int]) -> list[str]:
    """Return the words by which the text may name an answer, none for 其他."""
    codes = [code for code in asked if not isinstance(code, bool)]
    names = [name_of(said.award, fact.name, code) for code in codes if code not in ELSE]
    return names if codes else [fact.label.zh, fact.ask.zh]


def _check_own_figure(
    said: Said, at: KeyPath, node: Node, decided: list[KeyPath], paid: list[Tied]
) -> None:
    """Check that the words of a condition belong to the figure that is due where it holds.

    按20%给予补助，其中初创企业按35%: 35% is for them, and 20% is not.
    """
    own = (*at, _decided(node))
    figure = said.first(*own)
    if figure is None or _CHANGED_TO.search(said.before(figure)):
        return
    places: list[int] = []
    named = ""
    for name, asked in node["when"].items():
        fact, bound = said.fact(name), said.first(*at, "when", name)
        if bound is not None:
            places.append(bound.start)
            named = bound.figure.words
        elif fact is not None and not isinstance(asked, str):
            names = _names_of(said, fact, asked)
            places += [place for one in names for place in bears_on(one, said.text)]
            named = next(iter(names), named)
    allowed = [place for place in decided if is_ceiling(place) or not is_ceiling(at)]
    figures = [*paid, *said.ties.under(*own)]
    belongs = [one for place in places if (one := _figure_of_name(said, place, figures))]
    if belongs and not any(
        _under(one.at, allowed) or one.found.series == figure.series for one in belongs
    ):
        said.tell((*at, "when"), "when", figure=figure.figure.words, name=named)


def _figure_of_name(said: Said, place: int, figures: list[Tied]) -> Tied | None:
    """Return the figure to which a name belongs: the next of its clause, or of its sentence.

    Where none comes after it there, the last before it: 奖励10万元（首次获奖）.
    """
    for start, end in (said.clause(place), said.whole_sentence(place)):
        within = [one for one in figures if start <= one.found.start < end]
        after = [one for one in within if one.found.start >= place]
        if within and said.text[place - 1 : place] == "（" and len(after) < len(within):
            after = [one for one in after if one.found.start < said.text.find("）", place)]
        if after:
            return min(after, key=_start)
        if within:
            return max(within, key=_start)
    return None


def _start(tied: Tied) -> int:
    return tied.found.start


def _is_denied(said: Said, fact: Fact, place: int) -> bool:
    """Return whether the text denies at a place what a fact asks: 非首台套, 首台套以外的.

    Of a name that denies something itself (未受处罚) and is not in the text, it denies the reverse.
    """
    name = named_by(fact.label.zh)
    whole = said.text.startswith(name, place)
    start, end = said.clause(place)
    after = said.text[place + len(name) if whole else place : end]
    denied = bool(DENIED.search(said.text[start:place]) or _LEFT_OUT.match(after))
    return denied != (not whole and bool(_NEGATIVE.search(name)))


def _is_beside(said: Said, place: int, figure: Found, others: list[Tied]) -> bool:
    """Return whether a name is in the sentence of a figure, with no other sum between."""
    start, end = said.whole_sentence(figure.start)
    low, high = sorted((place, figure.start))
    return start <= place < end and not any(low <= one.found.start < high for one in others)
