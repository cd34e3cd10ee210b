"""One change of one key of a policy file, and the resulting policy document."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from clauses.cases import Case, all_cases
from clauses.export import policy_document
from clauses.files import spell
from clauses.loading import read_policy
from clauses.model import Clause, Edition
from clauses.model.policy import Policy
from tests import invented_policy
from tests.policy import EDITION

Path = tuple[str | int, ...]

GONE = object()
"""The new value of a key or an item that is removed."""

CLOSING = "closing"
"""The name under which mutants of the closing rules are counted, since these are in no clause."""


@dataclass(frozen=True, eq=False)
class Rules:
    """The checked rules that every change starts from, and the cases that have to notice it."""

    edition: str
    policy: Policy
    cases: tuple[Case, ...]


@cache
def rules_of(part: str) -> Rules:
    """Return the rules of `data`, the policy itself, or of `invented`, the invented one."""
    if part == "invented":
        return Rules(invented_policy.EDITION, invented_policy.files(), invented_policy.cases())
    return Rules(EDITION, read_policy(), tuple(all_cases()))


@dataclass(frozen=True)
class Change:
    """The key `path` of a file changes from `was` to `became`; nothing else changes."""

    rules: Rules = field(repr=False)
    clause: str
    """`03`, or `closing` for the edition's own file."""
    kind: str
    """The kind of change: figure, comparison, subject …"""
    path: Path
    was: Any
    became: Any
    awards: frozenset[str] = frozenset()
    """The awards and lines that it affects first."""

    @property
    def file(self) -> str:
        return f"{self.rules.edition}/{'policy' if self.clause == CLOSING else self.clause}.yml"

    @property
    def name(self) -> str:
        """`2020-03-16/03.yml awards[0].sum.at_most: 最高3000万元 → 最高30000000.01元`."""
        became = "(taken out)" if self.became is GONE else _shown(self.became)
        return f"{self.file} {spell(self.path)}: {_shown(self.was)} → {became}"


@cache
def data_of(rules: Rules, clause: str) -> dict[str, Any]:
    """Return the plain data of a YAML file."""
    if clause == CLOSING:
        return _plain(rules.policy.edition)
    return next(_plain(one) for one in rules.policy.clauses if one.number == int(clause))


def changed_document(change: Change) -> dict[str, Any]:
    """Export the policy with one change; only its shape is checked, not its words.

    Raises `ValidationError` if the changed data do not have the shape of a policy.
    """
    data = edited(data_of(change.rules, change.clause), change.path, change.became)
    policy = change.rules.policy
    if change.clause == CLOSING:
        return policy_document(replace(policy, edition=Edition.model_validate(data)))
    clause = Clause.model_validate(data)
    clauses = [clause if one.number == clause.number else one for one in policy.clauses]
    return policy_document(replace(policy, clauses=clauses))


def edited(node: Any, path: Path, value: Any) -> Any:
    """Return a copy of plain data with another value in one place, or without that place."""
    if not path:
        return value
    key, rest = path[0], path[1:]
    copy: Any = dict(node) if isinstance(node, dict) else list(node)
    if rest:
        copy[key] = edited(copy[key], rest, value)
    elif value is GONE:
        del copy[key]
    elif isinstance(copy, list) and key == len(copy):
        copy.append(value)
    else:
        copy[key] = value
    return copy


def _plain(model: Any) -> dict[str, Any]:
    data: dict[str, Any] = model.model_dump(by_alias=True, exclude_unset=True)
    return data


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(one)}" for key, one in value.items()) or "nothing"
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value)) or "nothing"
    if isinstance(value, date):
        return value.isoformat()
    return "nothing" if value is None else str(value)
