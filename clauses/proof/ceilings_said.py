"""Checks that a ceiling limits in the rule what it limits in the text.

One that comes after all parts of a sum limits all of them, one between two parts only the first.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from clauses.key_path import KeyPath
from clauses.notation import Found
from clauses.proof.bases_said import words_before
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Node, Said, asked_words, bears_on, facts_in, is_ceiling
from clauses.proof.sum_words import OF_THE_ENTERPRISE
from clauses.proof.units_said import OWN_KIND
from clauses.proof.unpaid_parts import limited_at

_IN_ALL = re.compile("合计|累计|总额|总计|总共")
_OF_ONE = re.compile("每[家户个年]|单[个户家]|同一|一个|年度|均")
"""Words by which a ceiling names itself what it limits, wherever it stands."""
_OF_RECIPIENT = re.compile(
    f"{OF_THE_ENTERPRISE}|[每单][家户]|[每单]个(?:{OWN_KIND})|单部[^，。；、0-9最不]{{1,4}}"
)
"""Who or what receives the award (单部影片), and not a piece of what it is for (每个展位)."""
_NOTHING_ELSE = re.compile(
    f"(?:(?:{_OF_RECIPIENT.pattern}|{_IN_ALL.pattern})|[每年当度最高多给予可以上述各项以及两项]|奖励?|补助|补贴|资助"
    "|奖补|支持|扶持|金额|总额|额度?|资金|不得?|超过?|高于)*"
)
"""Words before a ceiling that name no sum of several: 每家企业每年奖励总额."""
_ADDED = re.compile("再(?!次)|额外|追加|在此基础上")
_IS_PAID = re.compile("补|奖|贴|资助|给予|支持|扶持|兑|拨")

_LIMITS_SUM = re.compile(
    "(?:但|且|并)?(?:单个[^，。；]{2,4}|每[家户年])?(?:奖励?|补助|补贴|资助|奖补)?(?:金额|总额|额度?|资金)?"
    "(?:最高)?不(?:得)?(?:超过?|高于)"
)
_IS_LIMIT = re.compile(f"{_LIMITS_SUM.pattern}[^，。；按]{{2,24}}的[0-9.]+(?:%|‰|倍)")
"""What limits a sum, and nothing else: 最高不超过上年度地方贡献的60%."""


def check_ceilings_said(said: Said, whole: list[tuple[KeyPath, Node]], paid: list[Tied]) -> None:
    """Add a fault for each ceiling that limits too little, too much or something else."""
    _check_limits_of_sum(said)
    _check_paid_ceilings(said, paid)
    if not whole:
        return
    for at, node in whole:
        if isinstance(node.get("at_most"), list):
            _check_series(said, (*at, "at_most"))
    _check_last(said, paid)
    for tied in paid:
        if tied.at[-1:] == ("at_most",) or tied.at[-2:-1] == ("at_most",):
            _check_limits_no_other(said, tied, paid)
    _check_ceilings_of_bases(said)
    for at, node in whole:
        if "at_most" in node and not is_ceiling(at):
            _check_facts(said, at, whole, paid)


def _check_paid_ceilings(said: Said, paid: list[Tied]) -> None:
    """Check that no share is paid that only limits an exact sum before it.

    按12%给予补助，最高不超过上年度地方贡献的60%: the 60% is paid neither beside nor of it.
    """
    exact = [
        one
        for one in said.ties.under("sum")
        if not is_ceiling(one.at) and one.found.figure.meaning == "exact"
    ]
    for tied in paid:
        start, end = said.clause(tied.found.start)
        begin = said.whole_sentence(start)[0]
        before = [one for one in exact if begin <= one.found.start < start]
        if (
            before
            and not is_ceiling(tied.at)
            and tied.found.figure.measure == "share"
            and _IS_LIMIT.fullmatch(said.text[start : tied.found.end])
            and not _IS_PAID.search(said.text, tied.found.end, end)
        ):
            said.tell(tied.at, "ceiling-paid", figure=tied.words, before=before[-1].words)


def _check_limits_no_other(said: Said, ceiling: Tied, paid: list[Tied]) -> None:
    """Check that a ceiling limits no part after it, and no sum that is above it.

    设备按20%、最高800万元，软件按10%、最高100万元: 800万元 is not for the software too.
    """
    before = said.before(ceiling.found)
    if ceiling.found.figure.measure != "money" or _OF_ONE.search(before) or _IN_ALL.search(before):
        return
    held = ceiling.at[: _held(ceiling.at)]
    sums = [one for one in paid if one.at[: len(held)] == held and not is_ceiling(one.at)]
    earlier = [one for one in sums if one.found.start < ceiling.found.start]
    own = {_term(one.at) for one in earlier}
    later = (one for one in sums if one.found.start > ceiling.found.start)
    other = next((one for one in later if earlier and _term(one.at) not in own), None)
    most = ceiling.found.figure.value
    above = (one for one in sums if one.found.figure.measure == "money")
    other = other or next((one for one in above if one.found.figure.value > most), None)
    if other is not None:
        said.tell(ceiling.at, "ceiling-too-wide", figure=ceiling.words, other=other.words)


def _term(at: KeyPath) -> KeyPath:
    """Return the key of the term of several to which a figure belongs."""
    places = [index for index, key in enumerate(at) if key in ("plus", "highest", "cases")]
    return at[: places[0] + 2] if places else ()


def _check_last(said: Said, paid: list[Tied]) -> None:
    """Check that a ceiling that comes after all parts of a sum limits all of them."""
    for tied in paid:
        if not is_ceiling(tied.at) or tied.found.figure.measure != "money":
            continue
        if any(
            said.clause(t.found.start) == said.clause(tied.found.start)
            for t in paid
            if not is_ceiling(t.at)
        ):
            continue
        before = list(_before_ceiling(said, tied, paid))
        held = tied.at[: _held(tied.at)]
        outside = [one for one in before if one.at[: len(held)] != held]
        if outside and not _is_named(said, tied, held, paid):
            said.tell(tied.at, "ceiling", figure=tied.words, outside=outside[0].words)


def _is_named(said: Said, ceiling: Tied, held: KeyPath, paid: list[Tied]) -> bool:
    """Return whether a ceiling has a name of its own: 软件最高50万元, 最高分别为100万元、50万元."""
    series = [one for one in paid if one.found.series == ceiling.found.series]
    facts = [fact for name in facts_in(said.node(held)) if (fact := said.fact(name))]
    return len(series) > 1 or any(fact.label.zh in said.before(ceiling.found) for fact in facts)


def _before_ceiling(said: Said, ceiling: Tied, paid: list[Tied]) -> Iterator[Tied]:
    """Yield the figures of the sentence that a ceiling follows, back to the ceiling before it."""
    sums = [tied for tied in paid if not is_ceiling(tied.at)]
    sums += [tied for tied in said.ties.under("sum") if tied.at[-1] in ("raise", "lower")]
    sums = [one for one in sums if one.found.start < ceiling.found.start]
    start, of_all = _start_of_limited(said, ceiling, sums)
    sums = [one for one in sums if start <= one.found.start]
    if sums and not of_all:
        last = max(one.found.start for one in sums)
        ends = [one.found.end for one in paid if is_ceiling(one.at) and one.found.end <= last]
        start = max([start, *ends])
    yield from (one for one in sums if one.found.start >= start)


def _start_of_limited(said: Said, ceiling: Tied, sums: list[Tied]) -> tuple[int, bool]:
    """Return where the sums that a ceiling limits begin, and whether it limits all from there.

    A semicolon parts them, but not before 奖励总额最高30万元, nor where the sum is added to those
    before it (…；票房每增加5000万元再奖励20万元，单部影片最高500万元). Nor does it part a ceiling
    that stands alone (…；最高30万元), and then a full stop does not either. A ceiling below a
    fixed sum does not limit that sum.
    """
    before = said.before(ceiling.found)
    start = said.sentence(ceiling.found.start)[0]
    whole = said.whole_sentence(ceiling.found.start)[0]
    of_all = bool(_IN_ALL.search(before))
    most = ceiling.found.figure.value
    fixed = (one.found.figure for one in sums if one.found.figure.measure == "money")
    if not _NOTHING_ELSE.fullmatch(before) or any(one.value > most for one in fixed):
        return start, of_all  # 软件奖励总额最高50万元
    own = said.text[start : ceiling.found.start]
    if not any(start <= one.found.start for one in sums):
        stands_alone = not any(whole <= one.found.start for one in sums)
        return (said.ties.start if stands_alone else whole), True
    added = _OF_RECIPIENT.search(before) and _ADDED.search(own)
    return (whole if of_all or added else start), of_all


def _held(at: KeyPath) -> int:
    """Return how many keys lead to the part that a ceiling limits."""
    return min(at.index(key) for key in ("at_most", "at_least") if key in at)


def _check_series(said: Said, at: KeyPath) -> None:
    """分别最高300万元、100万元 are ceilings of different names, not two of one sum.

    Nor are 国家级的最高100万元，其他最高50万元: of two sums that limit one, the higher never does.
    """
    under = said.ties.under(*at)
    found = [tied.found for tied in under if len(tied.at) == len(at) + 1]
    for one, other in pairwise(found):
        if one.series == other.series:
            said.tell(at, "series", figure=other.figure.words)
    sums = [one for one in found if one.figure.measure == "money"]
    least = min(sums, key=lambda one: one.figure.value, default=None)
    some = [tied.found for tied in under if tied.at[len(at) + 1 :] == ("only",)]
    for one in [*sums, *some]:
        if (
            least
            and one is not least
            and one.series != least.series
            and one.figure.measure == "money"
            and one.figure.value >= least.figure.value
        ):
            said.tell(at, "never-limits", figure=one.figure.words, least=least.figure.words)


def _check_ceilings_of_bases(said: Said) -> None:
    """Check that a ceiling on what a share is taken of names it: 投入最高按500万元计."""
    for field, _ in said.award.sum.having("ceiling", "floor"):
        found = said.ties.at("sum", *field.path)
        if field.paid or found is None:
            continue
        _check_time(said, ("sum", *field.path), found)
        if found.figure.measure != "money":
            continue
        start, end = said.clause(found.start)
        held: KeyPath = ("sum", *field.path)[: _held(("sum", *field.path))]
        facts = [fact for name in facts_in(said.node(held)) if (fact := said.fact(name))]
        if not any(bears_on(fact.label.zh, said.text[start:end]) for fact in facts):
            said.tell(("sum", *field.path), "ceiling-of-base", figure=found.figure.words)


def _check_facts(
    said: Said, at: KeyPath, whole: list[tuple[KeyPath, Node]], paid: list[Tied]
) -> None:
    """Check that a fact limits the whole sum where the text limits it by that fact.

    按投资额的10%给予补助，补助额不超过当年地方财政贡献: the investment is not limited by it, and of
    two sums before it not only one.
    """
    for name in facts_in(said.node(at)["at_most"]):
        fact = said.fact(name)
        held = [one for one, node in whole if name in facts_in(node.get("at_most"))]
        places = bears_on(fact.label.zh, said.text) if fact else []
        place = next((one for one in places if _is_limit_of_sum(said, one)), None)
        if fact is None or place is None:
            continue
        start = said.sentence(place)[0]
        before = [one for one in paid if start <= one.found.start < place]
        free = [one for one in before if not any(one.at[: len(key)] == key for key in held)]
        outside = next((one.words for one in free if not is_ceiling(one.at)), None)
        if at[-1] == "of":
            said.tell((*at, "at_most"), "ceiling-of-base", figure=fact.label.zh)
        elif outside:
            said.tell((*at, "at_most"), "ceiling", figure=fact.label.zh, outside=outside)


def _is_limit_of_sum(said: Said, place: int) -> bool:
    return _LIMITS_SUM.match(said.text, said.clause(place)[0], place) is not None


def _check_limits_of_sum(said: Said) -> None:
    """Check that 担保额超过500万元的部分不予补贴 does not limit what is paid: it names the base.

    So does 单户担保额以500万元为限, without a word for what is paid.
    """
    for field, _ in said.award.sum.having("ceiling", "floor"):
        at = ("sum", *field.path)
        found = said.ties.at(*at) if field.paid else None
        if found is None:
            continue
        first = limited_at(said.ties, found)
        if first is not None:
            words = said.text[said.clause(first)[0] : first]
        else:
            words = words_before(said, found)
            if found.figure.words.startswith("最高") or _IS_PAID.search(words):
                continue  # 设备投入最高100万元: what is paid for it
        facts = [one for name in facts_in(said.node(at[: _held(at)])) if (one := said.fact(name))]
        named = [fact.label.zh for fact in facts if bears_on(fact.label.zh, words)]
        if named:
            said.tell(at, "ceiling-of-sum", figure=found.figure.words, name=named[0])


def _check_time(said: Said, at: KeyPath, found: Found) -> None:
    """Check that 24个月 limits no number of years, and 2年 no number of months."""
    facts = [fact for name in facts_in(said.node(at[: _held(at)])) if (fact := said.fact(name))]
    for fact in facts:
        in_years, in_months = fact.type == "years", "月数" in asked_words(fact)
        if (found.figure.measure == "months" and in_years) or (
            found.figure.measure == "years" and in_months and not in_years
        ):
            said.tell(at, "time", figure=found.figure.words, name=fact.label.zh)
