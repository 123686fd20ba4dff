# Two commands do everything on a fresh machine with Python 3.11 or newer: `make run` and `make test`.
# The same without make, on Windows too: README.md.

PYTHON ?= python3
BIN := .venv/bin

# What makes the locks: the newest releases that fit together, extras and hashes written out, no addresses.
UV := $(shell grep -o '^uv==[0-9.]*' requirements-release.lock)
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-strip-extras --quiet
PROJECT := pyproject.toml --group build

# uv where it is on the machine, for its speed; pip, which Python brings, everywhere else.
ifneq ($(shell command -v uv),)
VENV = uv venv --quiet --seed --python $(PYTHON) $(BIN:/bin=)
INSTALL = uv pip install --quiet --python $(BIN)/python
CHECK = uv pip check --quiet --python $(BIN)/python
else
VENV = $(PYTHON) -m venv $(BIN:/bin=) || { echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
CHECK = $(BIN)/python -m pip check --disable-pip-version-check
endif

.PHONY: run test scenarios sweeps lint bench profile mutate desk docs generated lock windows macos linux sbom clean

run: .venv/run
	$(BIN)/keycafe-clean run data/samples/workers_2026-11.csv --today 2026-11-03 --out out/sample

# What the notebooks said, beside the tests.
CELLS := .pytest_cache/notebooks.log

# On every core; one thread of Polars each, since together they have them all.
test: export POLARS_MAX_THREADS ?= 1
test: .venv/test
	@mkdir -p .pytest_cache
	@$(BIN)/pytest -p no:cacheprovider --nbval notebooks --nbval-current-env --nbval-cell-timeout=120 \
			--nbval-sanitize-with notebooks/sanitize.cfg >$(CELLS) 2>&1 & cells=$$!; \
		$(BIN)/pytest -p no:cacheprovider --numprocesses logical --dist worksteal tests; ended=$$?; \
		wait $$cells; other=$$?; cat $(CELLS); exit $$((ended + other))

# The acceptance scenarios in a browser, six minutes and more; axe-core looks on where npm can get it.
scenarios: .venv/test
	@(cd keycafe_clean/desk/views/src && npm ci --silent) || echo "no axe-core: what it would find is not looked at"
	$(BIN)/pytest -p no:cacheprovider -m browser tests/desk/test_scenario_*.py

# What repeats, over many files or the largest one, what a quicker test holds too.
sweeps: export POLARS_MAX_THREADS ?= 1
sweeps: .venv/test
	$(BIN)/pytest -p no:cacheprovider --numprocesses logical --dist worksteal -m "slow and not browser" tests

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

desk: .venv/desk
	$(BIN)/keycafe-clean desk

# Strict: a warning is an error. What is generated at build time is not committed, what is committed is made anew first.
docs: .venv/docs generated
	$(BIN)/python -m sphinx --quiet --fresh-env --fail-on-warning --keep-going -d docs/_build/doctrees docs docs/_build/html
	@echo "The documentation: docs/_build/html/index.html"

# What is committed and made from the code: editors and people read it without a build.
generated: .venv/run
	$(BIN)/python -c 'from keycafe_clean.findings import catalogue_page; print(catalogue_page(), end="")' > docs/findings.md
	$(BIN)/python -c 'from keycafe_clean.decide.setup import setup_schema; print(setup_schema(), end="")' > schemas/setup.schema.json

# A quarter of an hour; WHAT=--long what takes longer, WHAT="edits desk" these two. Writes bench/results.md.
bench: .venv/test .venv-bench/done
	$(BIN)/python -m bench.speed $(WHAT)

# Where the time of the slowest paths goes; WHAT=million: of a million rows. Writes bench/profile.md.
profile: .venv/test .venv-bench/done
	$(BIN)/python -m bench.profiling $(WHAT)

# Half an hour or more: 300 small changes to the code, and whether the tests notice each. Writes bench/mutation.md.
mutate: .venv/mutate
	$(BIN)/python bench/mutation.py

# What a double click starts, as a zip in dist/; the first one is 190 MB and a minute.
windows macos linux: .venv/release
	$(BIN)/python installers/build.py $@

# What is installed with the desk, package by package, in dist/.
sbom: .venv/release
	$(BIN)/python installers/sbom.py

lock: .venv/test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV)
	$(COMPILE) $(PROJECT) --all-extras --group test --group lint --output-file requirements.lock
	$(COMPILE) $(PROJECT) --extra mock --constraint requirements.lock --output-file requirements-run.lock
	$(COMPILE) $(PROJECT) --extra mock --extra desk --constraint requirements.lock --output-file requirements-desk.lock
	$(COMPILE) --group pyproject.toml:mutate --constraint requirements.lock --output-file requirements-mutate.lock
	$(COMPILE) --group pyproject.toml:docs --constraint requirements.lock --output-file requirements-docs.lock
	$(COMPILE) --group pyproject.toml:bench --constraint requirements.lock --output-file requirements-bench.lock
	$(COMPILE) --group pyproject.toml:release --constraint requirements.lock --output-file requirements-release.lock

.venv/run: requirements-run.lock
.venv/desk: requirements-desk.lock
.venv/test: requirements.lock
# What tries the tests, and what makes a release, is installed beside them, and by nobody else.
.venv/mutate: requirements.lock requirements-mutate.lock
# What builds the documentation stands beside what `make run` needs.
.venv/docs: requirements-run.lock requirements-docs.lock
.venv/release: requirements.lock requirements-release.lock

# The locks name every package, so nothing is left to resolve: a resolver would look for releases newer than the lock.
.venv/run .venv/desk .venv/test .venv/mutate .venv/docs .venv/release: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Say which with: make PYTHON=python3.12"; exit 2; }
	@test -x $(BIN)/python || $(VENV)
	@echo "Installing the packages of $(filter %.lock,$^) into .venv: a minute or less."
	@$(INSTALL) --no-deps --require-hashes $(addprefix -r ,$(filter %.lock,$^))
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@$(CHECK)
	@touch $@

# What we are compared with stands apart: nothing of it may be needed by us.
.venv-bench/done: BIN := .venv-bench/bin
.venv-bench/done: requirements-bench.lock
	@test -x $(BIN)/python || $(VENV)
	@echo "Installing what we are compared with into .venv-bench: a minute or less."
	@$(INSTALL) --no-deps --require-hashes -r $<
	@$(CHECK)
	@touch $@

clean:
	rm -rf .venv .venv-bench out docs/_build
