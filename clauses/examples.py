"""Reads the example profiles, `examples/*.yml`, checks them and converts them to applications.

They are invented (示例，并非真实企业) and not part of the policy document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from clauses.document import PolicyDocument
from clauses.faults import PolicyFilesError
from clauses.files import YamlFile
from clauses.folder import CLAUSES, named_paths
from clauses.messages import Phrase, phrase
from clauses.model.base import Bilingual
from clauses.model.example import ITSELF, Example, ExampleClaim
from clauses.notation import read_figure
from eligibility.rules import CODES

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Profile:
    """One example, for both languages."""

    key: str
    """The name of its file and of its page."""
    name: Bilingual
    about: Bilingual
    applications: Mapping[str, Json]
    """The application by language; only the names of the subjects differ."""


def read_examples(policy: PolicyDocument, root: Path = CLAUSES) -> list[Profile]:
    """Return the examples of an edition in the order of their names.

    Raises `PolicyFilesError` with every fault.
    """
    edition, topics = policy.edition.edition, policy.topics
    entries = {entry["id"]: entry for entry in [*policy.data["awards"], *policy.data["lines"]]}
    keys = {
        "roles": {role.key for role in topics.roles},
        "topics": {topic.key for topic in topics.topics},
    }
    profiles, faults = list[Profile](), []
    for path in named_paths(root / edition / "examples"):
        file = YamlFile(path, root)
        example = file.read(Example)
        if example is not None:
            _check(file, example, entries, keys)
        if example is not None and not file.faults:
            applications = {
                language: _application(example, entries, edition, language)
                for language in ("zh", "en")
            }
            profiles.append(Profile(path.stem, example.name, example.about, applications))
        faults += file.faults
    if faults:
        raise PolicyFilesError(faults)
    return profiles


def _check(file: YamlFile, example: Example, entries: Json, keys: Mapping[str, set[str]]) -> None:
    for name, known in keys.items():
        for place, key in enumerate(getattr(example, name)):
            if key not in known:
                file.fault((name, place), "topic-key-unknown", key=key, name=name)
    for place, claim in enumerate(example.claims):
        where = ("claims", place)
        if claim.award not in entries:
            file.fault((*where, "award"), "id-unknown", id=claim.award)
            continue
        if claim.about not in {*example.subjects, ITSELF}:
            subjects = [*example.subjects, ITSELF]
            file.fault((*where, "about"), "subject-unknown", about=claim.about, known=subjects)
        facts = {fact["name"]: fact for fact in entries[claim.award].get("facts", [])}
        for name, value in claim.facts.items():
            spot = (*where, "facts", name)
            if name not in facts:
                file.fault(spot, "fact-not-asked", name=name, award=claim.award, facts=[*facts])
            elif not _fits(facts[name], value):
                file.fault(spot, "fact-value", value=value, allowed=_allowed(facts[name]))


_MEASURES = {"money": "money", "percentage": "share"}
"""The types of facts that an example writes as figures of the policy, with what these measure."""
_WHOLE = ("area", "count", "years", "quantity")
"""The types that it writes as whole numbers."""


def _codes(fact: Json) -> tuple[object, ...]:
    """Return the answers from which one is chosen."""
    return tuple(fact["options"] or ()) or CODES[fact["type"]]


def _fits(fact: Json, value: object) -> bool:
    if fact["type"] in _MEASURES:
        try:
            return isinstance(value, str) and read_figure(value).measure == _MEASURES[fact["type"]]
        except ValueError:
            return False
    if fact["type"] in _WHOLE:
        return isinstance(value, int) and not isinstance(value, bool)
    if fact["type"] == "date":
        return isinstance(value, date)
    return any(value == code and type(value) is type(code) for code in _codes(fact))


def _allowed(fact: Json) -> Phrase:
    if fact["type"] in (*_MEASURES, *_WHOLE, "date"):
        return phrase(f"value-of-{fact['type']}")
    return phrase("one-of", codes=_codes(fact))


def _application(example: Example, entries: Json, edition: str, language: str) -> Json:
    """Return the example as the engine's input; ids and order are those of the file."""
    names = {key: getattr(subject.name, language) for key, subject in example.subjects.items()}
    names[ITSELF] = getattr(example.enterprise, language)
    planned = {
        names[key]: {stage: day.isoformat() for stage, day in subject.planned.items()}
        for key, subject in example.subjects.items()
        if subject.planned
    }
    return {
        "edition": edition,
        "claims": [
            {
                "id": f"c{number}",
                "award": claim.award,
                "subject": names[claim.about],
                "date": claim.date.isoformat() if claim.date else None,
                "facts": _facts(claim, entries[claim.award]),
            }
            for number, claim in enumerate(example.claims, 1)
        ],
        "paid": [],
        "answers": {"roles": example.roles, "topics": example.topics, "planned": planned},
    }


def _facts(claim: ExampleClaim, entry: Json) -> Json:
    types = {fact["name"]: fact["type"] for fact in entry.get("facts", [])}
    return {name: _value(types[name], value) for name, value in claim.facts.items()}


def _value(kind: str, value: bool | int | date | str) -> bool | int | str:
    if isinstance(value, date):
        return value.isoformat()
    if kind in _MEASURES:
        return f"{read_figure(str(value)).value:f}"
    return str(value) if kind in _WHOLE else value
