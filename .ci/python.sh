#!/bin/sh
# Sets up .venv for make. Finds any Python that can run the set-up, which finds the right one.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
version=$(cat .python-version)

# find_python: the first Python from 3.8 on, that of the project if there is one
find_python() {
  for python in "python$version" python3 python; do
    works "$python" -c 'import sys; assert sys.version_info >= (3, 8)' && return
  done
  return 1
}

find_python || { debian_install python3 python3-venv && find_python; } || fail "there is no Python" \
  "Debian: apt-get install python3 python3-venv" "then run make again"
if ! works "$python" -c 'import venv, ensurepip'; then
  debian_install python3-venv || true  # else the set-up says what to do
fi
exec "$python" .ci/set_up.py --tests --only python
