# `make demo` and `make test` do all set-up themselves; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# Labelled messages to measure on: by other people where there are any, else the trial that was written for it.
EVALUATION_DATA ?= $(or $(wildcard ../shared/data/messages.jsonl),models/trial/messages.jsonl)

.PHONY: help demo test check model facts evaluate overlap bench templates screenshots wheel clean format fuzz

help: ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

demo: $(READY) ## Run the whole pipeline on the sample mailbox
	@$(BIN)/afterword demo --out out/demo

test: $(READY) servers ## Run every test, against a real Dovecot and a real SMTP server
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: $(READY) ## Lint, format, types, floors, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

format: $(READY) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

model: $(READY) ## Train the model that ships, from the corpus
	$(BIN)/python models/train.py

# Not in the lock: only this target wants CRFsuite.
facts: $(READY) ## Train what reads company, role and stage, from models/facts/messages
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r models/facts/requirements.txt
	$(BIN)/python models/train_names.py
	$(BIN)/python models/train_stage.py

evaluate: $(READY) ## Measure the model on EVALUATION_DATA, a JSON-lines file of labelled messages
	@$(BIN)/afterword evaluate $(EVALUATION_DATA)

overlap: $(READY) ## List sentences of the corpus that come near to sentences of EVALUATION_DATA
	@$(BIN)/python models/overlap.py $(EVALUATION_DATA)

bench: $(READY) ## Measure speed against named alternatives
	@$(BIN)/python tests/benchmarks/bench.py

templates: $(READY) ## Make the frame of the letters of its MJML source
	$(BIN)/python config/letters/compile.py

screenshots: $(READY) ## Draw every golden letter in Chromium, light, dark and narrow, into out/screenshots
	$(BIN)/python config/letters/screenshots.py out/screenshots

# Not in the lock: only this target wants the fuzzer. A crash is left in out/fuzz.
FUZZ_SECONDS ?= 120
fuzz: $(READY) ## Throw bytes at the reading for FUZZ_SECONDS
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/fuzz/requirements.txt
	@mkdir -p out/fuzz/corpus && cp -n pipeline/sample_mailbox/*.eml out/fuzz/corpus/
	$(BIN)/python tests/fuzz/fuzz_reading.py -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 \
		-max_len=20000 -artifact_prefix=out/fuzz/ out/fuzz/corpus

wheel: $(READY) ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean: ## Remove what was made
	rm -rf $(VENV) dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Versions and hashes come from the lock; the project itself is installed so that the command sees edits.
$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Afterword needs Python 3.11 or later.")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Dovecot is the IMAP server of the tests. As root it is installed; otherwise its tests are skipped, or fail under CI.
.PHONY: servers
servers:
	@PATH="$$PATH:/usr/sbin:/sbin"; \
	if ! command -v dovecot >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends dovecot-imapd; \
	fi
