"""What an applicant does in the wizard, for the tests that walk through it."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

expect.set_options(timeout=30_000)  # Python starts within it, also on a busy machine

INVESTMENT = "03-industrial-investment"
STEPS = ("who", "what", "figures", "lists", "check", "results")


def address(site_url: str, language: str) -> str:
    """Return the address of the wizard."""
    return f"{site_url}/wizard/" if language == "zh" else f"{site_url}/en/wizard/"


def field(page: Page, name: str) -> Locator:
    """Return a field by its id."""
    return page.locator(f'[id="{name}"]')


def step(page: Page, name: str) -> None:
    """Go to a step by its name in the list of steps."""
    page.locator(f'[data-step-to="{name}"]').click()
    expect(page.locator(f'[data-step-to="{name}"]')).to_have_attribute("aria-current", "step")


def goes_on(page: Page) -> None:
    """Press “continue”."""
    page.locator(".wizard-main").click()


def add(page: Page, award: str) -> None:
    """Add a card from the list of everything."""
    step(page, "lists")
    picker = page.locator("#wizard-picker")
    if picker.get_attribute("open") is None:
        picker.locator("summary").click()
    page.locator(f'[data-add="{award}"]').click()


def invest(page: Page, amount: str = "1亿", card: str = "c1") -> None:
    """Claim clause 3 for a selected project."""
    add(page, INVESTMENT)
    field(page, f"{card}.selected").check()
    field(page, f"{card}.date").fill("2021-06-30")
    field(page, f"{card}.actual_input").fill(amount)


def press_forget(page: Page) -> None:
    """Press the button that deletes everything, behind the one that shows it."""
    page.locator("#wizard-forget summary").click()
    page.locator('[data-do="forget"]').click()


def forget(page: Page) -> None:
    """Empty the form; the page stays, with Python ready."""
    press_forget(page)
    expect(page.locator('[data-step-to="who"]')).to_have_attribute("aria-current", "step")


def total(page: Page, name: str = "max") -> Locator:
    """Return a figure of the running total."""
    return page.locator(f'[data-total="{name}"]')


def results(page: Page) -> Locator:
    """Return the region that Python writes."""
    return page.locator("#wizard-results")


def open_file(page: Page, content: str | bytes, name: str = "saved.json") -> None:
    """Open a file in the form."""
    data = content if isinstance(content, bytes) else content.encode()
    page.set_input_files("#wizard-open", {"name": name, "mimeType": "application/json",
                                          "buffer": data})  # fmt: skip


def save(page: Page) -> dict[str, Any]:
    """Save and return what is in the file."""
    with page.expect_download() as download:
        page.locator('[data-do="save"]').click()
    saved: dict[str, Any] = json.loads(Path(download.value.path()).read_text("utf-8"))
    return saved
