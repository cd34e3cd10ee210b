"""Which part of an award claims a word of the text that bears on its sum.

A word is claimed where it stands: the growth of one base is not that of another, and what is left
out of one fact is left out of no other.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import assert_never

from clauses.compiled_parts import FACT_NAME, claims
from clauses.key_path import KeyPath
from clauses.model.award import Fact
from clauses.ordinal_years import ordinal_years
from clauses.proof.named import places_of
from clauses.proof.periods import compared_in
from clauses.proof.said_of_sum import Said, facts_in, is_ceiling
from clauses.proof.sum_words import ClaimedBy, SumWord
from clauses.proof.unpaid_parts import unpaid_parts
from eligibility.closing_rule import GROUPED_KINDS

_HOLDING: Mapping[ClaimedBy, str] = {"figure": "sum", "compared": "when", "threshold": "sum"}
"""Under which key of the award is the figure that a word may be part of."""
_OF_ONE_BASE = ("growth", "excess", "unit", "each", "step")
"""Kinds that say something of the base of the figures after them, and of no other base."""
_OF_ONE_NAME = ("base", "exclusion")
"""Kinds that say what is left out of one fact; the text may repeat other words of its name."""
_SEVERAL = ("plus", "highest", "lowest")
"""Parts whose terms have bases of their own."""
_MEASURED = re.compile(
    "(?:人次?|名|吨|亩|米|瓦时?|公里|度|元|标箱|架次|班次|[课学]时|床位|机架|天)$"
)
"""Units in which no titles and products are counted: each of them is one of many."""
_NOUN = re.compile(
    "(?!一次性)[^，。；、：（）0-9一]{2,8}?(?=给予|予以|奖|补|资助|支持|按|最[高多]|不|可|[0-9]|$)"
)

_NOT_COUNTED = re.compile(
    "不重复(?:计算|统计|计入|计发)|不计入?|不计算在内|不[纳列]入|不包括|不含|剔除|扣除"
)
"""已补助的部分不重复计算: a fact named 投资额（不含已补助的） asks for it."""
_DENIAL = re.compile("^(?:未|无|没有|不存在|不属于|不)")
"""A fact asks for 列入试点, and the rule pays where the answer is no: 未列入试点的."""
_ONE_YEAR = re.compile("每年|年度|当年|全年|年内|同年|一年")
_TO_ANOTHER = re.compile(
    "(?:企业)?(?:给予|予以|奖励?|奖补|补助|补贴|资助|支持)(?:给)?(?![最一不各上])"
    "(?:[^，。；、：（）0-9]{0,6}(?:平台|园区|机构|基地|协会|商会|学校|院校|单位|载体|孵化器|银行|个人|团队))"
)
"""每家奖励平台5万元: those who are counted are not paid themselves."""


class ClaimedWords:
    """The words of a sentence that an award claims."""

    def __init__(self, said: Said) -> None:
        self._said = said
        self._of_sum = set(said.award.sum.claims())

    def __contains__(self, found: SumWord) -> bool:
        kinds = {found.kind.name, *found.kind.also}
        if found.kind.name == "in-all" and self._is_of_all_years(found):
            return self._claims("limit", found) or self._takes_off_what_was_paid()
        if kinds & self._of_sum and self._is_of_its_base(found, kinds):
            return True
        if found.kind.name == "excess" and self._is_over_a_period(found):
            return True
        if any(self._in_figure(found, by) for by in found.kind.by & {*_HOLDING}):
            return True
        return any(self._claims(how, found) for how in found.kind.by)

    def _is_of_its_base(self, found: SumWord, kinds: set[str]) -> bool:
        """Return whether the figures that follow are of terms of the sum with such a part.

        产值增量的1%并按税收增量的20%: each share needs a growth of its own; 分别按每辆5万元、3万元:
        each sum needs a count of its own.
        """
        if found.kind.name not in _OF_ONE_BASE:
            return True
        end = self._said.clause(found.start)[1]
        following = [
            one
            for one in self._said.paid()
            if found.end <= one.found.start < end and not is_ceiling(one.at)
        ]
        row = [one.at for one in following if one.found.series == following[0].found.series]
        return all(kinds & {*claims(term)} for at in row if (term := self._term(at)) is not None)

    def _is_of_all_years(self, found: SumWord) -> bool:
        """Return whether 累计最高 limits more than the one year whose sum the award computes."""
        before = self._said.text[self._said.clause(found.start)[0] : found.start]
        yearly = self._said.award.frequency == "yearly"
        return yearly and found.words.startswith("累计") and not _ONE_YEAR.search(before)

    def _takes_off_what_was_paid(self) -> bool:
        parts = self._said.award.sum.parts()
        return any("less" in node and is_ceiling(at) for at, node in parts)

    def _term(self, at: KeyPath) -> object:
        """Return the term of several to which a figure of the sum belongs, None for no such."""
        places = [index for index, key in enumerate(at) if key in _SEVERAL]
        return self._said.node(at[: places[-1] + 2]) if places else None

    def _is_over_a_period(self, found: SumWord) -> bool:
        """Return whether 超过部分 is that over a period of which the sum takes the growth."""
        start = self._said.whole_sentence(found.start)[0]
        no_figure = not re.search("[0-9]", found.words)
        earlier = self._said.text[start : found.start]
        return "growth" in self._of_sum and no_figure and bool(compared_in(earlier))

    def _in_figure(self, found: SumWord, how: ClaimedBy) -> bool:
        """Return whether the word is part of a figure of the sum or a condition: 减半."""
        ties = self._said.ties.under(_HOLDING[how])
        if how == "threshold":  # 租赁期限3年以上的按5%
            compared = self._said.award.sum.having("figure")
            places = {("sum", *field.path) for field, _ in compared}
            ties = [tied for tied in ties if tied.at in places]
        figures = [tied.found for tied in ties]
        if how != "figure":  # 较上年提高1个百分点, beside a condition that compares the points
            return any(one.start <= found.end and found.start <= one.end for one in figures)
        return any(one.start <= found.start and found.end <= one.end for one in figures)

    def _claims(self, how: ClaimedBy, found: SumWord) -> bool:
        award = self._said.award
        match how:
            case "condition":
                first = found.kind.name == "first-reached"
                return self._is_in_condition(found, first=first)
            case "limit":
                return any(a <= found.start and found.end <= b for a, b in self._in_limit)
            case "often":
                yearly = (
                    found.kind.name in ("yearly", "instalments") and award.frequency == "yearly"
                )
                # 单家年度累计不超过200万元（含已兑现额）: the ceiling counts what was paid
                rest = found.kind.name == "yearly" and self._takes_off_what_was_paid()
                return award.frequency_stated or yearly or rest
            case "stages":
                return bool(award.stages)
            case "top-up":
                return bool(award.adds_to or award.title_by)
            case "tiers":
                stated = award.sum.value_of("tiers") or award.sum.value_of("steps")
                chosen = any("cases" in node for _, node in award.sum.parts())
                return bool(stated or award.excludes or chosen)
            case "excludes":
                return bool(award.excludes)
            case "each-time":
                each = award.frequency in ("once-per-title", "per-product", "once-per-step")
                return each and not _MEASURED.search(found.words)
            case "each-subject":
                several = award.frequency in ("yearly", "once")
                return award.subject != "enterprise" or not several
            case "each-ceiling":
                after = (one.at for one in self._said.paid() if one.found.start >= found.end)
                at = next(after, ())
                return is_ceiling(at) and "each" in at
            case "each-project":
                return award.frequency == "once-per-project" and self._is_of_award(found)
            case "one-off":
                return award.frequency not in ("yearly", "per-policy", "with-national-grant")
            case "reading":
                return bool(award.readings)
            case "reference":
                return award.wording == "reference"
            case "enterprise":
                another = _TO_ANOTHER.match(self._said.text, found.end)
                return award.subject == "enterprise" and not another
            case "closing":
                return award.frequency == "once" or award.subject in GROUPED_KINDS
            case "months":
                return any("月数" in words for fact in award.facts for words in _names(fact))
            case "interest-paid":
                return any("利息" in words for fact in award.facts for words in _names(fact))
            case "match":
                return award.kind == "matching"
            case "floor":
                return award.wording == "floor"
            case "held":
                return any(self._held())
            case "left-out":
                parts = unpaid_parts(self._said.ties)
                return any(one.start <= found.start and found.end <= end for one, end in parts)
            case "years-named":
                periods = [node.get("periods", ()) for _, node in award.sum.parts()]
                return any(one and all(ordinal_years(p["for"]) for p in one) for one in periods)
            case "payee":
                return found.words[-2:] in award.payee.zh
            case "whole":
                return award.kind == "matching" or any(self._paid_as_they_are())
            case "fact":
                return any(self._is_in_name(found, fact) for fact in award.facts)
            case "figure" | "compared" | "threshold":
                return False  # only where the word is part of such a figure (`_in_figure`)
            case _:
                assert_never(how)

    def _is_in_condition(self, found: SumWord, *, first: bool) -> bool:
        """Return whether a condition quotes the word, without the sum, which is no condition.

        One that only compares this year's figure does not ask whether it is the `first` time;
        an award that is given once is not given again.
        """
        award, paid = self._said.award, [one.found for one in self._said.paid()]
        once = award.frequency in ("once", "once-per-step")
        return any(
            start <= found.start and found.end <= end
            for condition in award.when
            if not first or once or condition.compares is None
            for start, end in self._spans(condition.words.zh)
            if not any(start <= one.start and one.end <= end for one in paid)
        )

    @cached_property
    def _in_limit(self) -> list[tuple[int, int]]:
        limit = self._said.award.limit
        return list(self._spans(limit.words.zh)) if limit else []

    def _spans(self, words: str) -> Iterator[tuple[int, int]]:
        for begin in places_of(words, self._said.text):
            yield begin, begin + len(words)

    def _is_in_name(self, found: SumWord, fact: Fact) -> bool:
        """Return whether a fact is asked by the word.

        What is left out of a fact is left out only where the text has its name, if it has it.
        """
        left_out = _NOT_COUNTED.fullmatch(found.words)
        words = _DENIAL.sub("", found.words) if found.kind.name == "denied" else found.words
        names = [
            name
            for name in _names(fact)
            if words in name or (left_out and _NOT_COUNTED.search(name))
        ]
        if found.kind.name == "rank" and not names:  # 排名第1名: an answer says which place
            answers = (option.zh for option in (fact.options or {}).values())
            return any(one == found.end for name in answers for one, _ in self._spans(name))
        within = found.kind.name in _OF_ONE_NAME
        spans = [span for name in names for span in self._spans(name)] if within else []
        return bool(names) and (
            not spans or any(a <= found.start and found.end <= b for a, b in spans)
        )

    def _is_of_award(self, found: SumWord) -> bool:
        """Return whether 每个 counts what the award is for: the text has named it before."""
        noun = _NOUN.match(self._said.text, found.end)
        before = self._said.text[self._said.ties.start : found.start]
        return noun is None or noun[0][-2:] in before

    def _held(self) -> Iterator[bool]:
        """Yield whether each part is the lowest of several, or is limited by a fact."""
        for _, node in self._said.award.sum.parts():
            most = node.get("at_most")
            ceilings = most if isinstance(most, list) else [most]
            yield "lowest" in node or any(any(facts_in(one)) for one in ceilings)

    def _paid_as_they_are(self) -> Iterator[bool]:
        """Yield whether each part is a fact that is paid as it is."""
        for at, node in self._said.award.sum.parts():
            yield "fact" in node and "of" not in at
            yield any(
                isinstance(one, str) and bool(FACT_NAME.fullmatch(one))
                for key in (*_SEVERAL, "first", "use", "instead")
                for one in _as_list(node.get(key))
            )


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _names(fact: Fact) -> Iterator[str]:
    yield from (fact.label.zh, fact.ask.zh)
    yield from (option.zh for option in (fact.options or {}).values())
