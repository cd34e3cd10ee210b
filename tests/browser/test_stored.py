"""Whatever is stored, linked or opened: the page opens, names what went, and loses nothing."""

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, Route, expect

from answers.state import MOST_CLAIMS
from tests.browser.applicant import address, field, invest, open_file, press_forget, step, total
from tests.browser.conftest import Shared
from tests.browser.test_share import packed
from tests.browser.waiting import until
from tests.growth import MOST, TIMES, growth
from tests.wizard.hostile import BROKEN, EARLIER, KEYS, ODD_IDS, card, many, project, state


@pytest.fixture(scope="module")
def one_tab(shared: Shared) -> Iterator[Page]:
    """One page for all stores: they are put under it and it is loaded again."""
    page = shared.new_tab()
    page.goto(address(shared.site_url, "zh"))
    yield page
    page.close()


@pytest.fixture
def tab(one_tab: Page, shared: Shared) -> Iterator[Page]:
    """The page, in which nothing may go wrong."""
    yield one_tab
    shared.told()


def store(page: Page, text: str, where: str = "localStorage", shown: str = "#wizard-file") -> None:
    """Store a text as a release would have, and load the page."""
    page.evaluate(
        "([where, text]) => { localStorage.clear(); sessionStorage.clear();"
        " window[where].setItem('wizard', text) }",
        [where, text],
    )
    page.reload()
    expect(page.locator(shown)).to_be_visible()


def aside(page: Page) -> Any:
    """Return the box that offers what was put aside."""
    return page.locator("#wizard-aside")


def kept(page: Page) -> str:
    """Take what was put aside away as a file."""
    with page.expect_download() as download:
        aside(page).locator('[data-do="asideSave"]').click()
    return Path(download.value.path()).read_text("utf-8")


@pytest.mark.parametrize("name", EARLIER)
def test_what_an_earlier_release_stored_opens_whole(tab: Page, name: str) -> None:
    store(tab, json.dumps(EARLIER[name], ensure_ascii=False))
    expect(total(tab)).to_have_text("最高2,000万元")
    expect(field(tab, "c1.actual_input")).to_have_value("1亿")
    expect(aside(tab)).to_be_hidden()
    typed = field(tab, "s1.name").input_value()
    assert typed == (
        "" if "项目 1" in str(EARLIER[name]) or "Project 1" in str(EARLIER[name]) else "四号线"
    )
    tab.reload()
    expect(field(tab, "c1.actual_input")).to_have_value("1亿")
    assert tab.evaluate("JSON.parse(localStorage.wizard).form") == 3


# both stores are read by one function, and kept alike: they take turns
@pytest.mark.parametrize(
    ("name", "where"), list(zip(BROKEN, cycle(["localStorage", "sessionStorage"])))
)
def test_a_broken_store_opens_as_far_as_it_can_and_stays_to_be_taken_away(
    tab: Page, name: str, where: str
) -> None:
    text = BROKEN[name]
    store(tab, text, where)
    expect(aside(tab)).to_be_visible()
    expect(tab.locator("#wizard-filed")).not_to_be_empty()
    assert kept(tab) == text
    if "1亿" in json.dumps(json.loads(text) if text.startswith("{") and text.endswith("}") else 0,
                          ensure_ascii=False):  # fmt: skip
        expect(tab.locator(".wizard-card").first).to_be_attached()
        expect(tab.locator("#wizard-since li").first).to_be_attached()
    step(tab, "who")
    field(tab, "enterprise.name").fill("甲公司")
    until(tab, "sessionStorage.wizard.includes('甲公司')")
    tab.reload()
    expect(field(tab, "enterprise.name")).to_have_value("甲公司")
    assert kept(tab) == text
    press_forget(tab)
    expect(aside(tab)).to_be_hidden()
    left = tab.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    assert "甲公司" not in left
    assert "wizard-aside" not in left
    assert tab.evaluate("localStorage.getItem('wizard')") is None


def test_where_the_nearest_cannot_be_drawn_the_former_is(tab: Page) -> None:
    store(tab, BROKEN["cut off"], "sessionStorage")
    tab.evaluate("text => localStorage.setItem('wizard', text)", json.dumps(state()))
    tab.evaluate("text => sessionStorage.setItem('wizard', text)", BROKEN["cut off"])
    tab.reload()
    expect(field(tab, "c1.actual_input")).to_have_value("1亿")
    assert kept(tab) == BROKEN["cut off"]


