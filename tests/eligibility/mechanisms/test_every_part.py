"""Properties of every part of composed sums, tested with the examples in its own module."""

import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby, pairwise, zip_longest
from typing import Any

import pytest
from pydantic import TypeAdapter

from clauses.compiled_sum import compiled_sum
from clauses.model.sums import Sum
from eligibility.days import read_day
from eligibility.mechanisms import sum_of
from eligibility.mechanisms.composed import HELD, Composed, said
from eligibility.mechanisms.mechanism import BEYOND, LEAST, Value
from eligibility.mechanisms.parts import PARTS
from eligibility.mechanisms.parts.declaration import PartExample
from eligibility.mechanisms.parts.part import Part, silent

SHAPE: TypeAdapter[Any] = TypeAdapter(Sum)


@dataclass(frozen=True)
class Row:
    """One row of the examples."""

    sum: Composed
    facts: dict[str, Value]
    amount: Fraction
    alone: bool
    """Whether it is an example of one part, in which no fact works both ways."""

    def with_fact(self, name: str, value: Fraction) -> Fraction:
        """Compute the sum with another value for one fact."""
        return self.sum.evaluate({**self.facts, name: value}, lambda *_, **__: None)

    @property
    def figures(self) -> list[str]:
        """The facts that are figures."""
        return [name for name, value in self.facts.items() if isinstance(value, Fraction)]


COMBINED: Mapping[str, PartExample] = {
    "a floor under what is taken off": (
        {
            "less": [{"rate": "20%", "of": "cost", "at_least": "不低于50元"}],
            "from": {"plus": ["100元", {"rate": "10%", "of": "cost"}]},
        },
        [({"cost": "0"}, "50"), ({"cost": "250"}, "75"), ({"cost": "2000"}, "0")],
    ),
    "a ceiling for some, which has a ceiling": (
        {
            "rate": "10%",
            "of": "cost",
            "at_most": [
                {
                    "only": {"rate": "50%", "of": "grant"},
                    "when": {"kind": ["gas"]},
                    "at_most": "最高100元",
                }
            ],
        },
        [
            ({"cost": "900", "grant": "150", "kind": "gas"}, "75"),
            ({"cost": "5000", "grant": "900", "kind": "gas"}, "100"),
            ({"cost": "5000", "grant": "900", "kind": "other"}, "500"),
        ],
    ),
    "a last bracket with an end that is not in it": (
        {
            "rate": {"size": "cost", "brackets": [{"range": "1000元—3000元（不含）", "use": "5%"}]},
            "of": "cost",
        },
        [({"cost": "1000"}, "50"), ({"cost": "2999"}, "149.95"), ({"cost": "3000"}, "0")],
    ),
    "what falls to nothing beside what rises": (
        {"plus": [{"less": ["cost"], "from": "100元"}, {"rate": "20%", "of": "cost"}]},
        [({"cost": "0"}, "100"), ({"cost": "100"}, "20"), ({"cost": "600"}, "120")],
    ),
    "a share that is reduced to nothing beside what rises": (
        {
            "plus": [
                {
                    "rate": {"reduce": "10%", "lower": "1个百分点", "for_each": "months"},
                    "of": "cost",
                },
                {"each": "5元", "of": "months"},
            ]
        },
        [
            ({"cost": "1000", "months": "0"}, "100"),
            ({"cost": "1000", "months": "10"}, "50"),
            ({"cost": "1000", "months": "30"}, "150"),
        ],
    ),
    "brackets with both ends, taken off": (
        {
            "less": [{"progressive": "cost", "brackets": [{"range": "100元—300元", "use": "50%"}]}],
            "from": {"plus": ["200元", {"rate": "20%", "of": "cost"}]},
        },
        [({"cost": "100"}, "220"), ({"cost": "300"}, "160"), ({"cost": "600"}, "220")],
    ),
}
"""What parts do together, beside the examples that each part has of its own."""


def rows() -> Iterator[Any]:
    own = [(name, one) for name, part in PARTS.items() for one in part.declared.examples]
    for name, (written, table) in (*own, *COMBINED.items()):
        stated = SHAPE.validate_python(written)
        rule = sum_of(compiled_sum(stated.model_dump(by_alias=True), lambda _: {}))
        assert isinstance(rule, Composed)
        for facts, amount in table:
            values = {key: read(value) for key, value in facts.items()}
            yield pytest.param(
                Row(rule, values, Fraction(amount), name in PARTS), id=f"{name} {facts}"
            )


def read(value: Any) -> Value:
    """Figures are decimal strings and days have their number; everything else is a code."""
    if (day := read_day(value)) is not None:
        return day
    try:
        return Fraction(value) if isinstance(value, str) else value
    except ValueError:
        return str(value)


