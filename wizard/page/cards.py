"""The content of an award's card in the form, in one language."""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import Any

from amounts import money
from answers.questions import NUMBERS, PLANNED, losing, options, unit
from clauses.document.awards import PRICE_FLOOR
from wizard.page.maximum_amount import maximum_amount, stated_sums
from wizard.page.place import PagePlace

Json = dict[str, Any]
Sameness = Mapping[tuple[str, str], str]

_AGAIN = ("yearly", "once-per-step", "per-policy", "with-national-grant", "once-per-title")
_SEVERAL = ("enterprise", "platform", "unit", "insurance-policy")
"""Kinds and frequencies of awards that one subject may receive more than once."""


def sameness(document: Mapping[str, Any]) -> Sameness:
    """Return a key for each fact that several awards ask, by its name and its label.

    An answer given for one award is offered for the others and never copied by itself: where only
    one clause defines a figure, the applicant decides (A08).
    """
    asked = Counter(_asked(fact) for award in document["awards"] for fact in award["facts"])
    several = [fact for fact, times in asked.items() if times > 1]
    return {fact: f"f{number}" for number, fact in enumerate(several, 1)}


def card(
    document: Mapping[str, Any],
    entry: Mapping[str, Any],
    place: PagePlace,
    w: Mapping[str, str],
    same: Sameness,
) -> Json:
    """Return the content of the card of one award or line, and of its row in a list."""
    language = place.language
    clause = next(c for c in document["clauses"] if c["number"] == entry["clause"])
    departments = [document["departments"][code] for code in entry["departments"]]
    lines, floor = "sum" not in entry, entry["kind"] == PRICE_FLOOR
    kind = entry["subject"]["otherwise"]
    named = {key: entry[key] for key in ("id", "paragraph")}
    return {
        **named,
        "number": entry["clause"],
        "name": entry["name"][language],
        "quote": entry["quote"][language],
        "clause": w["clause"].format(number=entry["clause"]),
        "place_in_text": w["clause_paragraph"].format(
            number=entry["clause"], paragraph=entry["paragraph"]
        ),
        "url": f"{place.home}{document['edition']}/{entry['clause']:02d}/#p{entry['paragraph']}",
        "note": w["no_sum"] if lines else w["price_floor"] if floor else "",
        "maximum": _maximum(entry, language, w),
        "payee": entry["payee"][language],
        "departments": w["departments"].format(
            names=w["department_joint"].join(name[language] for name in departments)
        ),
        "kind": kind,
        "choosable": bool(entry["subject"]["by"]) and kind == "enterprise",
        "place": _place(entry),
        "again": entry.get("frequency") in _AGAIN and kind in _SEVERAL,
        "planned": any(stage["code"] in PLANNED for stage in entry.get("stages", [])),
        "dated": not lines,
        "paid": not floor,
        "sums": "sum" in entry and not floor,
        "range": _range(entry, language, w),
        "facts": [_fact(entry, fact, language, w, same) for fact in entry.get("facts", [])],
        "text": _searchable(
            *entry["name"].values(),
            *clause["title"].values(),
            *(name for department in departments for name in department.values()),
            f"第{entry['clause']}条 clause {entry['clause']} {entry['id']}",
        ),
    }


def _place(entry: Mapping[str, Any]) -> str:
    """Return the place of a card: in a separate entry, or in the enterprise’s own list."""
    if entry["subject"]["otherwise"] != "enterprise":
        return "entry"
    figures = any(fact["type"] in NUMBERS for fact in entry.get("facts", []))
    return "figures" if figures else "titles"


def _maximum(entry: Mapping[str, Any], language: str, w: Mapping[str, str]) -> str:
    if "sum" not in entry:
        return w["no_sum"]
    if entry["kind"] == PRICE_FLOOR:
        return w["price_floor"]
    most = maximum_amount(entry["sum"])
    if most is None:
        return w["no_ceiling"]
    if fixed := stated_sums(entry):
        return w["sum_or"].join(money(amount, language) for amount in fixed)
    return w["at_most"].format(sum=money(str(most), language))


def _range(entry: Mapping[str, Any], language: str, w: Mapping[str, str]) -> str:
    """Return what an award may come to before anything is answered: from nothing to its most."""
    most = maximum_amount(entry["sum"]) if "sum" in entry else None
    if most is None or entry.get("kind") == PRICE_FLOOR:
        return _maximum(entry, language, w)
    if fixed := stated_sums(entry):
        return w["range_or"].format(sum=w["sum_or"].join(money(one, language) for one in fixed))
    return w["range"].format(least=money("0", language), most=money(str(most), language))


def _implied(
    entry: Mapping[str, Any], fact: Json, lost: set[str], language: str, w: Mapping[str, str]
) -> str:
    """Return the answer that the name of an award gives already, or an empty string.

    “Reward for national green-design products”: of the levels only one is paid, and it is named.
    """
    kept = [code for code in options(fact) if code not in lost]
    if fact["type"] != "level" or len(kept) != 1 or not lost:
        return ""
    return kept[0] if w[f"level_{kept[0]}"].lower() in entry["name"][language].lower() else ""


def _fact(
    entry: Mapping[str, Any], fact: Json, language: str, w: Mapping[str, str], same: Sameness
) -> Json:
    kind = fact["type"]
    named = fact["options"] or {}
    lost = losing(entry, fact)
    codes = [] if kind == "yes-no" else options(fact)
    return {
        "name": fact["name"],
        "type": kind,
        "label": fact["label"][language],
        "ask": fact["ask"][language],
        "hint": fact["hint"][language] if fact["hint"] else "",
        "only_with": fact["only_with"],
        "losing": " ".join(lost),
        "implied": _implied(entry, fact, set(lost), language, w),
        "same": same.get(_asked(fact), ""),
        "unit": unit(entry, fact, language),
        "options": [
            (code, named[code][language] if code in named else w[f"{kind}_{code}"])
            for code in codes
        ],
    }


def _asked(fact: Json) -> tuple[str, str]:
    return fact["name"], fact["label"]["zh"]


def _searchable(*texts: str) -> str:
    """Return texts in the form in which the filter compares them."""
    return unicodedata.normalize("NFKC", " ".join(texts)).lower()
