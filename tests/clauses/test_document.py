"""The compiled document has everything in the checked policy, and the part for the wizard."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from clauses.document import PolicyDocument
from clauses.document.fields import read
from clauses.export import compile_policy, policy_document
from clauses.loading import read_policy
from clauses.model.policy import Policy
from clauses.model.topics import Topics
from clauses.topics import read_topics
from clauses.wizard_part import policy_bytes, wizard_part


@pytest.fixture(scope="module")
def policy() -> Policy:
    return read_policy()


@pytest.fixture(scope="module")
def topics(policy: Policy) -> Topics:
    return read_topics(policy_document(policy), policy.edition.edition)


@pytest.fixture(scope="module")
def compiled(policy: Policy, topics: Topics) -> dict[str, Any]:
    return compile_policy(policy, topics)


@pytest.fixture(scope="module")
def document(compiled: dict[str, Any]) -> PolicyDocument:
    return PolicyDocument.read(compiled)


def same(typed: Any, model: Any) -> list[str]:
    """Return the paths at which a typed value differs from the model of the same shape."""
    if is_dataclass(typed):
        return [
            f"{field.name}.{path}"
            for field in fields(typed)
            for path in same(getattr(typed, field.name), getattr(model, field.name))
        ]
    if isinstance(typed, list):
        pairs = zip(typed, model, strict=True)
        return [f"{n}.{path}" for n, pair in enumerate(pairs) for path in same(*pair)]
    if isinstance(typed, dict):
        assert typed.keys() == model.keys()
        return [f"{key}.{path}" for key in typed for path in same(typed[key], model[key])]
    return [] if typed == model else [f"{typed!r} is not {model!r}"]


def test_the_words_of_the_document_are_those_of_the_checked_policy(
    document: PolicyDocument, policy: Policy, topics: Topics
) -> None:
    assert same(document.edition, policy.edition) == []
    assert same(document.readings, policy.readings.readings) == []
    assert same(document.glossary, policy.glossary.terms) == []
    assert same(document.topics, topics) == []
    assert same(document.no_figures, policy.unclaimed.names) == []
    for clause, model in zip(document.clauses, policy.clauses, strict=True):
        for name in ("number", "title", "paragraphs", "targets", "obligations", "support"):
            assert same(getattr(clause, name), getattr(model, name)) == []


def test_awards_and_lines_stand_in_their_clauses_in_the_order_of_the_text(
    document: PolicyDocument, policy: Policy
) -> None:
    for name in ("awards", "lines"):
        typed = [(clause.number, entry.id) for clause, entry in getattr(document, name)]
        assert typed == [(clause.number, entry.id) for clause, entry in getattr(policy, name)]
    for (_, award), (_, model) in zip(document.awards, policy.awards, strict=True):
        for name in ("name", "payee", "quote", "facts", "frequency", "adds_to", "readings"):
            assert same(getattr(award, name), getattr(model, name)) == []
        assert (award.limit is None) == (model.limit is None)
    for (clause, line), (_, model_line) in zip(document.lines, policy.lines, strict=True):
        assert same(line.note, model_line.note) == []
        pending = clause.paragraphs[line.paragraph - 1].status == "pending"
        assert line.pending == pending


def test_the_document_is_plain_data_and_comes_back_from_json(compiled: dict[str, Any]) -> None:
    assert json.loads(json.dumps(compiled)) == compiled


def test_the_wizards_part_is_the_same_with_and_without_the_ledgers(
    compiled: dict[str, Any], policy: Policy
) -> None:
    assert policy_bytes(wizard_part(compiled)) == policy_bytes(policy_document(policy))


def test_the_wizard_gets_nothing_that_only_the_pages_show(compiled: dict[str, Any]) -> None:
    shipped = wizard_part(compiled)
    assert {"glossary", "topics", "passages"}.isdisjoint(shipped)
    assert all({"written", "limit"}.isdisjoint(award) for award in shipped["awards"])
    assert all("note" not in line for line in shipped["lines"])
    assert all("paragraphs" not in clause for clause in shipped["clauses"])
    assert len(policy_bytes(shipped)) < len(policy_bytes(compiled)) / 2


def test_a_key_that_is_missing_is_named(compiled: dict[str, Any]) -> None:
    with pytest.raises(KeyError, match="glossary"):
        PolicyDocument.read({key: compiled[key] for key in compiled if key != "glossary"})


def test_what_the_type_does_not_name_is_left_out(document: PolicyDocument) -> None:
    term = document.glossary[0]
    data = {field.name: getattr(term, field.name) for field in fields(term)} | {"more": 1}
    assert read(type(term), {**data, "note": None}).key == term.key
