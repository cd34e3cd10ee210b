"""The accessibility faults that axe-core finds on the page that is shown."""

import re
from collections import defaultdict
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from tests.browser.waiting import settle

AXE = (Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOK_RULES = [
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
]
"""The rules about colours and sizes; all others ask for elements, names and places."""
SCHEMES = {"light": "default", "dark": "slate"}
"""What the reader prefers, with the name that Material gives it."""
_RUN = """async ([within, type, values]) => {
  const REFERS = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls",
    "aria-owns", "aria-details", "aria-errormessage", "aria-activedescendant"];
  const hidden = [];
  const referred = new Set();
  const look = (element) => {
    for (const child of element.children) {
      if (!child.checkVisibility() && getComputedStyle(child).display !== "contents") {
        hidden.push(child);
        continue;
      }
      for (const name of REFERS)
        child.getAttribute(name)?.split(" ").forEach((id) => referred.add(id));
      if (!child.matches("svg, select")) look(child);
    }
  };
  look(document.body);
  const needed = (e) => [e, ...e.querySelectorAll("[id]")].some(({ id }) => id && referred.has(id));
  const emptied = hidden.filter((e) => e.firstElementChild && !needed(e))
    .map((e) => [e, new DocumentFragment()]);
  const wait = window.setTimeout;
  let interrupted = false;
  wait(() => (interrupted = true));
  // axe rests between its rules; the page would go on then
  window.setTimeout = (then, ms) => (ms ? wait(then, ms) : queueMicrotask(then));
  for (const [e, inside] of emptied) inside.append(...e.childNodes);
  try {
    const options = { resultTypes: ["violations"], preload: { assets: ["media"] } };
    return await axe.run(within, { runOnly: { type, values }, ...options });
  } finally {
    for (const [e, inside] of emptied) e.append(inside);
    window.setTimeout = wait;
    if (interrupted) throw new Error("a script may have missed what is not shown");
  }
}"""
"""What is not shown is emptied while axe runs: it reports no fault there, but would look for long.

What something shown refers to stays. No script of the page runs meanwhile.
"""
# the buttons that switch the colours take turns; the front page is tested with both
_SHOWN = """within => [...document.querySelector(within).querySelectorAll("*")]
  .filter(e => !e.closest("[data-md-component=palette]"))
  .map(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? 1 : 0)
  .join("")"""


def kinds_of_page(site: Path) -> list[str]:
    """Return the first and the largest page of each kind; pages of a kind differ in a number."""
    kinds: dict[str, list[Path]] = defaultdict(list)
    for file in sorted(site.rglob("*.html")):
        kinds[re.sub(r"[0-9]+", "N", file.relative_to(site).as_posix())].append(file)
    chosen = {f for files in kinds.values() for f in (files[0], max(files, key=_size))}
    return sorted("/" + f.relative_to(site).as_posix().removesuffix("index.html") for f in chosen)


def _size(file: Path) -> int:
    return file.stat().st_size


def violations(page: Page, within: str = "html") -> list[str]:
    """Run axe on a part of the page; return what it finds, with the first places."""
    return _run(page, within, "tag", TAGS)


def violations_of_look(page: Page, within: str = "html") -> list[str]:
    """The same by those rules alone whose answer depends on how the elements look."""
    return _run(page, within, "rule", LOOK_RULES)


class Audit:
    """Runs axe on one page in several looks: all rules, and on what all have seen those of looks.

    Colours and sizes may change with a width or a scheme. The rules that ask for something else
    have the same answer wherever the same elements are shown.
    """

    def __init__(self, page: Page, within: str = "html") -> None:
        self.page = page
        self.within = within
        self._seen: set[str] = set()

    def faults(self) -> list[str]:
        """Return what axe finds on the page as it is shown now."""
        shown = self.page.evaluate(_SHOWN, self.within)
        rules = violations_of_look if shown in self._seen else violations
        self._seen.add(shown)
        return rules(self.page, self.within)

    def faults_in_both_schemes(self) -> list[str]:
        """Return what it finds on a page that is shown light, and when it has become dark."""
        assert scheme(self.page) in (SCHEMES["light"], None)
        found = self.faults()
        turn(self.page, "dark")
        found += [f"dark: {fault}" for fault in self.faults()]
        turn(self.page, "light")
        return found


def violations_in_both_schemes(page: Page, within: str = "html") -> list[str]:
    """Run axe on a page that is shown light, and again when it has become dark."""
    return Audit(page, within).faults_in_both_schemes()


def turn(page: Page, preferred: Literal["light", "dark"]) -> None:
    """Have the page shown light or dark: the theme keeps to the first choice until it is asked."""
    page.emulate_media(color_scheme=preferred)
    page.evaluate(
        "scheme => document.querySelector"
        "(`input[name=__palette][data-md-color-scheme=${scheme}]`)?.click()",
        SCHEMES[preferred],
    )
    settle(page)
    assert scheme(page) in (SCHEMES[preferred], None)


def scheme(page: Page) -> str | None:
    """Return the name of the colours that are shown; None on a page that has no choice."""
    shown: str | None = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    return shown


def _run(page: Page, within: str, kind: str, values: list[str]) -> list[str]:
    # a list that is scrolled cuts its first and last entries; that is no small target
    page.evaluate(
        "document.querySelectorAll('.md-sidebar__scrollwrap').forEach(e => e.scroll(0, 0))"
    )
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    return [
        f"{fault['id']}: {fault['help']}: "
        + "; ".join(
            f"{node['target']} {' '.join(node['html'].split())[:120]}"
            for node in fault["nodes"][:3]
        )
        for fault in page.evaluate(_RUN, [within, kind, values])["violations"]
    ]
