"""Two versions of an application side by side: each award, the totals, the differences in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import amounts
from results.lines import ResultLine
from results.naming import named_assessment
from results.words import Words

Json = Mapping[str, Any]

_REFERENCE = ("reference", "needs-review")
"""The statuses whose sum, if any, is for reference and outside the totals."""


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line of the comparison."""

    name: str
    subject: str
    kept: str
    now: str
    difference: str
    differs: bool


@dataclass(frozen=True, slots=True)
class AssessmentComparison:
    """Two assessments side by side."""

    totals: list[ComparedLine]
    claims: list[ComparedLine]

    same: str
    """A sentence with the number of claims that are unchanged; these are not listed."""


def compare(document: Json, kept: Json, now: Json, language: str) -> AssessmentComparison:
    """Compare two assessments; claims match by id and award, otherwise by award and subject."""
    kept, now = named_assessment(kept, language), named_assessment(now, language)
    words = Words(document, language)
    left = list(kept["awards"])
    rows: list[ComparedLine] = []
    for claim in now["awards"]:
        before = _counterpart(left, claim)
        if before is not None:
            left.remove(before)
        rows.append(_row(words, before, claim))
    rows += [_row(words, gone, None) for gone in left]
    different = [row for row in rows if row.differs]
    said = ""
    if not different:
        said = words.say("comparison", "none")
    elif len(different) < len(rows):
        count = str(len(rows) - len(different))
        said = words.say("comparison", "others-same", count=count)
    return AssessmentComparison(_totals(words, kept["totals"], now["totals"]), different, said)


def _counterpart(left: list[Json], claim: Json) -> Json | None:
    same = [one for one in left if one["award"] == claim["award"]]
    by_id = [one for one in same if one["claim"] == claim["claim"]]
    by_subject = [one for one in same if one["subject"] == claim["subject"]]
    return next(iter([*by_id, *by_subject]), None)


def _row(words: Words, kept: Json | None, now: Json | None) -> ComparedLine:
    claim = now or kept
    assert claim is not None
    line = words.lines[claim["award"]]
    difference = _difference(words, _counted(kept), _counted(now))
    told = _difference(words, _for_reference(kept), _for_reference(now))
    if difference == words.say("comparison", "same") != told:
        difference = words.join([told, words.part("wording-names", "reference")], "clauses")
    if kept is None or now is None:
        key = "added" if kept is None else "dropped"
        changed = [words.say("comparison", key)]
        if difference != words.say("comparison", "same"):
            changed.append(difference)
        difference = words.join(changed, "clauses")
    elif kept["status"] != now["status"] and difference == words.say("comparison", "same"):
        difference = words.say(
            "comparison",
            "same-sum",
            **{"from": words.status(kept)["name"], "to": words.status(now)["name"]},
        )
    return ComparedLine(
        words.of(line.name),
        claim["subject"],
        sum_or_status(words, line, kept),
        sum_or_status(words, line, now),
        difference,
        difference != words.say("comparison", "same"),
    )


def sum_or_status(words: Words, line: ResultLine, claim: Json | None) -> str:
    """Return the sum of a claim if it is counted, otherwise its status in words."""
    if claim is None:
        return words.say("marks", "none")
    if claim["status"] == "payable":
        return words.worded(claim["amount"], line.wording)
    if not amounts.is_zero(_for_reference(claim)):
        return words.worded(claim["amount"], "reference")
    return words.status(claim)["name"]


def _counted(claim: Json | None) -> str:
    return claim["amount"] if claim is not None and claim["status"] == "payable" else "0"


def _for_reference(claim: Json | None) -> str:
    return (claim["amount"] if claim is not None and claim["status"] in _REFERENCE else None) or "0"


def _totals(words: Words, kept: Json, now: Json) -> list[ComparedLine]:
    rows: list[ComparedLine] = []
    for key, label in (
        ("max", "total"), ("exact", "exact"), ("ceiling", "ceiling"), ("reference", "reference"),
    ):  # fmt: skip
        if key == "reference" and amounts.is_zero(kept[key]) and amounts.is_zero(now[key]):
            continue
        difference = _difference(words, kept[key], now[key])
        rows.append(
            ComparedLine(
                words.say("comparison", label),
                "",
                _sum(words, kept, key),
                _sum(words, now, key),
                difference,
                kept[key] != now[key],
            )
        )
    return rows


def _sum(words: Words, totals: Json, key: str) -> str:
    if key == "reference" and not amounts.is_zero(totals[key]):
        return words.worded(totals[key], key)
    return words.total(totals, key)


def _difference(words: Words, kept: str, now: str) -> str:
    order = amounts.compare(now, kept)
    if order == 0:
        return words.say("comparison", "same")
    if order > 0:
        return words.say("comparison", "more", amount=words.money(amounts.subtract(now, kept)))
    return words.say("comparison", "less", amount=words.money(amounts.subtract(kept, now)))
