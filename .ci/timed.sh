#!/bin/sh
# timed.sh PART COMMAND…: run a part of the tests, and note how long it took.
# timed.sh: say how long the parts took that were noted since the last time.
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
noted=build/times

if [ $# = 0 ]; then
  if [ -f "$noted" ]; then
    say "time: $(paste -sd, "$noted" | sed 's/,/, /g')," \
      "together $(awk '{ sum += $(NF - 1) } END { print sum }' "$noted") s"
    rm "$noted"
  fi
  exit
fi
part=$1
shift
started=$(date +%s)
"$@"
mkdir -p "$(dirname "$noted")"
echo "$part $(($(date +%s) - started)) s" >>"$noted"
