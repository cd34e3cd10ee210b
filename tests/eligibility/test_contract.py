"""Compares the JSON Schemas of the contract with the engine's real input and output.

Where a schema accepts what the engine refuses, the page of the contract says so ("What the schemas
cannot say"); `BEYOND` below lists the same, and nothing else may differ.
"""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator, meta

from clauses.application_schema import application_schema
from clauses.cases import all_cases
from eligibility import Refused, assess, read_application
from eligibility.application import LONGEST_TEXT, MOST_CLAIMS, MOST_PAID
from eligibility.codes import NOTES, STATUSES, STEPS
from eligibility.days import read_date
from eligibility.mechanisms import COMPOSED, MECHANISMS
from eligibility.money import LONGEST, read_number
from tests import invented_policy
from tests.eligibility.hostile import Attacker
from tests.eligibility.test_refused import CLAIM, PAID
from tests.policy import document, policy

Json = Any
CONTRACT = Path(__file__).parents[2] / "docs" / "contract"
NAMES = ("application", "assessment", "policy-document")
SCHEMAS: dict[str, Json] = {
    name: json.loads((CONTRACT / f"{name}.schema.json").read_text("utf-8")) for name in NAMES
}
SCHEMAS["edition"] = application_schema(document(), SCHEMAS["application"])
VALID = {name: Draft202012Validator(schema).is_valid for name, schema in SCHEMAS.items()}
EXAMPLE = read_application((CONTRACT / "application.json").read_text("utf-8"))

BEYOND: dict[str, tuple[Json, set[str]]] = {
    "two claims with one id": ({"claims": [CLAIM, CLAIM]}, {"application", "edition"}),
    "an edition that does not exist": ({"edition": "2019-01-01", "claims": []}, {"application"}),
    "an award that does not exist": ({"claims": [CLAIM | {"award": "99-x"}]}, {"application"}),
    "a payment of 1.0": ({"claims": [], "paid": [PAID | {"amount": 1.0}]},
                         {"application", "edition"}),
}  # fmt: skip
"""What the engine refuses whole, and the schemas that accept it."""
BEYOND_FACTS: dict[str, str] = {
    "a figure with a point and no decimals": "1000000.0",
    "a zero with a sign": "-0",
}
"""Figures, as written in JSON, that make a claim invalid and that JSON Schema takes as integers."""


def without_other_keys(name: str) -> Json:
    """Return a schema that refuses every key it does not describe."""
    schema = copy.deepcopy(SCHEMAS[name])
    added = {id(rule["then"]) for node in nodes(schema) for rule in node.get("allOf", ())}
    for node in nodes(schema):
        if node.get("type") == "object" and "properties" in node and id(node) not in added:
            node.setdefault("unevaluatedProperties", False)
    return schema


def refusal(application: Json) -> Refused | None:
    try:
        assess(policy(), application)
    except Refused as refused:
        return refused
    return None


# the schemas themselves


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_each_reference_leads_somewhere(name: str) -> None:
    schema = SCHEMAS[name]
    meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    named = {node["$ref"] for node in nodes(schema) if "$ref" in node}
    assert named == {f"#/$defs/{key}" for key in schema["$defs"]}


def test_the_codes_are_those_of_the_engine() -> None:
    definitions = SCHEMAS["assessment"]["$defs"]
    assert tuple(definitions["status"]["enum"]) == STATUSES
    for kind, known in (("note", NOTES), ("step", STEPS)):
        listed = {
            entry["properties"]["code"]["const"]: tuple(
                entry["properties"].get("params", {"required": []})["required"]
            )
            for entry in definitions[kind]["oneOf"]
        }
        assert listed == known


def test_the_mechanisms_are_those_of_the_engine() -> None:
    listed = SCHEMAS["policy-document"]["$defs"]["sum"]["properties"]["mechanism"]["enum"]
    assert set(listed) == {*MECHANISMS, COMPOSED}


def test_the_limits_are_those_of_the_engine() -> None:
    schema = SCHEMAS["application"]
    assert schema["properties"]["claims"]["maxItems"] == MOST_CLAIMS
    assert schema["properties"]["paid"]["maxItems"] == MOST_PAID
    assert schema["$defs"]["text"]["maxLength"] == LONGEST_TEXT
    written, whole = schema["$defs"]["figure"]["anyOf"]
    assert written["maxLength"] == LONGEST
    assert whole["exclusiveMaximum"] == 10**LONGEST


def test_a_date_is_a_day_of_the_calendar() -> None:
    is_valid = Draft202012Validator(SCHEMAS["application"]["$defs"]["date"]).is_valid
    for year in (0, 1, 4, 100, 400, 1900, 2000, 2019, 2020, 2021, 2024, 2100, 9999):
        for month in range(14):
            for day in (0, 1, 9, 10, 28, 29, 30, 31, 32):
                text = f"{year:04d}-{month:02d}-{day:02d}"
                assert is_valid(text) == (read_date(text) is not None), text
    for days in range(0, 3 * 366):
        assert is_valid((date(2020, 1, 1) + timedelta(days)).isoformat())
    for text in ("2021-1-1", "20210101", " 2021-01-01", "２０２１-01-01", "2021-01-01T00:00"):
        assert not is_valid(text)


