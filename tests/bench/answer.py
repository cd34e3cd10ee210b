"""Measures how fast the page answers a changed field, with twenty claims in the form.

    .venv/bin/python -m tests.bench.answer [--site site] [--runs 41]

It measures from the input event of a figure to the new total in the page, and how long that event
blocks the page, since typing waits for it.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.waiting import until
from tests.serving import serving

ROOT = Path(__file__).resolve().parents[2]
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

AIM = 50
PROJECTS = 10
CHANGE = """
([id, text]) => new Promise((resolve) => {
  const total = document.querySelector("[data-total=max]");
  const field = document.getElementById(id);
  new MutationObserver((_, watch) => {
    watch.disconnect();
    resolve([performance.now() - began, held]);
  }).observe(total, { childList: true, characterData: true, subtree: true });
  field.value = text;
  const began = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const held = performance.now() - began;
})
"""


def state() -> dict[str, Any]:
    """Return a form of ten projects, each with two awards that exclude each other."""
    subjects: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    for number in range(1, PROJECTS + 1):
        subjects.append({"id": f"s{number}", "kind": "project", "name": f"项目 {number}",
                         "same": "", "planned": {}})  # fmt: skip
        figure = {"text": str(1000 + number), "unit": "wan"}
        for award, asked in (("03-industrial-investment", {"selected": "yes"}),
                             ("06-digital-workshop", {"plan_level": "national"})):  # fmt: skip
            claims.append({"id": f"c{len(claims) + 1}", "award": award, "subject": f"s{number}",
                           "date": "2021-06-30",
                           "facts": {**asked, "actual_input": figure}})  # fmt: skip
    return {"form": 3, "roles": [], "topics": [], "subjects": subjects, "claims": claims,
            "paid": [], "step": "lists"}  # fmt: skip


def measure(page: Page, address: str, runs: int) -> tuple[list[float], list[float]]:
    """Return the milliseconds to the new total, and those for which each event blocked the page."""
    kept = json.dumps(json.dumps(state()))
    page.add_init_script(f'sessionStorage.setItem("wizard", {kept});')
    page.goto(address)
    until(page, "document.querySelector('[data-total=max]').textContent.length > 2")
    answers, held = [], []
    for run in range(runs):
        taken, blocked = page.evaluate(CHANGE, ["c1.actual_input", str(2000 + run)])
        answers.append(taken)
        held.append(blocked)
    return answers, held


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site (site)")
    parser.add_argument("--runs", type=int, default=41, help="changes of the field (41)")
    args = parser.parse_args()
    with serving(args.site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        page = browser.new_page(locale="zh-CN")
        answers, held = measure(page, server.url + "wizard/", args.runs)
        browser.close()
    print(
        f"answer to a changed field, {2 * PROJECTS} claims: {median(answers):.0f} ms "
        f"({min(answers):.0f}–{max(answers):.0f}, n={len(answers)}; the aim: at most {AIM}); "
        f"the event itself holds the page {median(held):.1f} ms (at most {max(held):.1f})"
    )


if __name__ == "__main__":
    main()
