"""Compares the worked cases with the engine's results, so that a site never contradicts its cases.

The cases are part of the edition. Without this check, a changed clause and an unchanged case could
be published side by side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import eligibility
import results
from clauses.cases import Case, all_cases, cases_folder
from clauses.faults import Fault, PolicyFilesError, fault
from clauses.messages import Both, phrase

Json = Mapping[str, Any]


class CaseDifference(NamedTuple):
    """One point in which an assessment differs from the expected result of a case."""

    key: str
    """The key in the contract (docs/contract): `a: amount`, `totals.payable`."""
    computed: Any
    expected: Any


@dataclass(frozen=True)
class Contradicted:
    """A case whose result differs from the expected one."""

    case: Case
    assessment: dict[str, Any] | None
    """What the engine gives; None if it refuses the application, or the case has no such form."""
    differences: tuple[CaseDifference, ...]
    faults: tuple[Fault, ...]


def check_cases(document: Json, folder: Path | None = None) -> int:
    """Compute every worked case of the document's edition, or of `folder`; return their number.

    Raises `PolicyFilesError` with each case whose result differs from the expected one.
    """
    folder = folder or cases_folder(document["edition"])
    faults = [told for one in contradicted(document, folder) for told in one.faults]
    if faults:
        raise PolicyFilesError(faults)
    return len(all_cases(folder))


def contradicted(document: Json, folder: Path) -> list[Contradicted]:
    """Compute every worked case of a folder; return those that come out otherwise."""
    policy = eligibility.Policy.from_document(dict(document))
    answers = _answers(policy.hash)
    found = []
    for case in all_cases(folder):
        key = repr(case)
        if key not in answers:
            one = _contradictions(policy, case)
            answers[key] = one if one.faults else None
        found.append(answers[key])
    return [one for one in found if one]


def without_cases(document: Json, folder: Path) -> list[str]:
    """Return the ids of the awards for which no worked case expects a sum above zero."""
    paid = {
        claim["award"]
        for case in all_cases(folder)
        for claim, expected in zip(case.application["claims"], case.expected["awards"], strict=True)
        if _is_positive(expected.get("amount"))
    }
    return [award["id"] for award in document["awards"] if award["id"] not in paid]


def _is_positive(amount: Any) -> bool:
    try:
        return Decimal(str(amount)) > 0
    except InvalidOperation:
        return False


@lru_cache(maxsize=8)
def _answers(policy: str) -> dict[str, Contradicted | None]:
    """Keep what the cases come to under a policy, by all that they say.

    A command that confirms looks before and after, and most often no rule has changed.
    """
    return {}


def _contradictions(policy: eligibility.Policy, case: Case) -> Contradicted:
    def told(code: str, **values: Any) -> Fault:
        return fault(case.file, case.line, case.key, code, title=case.title, **values)

    try:
        assessment = assessed(policy, case)
    except eligibility.Refused as refused:
        said = Both(*(results.refusal(refused, language, paths=True) for language in ("zh", "en")))
        return Contradicted(case, None, (), (told("case-refused", said=said),))
    try:
        found = differences(assessment, case.expected)
    except (AttributeError, KeyError, TypeError):
        return Contradicted(case, None, (), (told("case-expected"),))
    if found:
        assessment = eligibility.assess(policy, case.application)
    faults = [
        told("case-contradicted", what=key, computed=_shown(computed), expected=_shown(expected))
        for key, computed, expected in found
    ]
    return Contradicted(case, assessment, tuple(found), tuple(faults))


def assessed(policy: eligibility.Policy, case: Case) -> dict[str, Any]:
    """Assess a case; other readings and results outside the term only if it expects some.

    Raises `eligibility.Refused` for an application that is malformed.
    """
    awards = [award for award in case.expected["awards"] if isinstance(award, dict)]
    expected = {key for one in (case.expected, *awards) for key in one}
    only_sums = not expected & {"alternatives", "unchanged_under", "as_if"}
    return eligibility.assess(policy, case.application, only_sums=only_sums)


def _shown(value: Any) -> Any:
    if value is None:
        return phrase("nothing")
    return value if isinstance(value, str | int | list) else str(value)


def differences(assessment: dict[str, Any], expected: dict[str, Any]) -> list[CaseDifference]:
    """Return the points in which an assessment differs from the expected result.

    In `expected`, `notes` lists some of the notes and `only_notes` all of them; `told` has all
    notes and `worked` all steps with their figures; everything else must be equal.
    """
    found: list[CaseDifference] = []
    for got, wanted in zip(assessment["awards"], expected["awards"], strict=True):
        claim = got["claim"]
        for key, value in wanted.items():
            if key == "notes":
                codes = [note["code"] for note in got["notes"]]
                found += [
                    CaseDifference(f"{claim}: notes", codes, code)
                    for code in value
                    if code not in codes
                ]
            elif key == "alternatives":
                found += _other_readings(got, value)
            elif key == "unchanged_under":
                found += [
                    CaseDifference(f"{claim}: unchanged_under", other["reading"], value)
                    for other in got["alternatives"]
                    if other["reading"] in value
                ]
            elif key == "only_notes":
                codes = sorted(note["code"] for note in got["notes"])
                if codes != sorted(value):
                    found.append(CaseDifference(f"{claim}: only_notes", codes, sorted(value)))
            elif key in ("told", "worked"):
                found += _unlike(f"{claim}: {key}", _written(got, key), value)
            elif got.get(key) != value:
                found.append(CaseDifference(f"{claim}: {key}", got.get(key), value))
    if "as_if" in expected and assessment["as_if"] != expected["as_if"]:
        found.append(CaseDifference("as_if", assessment["as_if"], expected["as_if"]))
    for key, value in expected.get("totals", {}).items():
        if assessment["totals"].get(key) != value:
            found.append(CaseDifference(f"totals.{key}", assessment["totals"].get(key), value))
    return found


def _other_readings(got: dict[str, Any], expected: list[dict[str, Any]]) -> list[CaseDifference]:
    """Compare the results of the readings that a case lists; others are ignored."""
    named = {other["reading"] for other in expected}
    given = [other for other in got["alternatives"] if other["reading"] in named]
    if given == expected:
        return []
    return [CaseDifference(f"{got['claim']}: alternatives", str(given), str(expected))]


def _written(got: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """Write the notes or the steps of an award as the cases do."""
    if key == "told":
        return [{note["code"]: note["params"]} for note in got["notes"]]
    return [
        {
            step["code"]: step["params"]
            | {"at": f"{step['clause']}.{step['paragraph']}", "words": step["quote"]["zh"]}
        }
        for step in got["steps"]
    ]


def _unlike(
    key: str, got: list[dict[str, Any]], wanted: list[dict[str, Any]]
) -> list[CaseDifference]:
    """Compare notes or steps; of a citation, the case has only the beginning."""
    if len(got) != len(wanted):
        codes = [[code for entry in entries for code in entry] for entries in (got, wanted)]
        return [CaseDifference(key, *codes)]
    for one, other in zip(got, wanted, strict=True):
        for code, params in other.items():
            words = params.get("words")
            held = dict(one.get(code, {}))
            if isinstance(words, str) and "words" in held:
                held["words"] = str(held["words"])[: len(words)]
            if code not in one:
                return [CaseDifference(key, *("; ".join(entry) for entry in (one, other)))]
            if held != params:
                return [CaseDifference(key, _apart(code, held, params), _apart(code, params, held))]
    return []


def _apart(code: str, params: Json, others: Json) -> str:
    """Write those parameters of a note or step in which two differ."""
    own = [f"{name} {value}" for name, value in params.items() if value != others.get(name)]
    return f"{code}: {', '.join(own) or '—'}"


def written_like(
    got: dict[str, Any] | Mapping[str, Any], key: str, wanted: Sequence[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Write the notes (`told`) or steps (`worked`) of an award as a case does.

    Of a citation only so many characters are written as the case had in that place.
    """
    made = _written(dict(got), key)
    for n, entry in enumerate(made):
        for code, params in entry.items():
            held = wanted[n].get(code, {}).get("words") if n < len(wanted) else None
            if isinstance(params.get("words"), str):
                length = len(held) if isinstance(held, str) else _CITED
                entry[code] = {**params, "words": params["words"][:length]}
    return made


_CITED = 12
"""The characters of a citation in a case that had none."""