@pytest.mark.parametrize(
    "figure",
    ["0", "007", "1.50", "123456.78", "9" * 60, "9" * 61, "", ".5", "1.", "-1", "+1", "1e3",
     "1,000", "１", 0, 7, 10**59, 10**60, -1, 1.5, True, None, [], "1 "],
)  # fmt: skip
def test_a_figure_is_what_the_engine_reads(figure: Json) -> None:
    is_valid = Draft202012Validator(SCHEMAS["application"]["$defs"]["figure"]).is_valid
    assert is_valid(figure) == (read_number(figure) is not None)


# what the engine takes and gives


@pytest.mark.parametrize("edition", ["published", "invented"])
def test_every_worked_case_is_as_the_schemas_say_and_has_no_other_key(edition: str) -> None:
    """An application is accepted, by the edition's schema where no claim is invalid."""
    if edition == "published":
        under, cases, of_edition = policy(), [*all_cases()], VALID["edition"]
    else:
        under, cases = invented_policy.policy(), [*invented_policy.cases()]
        schema = application_schema(invented_policy.document(), SCHEMAS["application"])
        of_edition = Draft202012Validator(schema).is_valid
    valid = Draft202012Validator(without_other_keys("assessment"))
    wrong = []
    for case in cases:
        assessment = json.loads(json.dumps(assess(under, case.application)))
        sound = all(award["status"] != "invalid" for award in assessment["awards"])
        if not VALID["application"](case.application):
            wrong.append(f"{case.name}: application")
        if of_edition(case.application) != sound:
            wrong.append(f"{case.name}: application of the edition")
        wrong += [f"{case.name}: {error}" for error in valid.iter_errors(assessment)]
    assert wrong == []


def test_schemas_and_engine_agree_on_hostile_applications() -> None:
    """Whatever is wrong, both refuse it; `BEYOND` names what only the engine can see."""
    seen = {True: 0, False: 0}
    for kind, hostile in Attacker().applications(800):
        try:
            application = read_application(hostile) if kind == "text" else hostile
        except Refused:
            continue
        refused = refusal(application)
        seen[refused is None] += 1
        # half a character, which no file can hold, is to the schemas any other one
        text = json.dumps(application, ensure_ascii=False).encode("utf-8", "replace")
        given = json.loads(text)
        if refused is None:
            assert VALID["application"](given)
            assessment = assess(policy(), application)
            assert VALID["assessment"](assessment)
            sound = all(award["status"] != "invalid" for award in assessment["awards"])
            assert VALID["edition"](given) == sound
        elif "which $.claims[" in refused.found:
            continue  # two claims with one id
        else:
            assert not VALID["edition"](given), refused
            of_the_edition = refused.place == "$.edition" or refused.place.endswith(".award")
            assert of_the_edition or not VALID["application"](given), refused
    assert min(seen.values()) > 100


@pytest.mark.parametrize("what", BEYOND)
def test_what_only_the_engine_refuses(what: str) -> None:
    application, accepting = BEYOND[what]
    assert refusal(application) is not None
    assert {name for name in ("application", "edition") if VALID[name](application)} == accepting


@pytest.mark.parametrize("what", BEYOND_FACTS)
def test_what_only_the_engine_finds_invalid(what: str) -> None:
    text = json.dumps(EXAMPLE).replace('"120000000"', BEYOND_FACTS[what])
    award, _ = assess(policy(), read_application(text))["awards"]
    assert award["status"] == "invalid"
    assert VALID["edition"](json.loads(text))


@pytest.mark.parametrize(
    "written", [document, invented_policy.document], ids=["published", "invented"]
)
def test_the_policy_document_is_as_the_schema_says_and_has_no_other_key(
    written: Callable[[], Json],
) -> None:
    errors = Draft202012Validator(without_other_keys("policy-document")).iter_errors(written())
    assert [(error.instance_path, error.message) for error in errors] == []


# what is damaged is refused


def nodes(value: Json) -> Iterator[dict[str, Json]]:
    """Yield every object within a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list):
            yield from nodes(inner)


MAPS = {
    "assessment": {"params"},
    "policy-document": {"departments", "readings", "kinds", "options", "given", "when"},
}
"""Objects whose keys are data: a key that is missing there damages nothing."""


def whole(name: str) -> Json:
    """Return a small document that holds every kind of object."""
    if name == "policy-document":
        value = copy.deepcopy(document())
    else:
        found = [assess(policy(), case.application) for case in all_cases()[::4]]
        value = found[0] | {"awards": [award for one in found for award in one["awards"]]}
        value["as_if"] = {"max": "0"}
    for key, entries in value.items():
        if isinstance(entries, list):
            value[key] = different(entries, name)
        elif key in MAPS[name]:
            value[key] = dict(list(entries.items())[:2])
    return value


def different(entries: list[Json], name: str) -> list[Json]:
    """Keep the entries of a list in which something stands that no earlier one has."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for entry in entries:
        places = {(*place, key) for place, _, key in keys(entry, name)}
        if places - seen:
            seen |= places
            kept.append(entry)
    return kept


