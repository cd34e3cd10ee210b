"""Real award sentences are written as data, pass the check and give the sums worked by hand."""

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from clauses.document import Award
from clauses.document.fields import read
from clauses.yaml12 import load
from docs.site.language import EN, ZH, Language
from docs.site.rule_sentences import rule_sentence
from docs.site.sums import payment
from eligibility.mechanisms import sum_of
from tests.sentences.encoded import amount, encoded, result

GIVEN: list[dict[str, Any]] = load(Path(__file__).with_name("given.yml").read_text("utf-8"))
OWN: list[dict[str, Any]] = load(Path(__file__).with_name("own.yml").read_text("utf-8"))
PARTS: list[dict[str, Any]] = load(Path(__file__).with_name("parts.yml").read_text("utf-8"))
WRITTEN = [entry for entry in (*GIVEN, *OWN, *PARTS) if "sum" in entry]


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["id"]) for entry in WRITTEN])
def test_a_sentence_passes_the_check_and_gives_its_sums(
    entry: dict[str, Any], tmp_path: Path
) -> None:
    found = encoded(entry, tmp_path)
    assert found.faults == []
    assert found.unclaimed == entry.get("left_over", []), "figures that the rule does not claim"
    assert found.award is not None
    assert len(entry["examples"]) >= 3
    for facts, due in entry["examples"]:
        judged = result(found.award, facts)
        rule = sum_of(found.award["sum"])
        given = amount(judged)
        if rule.by_steps and judged.status == "payable":
            values = {name: Fraction(value) for name, value in facts.items()}
            given = rule.evaluate(values, lambda *_, **__: None)
        assert given == Fraction(str(due)), facts


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["id"]) for entry in WRITTEN])
@pytest.mark.parametrize("language", [ZH, EN], ids=["zh", "en"])
def test_a_page_says_the_rule(entry: dict[str, Any], language: Language, tmp_path: Path) -> None:
    document = encoded(entry, tmp_path).award
    assert document is not None
    award = read(Award, document)
    said = rule_sentence(award, {award.id: award}, language)
    assert not {"{", "}", "[", "None"} & set(said) and "None" not in said
    assert payment(award, language).parts


def test_every_sentence_is_written_or_its_reason_is_given() -> None:
    kinds = Counter(
        next(key for key in ("sum", "undecided", "left") if key in entry) for entry in GIVEN
    )
    assert len({entry["id"] for entry in GIVEN}) == len(GIVEN)
    assert kinds["left"] == 0, "a sentence that was written must stay so"
    assert kinds["sum"] >= 87
