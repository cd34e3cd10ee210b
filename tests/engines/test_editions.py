"""Two editions in Firefox and WebKit: notice, search, redline, history, wizards, paper, axe."""

import base64

import pypdfium2
import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.axe import LOOK_RULES
from tests.engines.conftest import AXE, EMPTY
from tests.engines.reader import EXAMPLE, Reader, until
from tests.engines.test_pages import FRAMES, NARROW
from tests.made_editions import DRAFT, ISSUED

NAMED = {"zh": "2020-03-16版（征求意见稿）", "en": "edition of 2020-03-16 (draft for comment)"}
WORDS = {"zh": "产业投资 3000万元", "en": "industrial investment RMB 30 million"}
CHANGES = f"{ISSUED}/changes/"
CHANGED = "industrial-investment"
PAGES = [f"{DRAFT}/03/", f"{ISSUED}/03/", CHANGES, f"{DRAFT}/text/", f"{DRAFT}/wizard/",
         "editions/", "data/"]  # fmt: skip
SCROLL = """const list = document.querySelector(".md-search__scrollwrap");
list.scrollTop = list.scrollTop ? 0 : list.scrollHeight;"""
RESULT = ".md-search-result__item > a:has(.search-edition)"


def test_the_notice_leads_to_the_same_clause_in_the_current_edition(
    editions_reader: Reader,
) -> None:
    editions_reader.goes_to(f"{DRAFT}/03/")
    assert NAMED[editions_reader.language] in editions_reader.text(".md-banner")
    editions_reader.clicks(".status__other")
    until(lambda: editions_reader.driver.current_url == f"{editions_reader.root}{ISSUED}/03/")
    assert NAMED[editions_reader.language] not in editions_reader.text(".md-banner")


def test_an_earlier_edition_is_found_by_its_name(one_editions_reader: Reader) -> None:
    reader = one_editions_reader
    reader.goes_to("")
    reader.looks_for(WORDS[reader.language])
    # the theme draws ten results, and more when they are scrolled to
    until(lambda: reader.runs(SCROLL) or reader.all(RESULT))
    assert reader.text(f"{RESULT} .search-edition") == NAMED[reader.language]
    reader.clicks(RESULT)
    until(lambda: f"/{DRAFT}/" in reader.driver.current_url)


def test_no_page_of_two_editions_scrolls_sideways_on_a_phone(editions_reader: Reader) -> None:
    editions_reader.driver.get(editions_reader.site + EMPTY)
    addresses = [editions_reader.root + page for page in PAGES]
    assert editions_reader.runs_to_end(FRAMES, addresses, NARROW) == []


MARKED = """const [name, language] = arguments;
return [...document.querySelectorAll(`section[aria-labelledby=${name}] [lang^=${language}] > *`)]
  .filter((mark) => mark.matches("del, ins"))
  .map((mark) => [mark.querySelector(".unbroken").textContent,
                  getComputedStyle(mark).textDecorationLine]);"""


STRUCK = {"zh": ("3000万元", "2000万元"), "en": ("RMB 30 million", "RMB 20 million")}


def test_the_redline_strikes_the_old_words_and_underlines_the_new(editions_reader: Reader) -> None:
    editions_reader.goes_to(CHANGES)
    for language, (old, new) in STRUCK.items():
        marked = editions_reader.runs(MARKED, CHANGED, language)
        assert [[" ".join(words.split()), line] for words, line in marked] == [
            [old, "line-through"],
            [new, "underline"],
        ]


def test_by_keyboard_a_change_leads_to_the_former_text_and_its_history_back(
    editions_reader: Reader,
) -> None:
    editions_reader.goes_to(CHANGES)
    _follow(editions_reader, f"../../{DRAFT}/03/", f"section[aria-labelledby={CHANGED}]")
    until(lambda: editions_reader.driver.current_url == f"{editions_reader.root}{DRAFT}/03/")
    _follow(editions_reader, f"../../{CHANGES}#{CHANGED}", "main")
    until(lambda: editions_reader.driver.current_url.endswith(f"/{CHANGES}#{CHANGED}"))
    until(lambda: editions_reader.one(f"#{CHANGED}").is_displayed())
    _follow(editions_reader, "../03/", f"section[aria-labelledby={CHANGED}]")
    until(lambda: editions_reader.all("#history"))
    assert editions_reader.all(f"#history-{ISSUED}")


