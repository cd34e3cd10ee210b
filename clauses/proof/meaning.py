"""A figure means in the rule what it means in the text.

At most or exact, from or above, for each unit, in all, in addition: the words of the text decide,
and a 最高 before an enumeration governs each of its figures. Readings: A06, A44.
"""

import re

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.messages import Phrase, phrase
from clauses.model import Award
from clauses.model.stated_sum import StatedSum
from clauses.notation import Found, figure_in, read_figure
from clauses.proof.rule import Tied, Ties
from clauses.proof.said_of_sum import is_ceiling
from eligibility.mechanisms.declaration import Kind

_PAID: tuple[Kind, ...] = ("money", "ceiling", "rate", "share", "tiers", "steps")
_FOR_EACH = ("once-per-title", "once-per-project", "per-product", "per-policy")
_COMPARED = {
    "达到": "at-least",
    "达": "at-least",
    "超过": "more-than",
    "超": "more-than",
    "突破": "more-than",
}
_IN_ALL = ("累计", "合计", "总额", "总计", "单个企业", "每家企业", "单个项目", "每家", "单家")
_GROWS = re.compile("增|升|提高|下降|降低|减少")
_STATED = {"yearly": "每年", "once": "首次", "once-per-step": "首次"}
"""The word by which the text itself says how often; 年度 alone is the year of a figure."""
_ONCE = ("once", "once-per-project", "once-per-title", "once-per-step", "per-product")
_ONE_OFF = re.compile("一次性(?!投资|投入|付清)")
"""What else may say that an award is paid once; of an input it says something else."""


def check_meaning(
    file: YamlFile, path: KeyPath, award: Award, ties: Ties, awards: dict[str, Award]
) -> None:
    """Note where the rule says of a figure what the text does not say."""
    _check_wording(file, path, award, ties, awards)
    _check_thresholds(file, path, award, ties)
    _check_limit(file, path, award, ties)
    _check_units(file, path, award, ties)
    _check_words(file, path, award)


def _check_wording(
    file: YamlFile, path: KeyPath, award: Award, ties: Ties, awards: dict[str, Award]
) -> None:
    rule = award.sum
    for field, _ in rule.having("ceiling"):
        cap = ties.at("sum", *field.path)
        if cap and cap.figure.meaning != "at-most":
            file.fault(
                (*path, "sum", *field.path),
                "ceiling-not-said",
                figure=cap.figure.words,
                says=_says(cap.figure.meaning),
            )
    for field, _ in rule.having("floor"):
        least = ties.at("sum", *field.path)
        if least and least.figure.meaning != "at-least":
            file.fault(
                (*path, "sum", *field.path),
                "floor-not-said",
                figure=least.figure.words,
                says=_says(least.figure.meaning),
            )
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
    if allowed and award.wording != allowed:
        file.fault((*path, "wording"), "wording", wording=award.wording, should=allowed, why=why)


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
    fields = {field.path: field for field, _ in rule.having(*_PAID)}
    return (
        any(field.paid and tied.at[1 : 1 + len(path)] == path for path, field in fields.items())
        and tied.at[-1] != "at"
    )


def _check_thresholds(file: YamlFile, path: KeyPath, award: Award, ties: Ties) -> None:
    for tied in ties.under("when"):
        if tied.at[-1] == "if_zero":
            continue  # compared with nothing
        said = award.when[int(tied.at[1])].words.zh
        own, text = figure_in(tied.words, said).meaning, tied.found.figure.meaning
        grown = own == "exact" and _is_of_growth(award, tied)
        between = tied.found.figure.least is not None
        if own != text or not (own != "exact" or between or grown):
            file.fault(
                (*path, *tied.at),
                "threshold",
                figure=tied.words,
                own=_says(own),
                text=_says(text),
            )
    for field, word in award.sum.having("comparison"):
        _check_comparison(file, (*path, "sum", *field.path), award, ties, word)


def _is_of_growth(award: Award, tied: Tied) -> bool:
    """增长10%: without a word of comparison a rate of growth is one that has to be reached.

    前10% and 低于平均水平20% are none.
    """
    condition = award.when[int(tied.at[1])]
    types = {fact.name: fact.type for fact in award.facts}
    if condition.over is None and condition.above is None:
        before, _, _ = condition.words.zh.partition(tied.words)
        return types.get(condition.fact) == "percentage" and bool(_GROWS.search(before))
    return True


def _check_comparison(file: YamlFile, at: KeyPath, award: Award, ties: Ties, word: str) -> None:
    """The steps are compared as the text says, and it says that the first time counts."""
    sense = _COMPARED.get(word)
    for tied in ties.under("sum"):
        if tied.at[-1] == "at" and tied.found.figure.meaning != sense:
            file.fault(
                at,
                "first-time-word",
                word=word,
                figure=tied.found.figure.words,
                says=_says(tied.found.figure.meaning),
            )
            break
    if award.sum.declared.said not in award.quote.zh:
        file.fault(at, "first-time-not-said", word=word)


def _check_limit(file: YamlFile, path: KeyPath, award: Award, ties: Ties) -> None:
    for tied in ties.under("limit"):
        meaning = tied.found.figure.meaning
        if meaning != "at-most":
            file.fault((*path, *tied.at), "limit-not-said", figure=tied.words, says=_says(meaning))
    limit = award.limit
    if limit and limit.in_all and not any(word in limit.words.zh for word in _IN_ALL):
        file.fault((*path, "limit", "in_all"), "limit-in-all", figure=limit.in_all)


def _check_units(file: YamlFile, path: KeyPath, award: Award, ties: Ties) -> None:
    for tied in ties.under("sum"):
        if "unit" in award.sum.claims():
            break
        of_enterprise = award.subject == "enterprise" and is_ceiling(tied.at)
        if tied.found.figure.per_unit and not of_enterprise and award.frequency not in _FOR_EACH:
            file.fault(
                (*path, "frequency"),
                "frequency-each",
                frequency=award.frequency,
                figure=tied.found.figure.words,
                allowed=_FOR_EACH,
            )
            break


def _check_words(file: YamlFile, path: KeyPath, award: Award) -> None:
    said = _STATED.get(award.frequency)
    must = said is not None and said in award.quote.zh
    may = award.frequency in _ONCE and _ONE_OFF.search(award.quote.zh)
    if award.frequency_stated != must and not (award.frequency_stated and may):
        code = "frequency-not-said" if award.frequency_stated else "frequency-said"
        file.fault((*path, "frequency_stated"), code)
    if bool(award.adds_to) != ("再给予" in award.quote.zh):
        code = "adds-to-not-said" if award.adds_to else "adds-to-missing"
        file.fault((*path, "adds_to"), code, awards=award.adds_to)
