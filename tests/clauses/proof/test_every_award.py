"""The proof notices any change in the rule of any award of the edition."""

import copy
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from clauses.files import YamlFile
from clauses.folder import CLAUSES
from clauses.levels import scan_levels
from clauses.model import Clause
from clauses.model.proof import Unclaimed
from clauses.notation import scan
from clauses.proof.awards import check_awards
from clauses.proof.claims import clause_claims
from clauses.proof.passages import clause_passages
from clauses.proof.rule import figures
from clauses.proof.unclaimed import check_coverage
from tests.policy import EDITION

FILES = sorted((CLAUSES / EDITION).glob("[0-9][0-9].yml"))


@pytest.fixture(scope="module")
def edition() -> dict[int, tuple[YamlFile, Clause]]:
    """Every clause with its file."""
    read = {}
    for path in FILES:
        file = YamlFile(path, CLAUSES)
        clause = file.read(Clause)
        assert clause is not None
        read[clause.number] = file, clause
    return read


def noticed(file: YamlFile, data: dict[str, Any], excused: Unclaimed) -> list[str]:
    """Return the faults of the proof for a clause with these data."""
    clause = Clause.model_validate(data)
    file.faults = []
    doubtful = check_awards([(file, clause)])
    texts = list(clause_passages(clause.number, file))
    claims = clause_claims(clause)
    check_coverage(file, excused, texts, claims, doubtful, whole=False)
    told, file.faults = [str(fault) for fault in file.faults], []
    return told


def changed(data: dict[str, Any], index: int, at: tuple[str | int, ...], value: Any) -> Any:
    """Return the data with another value under a key of the award."""
    data = copy.deepcopy(data)
    node = data["awards"][index]
    for key in at[:-1]:
        node = node[key]
    node[at[-1]] = value
    return data


def value(data: dict[str, Any], index: int, at: tuple[str | int, ...]) -> Any:
    """Return the value of a key of the award."""
    node = data["awards"][index]
    for key in at:
        node = node[key]
    return node


def with_awards(edition: dict[int, tuple[YamlFile, Clause]]) -> Iterator[Any]:
    for file, clause in edition.values():
        data = clause.model_dump(by_alias=True, exclude_none=True)
        for index, award in enumerate(clause.awards):
            yield file, clause, data, index, award


def test_another_figure_of_the_paragraph_is_noticed(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    tried = 0
    for file, clause, data, index, award in with_awards(edition):
        text = clause.paragraphs[award.paragraph - 1].zh
        for at, words in figures(award):
            if at == ("sum", "halved"):
                continue
            spelt_out = getattr(award.sum, "first_time", "") + words  # 达到5000万元 means the same
            others = {f.figure.words for f in scan(text)} | {"最高900万元", "90%", "不超过90个"}
            measure = next(f.figure.measure for f in scan(words))
            same = [
                w
                for w in others
                if w not in (words, spelt_out) and scan(w)[0].figure.measure == measure
            ]
            for other in sorted(same):
                tried += 1
                told = noticed(file, changed(data, index, at, other), excused)
                assert told, f"{award.id} {at}: {other} for {words} is not noticed"
    assert tried > 300


def test_any_two_sums_that_change_places_are_noticed(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    tried = 0
    for file, _, data, index, award in with_awards(edition):
        places = [at for at, _ in figures(award) if at[0] in ("sum", "stages")]
        for one, other in combinations(places, 2):
            first, second = (value(data, index, at) for at in (one, other))
            if first == second or scan(first)[0].figure.measure != scan(second)[0].figure.measure:
                continue
            tried += 1
            swapped = changed(changed(data, index, one, second), index, other, first)
            assert noticed(file, swapped, excused), f"{award.id}: {one} and {other}"
    assert tried > 30


def test_another_wording_is_noticed(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    for file, _, data, index, award in with_awards(edition):
        for wording in {"exact", "ceiling", "floor", "reference"} - {award.wording}:
            told = noticed(file, changed(data, index, ("wording",), wording), excused)
            assert any("wording" in text for text in told), f"{award.id}: {wording}"


def test_a_condition_on_a_level_or_a_figure_that_is_left_out_is_noticed(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    tried = 0
    for file, _, data, index, award in with_awards(edition):
        for number, condition in enumerate(award.when):
            words = condition.words.zh
            if condition.given or not (scan(words) or scan_levels(words)):
                continue  # a condition of one tier only (26) rests on the words of that tier
            tried += 1
            fewer = copy.deepcopy(data)
            del fewer["awards"][index]["when"][number]
            assert noticed(file, fewer, excused), f"{award.id}: {words}"
    assert tried > 15


def test_an_award_that_is_left_out_is_noticed(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    unnoticed = []
    for file, _, data, index, award in with_awards(edition):
        fewer = copy.deepcopy(data)
        del fewer["awards"][index]
        if not noticed(file, fewer, excused):
            unnoticed.append(award.id)
    assert unnoticed == ["29-cluster-match"], "it has neither a figure nor a level"


def test_every_clause_as_it_stands_has_no_fault(
    edition: dict[int, tuple[YamlFile, Clause]], excused: Unclaimed
) -> None:
    for file, clause in edition.values():
        data = clause.model_dump(by_alias=True, exclude_none=True)
        assert noticed(file, data, excused) == []