def examples() -> Iterator[Any]:
    """Each example with its rows, if its sum depends on a figure."""
    for _, group in groupby(rows(), key=lambda row: id(row.values[0].sum)):
        found = [*group]
        if found[0].values[0].figures:
            yield pytest.param([row.values[0] for row in found], id=found[0].id)


every_row = pytest.mark.parametrize("row", list(rows()))
every_part = pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))


@every_row
def test_the_sum_is_that_of_the_example(row: Row) -> None:
    assert row.sum.evaluate(row.facts, lambda *_, **__: None) == row.amount


@every_row
def test_no_sum_is_above_its_bound(row: Row) -> None:
    most = row.sum.maximum_amount()
    assert most is None or row.amount <= most


@pytest.mark.parametrize("example", list(examples()))
def test_the_bounds_of_an_example_hold_and_the_most_is_reached(example: list[Row]) -> None:
    least, most = example[0].sum.quantity.bounds()
    low, high = (
        pick(furthest(row, start, pick) for row in example for start in starts(row))
        for pick in (min, max)
    )
    assert least <= low
    assert most is None or high <= most
    if example[0].alone:
        assert high > 10**15 if most is None else high == most


def starts(row: Row) -> Iterator[dict[str, Value]]:
    """Yield the facts of a row, with its own figures, with nothing, and with all beyond."""
    yield row.facts
    for figure in (Fraction(0), BEYOND):
        yield row.facts | dict.fromkeys(row.figures, figure)


def furthest(row: Row, start: dict[str, Value], pick: Callable[..., Fraction]) -> Fraction:
    """Move one figure after the other to where the sum is least or most, three times."""
    values, quantity = dict(start), row.sum.quantity
    for unknown in row.figures * 3:
        known = {name: value for name, value in values.items() if name != unknown}
        sums = {
            at: quantity.evaluate(known | {unknown: at}, silent)
            for at in row.sum.candidates_of(unknown, known)
        }
        values[unknown] = pick(sums, key=lambda at, sums=sums: sums[at])
    return quantity.evaluate(values, silent)


@every_row
def test_what_is_written_leads_to_the_sum(row: Row) -> None:
    """Every term is a fact, a figure of the rule, or the result of something written before."""
    known = {*figures_of(row.sum.entry), *row.facts.values(), Fraction(0)}
    for part, terms, result in computed(row):
        assert known.issuperset(terms), part
        known.add(result)
    assert row.amount in known


def figures_of(node: Any) -> Iterator[Fraction]:
    """Yield every figure of a compiled sum."""
    if isinstance(node, Mapping | list):
        for value in node.values() if isinstance(node, Mapping) else node:
            yield from figures_of(value)
    elif isinstance(node, str) and isinstance(figure := read(node), Fraction):
        yield figure


@every_row
def test_the_candidates_of_an_unknown_figure_hold_every_sum_between_them(row: Row) -> None:
    for unknown in row.figures:
        known = {name: value for name, value in row.facts.items() if name != unknown}
        found = [row.with_fact(unknown, at) for at in row.sum.candidates_of(unknown, known)]
        assert min(found) <= row.amount <= max(found)


JUMPING = [name for name, part in PARTS.items() if part.declared.jumps]


@pytest.mark.parametrize(
    "row",
    [one for one in rows() if not any(part in str(one.values[0].sum.entry) for part in JUMPING)],
)
def test_a_sum_bends_only_at_its_stops(row: Row) -> None:
    for unknown in row.figures:
        known = {name: value for name, value in row.facts.items() if name != unknown}
        stops = [Fraction(0), *row.sum.candidates_of(unknown, known)]
        for low, high in pairwise([at for at in stops if at < 10**15]):
            places_between = [low + (high - low) * part / 4 for part in (1, 2, 3)]
            one, two, three = (row.with_fact(unknown, at) for at in places_between)
            assert two - one == three - two, (unknown, low, high)