@pytest.mark.starts_python
def test_answers_given_while_the_program_loads_are_not_replaced(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.goto(f"{site_url}/robots.txt")
    page.evaluate(
        "text => localStorage.setItem('wizard', text)", BROKEN["an award that is no more"]
    )
    page.route("**/app-*", lambda route: held.append(route))
    page.goto(address(site_url, "zh"))
    field(page, "enterprise.name").fill("甲公司")
    assert held
    for route in held:
        route.continue_()
    page.unroute("**/app-*")
    expect(page.locator("#wizard[data-engine=ready]")).to_be_attached()
    expect(field(page, "enterprise.name")).to_have_value("甲公司")
    expect(page.locator(".wizard-card")).to_have_count(0)
    aside(page).locator('[data-do="asideBack"]').click()
    expect(total(page)).to_have_text("最高2,000万元")


def test_odd_ids_that_are_stored_open_whole(tab: Page) -> None:
    store(tab, json.dumps(ODD_IDS))
    expect(total(tab)).not_to_have_text("—")
    expect(tab.locator(".wizard-card")).to_have_count(len(KEYS))
    expect(aside(tab)).to_be_hidden()
    tab.reload()
    expect(tab.locator(".wizard-card")).to_have_count(len(KEYS))


def test_a_file_with_ids_and_subjects_of_plain_objects_opens_and_survives_a_reload(
    tab: Page,
) -> None:
    store(tab, json.dumps(state()))
    # ten, which is as many as are named; three of them of one subject with another
    ids = [(id_, id_) for id_ in KEYS] + [(f"{id_}2", id_) for id_ in KEYS[:3]]
    facts = {"selected": True, "actual_input": "100000000"}
    claims = [{**card(id_, subject=of), "facts": {**facts, of: "x"}} for id_, of in ids]
    open_file(tab, json.dumps({"claims": claims}))
    expect(tab.locator("#wizard-filed")).to_contain_text("已打开")
    expect(tab.locator("#wizard-since li")).to_have_count(len(claims))
    step(tab, "lists")
    expect(tab.locator(".wizard-card")).to_have_count(len(claims))
    tab.reload()
    expect(tab.locator(".wizard-card")).to_have_count(len(claims))
    expect(total(tab)).not_to_have_text("—")


def test_a_figure_where_a_choice_belongs_changes_no_choice(tab: Page) -> None:
    store(tab, BROKEN["a figure in the place of a choice"])
    expect(tab.locator("#wizard-since li")).to_have_count(1)
    step(tab, "lists")
    field(tab, "c1.selected").check()
    expect(total(tab)).to_have_text("最高2,000万元")


def test_a_link_never_replaces_remembered_answers_before_the_reader_acts(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    invest(page, "10000")
    page.locator("#wizard-keep").check()
    step(page, "who")
    remembered = "JSON.parse(localStorage.wizard).claims[0].facts.actual_input.text"
    until(page, f"{remembered} === '10000'")
    tab = page.context.new_page()
    facts = {"selected": True, "actual_input": "50000000"}
    other = json.dumps({"claims": [{**card("a"), "facts": facts}]})
    tab.goto(address(site_url, "zh") + packed(other.encode()))
    expect(total(tab)).to_have_text("最高1,000万元")
    assert tab.evaluate(remembered) == "10000"
    tab.reload()
    expect(total(tab)).to_have_text("最高1,000万元")
    expect(aside(tab)).to_contain_text("仍为您保留")
    assert tab.evaluate(remembered) == "10000"
    step(tab, "lists")
    field(tab, "a.actual_input").fill("6000")
    expect(total(tab)).to_have_text("最高1,200万元")
    until(tab, f"{remembered} === '6000'")
    tab.reload()
    aside(tab).locator('[data-do="asideBack"]').click()
    expect(total(tab)).to_have_text("最高2,000万元")
    expect(aside(tab)).to_be_visible()  # what was put back took the place of other answers
    aside(tab).locator('[data-do="asideDrop"]').click()
    expect(aside(tab)).to_be_hidden()
    tab.close()


def test_what_one_tab_remembers_no_other_replaces_unasked(page: Page, site_url: str) -> None:
    name = "JSON.parse(localStorage.wizard).subjects.map(one => one.name).join()"
    page.goto(address(site_url, "zh"))
    field(page, "enterprise.name").fill("甲公司")
    other = page.context.new_page()
    other.goto(address(site_url, "zh"))
    page.locator("#wizard-keep").check()
    until(page, f"{name} === '甲公司'")
    expect(other.locator("#wizard-keep")).not_to_be_checked()
    for _ in range(2):
        field(other, "enterprise.name").fill("乙公司")
        step(other, "what")
        step(other, "who")
        assert other.evaluate(name) == "甲公司"
        other.reload()
        expect(field(other, "enterprise.name")).to_have_value("乙公司")
        expect(other.locator("#wizard-keep")).not_to_be_checked()
    other.locator("#wizard-keep").check()
    until(page, f"{name} === '乙公司'")
    expect(page.locator("#wizard-keep")).not_to_be_checked()
    expect(page.locator("#wizard-filed")).to_contain_text("另一个标签页")
    field(page, "enterprise.name").fill("丙公司")
    step(page, "what")
    assert page.evaluate(name) == "乙公司"
    other.locator('[data-do="asideBack"]').click()
    expect(field(other, "enterprise.name")).to_have_value("甲公司")
    until(page, f"{name} === '甲公司'")
    other.close()


def test_a_second_tab_that_only_looks_takes_nothing_over(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "zh"))
    field(page, "enterprise.name").fill("甲公司")
    page.locator("#wizard-keep").check()
    other = page.context.new_page()
    other.goto(address(site_url, "zh"))
    expect(field(other, "enterprise.name")).to_have_value("甲公司")
    step(other, "what")
    field(page, "enterprise.name").fill("甲公司二厂")
    step(page, "what")
    expect(page.locator("#wizard-keep")).to_be_checked()
    expect(other.locator("#wizard-keep")).not_to_be_checked()
    press_forget(page)
    expect(other.locator("#wizard-keep")).not_to_be_checked()
    step(other, "who")
    assert other.evaluate("localStorage.getItem('wizard')") is None
    other.close()


def test_a_name_and_roles_are_answers_that_a_file_does_not_sweep_away(tab: Page) -> None:
    store(tab, "{}")
    press_forget(tab)
    field(tab, "enterprise.name").fill("甲公司")
    open_file(tab, json.dumps({"claims": [{**card("a"), "facts": {}}]}))
    expect(tab.locator("#wizard-outcome-title")).to_be_focused()
    tab.reload()
    aside(tab).locator('[data-do="asideBack"]').click()
    expect(field(tab, "enterprise.name")).to_have_value("甲公司")


def used(client: CDPSession) -> float:
    """Return for how many seconds the page’s own thread has computed, whatever else runs here."""
    found = client.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in found if one["name"] == "ThreadTime")


