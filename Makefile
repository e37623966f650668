# make demo: read the demo reports.  make test: pass the tests.  Each makes the virtual environment when it is missing.
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint page score misses bench fuzz desk-minute lock clean

demo: $(STAMP)
	$(BIN)/reportedly demo

test: $(STAMP)
	$(BIN)/python -m pytest -n 2

lint: $(STAMP)
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

# Types, unit tests and build of the desk's page (needs Node 20.19 or newer); what comes out must be what is committed.
page:
	bash desk/check.sh

score: $(STAMP)
	$(BIN)/reportedly evaluate ../shared --own tests/gold --own tests/gold-second --own tests/gold-third --own tests/gold-fourth --own tests/gold-snippets --own tests/gold-held --own tests/gold-across --own tests/gold-across-held --gate --format table

misses: $(STAMP)
	$(BIN)/python -m tests.sets

bench: $(STAMP)
	$(BIN)/python benchmarks/throughput.py
	$(BIN)/python benchmarks/gazetteer.py

# Every reader of intake on 20,000 damaged inputs, and a watch killed twenty times: for the night.
fuzz: $(STAMP)
	REPORTEDLY_FUZZ=20000 REPORTEDLY_KILLS=20 $(BIN)/python -m pytest tests/intake/test_fuzz.py tests/watch -n 2

# 200 readers and writers at the desk for a minute, and many questions of every kind that its description allows.
desk-minute: $(STAMP)
	REPORTEDLY_MINUTE=1 REPORTEDLY_FUZZ=200 $(BIN)/python -m pytest tests/web/test_many.py tests/web/test_openapi.py

$(STAMP): pyproject.toml requirements.lock scripts/find_python.sh
	@rm -rf $(VENV)
	@python="$$(sh scripts/find_python.sh)" && echo "using $$python" && "$$python" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

# The lock holds every package with its hashes and no address; pip asks the registry that the machine is set up for.
lock:
	$(BIN)/python -m piptools compile --quiet --generate-hashes --strip-extras --extra dev --extra frame --extra pdf --extra warc --extra objects --extra ru --extra desk --allow-unsafe \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV)
