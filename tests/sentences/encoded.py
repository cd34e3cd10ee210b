"""A sentence of a policy, encoded as an award in a few lines, through the check and the engine.

An entry has the sentence (`zh`), its `sum`, and where needed `facts`, `when`, `limit` and other
keys of an award. Facts are written short: `output: money 季度产值`, or the codes of a list with
their words, `kind: {whole: 整机, part: 关键零部件}`.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from clauses.check.awards import check_award
from clauses.export import award_document
from clauses.files import YamlFile
from clauses.model import Award, Clause, Model
from clauses.model.award import Condition, Limit
from clauses.model.proof import Unclaimed
from clauses.proof.awards import check_awards
from clauses.proof.claims import clause_claims
from clauses.proof.coverage import cover
from eligibility.application import Claim
from eligibility.facts import check_facts
from eligibility.judgement import Judgement, judge
from eligibility.policy import Policy
from eligibility.rules import compile_award

Json = Mapping[str, Any]
_OWN = ("id", "zh", "before", "facts", "examples", "left_over", "undecided", "left", "why")


@dataclass(frozen=True)
class Encoded:
    """A sentence after the check: what is wrong with it, and its award for the engine."""

    faults: list[str]
    """What the clerk is told, in English; the code first."""
    unclaimed: list[str]
    """Figures of the sentence that nothing claims."""
    award: Json | None
    """In the policy document; None where the check found a fault."""


def encoded(entry: Json, folder: Path) -> Encoded:
    """Write the sentence as a clause file in `folder`, check it and compile it."""
    path = folder / "01.yml"
    path.write_text(_yaml(_clause(entry)), "utf-8")
    file = YamlFile(path, folder)
    clause = file.read(Clause)
    if clause is None:
        return Encoded([_told(fault) for fault in file.faults], [], None)
    (award,) = clause.awards
    check_award(file, ("awards", 0), clause, award, {award.id: award}, {award.id})
    check_awards([(file, clause)])
    coverage = cover("1.1", 1, text_of(entry), clause_claims(clause), Unclaimed())
    left = [item.words for item in coverage.items if not item.claimed_by]
    faults = [_told(fault) for fault in file.faults]
    return Encoded(
        faults, left, None if faults else award_document(clause, award, {award.id: award})
    )


def result(document: Json, facts: Json) -> Judgement:
    """Judge one claim of the award on its own."""
    award = compile_award(0, document)
    policy = Policy("2020-01-01", "", date(2020, 1, 1), date(2030, 1, 1), {award.id: award}, ())
    claim = Claim(0, "a", award, "a", date(2021, 1, 1), None, facts)
    checked = check_facts(claim)
    assert not checked.invalid, checked.notes
    assert not checked.unknown, [fact.name for fact in checked.unknown]
    return judge(policy, award, checked.values, date(2021, 1, 1))


def amount(judged: Judgement) -> Fraction:
    """Return what is due, in yuan."""
    due = judged.status in ("payable", "reference")
    return Fraction(judged.amount, 100) if due else Fraction(0)


def _told(fault: Any) -> str:
    return f"{fault.code}: {fault.found} / {fault.allowed}"


def text_of(entry: Json) -> str:
    """Return the sentence, after the one before it on which it depends."""
    return str(entry.get("before", "") + entry["zh"])


def _clause(entry: Json) -> dict[str, Any]:
    both = {"zh": text_of(entry), "en": "x"}
    award = {
        "id": "01-sentence",
        "paragraph": 1,
        "name": {"zh": "一项奖补", "en": "an award"},
        "kind": "reward",
        "wording": "exact",
        "subject": "enterprise",
        "payee": {"code": "enterprise", "zh": "企业", "en": "enterprise"},
        "quote": both,
        "facts": _facts(entry.get("facts", {})),
        "when": [],
        "frequency": "once-per-project",
        **{key: deepcopy(value) for key, value in entry.items() if key not in _OWN},
    }
    award["when"] = [_worded(condition, Condition) for condition in award["when"]]
    for stage in award.get("stages", ()):
        stage["name"] = {"zh": stage["name"], "en": "x"}
    if "limit" in award:
        limit = {"awards": ["01-sentence"], "reading": "A01", **award["limit"]}
        award["limit"] = _worded(limit, Limit)
    order = list(_award_keys())
    return {
        "number": 1,
        "key": "a-clause",
        "title": {"zh": "一条", "en": "a clause"},
        "paragraphs": [{**both, "departments": []}],
        "awards": [dict(sorted(award.items(), key=lambda pair: order.index(pair[0])))],
    }


def _award_keys() -> list[str]:
    return [*Award.model_fields]


def _worded(entry: Json, model: type[Model]) -> dict[str, Any]:
    """Give an entry its words in both languages, and its keys the order of the model."""
    order = [field.alias or name for name, field in model.model_fields.items()]
    words = (
        entry["words"] if isinstance(entry["words"], dict) else {"zh": entry["words"], "en": "x"}
    )
    return dict(sorted({**entry, "words": words}.items(), key=lambda pair: order.index(pair[0])))


def _facts(written: Any) -> list[dict[str, Any]]:
    if isinstance(written, list):  # as a clause file has them
        return written
    return [_fact(name, told) for name, told in written.items()]


def _fact(name: str, told: Any) -> dict[str, Any]:
    if isinstance(told, str):
        kind, _, label = told.partition(" ")
        options = None
    else:
        kind, label = "code", name
        options = {code: {"zh": words, "en": code} for code, words in told.items()}
        options.setdefault("other", {"zh": "其他", "en": "other"})
    asked = {"zh": label or name, "en": name}
    return {"name": name, "type": kind, "label": asked, "ask": asked} | (
        {"options": options} if options else {}
    )


class _Plain(yaml.SafeDumper):
    """Writes equal values twice, instead of a mark and a reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _yaml(data: Any) -> str:
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
