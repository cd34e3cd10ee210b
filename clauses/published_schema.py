"""The JSON Schema of the published policy, generated from the models that check the files."""

from typing import Any

from clauses.editor_schema import FormsOfSum
from clauses.model import Clause, Edition, Glossary, Model, Readings


class PublishedPolicy(Model):
    """An edition of the policy with everything that this site says about it."""

    edition: Edition
    clauses: list[Clause]
    readings: Readings
    glossary: Glossary


def published_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `data/policy.json`.

    How a reading is to be shown is an aim for the pages and is not published.
    """
    schema = PublishedPolicy.model_json_schema(by_alias=True, schema_generator=FormsOfSum)
    del schema["$defs"]["Reading"]["properties"]["show"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
