# Two commands: `make site` builds the sample office, `make test` runs everything.
# `make audit` has independent checkers judge the sample. `make ci` runs the recipes for CI servers, which call
# `make install`, on the whole sample.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ELEVENTY := benchmarks/peers/eleventy

.PHONY: install site test audit campaign ci bench lock manual clean

install: $(VENV)/.run

site: $(VENV)/.run
	@$(BIN)/gongshi build

test: $(VENV)/.dev
	@sh tests/system_packages.sh
	$(BIN)/python -m pytest -n 2 --dist worksteal

# Independent checkers on the built sample, one table. Packages come from npm without their own install scripts.
audit: $(VENV)/.dev audit/node_modules/.installed
	@$(BIN)/python -m audit

audit/node_modules/.installed: audit/package.json audit/package-lock.json
	@sh tests/system_packages.sh audit
	@echo "正在安装检查工具 …"
	@npm ci --prefix audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The tests of tests/campaign at full size; `make test` runs a tenth of them.
campaign: $(VENV)/.dev
	$(BIN)/python -m tests.campaign.month
	$(BIN)/python -m pytest tests/campaign --campaign -n 2 --dist worksteal --timeout=7200

ci: $(VENV)/.dev
	@sh tests/system_packages.sh
	$(BIN)/python -m tests.recipes.ci

# Ours beside others, which come from PyPI and npm and are downloaded from nowhere else.
bench: $(VENV)/.bench $(ELEVENTY)/node_modules/.installed
	$(BIN)/python -m benchmarks.check
	$(BIN)/python -m benchmarks.pages
	$(BIN)/python -m benchmarks.county
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.posters

$(ELEVENTY)/node_modules/.installed: $(ELEVENTY)/package.json $(ELEVENTY)/package-lock.json
	@sh tests/system_packages.sh bench
	@npm ci --prefix $(ELEVENTY) --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Installed with hashes only; the package itself comes last, without a network.
$(VENV)/.run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新的版本"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || sh tests/system_packages.sh venv
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "正在安装运行环境 …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "正在安装测试环境 …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.dev requirements/bench.txt
	@echo "正在安装对比用的软件 …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

# The chapter on findings, from the catalogue.
manual: $(VENV)/.run
	$(BIN)/python -m generator.findings.manual docs/manual

# Made with `uv`; indexes of the machine do not enter the lists.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 requirements/dev.in -o requirements/dev.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 requirements/run.in -c requirements/dev.txt -o requirements/run.txt

clean:
	rm -rf $(VENV) .build site print audit/node_modules $(ELEVENTY)/node_modules
