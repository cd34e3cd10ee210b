#!/bin/sh
# Prints how much of the code the tests without a browser run, by lines and branches; fails where it
# is too little. The last run of pytest --cov left what it measured in build/coverage.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
engine='wizard/eligibility/*,wizard/nearness/*,wizard/amounts/*'
engine_least=98
rest_least=92

# measured OPTION: the coverage in per cent of the files that an option of coverage.py chooses
measured() { .venv/bin/coverage report "$1" --format=total; }

# enough LEAST OPTION: stop, and say which lines no test runs, where it is less
enough() {
  .venv/bin/coverage report "$2" --format=total --fail-under="$1" >/dev/null ||
    { .venv/bin/coverage report "$2" --show-missing --sort=miss >&2
      fail "the tests run too little of this code: at least $1 % of it is wanted" \
        "add tests for what the last column names"; }
}

say "branch coverage: engine $(measured "--include=$engine") %, the rest $(measured "--omit=$engine") %"
enough "$engine_least" "--include=$engine"
enough "$rest_least" "--omit=$engine"
