"""Walks five applicants through the wizard and prints what the way costs them.

    .venv/bin/python -m tests.bench.walks [--site site] [--shots folder] [--only maker]

For each applicant, language and size of window: how often they click and type, where the first
question stands, and how high each page is, in CSS pixels. With `--shots` a picture of each page is
kept. Run before and after a change of the form and compare. A walk does what the applicant wants
(“claim clause 3 for a project”) by the shortest way that the form offers.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser.applicant import address
from tests.browser.chromium import FLAGS, find_chromium, find_shell
from tests.serving import serving

LANGUAGES = ("zh", "en")
SIZES = ((1280, 900), (390, 844))
STEPS = ("who", "what", "figures", "lists", "check", "results")
ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Walk:
    """An applicant on the way, and what it has cost so far."""

    page: Page
    language: str
    shots: Callable[[str], None]
    clicks: int = 0
    fields: int = 0
    first: int = 0
    """How far down the first answer of the first question stands."""
    heights: dict[str, int] = field(default_factory=dict)

    def money(self, zh: str, en: str) -> str:
        """Return a figure as the reader of the page would type it."""
        return zh if self.language == "zh" else en

    def at(self, id_: str) -> Locator:
        """Find something by its id."""
        return self.page.locator(f'[id="{id_}"]')

    def press(self, what: Locator) -> None:
        """Click once."""
        what.click()
        self.clicks += 1

    def tick(self, *ids: str) -> None:
        """Tick boxes and options that are not ticked yet."""
        for id_ in ids:
            box = self.at(id_)
            if not box.is_checked():
                self.press(box)

    def choose(self, id_: str, value: str) -> None:
        """Choose from a list, if the question is asked at all and still open."""
        chosen = self.at(id_)
        if chosen.is_visible() and chosen.input_value() != value:
            chosen.select_option(value)
            self.clicks += 1

    def answer(self, id_: str, yes: bool = True) -> None:
        """Answer yes or no, if the question is asked at all."""
        box = self.at(id_ if yes else f"{id_}.no")
        if box.is_visible():
            self.tick(id_ if yes else f"{id_}.no")

    def type(self, id_: str, text: str) -> None:
        """Type into a field that does not hold the text yet."""
        if self.at(id_).input_value() != text:
            self.at(id_).fill(text)
            self.fields += 1

    def year(self, card: str, year: str) -> None:
        """Give the year of a card."""
        if not self.at(f"{card}.date").input_value():
            self.press(self.page.locator(f"#{card} [data-year='{year}']"))

    def show(self, id_: str) -> None:
        """Open the fold that something stands in, if it is folded away."""
        fold = self.page.locator("#wizard-form details", has=self.at(id_)).first
        if fold.count() and not self.at(id_).is_visible():
            self.press(fold.locator("summary").first)

    def add(self, kind: str, *awards: str) -> None:
        """Add an entry with awards; an entry that is there already, still unused, will do."""
        unused = self.page.locator(f".wizard-entry[data-kind={kind}]:not(:has(.wizard-card))")
        if not unused.count() or not unused.first.is_visible():
            self.press(self.page.locator(f"[data-add-kind={kind}]"))
        entry = self.page.locator(f".wizard-entry[data-kind={kind}]").last
        for award in awards:
            box = entry.locator(f'[data-offer="{award}"]')
            if box.count() and box.is_visible() and not box.is_checked():
                self.press(box)

    def again(self, kind: str, award: str) -> None:
        """Add another entry like the last one."""
        more = self.page.locator("[data-do=more]:visible")
        if more.count():
            self.press(more.last)
        else:
            self.add(kind, award)

    def measured(self) -> str:
        """Note the height of the present page; returns the step."""
        shown = self.page.locator("#wizard section[data-step]:visible").first
        step = shown.get_attribute("data-step") or ""
        height: int = self.page.evaluate("document.documentElement.scrollHeight")
        self.heights[step] = max(height, self.heights.get(step, 0))
        self.shots(step)
        return step

    def on(self, *, to: str = "") -> None:
        """Continue, up to a step; of the pages on the way nothing is asked."""
        step = self.measured()
        while True:
            self.press(self.page.locator(".wizard-main"))
            expect(self.page.locator(f"#wizard section[data-step={step}]")).to_be_hidden()
            arrived = self.page.locator("#wizard section[data-step]:visible").first
            step = arrived.get_attribute("data-step") or ""
            if not to or step == to:
                break
            self.measured()
        if step == "results":
            self.settled()

    def settled(self) -> None:
        """Wait for what Python has to say about the results."""
        busy = self.page.locator('#results-near[aria-busy="true"]')
        expect(busy).to_have_count(0)
        self.page.wait_for_timeout(1500)
        self.measured()


def maker(walk: Walk) -> None:
    """A maker of equipment: a line, a workshop, three green products, a title, sales, a premium."""
    walk.tick("roles.manufacturer")
    walk.on()
    for topic in ("investment", "digital-plant", "growth", "green", "first-set"):
        walk.show(f"topics.{topic}")
        walk.tick(f"topics.{topic}")
    walk.on(to="figures")
    walk.tick("figures.26-core-team")
    walk.type("c1.sales_in_city", walk.money("98亿", "9800"))
    walk.type("c1.prior_best", walk.money("60亿", "6000"))
    walk.year("c1", "2021")
    walk.on(to="lists")
    walk.add("project", "03-industrial-investment", "06-digital-workshop")
    walk.answer("c2.selected")
    walk.type("c2.actual_input", walk.money("1.2亿", "120"))
    walk.year("c2", "2021")
    walk.choose("c3.plan_level", "provincial")
    walk.type("c3.actual_input", walk.money("8000", "80"))
    walk.year("c3", "2021")
    walk.add("product", "13-green-product")
    walk.choose("c4.level", "national")
    walk.year("c4", "2021")
    for number in (5, 6):
        walk.again("product", "13-green-product")
        walk.choose(f"c{number}.level", "national")
        walk.year(f"c{number}", "2021")
    walk.add("insurance-policy", "21-insurance-premium")
    walk.choose("c7.kind", "first-set")
    walk.type("c7.premium", walk.money("60", "0.6"))
    walk.answer("c7.central_subsidised", yes=False)
    walk.year("c7", "2021")
    walk.on(to="check")
    walk.on(to="results")


def firm(walk: Walk) -> None:
    """A software firm with its research."""
    walk.tick("roles.software-firm")
    walk.on()
    walk.show("topics.research")
    walk.tick("topics.research")
    walk.on()
    walk.tick("figures.09-software-rd")
    walk.answer("c1.software_enterprise")
    walk.type("c1.rd", walk.money("1500", "15"))
    walk.type("c1.sales", walk.money("8000", "80"))
    walk.year("c1", "2021")
    walk.on(to="check")
    walk.on(to="results")


def park(walk: Walk) -> None:
    """The operator of a demonstration base and of a park for small enterprises."""
    walk.tick("roles.park-operator")
    walk.on()
    walk.show("topics.park")
    walk.tick("topics.park")
    walk.on(to="lists")
    walk.add("platform", "05-demo-base")
    walk.choose("c1.level", "national")
    walk.year("c1", "2021")
    walk.add("platform", "05-small-enterprise-park")
    walk.choose("c2.star", "5")
    walk.year("c2", "2021")
    walk.on(to="check")
    walk.on(to="results")


def unsure(walk: Walk) -> None:
    """Somebody who is not sure of anything."""
    walk.tick("roles.unsure")
    walk.on()
    walk.tick("topics.unsure")
    walk.on(to="results")


def mistaken(walk: Walk) -> None:
    """Somebody who types a word, a day that does not exist and yuan in place of 万元."""
    walk.tick("roles.manufacturer")
    walk.on()
    walk.show("topics.investment")
    walk.tick("topics.investment")
    walk.on(to="lists")
    walk.add("project", "03-industrial-investment")
    walk.answer("c1.selected")
    walk.type("c1.actual_input", walk.money("很多", "plenty"))
    walk.type("c1.date", "2021-13-40")
    walk.press(walk.page.locator(".wizard-main"))
    summary = walk.page.locator("#wizard-errors a")
    expect(summary).to_have_count(2)
    walk.shots("errors")
    walk.press(summary.first)
    walk.type("c1.actual_input", walk.money("85000000", "85000000"))
    walk.type("c1.date", "2021")
    meant = walk.page.locator(".wizard-warning [data-meant]:visible")
    expect(meant).to_have_count(1)
    walk.shots("meant")
    walk.press(meant)
    walk.on(to="check")
    walk.on(to="results")


WALKS = {"maker": maker, "firm": firm, "park": park, "unsure": unsure, "mistaken": mistaken}


def walked(
    browser: Browser,
    site_url: str,
    name: str,
    language: str,
    size: Sequence[int],
    shots: Path | None,
) -> Walk:
    """Walk once through the form in a new context."""
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()

    def kept(step: str) -> None:
        if shots:
            place = shots / f"{name}-{language}-{width}-{step}"
            page.screenshot(path=place.with_suffix(".png"), full_page=step != "meant")

    page.goto(address(site_url, language))
    expect(page.locator("#wizard")).to_have_attribute("data-engine", "ready", timeout=60_000)
    walk = Walk(page, language, kept)
    top = page.locator("#wizard-roles input").first.bounding_box()
    assert top is not None
    walk.first = round(top["y"])
    if shots and name == "maker":
        page.screenshot(path=shots / f"first-{language}-{width}.png")
    WALKS[name](walk)
    context.close()
    return walk


def main() -> None:
    """Walk all walks and print one line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--shots", type=Path)
    parser.add_argument("--only", choices=WALKS, action="append")
    asked = parser.parse_args()
    if asked.shots:
        asked.shots.mkdir(parents=True, exist_ok=True)
    print(f"{'walk':9}{'language':>9}{'width':>7}{'clicks':>7}{'fields':>7}{'first':>7}",
          *(f"{step:>8}" for step in STEPS), sep="")  # fmt: skip
    with sync_playwright() as driver, serving(asked.site) as server:
        program = find_shell() or find_chromium()
        browser = driver.chromium.launch(executable_path=program, args=FLAGS)
        for name in asked.only or WALKS:
            for language in LANGUAGES:
                for size in SIZES:
                    site_url = server.url.rstrip("/")
                    walk = walked(browser, site_url, name, language, size, asked.shots)
                    print(f"{name:9}{language:>9}{size[0]:>7}{walk.clicks:>7}{walk.fields:>7}"
                          f"{walk.first:>7}",
                          *(f"{walk.heights.get(step, ''):>8}" for step in STEPS),
                          sep="", flush=True)  # fmt: skip
        browser.close()


if __name__ == "__main__":
    main()
