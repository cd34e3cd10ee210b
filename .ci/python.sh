#!/bin/sh
# Makes .venv with the Python version in .python-version and the locked packages.
# Uses the machine’s uv, or else its own in .uv; a second run skips what is done (see Makefile).
set -eu
cd "$(dirname "$0")/.."
. .ci/say.sh
version=$(cat .python-version)

find_uv() {
  if have uv && works uv --version; then
    uv=uv
  elif works .uv/bin/uv --version; then
    uv=.uv/bin/uv
  else
    install_uv
    uv=.uv/bin/uv
  fi
}

install_uv() {
  works python3 --version || fail "there is no python3" \
    "Debian: apt-get install python3 python3-venv" "then run make again"
  if ! works python3 -c 'import venv, ensurepip'; then
    debian_install python3-venv || fail "this python3 cannot make a virtual environment" \
      "Debian: apt-get install python3-venv" "or install uv by any other way" "then run make again"
  fi
  say "installing uv into the private folder .uv"
  rm -rf .uv
  python3 -m venv .uv
  .uv/bin/python -m pip install --quiet --disable-pip-version-check \
    --require-hashes -r requirements-uv.txt || fail \
    "uv could not be installed from the Python package index" \
    "check the network or the package index that pip is set up with" "then run make again"
}

make_environment() {
  if works .venv/bin/python -c "import sys; assert '%d.%d' % sys.version_info[:2] == '$version'"
  then return; fi
  say "making .venv with Python $version"
  rm -rf .venv
  if ! answer=$("$uv" venv --quiet --python "$version" .venv 2>&1); then
    printf '%s\n' "$answer" >&2
    fail "Python $version was not found, and uv could not bring it" \
      "pyenv: pyenv install $version" \
      "Debian 13 and later: apt-get install python$version python$version-venv" \
      "or, with access to the interpreters that uv offers: uv python install $version" \
      "then run make again"
  fi
}

started=$(date +%s)
find_uv
make_environment
say "installing the locked Python packages"
"$uv" pip install --quiet --python .venv/bin/python --require-hashes \
  -r requirements.txt -r requirements-dev.txt || fail \
  "the locked Python packages could not be installed" \
  "check the network or the package index that uv is set up with" "then run make again"
"$uv" pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable . \
  || fail "the project itself could not be installed into .venv" "then run make again"
say "Python $version is ready in .venv ($(($(date +%s) - started)) s)"
