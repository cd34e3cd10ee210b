"""What the site offers to other programs: the contract as schemas, and the engine as wheels.

`contract/` holds the JSON Schemas and a worked example, `compute/` the wheels and the policy
document. Their addresses stay; a page in each language explains each folder.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import eligibility
from clauses.application_schema import application_schema
from clauses.document import PolicyDocument
from clauses.wizard_part import policy_bytes
from wizard.packing.wheel import wheels

ROOT = Path(__file__).parents[2]
CONTRACT = ROOT / "docs" / "contract"
"""The schemas and the application of the worked example, as the site publishes them."""
CACHE = ROOT / ".cache" / "wizard"
SCHEMAS = ("application", "assessment", "policy-document")
DIFFERENCE = "difference.schema.json"
"""The schema of what changed between two editions; a site of one edition has no such document."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Programs:
    """The files below the root of the site, and what the pages say about them."""

    files: Mapping[str, bytes]
    plain: str
    """The name of the wheel for any Python."""
    compiled: str
    """The name of the wheel for Pyodide."""
    editions: tuple[str, ...]
    """The editions whose policy documents and schemas are offered, the one in front first."""
    example: str
    """The edition of the worked example."""

    @classmethod
    def of(
        cls, policy: PolicyDocument, others: Iterable[PolicyDocument] = (), cache: Path = CACHE
    ) -> "Programs":
        """Build and compute everything; raises `PackingError` where a wheel cannot be built.

        `policy` is the edition in front.
        """
        documents = {each.edition.edition: each.wizard for each in (policy, *others)}
        files = {
            f"contract/{path.name}": path.read_bytes()
            for path in CONTRACT.glob("*.json")
            if len(documents) > 1 or path.name != DIFFERENCE
        }
        general = json.loads(files["contract/application.schema.json"])
        for edition, document in documents.items():
            files[f"contract/{schema_of(edition)}"] = _json(application_schema(document, general))
            files[f"compute/{document_of(edition)}"] = policy_bytes(document)
        text = files["contract/application.json"].decode()
        example = json.loads(text)["edition"]
        if not _suits(json.loads(text), documents.get(example)):
            example = policy.edition.edition
            text = json.dumps(_example(policy), ensure_ascii=False, indent=2) + "\n"
            files["contract/application.json"] = text.encode()
        assessment = eligibility.assess(
            eligibility.Policy.from_document(documents[example]), eligibility.read_application(text)
        )
        files["contract/assessment.json"] = _json(assessment)
        built = wheels(cache)
        for wheel in built:
            files[f"compute/{wheel.name}"] = wheel.read_bytes()
        return cls(files, built.plain.name, built.compiled.name, tuple(documents), example)

    @property
    def policy(self) -> str:
        """The name of the policy document that the worked example is computed with."""
        return document_of(self.example)

    @property
    def edition_schema(self) -> str:
        """The name of the schema that knows the awards of that edition."""
        return schema_of(self.example)

    @cached_property
    def assessment(self) -> Json:
        """The assessment of the worked example."""
        assessment: Json = json.loads(self.files["contract/assessment.json"])
        return assessment

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file in hexadecimal digits."""
        return sha256(self.files[path]).hexdigest()

    def write(self, out: Path) -> None:
        """Write the files below the root of a site."""
        for path, content in self.files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)


def document_of(edition: str) -> str:
    """Return the name of the policy document of an edition."""
    return f"policy-{edition}.json"


def schema_of(edition: str) -> str:
    """Return the name of the schema that knows the awards of an edition."""
    return f"application-{edition}.schema.json"


def _suits(application: Json, document: Json | None) -> bool:
    """Return whether the example is of this edition, and not of another policy."""
    if document is None:
        return False
    known = {award["id"] for award in document["awards"]}
    return {claim["award"] for claim in application["claims"]} <= known


def _example(policy: PolicyDocument) -> Json:
    """Return an application for the first award of a policy, with no fact known."""
    claims = [
        {
            "id": "a",
            "award": award.id,
            "subject": "A",
            "date": policy.edition.validity.from_.isoformat(),
            "facts": {},
        }
        for _, award in policy.awards[:1]
    ]
    return {"edition": policy.edition.edition, "claims": claims, "paid": []}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
