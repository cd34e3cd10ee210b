"""The pages in Firefox and WebKit: the search, how characters are painted, a narrow screen."""

import io
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from PIL import Image

from tests.engines.conftest import EMPTY
from tests.engines.reader import EXAMPLE, Reader, until

PAGES = ["", "2020-03-16/", "2020-03-16/06/", "2020-03-16/awards/", "2020-03-16/text/",
         "readings/", "glossary/", "guide/", "trust/", "search-report/",
         "wizard/", f"wizard/{EXAMPLE}/"]  # fmt: skip
NARROW = 390


def test_what_is_typed_is_found_and_a_result_leads_to_its_clause(reader: Reader) -> None:
    words = {"zh": "技改", "en": "equipment"}[reader.language]
    reader.goes_to("")
    reader.looks_for(words)
    until(lambda: reader.all(".md-search-result__item > a"))
    reader.clicks(".md-search-result__item > a")
    until(lambda: "/2020-03-16/" in reader.driver.current_url)
    until(lambda: reader.one(".md-content h1").is_displayed())
    parts = urlsplit(reader.driver.current_url)
    assert parts.query == ""
    assert words not in parts.fragment


FRAMES = """const [addresses, width] = arguments, wide = [];
document.body.innerHTML = "";
const frame = document.createElement("iframe");
frame.width = width; frame.height = 844;
for (const address of addresses) {
  const loaded = new Promise((then) => (frame.onload = then));
  frame.src = address;
  document.body.append(frame);
  await loaded;
  await new Promise((then) => setTimeout(then, 50));
  const { scrollWidth } = frame.contentDocument.scrollingElement;
  if (scrollWidth > width) wide.push(`${address}: ${scrollWidth}`);
}
return wide;"""


def test_no_page_scrolls_sideways_on_a_phone(reader: Reader) -> None:
    # neither browser allows such a narrow window, but a frame can be, and its page treats it as one
    reader.driver.get(reader.site + EMPTY)
    addresses = [reader.root + path for path in PAGES]
    assert reader.runs_to_end(FRAMES, addresses, NARROW) == []


PUNCTUATED = "甲，乙。丙：丁；戊、己！庚？辛"
WIDTHS = """const [text, holder] = arguments;
const place = document.createElement(holder);
place.lang = "zh-CN"; place.textContent = text;
document.querySelector("article").append(place);
const range = document.createRange();
return [...text].map((letter, at) => {
  range.setStart(place.firstChild, at); range.setEnd(place.firstChild, at + 1);
  return [letter, Math.round(range.getBoundingClientRect().width * 10) / 10];
});"""


def test_chinese_punctuation_is_as_wide_as_a_character(
    reader: Reader, subtests: pytest.Subtests
) -> None:
    reader.goes_to("about/")
    for holder in ("p", "code", "aside"):
        with subtests.test(holder):
            widths = dict(reader.runs(WIDTHS, PUNCTUATED, holder))
            assert widths["甲"] > 8
            assert {k: width for k, width in widths.items() if width < widths["甲"] - 0.5} == {}


SUM = "高1,798.8万元3月16日"  # characters that are each one connected piece, seen from above
SHOWN = """const [text, name] = arguments;
const line = document.createElement("span");
line.id = "shown"; line.lang = "zh-CN"; line.className = name; line.textContent = text;
line.style.fontSize = "48px"; line.style.position = "fixed"; line.style.top = "200px";
line.style.left = "0"; line.style.padding = "8px 40px"; line.style.background = "#fff";
line.style.color = "#000"; line.style.zIndex = 99; line.style.whiteSpace = "nowrap";
document.querySelector("article").append(line);"""


def test_no_digit_is_painted_over_another_letter(reader: Reader, subtests: pytest.Subtests) -> None:
    reader.goes_to("about/")
    for name in ("", "sum"):
        with subtests.test(name):
            # a character may fall into two pieces; characters that touch make fewer
            assert pieces(reader, name) >= len(SUM)
            reader.runs("document.querySelector('#shown').remove()")


def pieces(reader: Reader, name: str) -> int:
    """Count the connected pieces of a sum as they are painted, seen from above.

    Boxes do not help: they are correct even if the digits are painted beside them.
    """
    reader.runs(SHOWN, SUM, name)
    # of the whole window, because WebKit takes no picture of overlays
    window = Image.open(io.BytesIO(reader.driver.get_screenshot_as_png())).convert("L")
    box, width = reader.runs(
        "return [document.querySelector('#shown').getBoundingClientRect(), innerWidth]"
    )
    scale = window.width / width
    edges = (box["left"], box["top"], box["right"], box["bottom"])
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    columns = [window.crop((x, top, x + 1, bottom)).tobytes() for x in range(left, right)]
    inked = [min(column) < 160 for column in columns]
    return sum(now and not before for before, now in pairwise([False, *inked]))
