"""A figure means in the rule what it means in the text.

At most or exact, from or above, for each unit, in all, in addition: the words of the text decide,
and a 最高 before an enumeration governs each of its figures. Readings: A06, A44.
"""

from clauses.files import YamlFile
from clauses.model import Award
from clauses.model.sums import FirstTimeSum, HalvedSum, MatchedSum
from clauses.notation import Found, read_figure
from clauses.proof.rule import Place, Tied, Ties

_PAID = ("amount", "tiers", "rate", "at_most", "steps", "share")
_FOR_EACH = ("once-per-title", "once-per-project", "per-product", "per-policy")
_FIRST_TIME = {"达到": "at-least", "超过": "more-than"}
_STATED = {"yearly": "每年", "once": "首次", "once-per-step": "首次"}
"""The word by which the text itself says how often; 年度 alone is the year of a figure."""
_SAYS = {
    "exact": "exact",
    "at-most": "at most",
    "more-than": "more than (the number excluded)",
    "at-least": "at least (the number included)",
}


def check_meaning(
    file: YamlFile, path: Place, award: Award, ties: Ties, awards: dict[str, Award]
) -> None:
    """Note where the rule says of a figure what the text does not say."""
    _check_wording(file, path, award, ties, awards)
    _check_thresholds(file, path, award, ties)
    _check_limit(file, path, award, ties)
    _check_units(file, path, award, ties)
    _check_words(file, path, award)


def _check_wording(
    file: YamlFile, path: Place, award: Award, ties: Ties, awards: dict[str, Award]
) -> None:
    cap = ties.at("sum", "at_most")
    if cap and cap.figure.meaning != "at-most":
        file.fault(
            (*path, "sum", "at_most"),
            f"“{cap.figure.words}”, which the text gives as {_SAYS[cap.figure.meaning]}",
            "a figure that the text gives with 最高, 不超过 or 不高于",
            "write the sum as the text gives it, without a ceiling of its own",
        )
    paid = [tied for tied in ties.under("sum") if _is_paid(tied)]
    allowed, why = "", ""
    if isinstance(award.sum, HalvedSum):
        if (base := awards.get(award.sum.half_of)) is not None:
            allowed, why = base.wording, f"as in {base.id}, which is halved"
    elif isinstance(award.sum, MatchedSum):
        allowed, why = "reference", "for a sum that follows another grant"
    elif paid and not ties.untied:
        found = next((t.found for t in paid if t.found.figure.meaning != "exact"), paid[0].found)
        meaning = found.figure.meaning
        allowed = {"at-most": "ceiling", "exact": "exact"}.get(meaning, "floor")
        why = f"for the text says {_said(found)}"
    if allowed and award.wording != allowed:
        file.fault(
            (*path, "wording"),
            f"“{award.wording}”",
            f"“{allowed}”, {why}",
            "write what the words of the text say",
        )


def _said(found: Found) -> str:
    words, meaning = found.figure.words, found.figure.meaning
    own = read_figure(words).meaning == meaning
    by = "" if own and meaning != "exact" else f" ({_SAYS[meaning]})"
    return f"“{words}”{by}"


def _is_paid(tied: Tied) -> bool:
    return tied.at[1] in _PAID and tied.at[-1] != "at"


def _check_thresholds(file: YamlFile, path: Place, award: Award, ties: Ties) -> None:
    for tied in ties.under("when"):
        own, text = read_figure(tied.words).meaning, tied.found.figure.meaning
        if own != text or own not in ("more-than", "at-least"):
            file.fault(
                (*path, *tied.at),
                f"“{tied.words}”, which says {_SAYS[own]}",
                f"a threshold with its word of comparison, 超过, 达到 or 以上; the text says "
                f"{_SAYS[text]}",
                "write the threshold as the text does, or quote the words that compare",
            )
    rule = award.sum
    if not isinstance(rule, FirstTimeSum):
        return
    sense = _FIRST_TIME.get(rule.first_time)
    for index, _ in enumerate(rule.steps):
        at = ties.at("sum", "steps", index, "at")
        if at and at.figure.meaning != sense:
            file.fault(
                (*path, "sum", "first_time"),
                f"“{rule.first_time}” for “{at.figure.words}”",
                f"the word of the text: {_SAYS[at.figure.meaning]}",
                "write 达到 where the number itself counts, 超过 where it does not",
            )
            break
    if "首次" not in award.quote.zh:
        file.fault(
            (*path, "sum", "first_time"),
            f"“{rule.first_time}”, in a quotation without 首次",
            "steps where the text says 首次",
            "quote the words that say so, or write the sum in another way",
        )


def _check_limit(file: YamlFile, path: Place, award: Award, ties: Ties) -> None:
    for tied in ties.under("limit"):
        meaning = tied.found.figure.meaning
        if meaning != "at-most":
            file.fault(
                (*path, *tied.at),
                f"“{tied.words}”, which the text gives as {_SAYS[meaning]}",
                "a figure that the text gives with 不超过 or 最高",
                "take the limit out where the text has none",
            )
    limit = award.limit
    if limit and limit.in_all and "累计" not in limit.words.zh:
        file.fault(
            (*path, "limit", "in_all"),
            f"“{limit.in_all}”, for words without 累计",
            "a sum that the text limits in all (累计)",
            "quote the word, or write the figure as `at_most` of the sum",
        )


def _check_units(file: YamlFile, path: Place, award: Award, ties: Ties) -> None:
    for tied in ties.under("sum"):
        if tied.found.figure.per_unit and award.frequency not in _FOR_EACH:
            file.fault(
                (*path, "frequency"),
                f"“{award.frequency}” for “{tied.found.figure.words}”, which is due for each",
                "one of " + ", ".join(_FOR_EACH),
                "write for what the text gives the sum each time",
            )
            break


def _check_words(file: YamlFile, path: Place, award: Award) -> None:
    said = _STATED.get(award.frequency)
    if award.frequency_stated != (said is not None and said in award.quote.zh):
        file.fault(
            (*path, "frequency_stated"),
            "true" if award.frequency_stated else "no such key",
            "true exactly where the quotation says 每年 (yearly) or 首次 (once, once-per-step)",
            "quote the words that say how often, or take the key out",
        )
    if bool(award.adds_to) != ("再给予" in award.quote.zh):
        file.fault(
            (*path, "adds_to"),
            ", ".join(award.adds_to) or "no such key",
            "`adds_to` exactly where the quotation says 再给予",
            "name the awards on which this one rides, or take the key out",
        )
