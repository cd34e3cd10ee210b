# Messages of the set-up scripts: what is being done, and what is missing with its remedy.

say() { printf '==> %s\n' "$*"; }

# fail WHAT REMEDY…: print one line for what is missing and one for each remedy, then stop.
fail() {
  printf '\nSet-up stopped: %s\n' "$1" >&2
  shift
  printf '  → %s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# works COMMAND…: true if the command exists and runs.
works() { "$@" >/dev/null 2>&1; }

is_root() { [ "$(id -u)" = 0 ]; }

# debian_install PACKAGE…: true if apt-get is available, may be used and succeeds.
debian_install() {
  is_root && have apt-get || return 1
  say "installing with apt-get: $*"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
