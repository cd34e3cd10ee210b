"""The keyboard alone reaches everything on a page, shows where it is, and is never caught."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.applicant import invest
from tests.browser.watch import OpenContext

_MARK = """() => {
    const all = document.querySelectorAll(
        'a[href], button, summary, input, select, textarea, [tabindex="0"]')
    // Tab reaches one of the radio buttons that choose the colours, the arrows reach the others;
    // the way back to the top is there only while the reader scrolls up
    const reached = e => e.tabIndex >= 0 && e.getClientRects().length
        && e.checkVisibility({ visibilityProperty: true, opacityProperty: e.matches('button') })
        && e.type !== 'radio'
    const found = [...all].filter(reached)
    found.forEach((e, place) => { e.dataset.place = place })
    return found.map(e => `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent.trim()}`)
}"""
_LOOK = """e => { const s = getComputedStyle(e)
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor,
            s.backgroundColor, s.textDecorationLine, s.textDecorationThickness].join() }"""
_FOCUSED = f"""() => {{ const e = document.activeElement
    return [e?.dataset?.place ?? null, e !== document.body && ({_LOOK})(e)] }}"""
_LOOKS = f"() => [...document.querySelectorAll('[data-place]')].map({_LOOK})"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/en/2020-03-16/26/", "/2020-03-16/awards/"])
def test_tab_reaches_every_link_and_button_and_shows_where_it_is(
    open_context: OpenContext, site_url: str, path: str, width: int
) -> None:
    size = {"width": width, "height": 800}
    with open_context(site_url, viewport=size, reduced_motion="reduce") as (context, watch):
        page = context.new_page()
        page.goto(site_url + path, wait_until="load")
        wanted = page.evaluate(_MARK)
        unfocused = page.evaluate(_LOOKS)
        assert len(wanted) > 20
        looks = tab_through(page, len(wanted) + 15)
        missed = [name for place, name in enumerate(wanted) if place not in looks]
        assert not missed, "not reached by Tab"
        unseen = [wanted[place] for place, look in looks.items() if look == unfocused[place]]
        assert not unseen, "nothing shows that the focus is here"
        assert watch.problems() == []


@pytest.mark.parametrize("path", ["/wizard/", "/en/2020-03-16/06/"])
def test_no_single_key_leads_away_or_opens_the_search(page: Page, site_url: str, path: str) -> None:
    page.goto(site_url + path)
    before = page.url
    page.locator("button:visible").last.focus()
    for key in "fsnp/,.FSNP":
        page.keyboard.press(key)
    expect(page.locator("#__search")).not_to_be_checked()
    if path == "/wizard/":
        invest(page)
        page.locator('[id="c1.selected"]').focus()
        assert page.evaluate("document.activeElement.type") == "radio"
        page.keyboard.press("n")
        page.keyboard.press("p")
    page.wait_for_timeout(300)
    assert page.url == before
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("fnp/")  # where they are typed they are letters
    expect(page.locator("[data-md-component=search-query]")).to_have_value("fnp/")


def tab_through(page: Page, limit: int) -> dict[int, str]:
    """Press Tab until the page is left; return how each element looked when it had the focus."""
    looks: dict[int, str] = {}
    for _ in range(limit):
        page.keyboard.press("Tab")
        place, look = page.evaluate(_FOCUSED)
        if place is not None:
            looks.setdefault(int(place), look)
        elif looks and not look:
            break  # past the last element
    else:
        pytest.fail(f"Tab never leaves the page: caught among {list(looks)[-5:]}")
    return looks