TIMES_ITSELF: Mapping[str, tuple[Any, int]] = {
    "beside each other": ({"plus": ["cost", {"rate": "20%", "of": "cost"}]}, 1),
    "a share by its size": (
        {"rate": {"size": "cost", "brackets": [{"from": "1元", "use": "5%"}]}, "of": "cost"},
        1,
    ),
    "a product": ({"times": ["cost", {"rate": "20%", "of": "cost"}]}, 2),
    "a product of products": ({"times": ["cost", {"times": ["cost", "cost"]}]}, 3),
    "for each whole step": ({"every": "1元", "pay": {"rate": "2%", "of": "cost"}, "of": "cost"}, 2),
    "at a rate that is lowered by it": (
        {
            "rate": {"reduce": "9999999%", "lower": "1个百分点", "for_each": "cost"},
            "of": "cost",
        },
        2,
    ),
    "raised by a share for each": ({"uplift": "cost", "raise": "20%", "for_each": "cost"}, 2),
    "raised by points for each": ({"uplift": "cost", "raise": "2个百分点", "for_each": "cost"}, 1),
    "part by part": (
        {"progressive": "cost", "brackets": [{"from": "0元", "use": {"rate": "2%", "of": "cost"}}]},
        2,
    ),
    "below a ceiling that is one": (
        {"rate": "20%", "of": "cost", "at_most": {"times": ["cost", "cost", "0.0000001元"]}},
        2,
    ),
}
"""How often a fact is multiplied by itself."""


@pytest.mark.parametrize(("written", "degree"), TIMES_ITSELF.values(), ids=list(TIMES_ITSELF))
def test_how_often_a_fact_is_multiplied_by_itself_is_known(written: Any, degree: int) -> None:
    stated = SHAPE.validate_python(written).model_dump(by_alias=True)
    quantity = sum_of(compiled_sum(stated, lambda _: {})).quantity  # type: ignore[attr-defined]
    assert quantity.degree("cost") == degree
    values = [quantity.evaluate({"cost": Fraction(at)}, silent) for at in range(1, 9)]
    for _ in range(degree):
        assert any(values)
        values = [right - left for left, right in pairwise(values)]
    assert len({*values}) == 1 and values[0]


@every_row
def test_no_example_multiplies_a_fact_by_itself(row: Row) -> None:
    assert all(row.sum.quantity.degree(name) <= 1 for name in row.figures)


@every_row
def test_a_stop_is_passed_as_it_says(row: Row) -> None:
    """A sum jumps at a figure that is to be reached, and after one that is to be passed."""
    for unknown in row.figures:
        known = {name: value for name, value in row.facts.items() if name != unknown}
        for stop, compare, why in row.sum.stops_of(unknown, known):
            near = [row.with_fact(unknown, stop + part * LEAST) for part in (-2, -1, 0, 1, 2)]
            before, at, after, beyond = (right - left for left, right in pairwise(near))
            assert compare == ">=" or at == before, (unknown, stop)
            assert compare == ">" or after == beyond, (unknown, stop)
            if why == "ceiling":
                assert abs(beyond) <= abs(before), (unknown, stop)
            else:
                assert why == "step"


def test_every_part_has_examples_and_what_they_write_alone_has_a_sentence() -> None:
    assert all(part.declared.examples for part in PARTS.values())
    written = {part for row in rows() for part, _, _ in computed(row.values[0])}
    assert written == {*HELD, *(name for name, part in PARTS.items() if part.said)}


@pytest.mark.parametrize("part", [part for part in PARTS.values() if part.said])
def test_what_it_computed_is_said_in_both_languages(part: type[Part]) -> None:
    assert set(part.said) == {"zh", "en"}
    for language in ("zh", "en"):
        template, _ = said(part.name, language)
        assert places(template) <= {"0", "1", "2", "terms", "result"}


@every_part
def test_its_sentence_names_its_fields_in_both_languages(part: type[Part]) -> None:
    keys = {field.key for field in part.declared.fields}
    found = [places(text) for text in part.declared.sentence.values()]
    assert found[0] == found[1] <= keys


def test_the_limits_are_said_too() -> None:
    assert all(set(said(name, language)[0]) for name in HELD for language in ("zh", "en"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def computed(row: Row) -> list[tuple[str, list[Fraction], Fraction]]:
    """Return what the parts of a sum write: name, terms and result."""
    written: list[tuple[str, list[Fraction], Fraction]] = []

    def write(code: str, **params: Any) -> None:
        if code == "computed":
            terms = [Fraction(term) for term in params["terms"]]
            written.append((params["part"], terms, Fraction(params["result"])))

    row.sum.evaluate(row.facts, write)
    return written


@every_row
def test_a_difference_is_written_as_it_is_and_below_zero_nothing_counts(row: Row) -> None:
    written = computed(row)
    for (part, terms, result), after in zip_longest(written, written[1:]):
        if part in ("growth", "beyond", "less"):
            assert result == terms[0] - sum(terms[1:])
        if result < 0:
            assert after == ("below_zero", [result], 0)


@pytest.mark.parametrize("name", ["growth", "beyond", "less", "reduce"])
def test_an_example_falls_below_zero(name: str) -> None:
    found = [computed(row) for row in (param.values[0] for param in rows())]
    assert any(
        one[0] == name and after[0] == "below_zero"
        for written in found
        for one, after in pairwise(written)
    )
