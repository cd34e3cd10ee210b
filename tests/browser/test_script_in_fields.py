"""Script in any field, file or link stays text: in form, results, comparison and print."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import (
    INVESTMENT,
    address,
    field,
    invest,
    open_file,
    results,
    save,
    step,
    total,
)  # fmt: skip
from tests.browser.test_share import plain

HOSTILE = (
    '"><img src=x onerror=hit()><script>hit()</script><svg onload=hit()>'
    "<a href=javascript:hit()>{{7*7}}</a>${7*7}'--><iframe srcdoc=x>"
)
HIT = "window.hit = () => { window.was = 1 }"
TYPED_INTO = ("input:not([type])", "input[type=text]", "input[type=search]")
MARKUP = (
    "#wizard img, #wizard iframe, #wizard [onload], #wizard [onerror],"
    " #wizard a[href^=javascript], #wizard-results script"
)


def harmless(page: Page) -> None:
    """Nothing ran, and nothing of it became part of the page."""
    assert page.evaluate("window.was") is None
    assert page.locator(MARKUP).count() == 0


@pytest.fixture
def hit(page: Page) -> Page:
    """A page that notices when a script of a stranger runs."""
    page.add_init_script(HIT)
    return page


@pytest.mark.parametrize("language", ["zh", "en"])
def test_script_typed_into_every_field_stays_text(hit: Page, site_url: str, language: str) -> None:
    page = hit
    page.goto(address(site_url, language))
    invest(page, "100")
    page.locator("[data-do=pay]").click()
    page.locator("[data-add-kind=project]").click()
    step(page, "who")
    typed = set[str]()
    for name in ("who", "what", "lists"):
        step(page, name)
        page.evaluate(
            "document.querySelectorAll('.wizard-entry details').forEach(e => { e.open = true })"
        )
        typed |= type_everywhere(page)
    wanted = {"enterprise.name", "s1.name", "s2.name", "c1.date", "c1.actual_input", "s1.start",
              "p1.date", "p1.amount", "wizard-filter"}  # fmt: skip
    assert wanted <= typed
    harmless(page)
    step(page, "check")
    expect(page.locator("#wizard-checked")).to_contain_text(HOSTILE[:20])
    harmless(page)
    step(page, "lists")
    field(page, "c1.actual_input").fill("100")
    field(page, "c1.date").fill("2021-06-30")
    expect(total(page)).not_to_have_text("—")
    step(page, "results")
    expect(results(page)).to_contain_text(HOSTILE[:20])
    page.locator('[data-scenario="keep"]').click()
    expect(page.locator("#scenario-compared")).not_to_be_empty()
    harmless(page)
    saved = save(page)
    assert HOSTILE[:60] in json.dumps(saved, ensure_ascii=False).replace('\\"', '"')
    page.reload()
    expect(results(page)).to_contain_text(HOSTILE[:20])
    harmless(page)


def type_everywhere(page: Page) -> set[str]:
    """Type into each text field that is shown, also into those that appear meanwhile."""
    shown = page.locator(", ".join(f"#wizard-form {kind}:visible" for kind in TYPED_INTO))
    typed = set[str]()
    while left := set(shown.evaluate_all("fields => fields.map(e => e.id)")) - typed:
        # by its id: what Python answers may change how many are shown
        name = min(left)
        field(page, name).fill(HOSTILE)
        typed.add(name)
    return typed


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every text, number and truth value, and to the name of every key."""
    if isinstance(value, dict):
        return [way for key, inner in value.items() for way in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [way for at, inner in enumerate(value) for way in leaves(inner, (*path, at))]
    return [path]


def replaced(value: Any, way: tuple[Any, ...], text: Any) -> Any:
    """Return a copy in which one leaf is something else."""
    if not way:
        return text
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[way[0]] = replaced(value[way[0]], way[1:], text)
    return copy


@pytest.fixture(scope="module")
def application() -> dict[str, Any]:
    """An application as the page saves it, with something in every place."""
    claim = {"id": "c1", "award": INVESTMENT, "subject": "四号线", "date": "2021-06-30",
             "facts": {"selected": True, "actual_input": "100000000"}}  # fmt: skip
    paid = {"award": INVESTMENT, "subject": "四号线", "date": "2021-07-01", "amount": "10000"}
    return {
        "edition": "2020-03-16",
        "claims": [claim],
        "paid": [paid],
        "answers": {
            "form": 3,
            "roles": ["manufacturer"],
            "topics": ["investment"],
            "subjects": [
                {"id": "s1", "kind": "project", "name": "四号线", "same": "",
                 "planned": {"start": "2020-11"}},
            ],
            "claims": [
                {"id": "c1", "award": INVESTMENT, "subject": "s1", "date": "2021-06-30",
                 "facts": {"selected": "yes", "actual_input": {"text": "1亿", "unit": "wan"}}},
            ],
            "paid": [
                {"award": INVESTMENT, "subject": "s1", "date": "2021-07-01",
                 "amount": {"text": "1", "unit": "wan"}},
            ],
            "read": True,
            "assessed": {
                "edition": "2020-03-16",
                "engine": "0.9.0",
                "awards": [
                    {"claim": "c1", "award": INVESTMENT, "subject": "四号线", "status": "payable",
                     "amount": "19990000", "wording": "ceiling"},
                ],
                "totals": {"exact": "0", "ceiling": "19990000", "max": "19990000",
                           "reference": "0"},
            },
        },
    }  # fmt: skip


ODD = {"script": HOSTILE, "list": [[[]]], "float": 1e300, "null": None}


def test_a_file_with_something_odd_in_any_place_is_refused_or_shown_as_text(
    hit: Page, site_url: str, application: dict[str, Any]
) -> None:
    page = hit
    page.goto(address(site_url, "zh"))
    expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
    ways = leaves(application)
    assert len(ways) > 30
    said = page.locator("#wizard-filed")
    for kind, odd in ODD.items():
        for number, way in enumerate(ways):
            name = f"{kind}-{number}.json"
            open_file(page, json.dumps(replaced(application, way, odd)), name=name)
            expect(said).to_contain_text(name)
            harmless(page)
        open_file(page, json.dumps(application), name=f"{kind}-last.json")
        expect(said).to_contain_text(f"{kind}-last.json")
        expect(total(page)).not_to_have_text("—")
        expect(page.locator("#wizard-fault")).to_be_hidden()
        harmless(page)


def test_a_file_with_script_in_its_names_and_keys_and_a_hostile_file_name(
    hit: Page, site_url: str, application: dict[str, Any]
) -> None:
    page = hit
    page.goto(address(site_url, "en"))
    application = json.loads(json.dumps(application))
    application[HOSTILE] = HOSTILE
    open_file(page, json.dumps(application), name=f"{HOSTILE.replace('/', '')}.json")
    expect(page.locator("#wizard-filed")).to_contain_text("onerror")
    harmless(page)
    del application[HOSTILE]
    application["claims"][0]["facts"][HOSTILE] = HOSTILE
    del application["answers"]
    open_file(page, json.dumps(application))
    expect(page.locator("#wizard-filed")).to_contain_text("saved.json")
    harmless(page)
    del application["claims"][0]["facts"][HOSTILE]
    application["claims"][0]["subject"] = HOSTILE
    open_file(page, json.dumps(application), name="named.json")
    expect(page.locator("#wizard-filed")).to_contain_text("named.json")
    expect(field(page, "s1.name")).to_have_value(HOSTILE)
    expect(results(page)).to_contain_text(HOSTILE[:20])
    harmless(page)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_script_in_every_text_of_a_link_stays_text(
    hit: Page, site_url: str, application: dict[str, Any], language: str
) -> None:
    page = hit
    text = json.dumps(application).replace(json.dumps("四号线"), json.dumps(HOSTILE))
    page.goto(address(site_url, language) + plain(json.loads(text)))
    expect(results(page)).to_contain_text(HOSTILE[:20])
    expect(field(page, "s1.name")).to_have_value(HOSTILE)
    page.emulate_media(media="print")
    harmless(page)
    expect(page.locator("#wizard-link")).to_have_value("")


def test_a_file_of_another_edition_is_refused_with_a_message(
    hit: Page, site_url: str, application: dict[str, Any]
) -> None:
    page = hit
    page.goto(address(site_url, "zh"))
    invest(page)
    expect(total(page)).to_have_text("最高2,000万元")
    for number, edition in enumerate(("2019-01-01", "2020-07-01", HOSTILE)):
        name = f"{number}.json"
        open_file(page, json.dumps({**application, "edition": edition}), name=name)
        expect(page.locator("#wizard-filed")).to_contain_text(name)
        expect(page.locator("#wizard-filed")).to_contain_text("未改变")
        expect(total(page)).to_have_text("最高2,000万元")
        harmless(page)
