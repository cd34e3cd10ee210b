"""Checks that names and sums match in order: 国家级、省级…分别给予最高200万元、100万元.

The order of each sentence counts on its own. Clause 11 names the provincial level first, and clause
4 pays 70% before 30%; both are as written.
"""

import re
from collections.abc import Mapping

from clauses.files import YamlFile
from clauses.key_path import KeyPath
from clauses.levels import WORDS, codes_named
from clauses.model import Award
from clauses.model.parts import StatedPart
from clauses.notation import Found, scan
from clauses.proof.named import last_place, name_of
from clauses.proof.order_of_parts import check_parts
from clauses.proof.rule import Ties
from clauses.proof.stages import check_stages, wrong_order
from eligibility.mechanisms.declaration import Field


def check_order(file: YamlFile, path: KeyPath, award: Award, ties: Ties, paragraph: str) -> None:
    """Add a fault where sums, steps or instalments are in another order than in the text."""
    rule = award.sum
    for _, tiers in rule.having("tiers"):
        _check_tiers(file, path, award, tiers, ties, paragraph)
    for _, steps in rule.having("steps"):
        _check_steps(file, path, len(steps), ties)
    if isinstance(rule, StatedPart):
        check_parts(file, path, award, ties, paragraph)
    elif not rule.value_of("tiers") and not rule.value_of("steps"):
        for field, _ in rule.having("money"):
            _check_one_of_a_series(file, path, award, field, ties, paragraph)
    check_stages(file, path, award, ties, paragraph)
    _check_named_levels(file, path, award)


def _check_tiers(
    file: YamlFile,
    path: KeyPath,
    award: Award,
    tiers: Mapping[str | int, str],
    ties: Ties,
    paragraph: str,
) -> None:
    by, undecided = award.sum.value_of("fact"), award.sum.value_of("codes") or []
    sums = {code: ties.at("sum", "tiers", code) for code in tiers}
    names: dict[str | int, int] = {}
    for code in tiers:
        name = name_of(award, by, code)
        own = sums[code]
        names[code] = last_place(name, paragraph, ties.start, own.start if own else ties.end)
        if names[code] < 0:
            file.fault((*path, "sum", "tiers", code), "tier-not-named", code=code, name=name)
    if any(place < 0 for place in names.values()) or not all(sums.values()):
        return
    decided = [code for code in tiers if code not in undecided]
    placed = [(names[code], found.start) for code in decided if (found := sums[code])]
    if placed != sorted(placed) or [s for _, s in placed] != sorted(s for _, s in placed):
        by_name = sorted(decided, key=lambda code: names[code])
        by_sum = sorted(found.start for code in decided if (found := sums[code]))
        words = {f.start: f.figure.words for f in scan(paragraph)}
        wrong_order(
            file,
            (*path, "sum", "tiers"),
            [f"{name_of(award, by, code)} {tiers[code]}" for code in decided],
            [
                f"{name_of(award, by, code)} {words[start]}"
                for code, start in zip(by_name, by_sum, strict=True)
            ],
        )


def _check_steps(file: YamlFile, path: KeyPath, count: int, ties: Ties) -> None:
    pairs: list[tuple[Found, Found]] = []
    for index in range(count):
        at = ties.at("sum", "steps", index, "at")
        due = ties.at("sum", "steps", index, "sum")
        if at is None or due is None:
            return
        pairs.append((at, due))
    ats = sorted((at for at, _ in pairs), key=lambda f: f.start)
    sums = sorted((due for _, due in pairs), key=lambda f: f.start)
    if pairs != list(zip(ats, sums, strict=True)):
        wrong_order(
            file,
            (*path, "sum", "steps"),
            [f"{at.figure.words} {due.figure.words}" for at, due in pairs],
            [f"{a.figure.words} {s.figure.words}" for a, s in zip(ats, sums, strict=True)],
        )


def _check_one_of_a_series(
    file: YamlFile, path: KeyPath, award: Award, field: Field, ties: Ties, paragraph: str
) -> None:
    """Check that a single sum of 分别给予…、… belongs to the last name of the conditions (26.1)."""
    amount = ties.at("sum", *field.path)
    if amount is None:
        return
    series = [f for f in scan(paragraph) if f.series == amount.series and f.end <= ties.end]
    if len(series) < 2:
        return
    ends = [
        paragraph.find(condition.words.zh, ties.start) + len(condition.words.zh)
        for condition in award.when
        if condition.words.zh in award.quote.zh
    ]
    sums = "、".join(f.figure.words for f in series)
    at = (*path, "sum", *field.path)
    if not ends:
        file.fault(at, "sum-of-no-name", figure=amount.figure.words, sums=sums)
        return
    named = len(re.findall("[、和]", paragraph[ties.start : max(ends)]))
    if series[min(named, len(series) - 1)] != amount:
        file.fault(
            at,
            "sum-of-another-name",
            figure=amount.figure.words,
            number=series.index(amount) + 1,
            sums=sums,
            should=named + 1,
        )


def _check_named_levels(file: YamlFile, path: KeyPath, award: Award) -> None:
    facts = {fact.name: fact for fact in award.facts}
    for index, condition in enumerate(award.when):
        fact = facts.get(condition.fact)
        if condition.in_ is None or fact is None or fact.type not in WORDS:
            continue
        named = codes_named(fact.type, condition.words.zh)
        if set(condition.in_) != named:
            file.fault(
                (*path, "when", index, "in"),
                "levels-not-named",
                levels=condition.in_,
                words=condition.words.zh,
                named=[str(code) for code in fact.answers if code in named],
            )
