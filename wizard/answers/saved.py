"""What a saved file records about its time: edition, engine and the sums that they gave.

The page writes it to the file as `answers.assessed`, an excerpt of the assessment with the names of
the contract (docs/contract); the engine ignores it:

    {"edition": "2020-03-16", "engine": "1.0.0",
     "awards": [{"claim": "c1", "award": "03-…", "subject": "四号线", "status": "payable",
                 "amount": "24000000", "wording": "ceiling"}],
     "totals": {"exact": "0", "ceiling": "24000000", "max": "24000000", "reference": "0"}}

It may come from an untrusted source: if it has another shape, it counts as absent.
"""

import re
from collections.abc import Mapping
from typing import Any, TypeGuard

from answers.questions import Document, entries
from eligibility.codes import STATUSES

Json = dict[str, Any]

_TOTALS = ("exact", "ceiling", "max", "reference")
_TEXTS = {"claim": 1000, "award": 60, "subject": 1000}
"""The maximum length of each, in characters."""
_WORDINGS = ("exact", "ceiling", "reference", "floor", None)
_MOST = 1000

_EDITION = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ENGINE = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
_SUM = re.compile(r"[0-9]{1,60}(\.[0-9]{2})?")


def is_edition(value: object) -> TypeGuard[str]:
    """Whether a value can be the name of an edition."""
    return _fits(_EDITION, value)


def excerpt(assessment: Mapping[str, Any]) -> Json:
    """Return the excerpt of an assessment that a file keeps."""
    kept = (*_TEXTS, "status", "amount", "wording")
    return {
        "edition": assessment["edition"],
        "engine": assessment["engine"],
        "awards": [{name: award.get(name) for name in kept} for award in assessment["awards"]],
        "totals": {name: assessment["totals"][name] for name in _TOTALS},
    }


def read_saved(application: object) -> Json | None:
    """Return the excerpt that a file keeps, or None if it keeps no usable one."""
    answers = application.get("answers") if isinstance(application, dict) else None
    raw = answers.get("assessed") if isinstance(answers, dict) else None
    if not isinstance(raw, dict):
        return None
    awards, totals = raw.get("awards"), raw.get("totals")
    sound = (
        _fits(_EDITION, raw.get("edition"))
        and _fits(_ENGINE, raw.get("engine"))
        and isinstance(totals, dict)
        and all(_fits(_SUM, totals.get(name)) for name in _TOTALS)
        and isinstance(awards, list)
        and len(awards) <= _MOST
        and all(_is_award(award) for award in awards)
    )
    return excerpt(raw) if sound else None


def brought_here(document: Document, application: object) -> tuple[object, list[Json]]:
    """Return a file that the page saved for this or another edition as a file of this edition.

    Since editions and releases differ, awards that do not exist here are left out and listed, like
    anything that the form cannot show. A file without the sums of its edition is returned
    unchanged, and the engine refuses it.
    """
    saved = read_saved(application)
    if saved is None or not isinstance(application, dict):
        return application, []
    if application.get("edition") != saved["edition"]:
        return application, []
    known, lost = entries(document), list[Json]()

    def have(name: str) -> object:
        found = application.get(name)
        return [one for one in found if has(one)] if isinstance(found, list) else found

    def has(one: object) -> bool:
        award = one.get("award") if isinstance(one, dict) else None
        if not isinstance(one, dict) or not isinstance(award, str) or award in known:
            return True  # or it is malformed, which the engine refuses
        lost.append({"code": "award", "found": award[:60]})
        return False

    here = {"edition": document["edition"], "claims": have("claims"), "paid": have("paid")}
    return {**application, **here}, lost


def _is_award(award: object) -> bool:
    if not isinstance(award, dict):
        return False
    amount, status = award.get("amount"), award.get("status")
    return (
        all(_is_text(award.get(name), most) for name, most in _TEXTS.items())
        and isinstance(status, str)
        and status in STATUSES
        and (_fits(_SUM, amount) or (amount is None and status != "payable"))
        and award.get("wording") in _WORDINGS
    )


def _is_text(value: object, most: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= most


def _fits(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None
