"""The results that differ from those that came with opened answers, award by award."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import amounts
from results.naming import named_assessment
from results.words import Words

Json = Mapping[str, Any]

TOTALS = ("max", "exact", "ceiling", "reference")


@dataclass(frozen=True, slots=True)
class Changed:
    """A sum that has changed."""

    name: str
    subject: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Since:
    """What to say about opened answers; without sentences there is nothing to show."""

    said: list[str]
    totals: list[Changed]
    claims: list[Changed]
    title: str


def since(document: Json, saved: Json, now: Json, language: str) -> Since:
    """Compare the excerpt in a file with the present assessment of its answers."""
    saved, now = named_assessment(saved, language), named_assessment(now, language)
    words = Words(document, language)
    totals = [
        Changed(
            words.say("totals", key),
            "",
            words.total(saved["totals"], key),
            words.total(now["totals"], key),
        )
        for key in TOTALS
        if saved["totals"][key] != now["totals"][key]
    ]
    claims = _claims(words, saved["awards"], now["awards"])
    title = "title" if saved["edition"] == now["edition"] else "edition-title"
    said = _said(words, saved, now, bool(totals or claims))
    return Since(said, totals, claims, words.say("since", title))


def _said(words: Words, saved: Json, now: Json, differs: bool) -> list[str]:
    said: list[str] = []
    if saved["edition"] != now["edition"]:
        was, here = (amounts.day(one["edition"], words.language) for one in (saved, now))
        said.append(words.say("since", "edition", was=was, now=here))
    if saved["engine"] != now["engine"]:
        said.append(words.say("since", "engine", was=saved["engine"], now=now["engine"]))
    if not differs:
        return [*said, words.say("since", "same")] if said else []
    return [*(said or [words.say("since", "edited")]), words.say("since", "differ")]


def _claims(words: Words, saved: list[Json], now: list[Json]) -> list[Changed]:
    """Match claims by id and award; a claim missing on one side counts as nothing there."""
    before = {(one["claim"], one["award"]): one for one in saved}
    after = {(one["claim"], one["award"]): one for one in now}
    changed: list[Changed] = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, here = before.get(key), after.get(key)
        claim = here or was
        assert claim is not None
        if _result(was) == _result(here):
            continue
        line = words.lines.get(claim["award"])
        name = words.of(line.name) if line else claim["award"]
        changed.append(Changed(name, claim["subject"], _claim(words, was), _claim(words, here)))
    return changed


def _result(claim: Json | None) -> tuple[Any, Any] | None:
    return (claim["status"], claim["amount"]) if claim else None


def _claim(words: Words, claim: Json | None) -> str:
    """Return the sum of a claim, or its status in words with the sum that is not counted."""
    if claim is None:
        return words.say("marks", "none")
    if claim["status"] == "payable":
        return words.worded(claim["amount"], claim["wording"])
    name = words.status(claim)["name"]
    if amounts.is_zero(claim["amount"]):
        return name
    return words.join((name, words.money(claim["amount"])), "colon")
