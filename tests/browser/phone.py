"""What may go wrong on a telephone: words and sums torn, labels on each other, titles cut off."""

from collections.abc import Iterator

from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
NARROWEST: ViewportSize = {"width": 320, "height": 844}
LOOKED_AT = (
    ".unbroken",
    ".stack td[data-label]",
    ".md-footer__link--next .md-ellipsis",
    "h1 .title",
)
"""What the faults are looked for in; each stands on many pages."""

OVERFLOW = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"
"""By how many pixels the page is wider than its window."""
_LABELS_LONGER_THAN_THEIR_CELL = """() => [...document.querySelectorAll('.stack td[data-label]')]
    .filter(cell => {
        const {paddingTop, paddingBottom} = getComputedStyle(cell)
        const room = cell.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
        return parseFloat(getComputedStyle(cell, '::before').height) > room + 1
    })
    .map(cell => cell.dataset.label)"""

_AMOUNTS = r"/RMB [\d,.]*\d(?: [mb]illion)?|[\d,.]*\d(?:万元|亿元|万|元)/g"
_TORN_AMOUNTS = f"""selector => {{
    const torn = []
    for (const place of document.querySelectorAll(selector)) {{
        const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
        for (let text; (text = walker.nextNode()); ) {{
            if (text.parentElement.closest('svg, .cases')) continue
            for (const found of text.data.matchAll({_AMOUNTS})) {{
                const range = document.createRange()
                range.setStart(text, found.index)
                range.setEnd(text, found.index + found[0].length)
                const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)))
                if (lines.size > 1) torn.push(found[0])
            }}
        }}
    }}
    return torn
}}"""
_SUMS = ".parallel, .award, .quote, .sum, .drawing__table"
_OPEN = """document.querySelectorAll('details:not(.cases)').forEach(e => { e.open = true })"""
_NEXT_CUT_OFF = """() => [...document.querySelectorAll('.md-footer__link--next .md-ellipsis')]
    .filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent.trim())"""
_TITLE = """() => [...document.querySelectorAll('h1 .title')].map(e =>
    [e.innerText, e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight)])"""


def faults_on_a_phone(page: Page, path: str) -> Iterator[tuple[str, str]]:
    """Look at a page that is shown narrow; yield each kind of fault with what has it."""
    page.evaluate(_OPEN)
    if (over := page.evaluate(OVERFLOW)) > 0:
        yield "no page scrolls sideways", f"{over} px"
    for torn in page.evaluate(_TORN_AMOUNTS, _SUMS):
        yield "no amount is torn in two lines", torn
    for label in page.evaluate(_LABELS_LONGER_THAN_THEIR_CELL):
        yield "a label of two lines has the room of two", label
    for title in page.evaluate(_NEXT_CUT_OFF):
        yield "the title of the next page is whole", title
    if not path.startswith("/en/") and page.viewport_size == PHONE:
        for title, lines in page.evaluate(_TITLE):
            if len(title) <= 14 and lines > 1.5:
                yield "a Chinese title that fits a line stands in one", title
