# `make build` publishes into dist/, `make test` runs the tests; both set everything up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXTRACTION := data/extraction
# How many processes run the tests. More than two gain little: some tests start servers of their own.
WORKERS ?= 2
TOOLS := .venv-tools
COMPILE := $(TOOLS)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# Tests start many processes of Python, and pytest rewrites what it imports: both read compiled modules.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build test quick check docs hooks lock sbom wheel bench clean

build: $(VENV)/run.done
	$(BIN)/crosswalk-rdf build

test: $(VENV)/dev.done
	$(BIN)/pytest -n $(WORKERS)

# What a developer runs over and over: no browser, no servers, no wheels.
quick: $(VENV)/dev.done
	$(BIN)/pytest -n $(WORKERS) -m "not slow"

check: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The documentation site, in build/docs; a warning is an error.
docs: $(VENV)/dev.done
	$(BIN)/sphinx-build -q -W --keep-going -c docs -d build/docs-cache . build/docs

# Run the checks before each commit, from now on.
hooks: $(VENV)/dev.done
	$(BIN)/pre-commit install

bench: $(VENV)/dev.done
	$(BIN)/python -m benchmarks

# Write the lock files anew from pyproject.toml.
lock: $(TOOLS)/tools.done
	$(COMPILE) -o requirements/run.lock pyproject.toml
	$(COMPILE) --extra dev -o requirements/dev.lock pyproject.toml
	echo 'sssom>=0.4.21' | $(COMPILE) -o requirements/interop.lock -
	printf 'hatchling>=1.27\neditables>=0.5\n' | $(COMPILE) -o requirements/build.lock -
	printf 'uv>=0.9\ncyclonedx-bom>=7.3\n' | $(COMPILE) -o requirements/tools.lock -

# The bill of materials (CycloneDX) of what every user installs, in build/sbom.cdx.json; the same bytes every time.
sbom: $(TOOLS)/tools.done
	mkdir -p build
	$(TOOLS)/bin/cyclonedx-py requirements --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --of JSON -o build/sbom.cdx.json requirements/run.lock

# The wheel, in build/wheel, by the pinned build backend and nothing from the network.
wheel: $(VENV)/run.done
	$(BIN)/pip wheel --quiet --no-deps --no-index --no-build-isolation --wheel-dir build/wheel .

clean:
	rm -rf build dist $(VENV) $(TOOLS)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# What writes locks and bills of materials, apart from what the product needs.
$(TOOLS)/tools.done: requirements/tools.lock
	$(PYTHON) -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --require-hashes -r requirements/tools.lock
	touch $@

$(VENV)/run.done: requirements/run.lock requirements/build.lock pyproject.toml $(EXTRACTION)/pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements/run.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements/build.lock
	$(BIN)/pip install --quiet --no-deps --no-index --no-build-isolation -e . -e $(EXTRACTION)
	touch $@

$(VENV)/dev.done: requirements/dev.lock requirements/build.lock pyproject.toml $(EXTRACTION)/pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements/build.lock
	$(BIN)/pip install --quiet --no-deps --no-index --no-build-isolation -e . -e $(EXTRACTION)
	touch $@ $(VENV)/run.done
