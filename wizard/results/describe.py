"""Describes a complete assessment: head, totals, groups of claims, readings, standard notices."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import amounts
from results.arranging import arrangements, counted
from results.bundling import bundles
from results.contests import contests
from results.instalments import calendar, planned_days
from results.items import item, reading
from results.naming import named, named_assessment
from results.params import Phrases
from results.previous_page import PreviousPage
from results.view import Item, ItemGroup, LabelledValue, ResultsView, UsedReading
from results.words import Words

Json = Mapping[str, Any]

GROUPS = {
    "payable": ("payable",),
    "open": ("needs-facts",),
    "faulty": ("invalid",),
    "once": ("same-subject", "lower-tier"),
    "limits": ("over-limit",),
    "review": ("needs-review",),
    "case": ("discretionary",),
    "undecided": ("unspecified", "preference", "pending"),
    "apart": ("reference", "non-cash"),
    "outside": ("outside-validity",),
    "unmet": ("not-eligible",),
}
"""The statuses that are shown together, in the order of the page."""

WITHOUT_SUM = ("discretionary", "unspecified", "preference", "pending")
"""Statuses of claims without a sum, which are not part of any total."""


_KEPT: dict[str, PreviousPage[Item]] = {}


def describe(document: Json, application: Any, assessment: Json, language: str) -> ResultsView:
    """Put an assessment into words; the claims keep the order of the application."""
    application = named(application, language)
    assessment = named_assessment(assessment, language)
    words = Words(document, language)
    awards: Sequence[Json] = assessment["awards"]
    phrases = Phrases(words, {claim["claim"]: claim for claim in awards})
    facts = {claim["id"]: _plain(claim.get("facts")) for claim in application.get("claims", [])}
    planned = planned_days(application)
    items = _items(phrases, awards, facts, planned)
    return ResultsView(
        title=words.of(document["title"]),
        head=_head(words, assessment),
        totals=[
            *_totals(words, assessment["totals"], awards),
            *_as_if(words, assessment),
            *_without_sum(words, awards),
        ],
        totals_note=words.say("totals", "apart"),
        payees=_payees(words, awards),
        paid=[_paid(words, paid) for paid in application.get("paid") or []],
        groups=_groups(words, items, awards),
        arrangements=arrangements(words, items, awards),
        contests=contests(phrases, items, awards),
        calendar=calendar(words, items, awards, planned),
        readings=_readings(phrases, items),
        notices=_notices(words),
    )


def _plain(facts: Json | None) -> Json:
    """Leave out lists and objects, which cannot be facts."""
    return {
        name: value for name, value in (facts or {}).items() if not isinstance(value, list | dict)
    }


def _items(
    phrases: Phrases,
    awards: Sequence[Json],
    facts: Mapping[str, Json],
    planned: Mapping[tuple[str, str], str],
) -> list[Item]:
    words = phrases.words
    names = tuple((claim["claim"], claim["award"], claim["subject"]) for claim in awards)
    # one hash for what all claims share; repeating it in each source would take quadratic time
    common = hash((names, frozenset(planned.items())))
    kept = _KEPT.setdefault(words.language, PreviousPage())
    kept.begin()
    items: list[Item] = []
    for number, claim in enumerate(awards, 1):
        line, own = words.lines[claim["award"]], facts.get(claim["claim"], {})
        made = partial(item, phrases, line, number, claim, own, planned)
        # as text, since the caller may change the objects afterwards
        source = repr((words.document["edition"], claim, own, common))
        items.append(kept.get(number, (source, line.entry), made))
    return items


def _head(words: Words, assessment: Json) -> list[LabelledValue]:
    document = words.document
    return [
        LabelledValue("edition", words.say("labels", "edition"), assessment["edition"]),
        LabelledValue(
            "status", words.say("labels", "status"), words.of(document["status"]["short"])
        ),
        LabelledValue("data", words.say("labels", "data"), assessment["policy"]),
        LabelledValue("engine", words.say("labels", "engine"), assessment["engine"]),
    ]


def _totals(words: Words, totals: Json, awards: Sequence[Json]) -> list[LabelledValue]:
    """Return both, exact, ceiling and reference as separate rows, with a dash if nothing counts."""
    rows = [
        LabelledValue(key, words.say("totals", key), words.total(totals, key))
        for key in ("max", "exact", "ceiling", "reference")
    ]
    if awards and totals["range"] is not None:
        rows.append(
            LabelledValue("range", words.say("totals", "range"), words.span(totals["range"]))
        )
    return rows


def _as_if(words: Words, assessment: Json) -> list[LabelledValue]:
    """Return the total as if the policy had applied on any date, if a claim is outside the term."""
    whole = assessment.get("as_if")
    if whole is None:
        return []
    return [
        LabelledValue("as-if", words.say("totals", "as-if"), words.worded(whole["max"], "ceiling"))
    ]


def _without_sum(words: Words, awards: Sequence[Json]) -> list[LabelledValue]:
    """Count the claims for which the text has no sum; they are not in any total."""
    count = sum(claim["status"] in WITHOUT_SUM for claim in awards)
    if not count:
        return []
    value = words.part("totals", "items", count=str(count))
    return [LabelledValue("without-sum", words.say("totals", "without-sum"), value)]


def _payees(words: Words, awards: Sequence[Json]) -> list[LabelledValue]:
    """Return the counted sums by payee, if the enterprise itself is not the only one (A36)."""
    by_payee: dict[str, list[Json]] = {}
    for claim in awards:
        if claim["status"] == "payable":
            by_payee.setdefault(claim["payee"], []).append(claim)
    if set(by_payee) <= {"enterprise"}:
        return []
    return [
        LabelledValue(payee, words.sentence(words.say("payees", payee)), counted(words, claims))
        for payee, claims in by_payee.items()
    ]


def _paid(words: Words, paid: Json) -> str:
    return words.say(
        "labels",
        "paid-line",
        date=amounts.day(paid["date"], words.language),
        subject=paid["subject"].strip(),
        award=words.of(words.lines[paid["award"]].name),
        amount=words.money(str(paid["amount"])),
    )


def _groups(words: Words, items: Sequence[Item], awards: Sequence[Json]) -> list[ItemGroup]:
    by_number = {item.number: award for item, award in zip(items, awards, strict=True)}
    groups: list[ItemGroup] = []
    for key, statuses in GROUPS.items():
        if own := [one for one in items if one.status in statuses]:
            together = bundles(words, own, by_number)
            groups.append(ItemGroup(key, words.say("groups", key), own, together))
    return groups


def _readings(phrases: Phrases, items: Sequence[Item]) -> list[UsedReading]:
    codes = sorted({one.id for entry in items for one in entry.readings})
    return [reading(phrases, code) for code in codes]


def _notices(words: Words) -> list[str]:
    """Return the standard notices; those about the text itself come from the policy."""
    document = words.document
    own: list[str] = list(words.catalogue["notices"].values())
    texts = [document["status"]["long"], document["status"]["prevails"]]
    return own + [words.of(text) for text in texts]
