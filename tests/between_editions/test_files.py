"""The comparison as HTML, CSV and workbook, read back; what is left out of either edition."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from answers import FormSession
from between_editions import TwoEditions
from between_editions.said import catalogue
from between_editions.view import sums_said
from tests.between_editions.made import NEW_AWARD, documents, state

Json = dict[str, Any]
LESS = {"award": "03-industrial-investment",
        "facts": {"selected": "yes", "actual_input": 133333333.35}}  # fmt: skip
GONE = {"award": "04-application-scenario", "facts": {"listed": "yes", "actual_input": 10000000}}
ASKS = {"award": "14-provincial-centre", "facts": {"recognised": "yes"}}
NEW = {"award": NEW_AWARD, "facts": {"recognised": "yes"}}
ALL = [LESS, GONE, ASKS, NEW]
DIFFERENCES = ["-6666666.67", "-3000000", "", "10000000"]
ROOT = "https://example.org/en/"


@pytest.fixture(scope="module")
def editions() -> TwoEditions:
    return TwoEditions(*documents())


def shape(value: object) -> object:
    """Return nested dictionaries with their keys alone."""
    return {key: shape(one) for key, one in value.items()} if isinstance(value, dict) else ""


def test_both_languages_say_the_same_things() -> None:
    assert shape(catalogue("zh")) == shape(catalogue("en"))


def test_the_comma_separated_file_adds_up_and_a_loss_is_a_negative_number(
    editions: TwoEditions,
) -> None:
    text = editions.listing(json.dumps(state(ALL)), "en", ROOT)
    head, *rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    columns = catalogue("en")["columns"]
    named = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row[columns["change"]] for row in named] == DIFFERENCES
    assert [row[columns["counted"]] for row in named] == ["yes", "yes", "no", "yes"]
    assert named[2][columns["old-amount"]] == ""
    assert named[0][columns["old-link"]] == f"{ROOT}2020-03-16/03/#p1"
    assert named[0][columns["new-link"]] == f"{ROOT}2021-01-01/03/#p1"
    assert named[1][columns["new-status"]] == "Does not exist"
    assert "not more than 15%" in named[0][columns["new-translation"]]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_workbook_has_the_same_sums_as_numbers(editions: TwoEditions, language: str) -> None:
    text = json.dumps(state(ALL))
    content = editions.workbook(text, language, ROOT, "2026-11-30")
    book = load_workbook(BytesIO(content))
    words = catalogue(language)
    sheet = book[words["sheets"]["changes"]]
    head, *rows = list(sheet.iter_rows(values_only=True))
    at = head.index(words["columns"]["change"])
    found = [row[at] for row in rows]
    assert found == [-6666666.67, -3000000, None, 10000000, 333333.33]
    assert all(name is not None for name in book.sheetnames)
    assert len(book.sheetnames) == 3
    again = editions.workbook(text, language, ROOT, "2026-11-30")
    assert ZipFile(BytesIO(again)).namelist() == ZipFile(BytesIO(content)).namelist()
    assert again == content


def test_the_page_cites_and_explains_both_editions_and_escapes_what_was_typed(
    editions: TwoEditions,
) -> None:
    form = state([LESS, GONE])
    form["subjects"][0]["name"] = "<b>四号线</b>"
    html = editions.page(json.dumps(form), "zh")
    assert "<b>四号线" not in html
    assert "&lt;b&gt;四号线" in html
    for address in ("2020-03-16/03/#p1", "2021-01-01/03/#p1", "2021-01-01/03/#history"):
        assert f'href="../{address}"' in html
    assert 'href="../2020-03-16/04/#history"' in html  # what is gone has its history there
    assert "减少6,666,666.67元" in html
    assert "设备租赁补助" in html  # an award that this page cannot ask about


@pytest.mark.parametrize(
    "claims", [[LESS], [NEW], [LESS, NEW], []], ids=["ceiling", "exact", "both", "none"]
)
def test_a_total_with_ceilings_is_said_as_at_most_wherever_it_stands(
    editions: TwoEditions, claims: list[Json]
) -> None:
    text = json.dumps(state(claims))
    view = editions.view(text, "en")
    old, new, _ = sums_said(view)
    assert [old.startswith("at most"), new.startswith("at most")] == [LESS in claims] * 2
    book = load_workbook(BytesIO(editions.workbook(text, "en", ROOT, "2026-11-30")))
    words = catalogue("en")
    changes = book[words["sheets"]["changes"]]
    heads = [cell.value for cell in changes[1]]
    for column in ("old-amount", "new-amount"):
        at = heads.index(words["columns"][column])
        for row, claim in enumerate(claims, 2):
            assert ("at most" in changes[row][at].number_format) == (claim is LESS)
        if claims:
            assert ("at most" in changes[len(claims) + 2][at].number_format) == (LESS in claims)
    summary = [cell.number_format for cell in book.worksheets[0]["B"]]
    assert sum("at most" in one for one in summary) == 2 * (LESS in claims)


def test_what_one_edition_cannot_ask_comes_back_whole_under_the_other() -> None:
    old, new = (FormSession(one) for one in documents())
    typed = state(ALL)
    there = json.loads(new.open(json.dumps({**typed, "edition": "2020-03-16"}), "zh"))["state"]
    assert {claim["award"] for claim in there["claims"]} >= {NEW_AWARD, LESS["award"]}
    back = json.loads(old.open(json.dumps({**there, "edition": "2021-01-01"}), "zh"))["state"]

    def claims(form: Json) -> dict[str, Json]:
        kept = [one["claim"] for one in form.get("elsewhere", ()) if "claim" in one]
        return {claim["id"]: claim for claim in (*form["claims"], *kept)}

    assert claims(back) == claims(typed)
