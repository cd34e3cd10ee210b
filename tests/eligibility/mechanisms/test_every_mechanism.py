"""Properties of every registered mechanism, tested with the examples in its own module."""

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from clauses.compiled_sum import compiled_sum
from eligibility.mechanisms import MECHANISMS, sum_of
from eligibility.mechanisms.mechanism import BEYOND, FEN, LEAST, ZERO, Mechanism, Value
from eligibility.money import LONGEST, floor_to_fen, read_number, write

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
def test_a_sum_bends_only_where_it_starts_or_stops(row: Row) -> None:
    rule = sum_of(row.rule)
    bends = {at for at, _, _ in rule.stops(row.facts)} | set(rule.starts(row.facts))
    ends = sorted({Fraction(0), *bends})
    for low, high in pairwise([*ends, 2 * max(ends[-1], Fraction(1000))]):
        places_between = (low + (high - low) * part / 16 for part in range(1, 16))
        sums = [row.with_fact(rule.figure, at) for at in places_between]
        amounts = [amount for amount in sums if amount is not None]
        assert len({after - before for before, after in pairwise(amounts)}) == 1


@pytest.mark.parametrize("least", [Fraction(0), Fraction(1000)])
@every_curved_row
def test_a_drawing_shows_every_stop_as_what_it_is(row: Row, least: Fraction) -> None:
    rule = sum_of(row.rule)
    assumed = rule.assumed(least)

    def at(figure: Fraction) -> Fraction:
        return rule.evaluate({**assumed, rule.figure: figure}, lambda *_, **__: None)

    for stop, comparison, why in rule.stops(assumed):
        before, there, beyond = map(at, (stop - 1, stop, stop + 1))
        assert there - before != beyond - there
        assert comparison in (">", ">=")
        assert (there == beyond) == (comparison == ">=")
        assert why == ("ceiling" if rule.at_most == there else "step")
    # other thresholds are not hidden below the start
    starts = rule.starts(assumed)
    assert all((at(start), at(start + 1) > 0) == (0, True) for start in starts)
    assert set(starts) <= {least or rule.at_most}


@every_row
def test_stops_depend_on_the_other_facts_or_are_not_known(row: Row) -> None:
    rule = sum_of(row.rule)
    known = rule.stops(row.facts)
    assert known == rule.stops_of(rule.figure, row.facts)
    assert rule.stops({}) in ([], known)
    assert rule.stops_of("another", row.facts) == []


@pytest.mark.parametrize("name", ["rate", "excess"])
def test_a_share_of_nothing_stops_nowhere(name: str) -> None:
    for rule in map(sum_of, ({**one, "rate": "0"} for one in rules_of(MECHANISMS[name]))):
        facts = {"sales": Fraction(1)}
        assert (rule.stops(facts), rule.candidates()[2]) == ([], FEN)


@every_row
def test_the_most_is_what_a_figure_beyond_all_gives_or_the_largest_of_the_examples(
    row: Row,
) -> None:
    rule = sum_of(row.rule)
    alike = [other for _, other in rows() if other.rule == row.rule]
    reached = [one.with_fact(rule.figure, BEYOND) for one in alike if rule.figure]
    sums = [amount for amount in (*reached, *(one.sum for one in alike)) if amount is not None]
    assert rule.maximum_amount() == (None if 1000 * max(sums) > BEYOND else max(sums))


def written_by(row: Row) -> list[tuple[str, dict[str, Any]]]:
    """Return the steps that a sum writes: code and parameters."""
    written: list[tuple[str, dict[str, Any]]] = []
    sum_of(row.rule).evaluate(row.facts, lambda code, **params: written.append((code, params)))
    return written


@every_row_with_a_sum
def test_the_steps_written_are_those_declared(row: Row) -> None:
    rule = sum_of(row.rule)
    # 减半 is computed as tiers
    kinds = [kind for kind in MECHANISMS.values() if isinstance(rule, kind)]
    declared = {code: params for kind in kinds for code, params in kind.steps.items()}
    written = written_by(row)
    own = [(code, params) for code, params in written if code in declared]
    assert all(tuple(params) == declared[code] for code, params in own)
    held = [code for code, _ in written if code not in declared]
    assert held in ([], ["ceiling"], ["below-ceiling"])
    if rule.product is not None:
        assert [code for code, _ in own] == [rule.product]
        assert bool(held) == (rule.at_most is not None)


