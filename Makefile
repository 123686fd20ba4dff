# Two commands do everything on a fresh machine with Python 3.11 or newer: `make run` and `make test`.
# The same without make, on Windows too: README.md.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test lint bench desk docs lock clean

run: .venv/ready
	$(BIN)/keycafe-clean run data/samples/workers_2026-11.csv --today 2026-11-03 --out out/sample

test: .venv/ready
	$(BIN)/pytest tests
	$(BIN)/pytest --nbval notebooks --nbval-current-env --nbval-cell-timeout=120 --nbval-sanitize-with notebooks/sanitize.cfg

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

desk: .venv/ready
	$(BIN)/voila notebooks/import_desk.ipynb --Voila.config_file_paths=notebooks/voila

docs: .venv/ready
	$(BIN)/python -c 'from keycafe_clean.findings import catalogue_page; print(catalogue_page(), end="")' > docs/findings.md

bench: .venv/ready
	$(BIN)/python bench/clean.py

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --group build --group test --group lint --universal --python-version 3.11 \
		--generate-hashes --output-file requirements.lock

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed. Say which with: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv .venv || { echo "On Debian and Ubuntu: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

clean:
	rm -rf .venv out
