"""What the site offers to other programs: the contract as schemas, and the engine as wheels.

`contract/` holds the JSON Schemas and a worked example, `compute/` the wheels and the policy
document. Their addresses stay; a page in each language explains each folder.
"""

import json
from collections.abc import Mapping
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

Json = dict[str, Any]


@dataclass(frozen=True)
class Programs:
    """The files below the root of the site, and what the pages say about them."""

    files: Mapping[str, bytes]
    plain: str
    """The name of the wheel for any Python."""
    compiled: str
    """The name of the wheel for Pyodide."""
    policy: str
    """The name of the policy document."""
    edition_schema: str
    """The name of the schema that knows the awards of the edition."""

    @classmethod
    def of(cls, policy: PolicyDocument, cache: Path = CACHE) -> "Programs":
        """Build and compute everything; raises `PackingError` where a wheel cannot be built."""
        document = policy.wizard
        edition = document["edition"]
        files = {f"contract/{path.name}": path.read_bytes() for path in CONTRACT.glob("*.json")}
        general = json.loads(files["contract/application.schema.json"])
        edition_schema = f"application-{edition}.schema.json"
        files[f"contract/{edition_schema}"] = _json(application_schema(document, general))
        text = files["contract/application.json"].decode()
        assessment = eligibility.assess(
            eligibility.Policy.from_document(document), eligibility.read_application(text)
        )
        files["contract/assessment.json"] = _json(assessment)
        built = wheels(cache)
        for wheel in built:
            files[f"compute/{wheel.name}"] = wheel.read_bytes()
        name = f"policy-{edition}.json"
        files[f"compute/{name}"] = policy_bytes(document)
        return cls(files, built.plain.name, built.compiled.name, name, edition_schema)

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


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
