"""Finds the Chromium of this machine, with and without windows; as a program, prints its path."""

import os
import shutil
import sys
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FEATURES_OFF = (
    # hidden pages of the address bar, loaded for each window: a third of what a test costs
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # what Playwright turns off: of several such switches only the last one counts
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
    "msEdgeUpdateLaunchServicesPreferredVersion",
    "msForceBrowserSignIn",
)

FLAGS = [
    f"--disable-features={','.join(FEATURES_OFF)}",
    # tabs of one context share a process, and so the compiled WebAssembly of the engine
    "--process-per-site",
    # compile WebAssembly once and not again for speed: most pages compute for half a second
    "--js-flags=--liftoff-only",
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


def find_shell() -> str | None:
    """Return Chromium’s headless shell, where it is installed: the same engine without windows.

    It computes a third less for each page, and serves where it does not matter what the browser
    does besides showing pages. `CHROMIUM` alone is used where it is set.
    """
    if os.environ.get("CHROMIUM"):
        return None
    return next((path for name in SHELLS if (path := shutil.which(name))), None)


if __name__ == "__main__":
    try:
        print((find_shell() or "") if sys.argv[1:] == ["--shell"] else find_chromium())
    except FileNotFoundError as missing:
        sys.exit(str(missing))
