"""Properties of every registered mechanism, tested with the examples in its own module."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from clauses.compiled_sum import compiled_sum
from eligibility.mechanisms import MECHANISMS, sum_of
from eligibility.mechanisms.mechanism import Mechanism, Value

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One row of the examples."""

    rule: Json
    facts: dict[str, Value]
    sum: Fraction | None

    def with_fact(self, name: str, value: Fraction) -> Fraction | None:
        """Compute the sum with another value for one fact."""
        return computed(self.rule, {**self.facts, name: value})


def computed(rule: Json, facts: dict[str, Value]) -> Fraction | None:
    """Compute a sum; None for a code without a tier."""
    found = sum_of(rule)
    if found.by and facts[found.by] not in found.tiers:
        return None
    return found.evaluate(facts, lambda *_, **__: None)


def rules_of(mechanism: type[Mechanism]) -> list[Json]:
    """Compile the rules of the examples."""
    declared = mechanism.declared
    return [compiled_sum(written, lambda _: declared.followed) for written, _ in declared.examples]


def rows() -> Iterator[tuple[str, Row]]:
    """Every row of every mechanism, with a name for the test."""
    for name, mechanism in MECHANISMS.items():
        tables = [table for _, table in mechanism.declared.examples]
        for rule, table in zip(rules_of(mechanism), tables, strict=True):
            for facts, amount in table:
                values = {key: read(value) for key, value in facts.items()}
                yield (
                    f"{name} {facts}",
                    Row(rule, values, None if amount is None else Fraction(amount)),
                )


def read(value: Any) -> Value:
    """Figures are decimal strings; everything else is a code."""
    try:
        return Fraction(value) if isinstance(value, str) else value
    except ValueError:
        return str(value)


ROWS = [pytest.param(row, id=name) for name, row in rows()]
every_row = pytest.mark.parametrize("row", ROWS)
every_row_with_a_sum = pytest.mark.parametrize(
    "row", [pytest.param(row, id=name) for name, row in rows() if row.sum is not None]
)
every_curved_row = pytest.mark.parametrize(
    "row", [pytest.param(row, id=name) for name, row in rows() if sum_of(row.rule).curved]
)
every_mechanism = pytest.mark.parametrize("mechanism", MECHANISMS.values(), ids=list(MECHANISMS))


@every_mechanism
def test_it_has_examples(mechanism: type[Mechanism]) -> None:
    assert all(table for _, table in mechanism.declared.examples)
    assert all(rule["mechanism"] == mechanism.name for rule in rules_of(mechanism))


@every_row
def test_the_sum_is_that_of_the_example(row: Row) -> None:
    assert computed(row.rule, row.facts) == row.sum


@every_row
def test_no_sum_is_above_what_the_words_allow(row: Row) -> None:
    most = sum_of(row.rule).maximum_amount()
    assert most is None or row.sum is None or row.sum <= most


@every_row_with_a_sum
def test_the_candidates_of_an_unknown_figure_hold_every_sum_between_them(row: Row) -> None:
    assert row.sum is not None
    figures = [name for name, value in row.facts.items() if isinstance(value, Fraction)]
    for unknown in figures:
        found = [row.with_fact(unknown, value) for value in sum_of(row.rule).candidates()]
        sums = [amount for amount in found if amount is not None]
        assert min(sums) <= row.sum <= max(sums)


@every_curved_row
def test_a_sum_bends_only_at_its_stops(row: Row) -> None:
    rule = sum_of(row.rule)
    stops = sorted({Fraction(0), *(at for at, _, _ in rule.stops(row.facts))})
    beyond = 2 * max(stops[-1], Fraction(1000))
    for low, high in pairwise([*stops, beyond]):
        places_between = (low + (high - low) * part / 4 for part in (1, 2, 3))
        sums = [row.with_fact(rule.figure, at) for at in places_between]
        one, two, three = (amount for amount in sums if amount is not None)
        assert two - one == three - two or one == 0  # nothing is due up to another threshold


@every_mechanism
def test_every_step_is_said_in_both_languages_with_its_own_parameters(
    mechanism: type[Mechanism],
) -> None:
    said, steps = mechanism.said, mechanism.steps
    assert set(said) == set(steps)
    for code, texts in said.items():
        assert set(texts) == {"zh", "en"}
        assert all(places(text) <= set(steps[code]) for text in texts.values())


@every_mechanism
def test_every_template_of_a_page_names_fields_only_and_the_same_in_both_languages(
    mechanism: type[Mechanism],
) -> None:
    declared, rules = mechanism.declared, rules_of(mechanism)
    sentences = [declared.sentence(rule) for rule in rules]
    assert all(sentences)
    for texts in (declared.formula, declared.base, declared.remark, declared.gap, *sentences):
        assert set(texts) in (set(), {"zh", "en"})
        found = [places(text) for text in texts.values()]
        assert all(names <= {"award", *rules[0]} for names in found)
        assert found[1:] == found[:-1]


def test_no_two_mechanisms_write_the_same_step() -> None:
    codes = [code for mechanism in MECHANISMS.values() for code in mechanism.steps]
    assert len(codes) == len(set(codes))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
