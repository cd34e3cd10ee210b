"""What may go wrong on a telephone: words and sums torn, labels on each other, titles cut off."""

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
COUNT = "places => places.map(place => document.querySelectorAll(place).length)"

_AMOUNTS = r"/RMB [\d,.]*\d(?: [mb]illion)?|[\d,.]*\d(?:万元|亿元|万|元)/g"
_OPEN = "document.querySelectorAll('details:not(.cases)').forEach(e => { e.open = true })"
_SUMS = ".parallel, .award, .quote, .sum, .drawing__table"
# asked at once: each question costs as much as its answer
_FAULTS = f"""oneLine => {{
    const all = selector => [...document.querySelectorAll(selector)]
    const over = {OVERFLOW}
    const torn = []
    for (const place of all('{_SUMS}')) {{
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
    const labels = all('.stack td[data-label]').filter(cell => {{
        const {{paddingTop, paddingBottom}} = getComputedStyle(cell)
        const room = cell.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
        return parseFloat(getComputedStyle(cell, '::before').height) > room + 1
    }})
    const next = all('.md-footer__link--next .md-ellipsis')
    const cut = next.filter(e => e.scrollWidth > e.clientWidth)
    const titles = !oneLine ? [] : all('h1 .title').filter(e => [...e.innerText].length <= 14
        && e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight) > 1.5)
    return {{
        'no page scrolls sideways': over > 0 ? [`${{over}} px`] : [],
        'no amount is torn in two lines': torn,
        'a label of two lines has the room of two': labels.map(cell => cell.dataset.label),
        'the title of the next page is whole': cut.map(e => e.textContent.trim()),
        'a Chinese title that fits a line stands in one': titles.map(e => e.innerText),
    }}
}}"""


def faults_on_a_phone(page: Page, path: str) -> dict[str, list[str]]:
    """Look at a page that is shown narrow; return what has each kind of fault."""
    one_line = not path.startswith("/en/") and page.viewport_size == PHONE
    page.evaluate(_OPEN)
    found: dict[str, list[str]] = page.evaluate(_FAULTS, one_line)
    return found
