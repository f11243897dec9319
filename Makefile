# Two commands need nothing but Python 3.11, git and make:  make example  and  make test
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
AS_OF ?= 2020-12-18

.PHONY: example test check lint types contracts fresh format golden generate bench clean

$(READY): pyproject.toml constraints.txt
	@command -v "$(PYTHON)" >/dev/null || { echo "Python 3.11 or newer is needed."; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed."; exit 2; }
	"$(PYTHON)" -m venv "$(VENV)"
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch "$(READY)"

example: $(READY)  ## check, count, score and report the Gaotai 2020 programme
	"$(BIN)/pairing" validate examples/gaotai-2020
	"$(BIN)/pairing" quota examples/gaotai-2020 --as-of $(AS_OF)
	"$(BIN)/pairing" score examples/gaotai-2020 --as-of $(AS_OF)
	"$(BIN)/pairing" score examples/gaotai-2020 --as-of $(AS_OF) --pairing xijie
	"$(BIN)/pairing" report --all examples/gaotai-2020 --as-of $(AS_OF) --output build/gaotai-2020

test: $(READY)  ## run every test
	"$(BIN)/python" -m pytest -n 2

check: lint types contracts fresh test  ## everything that continuous integration runs

lint: $(READY)
	"$(BIN)/ruff" format --check .
	"$(BIN)/ruff" check .

types: $(READY)
	"$(BIN)/mypy"

contracts: $(READY)
	"$(BIN)/lint-imports"

fresh: $(READY)
	"$(BIN)/python" tools/generate.py --check

format: $(READY)
	"$(BIN)/ruff" format .
	"$(BIN)/ruff" check --fix .

golden: $(READY)  ## rewrite the golden files after a wanted change
	"$(BIN)/python" -m pytest -n 2 --update-golden tests/output tests/report tests/cli

generate: $(READY)  ## remake schema, rule book, field tables, help and templates
	"$(BIN)/python" tools/generate.py

bench: bench-peers bench-again bench-changes bench-scoring bench-reports bench-forms  ## measure everything

bench-%: $(READY)  ## measure one part of it and write benchmarks/README.md
	"$(BIN)/python" -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev,bench]"
	"$(BIN)/python" benchmarks/run.py --only $* --write

clean:
	rm -rf "$(VENV)" build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
