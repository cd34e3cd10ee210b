"""Checks that names and sums match in order: 国家级、省级…分别给予最高200万元、100万元.

The order of each sentence counts on its own. Clause 11 names the provincial level first, and clause
4 pays 70% before 30%; both are as written.
"""

import re
from collections.abc import Mapping

from clauses.levels import WORDS, codes_named
from clauses.notation import Found, scan
from clauses.proof.named import last_place, name_of
from clauses.proof.order_of_parts import check_parts
from clauses.proof.said_of_sum import Said
from clauses.proof.stages import check_stages
from eligibility.mechanisms.declaration import Field

_BETWEEN_NAMES = re.compile("[、和]|”[及与或]?(?=“)|》[及与或]?(?=《)")
"""Names in quotation marks follow one another without a sign: “世界500强”“中国500强”."""


def check_order(said: Said) -> None:
    """Add a fault where sums, steps or instalments are in another order than in the text."""
    rule = said.award.sum
    for _, tiers in rule.having("tiers"):
        _check_tiers(said, tiers)
    for _, steps in rule.having("steps"):
        _check_steps(said, len(steps))
    if any(rule.parts()):
        check_parts(said)
    elif not rule.value_of("tiers") and not rule.value_of("steps"):
        for field, _ in rule.having("money"):
            _check_one_of_a_series(said, field)
    check_stages(said)
    _check_named_levels(said)


def _check_tiers(said: Said, tiers: Mapping[str | int, str]) -> None:
    award, ties = said.award, said.ties
    by, undecided = award.sum.value_of("fact"), award.sum.value_of("codes") or []
    sums = {code: ties.at("sum", "tiers", code) for code in tiers}
    names: dict[str | int, int] = {}
    for code in tiers:
        name = name_of(award, by, code)
        own = sums[code]
        names[code] = last_place(name, said.text, ties.start, own.start if own else ties.end)
        if names[code] < 0:
            said.fault(("sum", "tiers", code), "tier-not-named", code=code, name=name)
    if any(place < 0 for place in names.values()) or not all(sums.values()):
        return
    decided = [code for code in tiers if code not in undecided]
    placed = [(names[code], found.start) for code in decided if (found := sums[code])]
    if placed != sorted(placed) or [s for _, s in placed] != sorted(s for _, s in placed):
        by_name = sorted(decided, key=lambda code: names[code])
        by_sum = sorted(found.start for code in decided if (found := sums[code]))
        words = {f.start: f.figure.words for f in scan(said.text)}
        said.wrong_order(
            ("sum", "tiers"),
            [f"{name_of(award, by, code)} {tiers[code]}" for code in decided],
            [
                f"{name_of(award, by, code)} {words[start]}"
                for code, start in zip(by_name, by_sum, strict=True)
            ],
        )


def _check_steps(said: Said, count: int) -> None:
    pairs: list[tuple[Found, Found]] = []
    for index in range(count):
        at = said.ties.at("sum", "steps", index, "at")
        due = said.ties.at("sum", "steps", index, "sum")
        if at is None or due is None:
            return
        pairs.append((at, due))
    ats = sorted((at for at, _ in pairs), key=lambda f: f.start)
    sums = sorted((due for _, due in pairs), key=lambda f: f.start)
    if pairs != list(zip(ats, sums, strict=True)):
        said.wrong_order(
            ("sum", "steps"),
            [f"{at.figure.words} {due.figure.words}" for at, due in pairs],
            [f"{a.figure.words} {s.figure.words}" for a, s in zip(ats, sums, strict=True)],
        )


def _check_one_of_a_series(said: Said, field: Field) -> None:
    """Check that a single sum of 分别给予…、… belongs to the last name of the conditions (26.1)."""
    text, ties = said.text, said.ties
    at = ("sum", *field.path)
    amount = ties.at(*at)
    if amount is None:
        return
    series = [f for f in scan(text) if f.series == amount.series and f.end <= ties.end]
    if len(series) < 2:
        return
    ends = [
        text.find(condition.words.zh, ties.start) + len(condition.words.zh)
        for condition in said.award.when
        if condition.words.zh in said.award.quote.zh
    ]
    sums = "、".join(f.figure.words for f in series)
    if not ends:
        said.fault(at, "sum-of-no-name", figure=amount.figure.words, sums=sums)
        return
    named = len(_BETWEEN_NAMES.findall(text, ties.start, max(ends)))
    if series[min(named, len(series) - 1)] != amount:
        said.fault(
            at,
            "sum-of-another-name",
            figure=amount.figure.words,
            number=series.index(amount) + 1,
            sums=sums,
            should=named + 1,
        )


def _check_named_levels(said: Said) -> None:
    for index, condition in enumerate(said.award.when):
        fact = said.fact(condition.fact)
        if condition.in_ is None or fact is None or fact.type not in WORDS:
            continue
        named = codes_named(fact.type, condition.words.zh)
        if set(condition.in_) != named:
            said.fault(
                ("when", index, "in"),
                "levels-not-named",
                levels=condition.in_,
                words=condition.words.zh,
                named=[str(code) for code in fact.answers if code in named],
            )