@every_row_with_a_sum
def test_the_last_step_written_is_the_sum(row: Row) -> None:
    rule, written = sum_of(row.rule), written_by(row)
    assert row.sum is not None
    if rule.by_steps:
        assert written == []  # that of a step is written once all years are known
    elif rule.as_stated is None:
        assert written[-1][1]["amount"] == write(floor_to_fen(max(row.sum, ZERO)))
    else:
        assert [code for code, _ in written] == [rule.as_stated]
        assert Fraction(written[0][1]["amount"]) == row.sum in rule.stated_sums()


@every_row
def test_a_sum_knows_its_entry_and_the_facts_it_names(row: Row) -> None:
    rule = sum_of(row.rule)
    assert rule.entry is row.rule
    assert rule == sum_of(dict(row.rule)) != sum_of({**row.rule, "more": 1})
    assert rule != SimpleNamespace(entry=row.rule)
    assert {name for name in (rule.figure, rule.before, rule.by) if name} <= set(row.facts)
    assert {row.rule[key] for key in rule.in_yuan} <= set(row.facts)
    assert set(rule.entry.get("undecided", ())) == rule.undecided


@every_row
def test_a_simple_sum_only_rises_and_its_bound_is_the_most_but_for_steps(row: Row) -> None:
    rule = sum_of(row.rule)
    assert not rule.of_parts
    sums = [row.with_fact(rule.figure, at) for at in sorted(rule.candidates())]
    amounts = [amount for amount in sums if amount is not None]
    assert amounts == sorted(amounts)
    if rule.by_steps:
        assert rule.bound() is None
    else:
        assert rule.bound() == rule.maximum_amount()
        assert (rule.passed(BEYOND), rule.cross(BEYOND, ZERO)) == (0, None)
        assert rule.crossing(BEYOND, ZERO, (ZERO, ZERO)) == {}


@pytest.mark.parametrize("name", ["rate", "matched"])
def test_the_first_fen_of_a_share_is_tried(name: str) -> None:
    for entry in rules_of(MECHANISMS[name]):
        rule = sum_of(entry)
        assert FEN in [computed(entry, {rule.figure: at}) for at in rule.candidates()]


def test_the_least_figure_and_one_beyond_all() -> None:
    least, most = read_number("0." + "0" * (LONGEST - 3) + "1"), read_number("9" * LONGEST)
    assert least == LEAST
    assert most is not None and most**2 < BEYOND
    assert Fraction("0.01") == FEN
    with pytest.raises(NotImplementedError):
        Mechanism({}).evaluate({}, lambda *_: None)
    assert Mechanism({}).rate == 1


@every_row
def test_what_is_stated_is_listed_and_what_stops_is_drawn(row: Row) -> None:
    rule = sum_of(row.rule)
    assert (rule.as_stated is None) == (rule.stated_sums() == [])
    assert max(rule.stated_sums(), default=None) in (None, rule.maximum_amount())
    assert rule.curved or rule.stops(row.facts) == []


def test_only_what_is_counted_from_a_threshold_is_a_figure_of_the_whole_enterprise() -> None:
    """The form takes no figure of a project that runs to billions for one in single yuan."""
    large = {name for name, mechanism in MECHANISMS.items() if mechanism.large}
    assert large == {"excess", "first-time"}
    assert not Mechanism.large


@every_mechanism
def test_what_results_quote_of_a_mechanism_is_one_of_its_steps(mechanism: type[Mechanism]) -> None:
    for code in {mechanism.product, mechanism.as_stated} - {None}:
        assert "amount" in mechanism.steps.get(code or "", ()) or mechanism.steps == {}


@every_mechanism
def test_every_step_is_said_in_both_languages_with_its_own_parameters(
    mechanism: type[Mechanism],
) -> None:
    said, steps = mechanism.said, mechanism.steps
    assert set(said) == set(steps)
    for code, texts in said.items():
        assert {language: text[-1] for language, text in texts.items()} == {"zh": "。", "en": "."}
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


def test_a_tier_that_is_given_a_sum_is_decided() -> None:
    entry = {"mechanism": "tiered", "by": "level", "tiers": [["national", "9"]]}
    rule = sum_of({**entry, "undecided": ["municipal", "district"]})
    given = rule.with_tiers([("municipal", "5")])
    assert (rule.tiers, rule.undecided) == ({"national": 9}, {"municipal", "district"})
    assert (given.tiers, given.undecided) == ({"national": 9, "municipal": 5}, {"district"})
    assert (given.maximum_amount(), given.stated_sums()) == (9, [9, 5])
    assert sum_of({**entry, "tiers": [], "undecided": []}).maximum_amount() == 0


@every_row
def test_only_tiers_change_with_them(row: Row) -> None:
    rule = sum_of(row.rule)
    assert rule.with_tiers([("another", "5")]) == rule or rule.tiers
