"""The lines of the policy document that can be claimed, with and without a sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One line of the policy; fields that a line without a sum does not have are empty."""

    id: str
    entry: Json
    facts: Mapping[str, Json]
    stages: Mapping[str, Json]

    @property
    def name(self) -> Mapping[str, str]:
        name: Mapping[str, str] = self.entry["name"]
        return name

    @property
    def wording(self) -> str | None:
        wording: str | None = self.entry.get("wording")
        return wording

    def subject_kind(self, facts: Json) -> str:
        """Return the kind of a claim's subject, which a fact may decide (clauses 10, 13, 26)."""
        subject = self.entry["subject"]
        kind: str = subject["otherwise"]
        if subject["by"] is not None:
            value = facts.get(subject["by"])
            kind = subject["kinds"].get(value, kind) if isinstance(value, str) else kind
        return kind


def lines_of(document: Json) -> dict[str, ResultLine]:
    """Return every line of the policy by its id."""
    return {entry["id"]: _line(entry) for entry in [*document["awards"], *document["lines"]]}


def _line(entry: Json) -> ResultLine:
    return ResultLine(
        id=entry["id"],
        entry=entry,
        facts={fact["name"]: fact for fact in entry.get("facts", ())},
        stages={stage["code"]: stage for stage in entry.get("stages", ())},
    )
