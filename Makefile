# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help run test fuzz check format schema graphiql eval bench clean

help: ## Tell what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Entente needs Python 3.11 or later; $(PYTHON) is older. Try: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "No virtual environment could be made; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing Entente into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

run: $(VENV)/.installed ## Install, load the sample articles, serve GraphiQL on port 8000
	@$(BIN)/entente load examples/articles
	@exec $(BIN)/entente serve --port $(PORT)

test: $(VENV)/.installed-dev ## Install what is missing and run the tests
	@$(BIN)/python -m pytest

fuzz: $(VENV)/.installed-dev ## Compare 2,000 random queries answered directly, by graphql-core, and plainly
	@ENTENTE_FUZZ=$(or $(QUERIES),2000) $(BIN)/python -m pytest tests/test_schema_two_ways.py

check: $(VENV)/.installed-dev ## Lint, format, strict types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/basedpyright

format: $(VENV)/.installed-dev ## Format the code and mend what the linter can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

schema: $(VENV)/.installed ## Write schema.graphql anew
	@$(BIN)/entente schema > schema.graphql

graphiql: ## Build the page of GraphiQL anew (needs Node)
	@cd server/graphiql && npm ci && npm run build

eval: $(VENV)/.installed-dev ## Measure all that is extracted: make eval SETS=FOLDER
	@$(BIN)/python -m evaluation $(SETS)

bench: $(VENV)/.installed ## Measure queries beside the driver alone, and loading stage by stage
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.loads

clean: ## Remove the virtual environment and what was built
	@rm -rf $(VENV) dist build *.egg-info