def keys(
    value: Json, name: str, place: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], dict[str, Json], str]]:
    """Yield each key of each object with the place of the object.

    The entries of a list are in one place, those of a map too; the keys of a map are left out.
    """
    is_map = bool(place) and place[-1] in MAPS[name]
    if isinstance(value, dict) and not is_map:
        for key in list(value):
            yield place, value, key
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, dict | list):
            named = str(key) if isinstance(value, dict) and not is_map else "*"
            yield from keys(inner, name, (*place, named))


@pytest.mark.parametrize("name", MAPS)
def test_a_key_that_is_missing_anywhere_is_refused(name: str) -> None:
    """Each key of each kind of object is taken away once."""
    value = whole(name)
    assert VALID[name](value)
    tried = set()
    kept = []
    for place, holder, key in list(keys(value, name)):
        if (*place, key) not in tried:
            tried.add((*place, key))
            inner = holder.pop(key)
            if VALID[name](value):
                kept.append(".".join((*place, key)))
            holder[key] = inner
    assert kept == []
    assert len(tried) > 40


def changed(**values: Json) -> Callable[[Json], None]:
    return lambda holder: holder.update(values)


PAYABLE, NEEDS_FACTS = 0, 1
"""The claims of the worked example."""


@pytest.mark.parametrize(
    ("claim", "damage"),
    [
        (PAYABLE, changed(status="paid")),
        (PAYABLE, changed(amount=22999999.5)),
        (PAYABLE, changed(amount=22999999)),
        (PAYABLE, changed(amount="22,999,999.50")),
        (PAYABLE, changed(amount="22999999.5")),
        (PAYABLE, changed(amount="22999999.00")),
        (PAYABLE, changed(amount="-1")),
        (PAYABLE, changed(amount="0")),
        (PAYABLE, changed(amount=None)),
        (PAYABLE, changed(wording="floor")),
        (PAYABLE, changed(wording="certain")),
        (PAYABLE, changed(missing=["actual_input"])),
        (PAYABLE, changed(range=["0"])),
        (PAYABLE, changed(range=[None, "0"])),
        (PAYABLE, changed(range=["0", "1", "2"])),
        (PAYABLE, changed(date="30 June 2021")),
        (PAYABLE, changed(stages=[["start", 1]])),
        (PAYABLE, changed(stages=[["start"]])),
        (PAYABLE, changed(notes=[{"code": "unheard-of", "params": {}}])),
        (PAYABLE, changed(notes=[{"code": "less-paid", "params": {}}])),
        (PAYABLE, changed(notes=[{"code": "less-paid", "params": {"amount": 1.5}}])),
        (PAYABLE, changed(readings=["A1"])),
        (PAYABLE, changed(steps=[{"code": "fixed", "params": {"amount": "1"}}])),
        (PAYABLE, changed(alternatives=[{"reading": "A01", "option": 0}])),
        (PAYABLE, changed(as_if={"status": "payable"})),
        (NEEDS_FACTS, changed(amount="0")),
        (NEEDS_FACTS, changed(missing=[])),
        (NEEDS_FACTS, changed(status="not-eligible")),
        (NEEDS_FACTS, changed(status="preference")),
    ],
)  # fmt: skip
def test_a_damaged_entry_is_refused(claim: int, damage: Callable[[Json], None]) -> None:
    assessment = assess(policy(), EXAMPLE)
    assert VALID["assessment"](assessment)
    damage(assessment["awards"][claim])
    assert not VALID["assessment"](assessment)


@pytest.mark.parametrize(
    "damage",
    [
        changed(policy="sha256:0"),
        changed(engine="one"),
        changed(awards={}),
        changed(totals={"exact": "0", "ceiling": "0", "max": 0, "reference": "0", "range": None}),
        changed(as_if={}),
    ],
)
def test_a_damaged_assessment_is_refused(damage: Callable[[Json], None]) -> None:
    assessment = assess(policy(), EXAMPLE)
    damage(assessment)
    assert not VALID["assessment"](assessment)


@pytest.mark.parametrize(
    "damage",
    [
        changed(wording="perhaps"),
        changed(kind="loan"),
        changed(sum={"mechanism": "lottery"}),
        changed(sum={"mechanism": "rate", "rate": 0.2, "of": "actual_input", "at_most": None}),
        changed(sum={"mechanism": "rate", "rate": "20%", "of": "actual_input", "at_most": None}),
        changed(sum={"mechanism": "fixed", "amount": 1000000}),
        changed(sum={"mechanism": "tiered", "by": "level", "tiers": [["national"]]}),
        changed(frequency="monthly"),
        changed(clause=0),
        changed(quote={"zh": "", "en": "x"}),
    ],
)
def test_a_damaged_award_is_refused(damage: Callable[[Json], None]) -> None:
    value = copy.deepcopy(document())
    damage(value["awards"][0])
    assert not VALID["policy-document"](value)
