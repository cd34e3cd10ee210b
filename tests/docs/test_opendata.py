"""The open data: what the schema says of the policy, and a table that a spreadsheet opens."""

import copy
import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator

from clauses.document import PolicyDocument
from clauses.loading import read_policy
from clauses.published_schema import PublishedPolicy, published_schema
from docs.site.opendata.award_table import COLUMNS, award_table
from docs.site.opendata.policy_json import policy_json
from docs.site.words import pairs


@pytest.fixture(scope="module")
def rows(policy: PolicyDocument) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(award_table(policy))))


def test_the_published_policy_obeys_the_published_schema(policy: PolicyDocument) -> None:
    Draft202012Validator(published_schema()).validate(policy_json(policy))


def test_the_published_policy_is_the_checked_policy_word_for_word(policy: PolicyDocument) -> None:
    checked = read_policy()
    stated = PublishedPolicy(
        edition=checked.edition,
        clauses=checked.clauses,
        readings=checked.readings,
        glossary=checked.glossary,
    )
    aims = {"readings": {"readings": {"__all__": {"show"}}}}
    dumped = stated.model_dump_json(by_alias=True, exclude=aims)
    assert json.dumps(policy_json(policy)) == json.dumps(json.loads(dumped))


@pytest.mark.parametrize("fault", ["a title that is missing", "an unknown key", "a wrong wording"])
def test_the_schema_refuses_what_is_no_policy(policy: PolicyDocument, fault: str) -> None:
    document = copy.deepcopy(policy_json(policy))
    clause = document["clauses"][2]
    if fault == "a title that is missing":
        del clause["title"]["en"]
    elif fault == "an unknown key":
        clause["remark"] = "none"
    else:
        clause["awards"][0]["wording"] = "perhaps"
    assert not Draft202012Validator(published_schema()).is_valid(document)


def test_the_document_holds_every_paragraph_and_no_aim_for_the_pages(
    policy: PolicyDocument,
) -> None:
    document = policy_json(policy)
    texts = [(p["zh"], p["en"]) for clause in document["clauses"] for p in clause["paragraphs"]]
    assert texts == [(p.zh, p.en) for clause in policy.clauses for p in clause.paragraphs]
    assert "show" not in document["readings"]["readings"][0]
    assert "show" not in published_schema()["$defs"]["Reading"]["properties"]


def test_every_award_has_a_row_and_every_tier_its_own(
    policy: PolicyDocument, rows: list[dict[str, str]]
) -> None:
    assert list(dict.fromkeys(row["id"] for row in rows)) == [a.id for _, a in policy.awards]
    titles = [row for row in rows if row["id"] == "13-green-title"]
    assert [(row["tier_zh"], row["sum_yuan"]) for row in titles] == [
        ("国家级", "500000"),
        ("省级", "250000"),
    ]


def test_a_rate_and_its_ceiling_stand_in_figures_and_in_words(rows: list[dict[str, str]]) -> None:
    row = next(row for row in rows if row["id"] == "03-industrial-investment")
    assert (row["rate"], row["sum_yuan"], row["wording"]) == ("0.2", "30000000", "ceiling")
    assert (row["sum_zh"], row["sum_en"]) == ("最高3000万元", "at most RMB 30 million")
    assert row["stages_en"].endswith("70%")


def test_what_the_draft_does_not_say_is_an_empty_cell(rows: list[dict[str, str]]) -> None:
    uncapped = next(row for row in rows if row["id"] == "21-insurance-premium")
    assert uncapped["sum_yuan"] == "" and Decimal(uncapped["rate"]) == Decimal("0.8")
    tiers = [row for row in rows if row["id"] == "08-demo-topup"]
    assert [row["sum_yuan"] for row in tiers] == ["2000000", ""]


def test_the_files_are_on_the_site_and_excel_reads_the_table(
    built: Path, policy: PolicyDocument
) -> None:
    table = (built / "data" / "awards.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbf") and b"\r\n" in table
    assert table.decode("utf-8-sig").split("\r\n")[0] == ",".join(COLUMNS)
    written = json.loads((built / "data" / "policy.json").read_text(encoding="utf-8"))
    assert written == policy_json(policy)
    assert json.loads((built / "data" / "policy.schema.json").read_text("utf-8"))["title"]


def test_every_column_is_explained() -> None:
    assert all(f"column_{column}" in pairs() for column in COLUMNS)
