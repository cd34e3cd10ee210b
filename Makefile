# make serve · make test · make check · make site · make setup; each sets up what it needs.

PORT ?= 8000
PYTHON := .venv/bin/python
SIDE_BY_SIDE := -n auto --dist worksteal
# Python is started some hundred times: what it compiles is kept, also where the machine says otherwise
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup serve site check test lint types types-and-site unit coverage site-test browser engines figures mutate bench search-report guide-pictures format lock clean

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

setup: .venv/.installed node_modules/.installed  ## install everything, from scratch
	@echo "Set up: make serve shows the site, make test tests it."

figures: .venv/.installed  ## read 100,000 random figures and compare with a second reader
	@$(PYTHON) -m tests.wizard.figures_at_random 100000

serve: .venv/.installed node_modules/.installed  ## build the site and show it at http://127.0.0.1:8000
	@$(PYTHON) build.py serve --port $(PORT)

site: .venv/.installed node_modules/.installed  ## build the site into the folder site/
	@$(PYTHON) build.py site

check: .venv/.installed  ## check the policy’s files
	@$(PYTHON) build.py check

PART = @.ci/timed.sh
MAKE_PART = $(MAKE) --no-print-directory

test:  ## run everything: style, types, tests, the site in three engines
	@rm -rf build/times $(MADE_ONCE)
	$(PART) set-up $(MAKE_PART) setup
	$(PART) style $(MAKE_PART) lint
	$(PART) "types and site" $(MAKE_PART) types-and-site
	$(PART) unit $(MAKE_PART) unit
	$(PART) "Chromium and Node" $(MAKE_PART) browser SITE=$(SITE_TEST) MADE=$(MADE_ONCE)
	$(PART) "Firefox and WebKit" $(MAKE_PART) engines SITE=$(SITE_TEST) MADE=$(MADE_ONCE)
	$(PART)

lint: .venv/.installed
	@echo "==> style"
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet . || \
	  { echo "Files are not formatted: run make format"; exit 1; }

types: .venv/.installed node_modules/.installed
	@echo "==> types"
	@.venv/bin/mypy --no-error-summary
	@node_modules/.bin/tsc -p .

# side by side: each uses one core
types-and-site:
	@$(MAKE_PART) types & types=$$!; $(MAKE_PART) site-test; site=$$?; wait $$types && exit $$site

unit: .venv/.installed node_modules/.installed  ## run the tests that need no browser
	@echo "==> tests without a browser"
	@$(PYTHON) -m pytest tests --ignore tests/browser --ignore tests/engines --ignore tests/in_pyodide $(SIDE_BY_SIDE)

# the site that all tests of one run look at, built once; SITE=folder takes one that is there
SITE_TEST := build/site-test
# the sites of invented editions that the parts with browsers share
MADE_ONCE := build/made-once
site-test: .venv/.installed node_modules/.installed
	@[ -n "$(SITE)" ] || $(PYTHON) build.py site --out $(SITE_TEST)

coverage: .venv/.installed node_modules/.installed  ## measure which lines and branches the tests run
	@echo "==> branch coverage of the tests without a browser"
	@$(PYTHON) -m pytest tests --ignore tests/browser --ignore tests/engines --ignore tests/in_pyodide $(SIDE_BY_SIDE) -m "not no_cover" --cov --cov-report=
	@.ci/coverage.sh

browser: site-test  ## build the site and run the tests in Chromium
	@.ci/chromium.sh
	@echo "==> tests in the browser"
	@SITE=$(or $(SITE),$(SITE_TEST)) $(PYTHON) -m pytest tests/in_pyodide tests/browser $(SIDE_BY_SIDE)

# one process for each engine: each is started once
engines: site-test  ## try the built site in Firefox and WebKit
	@.ci/engines.sh
	@[ -n "$(MADE)" ] || rm -rf $(MADE_ONCE)
	@echo "==> tests in Firefox and WebKit"
	@export SITE=$(or $(SITE),$(SITE_TEST)) MADE=$(MADE_ONCE); \
	$(PYTHON) -m pytest tests/engines -k firefox & firefox=$$!; \
	$(PYTHON) -m pytest tests/engines -k webkit; webkit=$$?; \
	wait $$firefox && exit $$webkit

mutate: .venv/.installed  ## change rules and engine one step at a time: do the tests notice?
	@PYTHONHASHSEED=0 $(PYTHON) -m tests.mutation

bench: .venv/.installed node_modules/.installed  ## measure: an assessment, the wizard’s start and its answers, the search, many editions, many applications
	@.ci/chromium.sh
	@$(PYTHON) -m tests.bench.assess
	@$(PYTHON) build.py site --out build/site-bench
	@$(PYTHON) -m tests.bench.start --site build/site-bench
	@$(PYTHON) -m tests.bench.answer --site build/site-bench
	@$(PYTHON) -m tests.bench.search --site build/site-bench
	@$(PYTHON) -m tests.bench.editions
	@$(PYTHON) -m tests.bench.revising
	@$(PYTHON) -m tests.bench.rosters

search-report: .venv/.installed node_modules/.installed  ## measure how well the search finds
	@$(PYTHON) -m docs.site.search

guide-pictures: .venv/.installed node_modules/.installed  ## retake the pictures of both guides
	@.ci/chromium.sh
	@$(PYTHON) build.py site --out build/site-guide
	@$(PYTHON) -m tests.guide_pictures --site build/site-guide
	@$(PYTHON) -m tests.staff_pictures

format: .venv/.installed  ## format the Python files
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

UV = $(shell command -v uv || echo .uv/bin/uv)
LOCK = $(UV) pip compile --quiet --generate-hashes --universal --python-version 3.13 --no-header

lock:  ## update the locked versions (needs uv and npm)
	$(LOCK) --upgrade requirements.in -o requirements.txt
	$(LOCK) --upgrade requirements-dev.in -o requirements-dev.txt
	$(LOCK) --upgrade requirements-node.in -o requirements-node.txt
	$(LOCK) --upgrade requirements-uv.in -o requirements-uv.txt
	npm install --package-lock-only --ignore-scripts

clean:  ## remove what was built and installed
	rm -rf site build .cache .venv .uv node_modules

# both are the set-up of `build.py setup`, which touches these files (.ci/set_up.py)
.venv/.installed: .python-version pyproject.toml requirements.txt requirements-dev.txt .ci/python.sh
	@.ci/python.sh

node_modules/.installed: package.json package-lock.json requirements-node.txt | .venv/.installed
	@$(PYTHON) .ci/set_up.py --only browser
