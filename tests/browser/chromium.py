"""Finds the Chromium of this machine; run as a program it prints the path."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """Return the path of `CHROMIUM`, of an installed browser, or of Playwright’s own.

    Raises `FileNotFoundError` with the remedy where there is none.
    """
    named = os.environ.get("CHROMIUM")
    if named:
        if Path(named).is_file():
            return named
        raise FileNotFoundError(f"CHROMIUM names {named}, which is no file")
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    raise FileNotFoundError(
        "there is no Chromium: run .ci/chromium.sh, or set CHROMIUM to the path of one"
    )


if __name__ == "__main__":
    try:
        print(find_chromium())
    except FileNotFoundError as missing:
        sys.exit(str(missing))