@pytest.mark.parametrize(
    ("subjects", "same"), [(200, False), (120, True), (1, False)], ids=["apart", "chained", "one"]
)
def test_the_largest_form_is_drawn_in_proportion_to_its_claims(
    tab: Page, subjects: int, same: bool
) -> None:
    store(tab, json.dumps(state()))
    client = tab.context.new_cdp_session(tab)
    client.send("Performance.enable")

    def took(part: int) -> float:
        claims = MOST_CLAIMS * part // TIMES
        about = max(1, subjects * part // TIMES)
        before = used(client)
        open_file(tab, json.dumps(many(claims, about, same=same)))
        until(tab, f"document.querySelectorAll('.wizard-card').length === {claims}", 60)
        expect(tab.locator("#wizard-outcome-title")).to_be_visible()
        return used(client) - before

    assert growth(took) < MOST
    client.detach()


def test_more_than_the_form_draws_is_refused_in_words(tab: Page) -> None:
    store(tab, json.dumps(state()))
    open_file(tab, json.dumps(many(301, 2)))
    expect(tab.locator("#wizard-filed")).to_contain_text("301 项")
    expect(tab.locator("#wizard-filed")).to_contain_text("最多 300 项")
    expect(tab.locator("#wizard-filed")).to_contain_text("您填写的内容未改变")
    expect(field(tab, "c1.actual_input")).to_have_value("1亿")


def test_a_key_that_stands_twice_is_told_as_refused_input(tab: Page) -> None:
    store(tab, json.dumps(state()))
    open_file(tab, '{"claims": [], "claims": []}')
    expect(tab.locator("#wizard-filed")).to_contain_text("重复的键 “claims”")


def test_a_name_that_turns_text_round_does_not_turn_the_figures(tab: Page) -> None:
    name = "\u202enoillim 41 BMR\u2066"
    applicant = {"id": "enterprise", "kind": "enterprise", "name": name, "same": "", "planned": {}}
    store(tab, json.dumps(state(subjects=[applicant, project(name=name)])))
    for shown in ("check", "results"):
        step(tab, shown)
        expect(tab.locator(f"section[data-step={shown}]")).to_contain_text("noillim 41 BMR")
        turned = tab.evaluate("""() => [...document.querySelectorAll("#wizard *")]
            .filter(one => !one.children.length && /[\\u202e\\u2066]/.test(one.textContent))
            .map(one => one.outerHTML)""")
        assert turned == []


@pytest.mark.allows_console_errors
def test_forgetting_can_be_reached_where_the_form_cannot_come_to_life(
    page: Page, site_url: str
) -> None:
    page.goto(address(site_url, "zh"))
    page.route("**/parts-*", lambda route: route.fulfill(json=""))
    store(page, json.dumps(state()), shown="#wizard-forget")
    expect(page.locator("#wizard-form")).to_be_hidden()
    assert page.evaluate("localStorage.wizard") == json.dumps(state())
    press_forget(page)
    assert page.evaluate("localStorage.getItem('wizard')") is None
