"""JSON Schemas of the policy’s files, for the text editors of staff.

They are generated from the models that check the files, into a folder that is not committed.
"""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import TaggedUnionSchema

from clauses.model import Clause, Deviations, Edition, Editions, Glossary, Model, Readings
from clauses.model.example import Example
from clauses.model.proof import Normalisations, Unclaimed
from clauses.model.topics import Topics

SCHEMAS: dict[str, type[Model]] = {
    "clause": Clause,
    "edition": Edition,
    "editions": Editions,
    "readings": Readings,
    "glossary": Glossary,
    "normalisations": Normalisations,
    "unclaimed": Unclaimed,
    "deviations": Deviations,
    "topics": Topics,
    "example": Example,
}
"""The name of each schema file, with its model."""


class FormsOfSum(GenerateJsonSchema):
    """A schema of unions that are distinguished by their keys, of which several may fit a value."""

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        """Accept what fits any variant: `rate: 20%`, `of: input` is a mechanism and a part."""
        made = super().tagged_union_schema(schema)
        made["anyOf"] = made.pop("oneOf")
        return made


def editor_schema(name: str) -> dict[str, Any]:
    """Return a JSON Schema, with the keys as staff write them (`is`, `in`, `from`)."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True, schema_generator=FormsOfSum)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into `folder` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name in SCHEMAS:
        file = folder / f"{name}.schema.json"
        text = json.dumps(editor_schema(name), ensure_ascii=False, indent=2)
        file.write_text(text + "\n", encoding="utf-8", newline="\n")
        files.append(file)
    return files
