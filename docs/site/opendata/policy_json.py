"""The whole policy as one JSON document, and its schema from the models that check the files."""

from typing import Any

from clauses import Policy
from clauses.model import Clause, Edition, Glossary, Model, Readings

_NOT_PUBLISHED = {"readings": {"readings": {"__all__": {"show"}}}}
"""How a reading is to be shown is an aim for the pages, and says nothing of the policy."""


class PublishedPolicy(Model):
    """An edition of the policy with everything that this site says about it."""

    edition: Edition
    clauses: list[Clause]
    readings: Readings
    glossary: Glossary


def policy_json(policy: Policy) -> dict[str, Any]:
    """Return the policy as plain data, figures in the policy's own notation."""
    published = PublishedPolicy(
        edition=policy.edition,
        clauses=policy.clauses,
        readings=policy.readings,
        glossary=policy.glossary,
    )
    return published.model_dump(mode="json", by_alias=True, exclude=_NOT_PUBLISHED)


def policy_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of `policy_json`."""
    schema = PublishedPolicy.model_json_schema(by_alias=True)
    del schema["$defs"]["Reading"]["properties"]["show"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
