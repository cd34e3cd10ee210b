#!/bin/sh
# Prints how much of the code the tests without a browser run, by lines and branches; fails where it
# is too little. The last run of pytest --cov left what it measured in build/coverage.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
engine='wizard/eligibility/*,wizard/nearness/*,wizard/amounts/*'
engine_least=98
rest_least=92

# what is left out is said here once more: an option replaces that of pyproject.toml
rest="--include=build.py,clauses/*,docs/site/*,wizard/* --omit=$engine,wizard/packing/stubs/*,.venv/*"

# measured OPTION…: the coverage in per cent of the files that options of coverage.py choose
measured() { .venv/bin/coverage report "$@" --format=total; }

# enough LEAST OPTION…: stop, and say which lines no test runs, where it is less
enough() {
  least=$1
  shift
  .venv/bin/coverage report "$@" --format=total --fail-under="$least" >/dev/null ||
    { .venv/bin/coverage report "$@" --show-missing --sort=miss >&2
      fail "the tests run too little of this code: at least $least % of it is wanted" \
        "add tests for what the last column names"; }
}

set -f  # the patterns are those of coverage.py
say "branch coverage: engine $(measured "--include=$engine") %, the rest $(measured $rest) %"
enough "$engine_least" "--include=$engine"
enough "$rest_least" $rest
