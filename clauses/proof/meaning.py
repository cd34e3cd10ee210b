"""A figure means in the rule what it means in the text.

At most or exact, from or above, for each unit, in all, in addition: the words of the text decide,
and a 最高 before an enumeration governs each of its figures. Readings: A06, A44.
"""

import re

from clauses.compiled_sum import COMPARED
from clauses.figure_pattern import Meaning
from clauses.key_path import KeyPath
from clauses.messages import Phrase, phrase
from clauses.model import Award, Condition
from clauses.model.stated_sum import StatedSum
from clauses.notation import Found, figure_in, read_figure
from clauses.proof.named import places_of
from clauses.proof.rule import Tied
from clauses.proof.said_of_sum import Said, is_ceiling
from clauses.proof.sum_words import OF_THE_ENTERPRISE
from eligibility.mechanisms.declaration import Kind

_WORDED: tuple[Kind, ...] = ("money", "ceiling", "rate", "share", "tiers", "steps")
"""Kinds of which the text says whether they are exact or the most; a floor is neither."""
_LIMITS: tuple[tuple[Kind, Meaning, str], ...] = (
    ("ceiling", "at-most", "ceiling-not-said"),
    ("floor", "at-least", "floor-not-said"),
)
_FOR_EACH = ("once-per-title", "once-per-project", "per-product", "per-policy")
_IN_ALL = re.compile(f"累计|合计|总额|总计|[单每][家户]|{OF_THE_ENTERPRISE}")
_OF_EACH = re.compile("(?:[单每一][个项台套件批份笔]|同一)(?!企业|单位|申报|主体|法人|机构|集团)")
"""What limits each project or product by itself, where no enterprise is named."""
_GROWS = re.compile("增|升|提高|下降|降低|减少")
_STATED = {"yearly": "每年", "once": "首次", "once-per-step": "首次"}
"""The word by which the text itself says how often; 年度 alone is the year of a figure."""
_ONCE = ("once", "once-per-project", "once-per-title", "once-per-step", "per-product")
_ONE_OFF = re.compile("一次性(?!投资|投入|付清)")
"""What else may say that an award is paid once; of an input it says something else."""


_OF_TIME = re.compile("[年季月]")
"""A fixed sum is paid each year only where the text has a word of time."""
_DECIDING = ("level", "star", "scope", "code", "yes-no")
_APPLICANT = re.compile("企业|单位|公司")
"""Who is meant where a text names nobody: 对示范项目奖励50万元."""


def check_meaning(said: Said, awards: dict[str, Award]) -> None:
    """Note where the rule says of a figure what the text does not say."""
    _check_limits_of_sum(said)
    _check_wording(said, awards)
    _check_thresholds(said)
    _check_word_of_mechanism(said)
    _check_limit(said)
    _check_units(said)
    _check_words(said)
    _check_payee(said)


def _check_limits_of_sum(said: Said) -> None:
    """Check that the text calls a ceiling the most and a floor the least."""
    for kind, meaning, code in _LIMITS:
        for field, _ in said.award.sum.having(kind):
            found = said.ties.at("sum", *field.path)
            if found and found.figure.meaning != meaning:
                said.fault(
                    ("sum", *field.path),
                    code,
                    figure=found.figure.words,
                    says=_says(found.figure.meaning),
                )


def _check_wording(said: Said, awards: dict[str, Award]) -> None:
    rule, ties = said.award.sum, said.ties
    paid = [tied for tied in ties.under("sum") if _is_paid(rule, tied)]
    allowed, why = "", phrase("nothing")
    if (followed := rule.value_of("award")) is not None:
        if (base := awards.get(followed)) is not None:
            allowed, why = base.wording, phrase("wording-of-base", base=base.id)
    elif rule.declared.wording:
        allowed, why = rule.declared.wording, phrase("wording-of-matched")
    elif paid and not ties.untied:
        found = next((t.found for t in paid if _open(t.found) != "exact"), paid[0].found)
        meaning = _open(found)
        allowed = {"at-most": "ceiling", "exact": "exact"}.get(meaning, "floor")
        why = _said(found)
    if allowed and said.award.wording != allowed:
        said.fault(("wording",), "wording", wording=said.award.wording, should=allowed, why=why)


def _open(found: Found) -> str:
    """Return the meaning of a figure that is paid; of a range the upper end is the most."""
    return found.figure.meaning if found.figure.least is None else "at-most"


def _said(found: Found) -> Phrase:
    words, meaning = found.figure.words, found.figure.meaning
    if read_figure(words).meaning == meaning and meaning != "exact":
        return phrase("wording-of-text", words=words)
    return phrase("wording-of-meaning", words=words, says=_says(meaning))


def _says(meaning: str) -> Phrase:
    return phrase(f"says-{meaning}")


def _is_paid(rule: StatedSum, tied: Tied) -> bool:
    """Return whether a figure of the sum is paid; a threshold and a word are not."""
    fields = {field.path: field for field, _ in rule.having(*_WORDED)}
    return (
        any(field.paid and tied.at[1 : 1 + len(path)] == path for path, field in fields.items())
        and tied.at[-1] != "at"
    )


