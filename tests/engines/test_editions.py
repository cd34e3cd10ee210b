"""Two editions in Firefox and WebKit: the notice, the search, a narrow screen."""

from tests.engines.conftest import EMPTY
from tests.engines.reader import Reader, until
from tests.engines.test_pages import FRAMES, NARROW
from tests.made_editions import DRAFT, ISSUED

NAMED = {"zh": "2020-03-16版（征求意见稿）", "en": "edition of 2020-03-16 (draft for comment)"}
WORDS = {"zh": "产业投资 3000万元", "en": "industrial investment RMB 30 million"}
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


def test_an_earlier_edition_is_found_by_its_name(editions_reader: Reader) -> None:
    editions_reader.goes_to("")
    editions_reader.looks_for(WORDS[editions_reader.language])
    # the theme draws ten results, and more when they are scrolled to
    until(lambda: editions_reader.runs(SCROLL) or editions_reader.all(RESULT))
    assert editions_reader.text(f"{RESULT} .search-edition") == NAMED[editions_reader.language]
    editions_reader.clicks(RESULT)
    until(lambda: f"/{DRAFT}/" in editions_reader.driver.current_url)


def test_no_page_of_two_editions_scrolls_sideways_on_a_phone(editions_reader: Reader) -> None:
    editions_reader.driver.get(editions_reader.site + EMPTY)
    pages = [f"{DRAFT}/03/", f"{ISSUED}/03/", "editions/", "data/", f"{DRAFT}/text/"]
    addresses = [editions_reader.root + page for page in pages]
    assert editions_reader.driver.execute_async_script(FRAMES, addresses, NARROW) == []
