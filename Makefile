# The commands of the project. `make` alone lists them.
PORT ?= 8000
PY := .venv/bin/python
ARGS ?=
.DEFAULT_GOAL := help

.PHONY: help demo setup test lint fix bench elasticsearch messages lock clean system

help: ## Lists the commands, a sentence each.
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Runs the hub with its content on http://127.0.0.1:8000 (PORT=8001 elsewhere, FRESH=1 from the start).
	@tools/setup.sh demo
	@$(PY) tools/compile_messages.py
	@PORT=$(PORT) $(PY) manage.py demo --port $(PORT) $(if $(FRESH),--fresh)

setup: ## Makes .venv with everything that tests and lint need.
	@tools/setup.sh dev
	@$(PY) tools/compile_messages.py

test: system setup lint ## Runs lint and all tests, those in a browser too (ARGS="-k hours" picks some).
	@if command -v npm >/dev/null; then sh tools/frontend/get_axe.sh; fi
	@PYTHONPATH=site $(PY) -m pytest -n 2 $(ARGS)

lint: setup ## Checks layers, style, types, length, templates, translations and migrations.
	@$(PY) tools/lint.py

fix: setup ## Formats Python and templates and repairs what a tool can repair.
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format --quiet .
	@git ls-files 'site/templates/*.html' | xargs $(PY) -m djade --target-version 5.2 || true

bench: setup ## Measures speed against a bare Django page on this machine.
	@$(PY) manage.py bench $(ARGS)

elasticsearch: ## Starts a real Elasticsearch on port 9200 (ES_PORT=9201 elsewhere), until Ctrl-C.
	@ES_HOME_DIR=var/elasticsearch tools/elasticsearch/run --foreground

messages: setup ## Collects the texts of code and templates into site/locale and names what waits for words.
	@$(PY) tools/messages.py

lock: ## Pins the requirements anew, with hashes (needs uv).
	@uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	@uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

clean: ## Removes what the commands above made, the demo's database too.
	@rm -rf .venv var .pytest_cache .ruff_cache .mypy_cache .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} + ; find site/locale -name '*.mo' -delete 2>/dev/null || true

system:
	@tools/system_packages.sh
