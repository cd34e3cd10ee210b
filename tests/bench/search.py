"""Measures how fast a result appears in the search box after the last key.

    .venv/bin/python -m tests.bench.search [--site site]

Every query of the evaluation is typed in Chromium on the page of its language; the time is from the
last key to the change of the list. A query with the same result as the previous one is left out.
"""

import argparse
import os
import sys
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from docs.site.search.evaluation import read_queries
from tests.browser.chromium import FLAGS, find_chromium
from tests.policy import EDITION
from tests.serving import serving

ROOT = Path(__file__).resolve().parents[2]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

AIM = 50
BOX = "[data-md-component=search-query]"
LIST = ".md-search-result__list"
WATCH = f"""() => {{
  const box = document.querySelector("{BOX}")
  box.addEventListener("keydown", () => {{ window.key = performance.now() }}, true)
  new MutationObserver(() => {{ window.shown = performance.now() }})
    .observe(document.querySelector("{LIST}"), {{ childList: true, subtree: true }})
}}"""


def main() -> None:
    """Print median and 95th percentile of each language."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site)")
    args = parser.parse_args()
    with serving(args.site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        for language, first in (("zh", ""), ("en", "en/")):
            page = browser.new_page()
            page.goto(server.url + first)
            page.locator(BOX).click()
            page.wait_for_load_state("networkidle")
            page.evaluate(WATCH)
            taken = []
            for query in read_queries(EDITION):
                if query.language != language:
                    continue
                page.fill(BOX, query.text[:-1])
                page.wait_for_timeout(150)
                page.evaluate("window.shown = 0")
                page.keyboard.press("End")
                page.evaluate("window.shown = 0")
                page.keyboard.type(query.text[-1])
                page.wait_for_timeout(250)
                if page.evaluate("window.shown > window.key"):
                    taken.append(page.evaluate("window.shown - window.key"))
            high = quantiles(taken, n=20)[-1]
            print(
                f"search {language}: a result after {median(taken):.0f} ms (median), "
                f"{high:.0f} ms (95 of 100), n={len(taken)} (the aim: {AIM} ms)"
            )
        browser.close()


if __name__ == "__main__":
    main()
