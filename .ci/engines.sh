#!/bin/sh
# Finds the Firefox and the WebKit that the tests use, or installs them.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh

# the same search as the tests use
find_engines() { .venv/bin/python tests/engines/programs.py 2>/dev/null; }

if ! find_engines >/dev/null; then
  debian_install firefox-esr webkit2gtk-driver xvfb xauth fonts-noto-cjk || say "apt-get installed nothing"
  find_engines >/dev/null || fail "$(.venv/bin/python tests/engines/programs.py 2>&1 | tail -1)" \
    "Debian: apt-get install firefox-esr webkit2gtk-driver xvfb xauth fonts-noto-cjk" \
    "elsewhere: Firefox, WebKitGTK with MiniBrowser and WebKitWebDriver, Xvfb" \
    "then run make again"
fi
say "the pages are also tried in $(find_engines)"