def _follow(reader: Reader, address: str, inside: str) -> None:
    """Press Enter on a link that shows where the focus is."""
    until(lambda: reader.all(f"{inside} a[href='{address}']"))
    link = reader.one(f"{inside} a[href='{address}']")
    reader.runs("arguments[0].focus({ focusVisible: true })", link)
    assert reader.driver.switch_to.active_element == link
    link.send_keys(Keys.ENTER)


def test_the_answers_go_from_one_wizard_to_the_other(
    one_editions_reader: Reader,
) -> None:
    reader = one_editions_reader
    reader.opens(f"{reader.root}{DRAFT}/wizard/")
    until(lambda: reader.one("#wizard-form").is_displayed())
    assert DRAFT in reader.text("#wizard-edition b")
    reader.clicks(f'.wizard-examples li:has(a[href="{EXAMPLE}/"]) a[href^="#facts="]')
    total = reader.total()
    until(lambda: reader.all(f'#wizard-results a[href^="../../{DRAFT}/"]'))
    reader.clicks("[data-other-edition]")
    until(lambda: reader.driver.current_url.startswith(f"{reader.root}wizard/"))
    assert ISSUED in reader.text("#wizard-edition b")
    assert reader.total() == total  # the example does not reach the ceiling that differs
    assert DRAFT[:4] in reader.text("#wizard-since")
    until(lambda: reader.all(f'#wizard-results a[href^="../{ISSUED}/"]'))


TOTALS = "#between-compared .compared-totals"
BY_MUCH = {"zh": "减少1,000万元", "en": "RMB 10 million less"}
ASKED = """document.querySelector('[data-step-to="lists"]').click();
document.querySelector("#wizard-picker").open = true;
document.querySelector('[data-add="03-industrial-investment"]').click();
for (const [name, typed] of [["date", "2021-06-30"], ["actual_input", arguments[0]]]) {
  const field = document.getElementById(`c1.${name}`);
  field.value = typed;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
document.getElementById("c1.selected").click();
document.querySelector('[data-step-to="results"]').click();"""


def test_the_same_answers_are_compared_under_both_editions(
    one_editions_reader: Reader,
) -> None:
    reader = one_editions_reader
    reader.opens(f"{reader.root}wizard/")
    until(lambda: reader.one("#wizard-form").is_displayed())
    reader.runs(ASKED, "10亿")
    until(lambda: reader.all("#results-payable"))
    reader.clicks("[data-against]")
    until(lambda: reader.all(TOTALS))
    assert BY_MUCH[reader.language] in reader.text(TOTALS)
    focused = reader.driver.switch_to.active_element
    assert focused.get_attribute("id") == "results-between-title"


AXES = """const [address, values] = arguments;
const script = document.createElement("script");
script.src = address;
await new Promise((then, fails) => {
  script.onload = then; script.onerror = fails;
  document.head.append(script);
});
const options = { runOnly: { type: "rule", values }, resultTypes: ["violations"] };
const { violations } = await axe.run(options);
return violations.map((fault) => `${fault.id} ${fault.nodes[0].target}`);"""


def test_no_page_of_two_editions_has_an_accessibility_fault(editions_reader: Reader) -> None:
    found = []
    for page in PAGES:
        editions_reader.goes_to(page)
        address = editions_reader.site + AXE
        # what does not depend on looks is the same in all engines, and asked for in Chromium
        faults = editions_reader.runs_to_end(AXES, address, LOOK_RULES)
        found += [f"{page} {fault}" for fault in faults]
    assert found == []


# WebKit's driver cannot print
@pytest.mark.parametrize("engine", ["firefox"], indirect=True)
def test_a_change_is_printed_in_grey_with_both_words(editions_reader: Reader) -> None:
    editions_reader.goes_to(CHANGES)
    sheets = list(pypdfium2.PdfDocument(base64.b64decode(editions_reader.driver.print_page())))
    text = "".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    assert "3000万元" in text
    assert "2000万元" in text
    for sheet in sheets:
        drawn = sheet.render(scale=0.5, grayscale=True).to_pil()
        assert drawn.getpixel((2, drawn.height // 2)) == 255
