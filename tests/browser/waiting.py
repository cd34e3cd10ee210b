"""Waits for what the page says.

Playwright’s own `wait_for_function` evaluates its text in the page again and again, which the
pages’ content policy forbids; a single `evaluate` goes through the debugger and is allowed.
"""

from time import monotonic

from playwright.sync_api import Page


def until(page: Page, condition: str, seconds: float = 30) -> None:
    """Wait until an expression or function of the page holds."""
    end = monotonic() + seconds
    while not page.evaluate(condition):
        if monotonic() > end:
            raise AssertionError(f"in {seconds:.0f} seconds it never held: {condition}")
        page.wait_for_timeout(50)


def settle(page: Page) -> None:
    """Let a page that was resized, or shown in other colours, come to the end of its movements."""
    page.evaluate("() => void document.body.offsetWidth")  # the change is laid out, and begins
    moving = """() => document.getAnimations().filter(({ playState, effect }) =>
      playState === "running" && Number.isFinite(effect.getComputedTiming().endTime))
      .map((movement) => movement.finish()).length"""
    until(page, f"() => ({moving})() === 0")
