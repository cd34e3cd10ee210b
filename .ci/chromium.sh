#!/bin/sh
# Finds the Chromium for the browser tests, or installs one. CHROMIUM=… chooses another.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh

# the same search as the tests use
find_chromium() { .venv/bin/python tests/browser/chromium.py 2>/dev/null; }

has_chinese_font() { ! have fc-list || [ -n "$(fc-list :lang=zh family)" ]; }

install_chromium() {
  debian_install chromium fonts-noto-cjk fontconfig && return
  say "installing the Chromium of Playwright"
  .venv/bin/playwright install chromium
}

if [ -n "${CHROMIUM:-}" ] && ! find_chromium >/dev/null; then
  fail "CHROMIUM names $CHROMIUM, which is no file" "unset it, or set it to a Chromium or Chrome"
fi
if ! find_chromium >/dev/null; then
  install_chromium && find_chromium >/dev/null || fail "there is no Chromium to test with" \
    "Debian: apt-get install chromium fonts-noto-cjk" \
    "or set CHROMIUM to the path of an installed Chromium or Chrome" \
    "then run make again"
fi
# the same without windows, with which most tests run a third faster
find_shell() { .venv/bin/python tests/browser/chromium.py --shell; }
if [ -z "${CHROMIUM:-}" ] && [ -z "$(find_shell)" ] && ! debian_install chromium-headless-shell; then
  say "note: there is no headless shell of Chromium; tests take longer (Debian: chromium-headless-shell)"
fi
if ! has_chinese_font && ! debian_install fonts-noto-cjk fontconfig; then
  say "note: there is no Chinese font; tests run, but screenshots show boxes (Debian: fonts-noto-cjk)"
fi
say "browser tests use $(find_chromium) $(find_shell)"