def _check_thresholds(said: Said) -> None:
    for tied in said.ties.under("when"):
        if tied.at[-1] == "if_zero":
            continue  # compared with nothing
        condition = said.award.when[int(tied.at[1])]
        own, text = figure_in(tied.words, condition.words.zh).meaning, tied.found.figure.meaning
        grown = own == "exact" and _is_of_growth(said, condition, tied.words)
        between = tied.found.figure.least is not None
        if own != text or not (own != "exact" or between or grown):
            said.fault(tied.at, "threshold", figure=tied.words, own=_says(own), text=_says(text))
    for field, word in said.award.sum.having("comparison"):
        _check_comparison(said, ("sum", *field.path), word)


def _is_of_growth(said: Said, condition: Condition, words: str) -> bool:
    """增长10%: without a word of comparison a rate of growth is one that has to be reached.

    前10% and 低于平均水平20% are none.
    """
    if condition.over is None and condition.above is None:
        before, _, _ = condition.words.zh.partition(words)
        fact = said.fact(condition.fact)
        return fact is not None and fact.type == "percentage" and bool(_GROWS.search(before))
    return True


def _check_comparison(said: Said, at: KeyPath, word: str) -> None:
    """The steps are compared as the text says."""
    sense = COMPARED.get(word)
    for tied in said.ties.under("sum"):
        if tied.at[-1] == "at" and tied.found.figure.meaning != sense:
            said.fault(
                at,
                "first-time-word",
                word=word,
                figure=tied.found.figure.words,
                says=_says(tied.found.figure.meaning),
            )
            break


def _check_word_of_mechanism(said: Said) -> None:
    declared = said.award.sum.declared
    if declared.said not in said.award.quote.zh:
        key = declared.fields[0].path[0]
        said.fault(("sum", key), "mechanism-not-said", key=key, word=declared.said)


def _check_limit(said: Said) -> None:
    for tied in said.ties.under("limit"):
        meaning = tied.found.figure.meaning
        if meaning != "at-most":
            said.fault(tied.at, "limit-not-said", figure=tied.words, says=_says(meaning))
    limit = said.award.limit
    if limit is None or not limit.in_all:
        return
    words = limit.words.zh
    if _OF_EACH.search(words) and not re.search(OF_THE_ENTERPRISE, words):
        said.fault(("limit", "in_all"), "limit-of-each", figure=limit.in_all, words=words)
    elif not _IN_ALL.search(words):
        said.fault(("limit", "in_all"), "limit-in-all", figure=limit.in_all)


def _check_units(said: Said) -> None:
    award = said.award
    if "unit" in award.sum.claims() or award.frequency in _FOR_EACH:
        return
    for tied in said.ties.under("sum"):
        of_enterprise = award.subject == "enterprise" and is_ceiling(tied.at)
        if tied.found.figure.per_unit and not of_enterprise:
            said.fault(
                ("frequency",),
                "frequency-each",
                frequency=award.frequency,
                figure=tied.found.figure.words,
                allowed=_FOR_EACH,
            )
            break


def _check_words(said: Said) -> None:
    award = said.award
    often = _STATED.get(award.frequency)
    must = often is not None and often in award.quote.zh
    may = award.frequency in _ONCE and _ONE_OFF.search(award.quote.zh)
    if award.frequency_stated != must and not (award.frequency_stated and may):
        code = "frequency-not-said" if award.frequency_stated else "frequency-said"
        said.fault(("frequency_stated",), code)
    asked = [said.fact(name) for _, name in award.sum.having("fact")]
    fixed = not any(fact and fact.type not in _DECIDING for fact in asked)
    if award.frequency == "yearly" and fixed and not _OF_TIME.search(said.text):
        said.fault(("frequency",), "yearly-not-said", figure=award.quote.zh)
    if bool(award.adds_to) != ("再给予" in award.quote.zh) and not _adds_in_the_sum(said):
        code = "adds-to-not-said" if award.adds_to else "adds-to-missing"
        said.fault(("adds_to",), code, awards=award.adds_to)


def _check_payee(said: Said) -> None:
    """Check that the text names who is paid: 个人 where it has only 企业 is not stated.

    What a payee is beside that, in brackets, may be left unsaid: 创新中心（其运营单位）.
    """
    payee = said.award.payee
    name = payee.zh.partition("（")[0]
    named = any(word in said.text for word in (name[:2], name[-2:]))
    if payee.stated and not (named or _APPLICANT.search(name)):
        said.fault(("payee",), "payee-not-said", payee=name)


def _adds_in_the_sum(said: Said) -> bool:
    """Return whether each 再给予 adds one sum of the award to another: 优秀的再给予20万元."""
    ties, paid = said.ties, [one for one in said.paid() if not is_ceiling(one.at)]
    places = list(places_of("再给予", said.text, ties.start, ties.end))
    for place in places:
        before = [one.at for one in paid if one.found.end <= place]
        after = next((one.at for one in paid if one.found.start > place), ())
        depth = next((index for index, key in enumerate(after) if key == "plus"), None)
        if depth is None or not any(
            at[: depth + 1] == after[: depth + 1] and at[depth + 1] != after[depth + 1]
            for at in before
        ):
            return False
    return bool(places) and not said.award.adds_to
