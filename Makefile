# What is done here, by one word each; `make` lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.NOTPARALLEL:

esteira := .build/release/esteira
# With Swift's libraries inside, the program starts in two thirds of the time and runs where Swift is not installed.
# (lld says nothing of 'mktemp' in Foundation, which is not ours to change.)
static := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xswiftc -use-ld=lld)
# PROFILE=embedded loads into a DuckDB file and needs no server.
PROFILE ?= local
# Tests that wait for programs or for a busy engine hold the few threads that others need: each kind has a process of
# its own, and none may wait for ever.
swift_test := timeout 900 scripts/with-postgres swift test --skip-build --disable-xctest
with_database := $(if $(filter embedded,$(PROFILE)),,scripts/with-postgres)

.PHONY: help setup build run test test-chaos test-sanitizers lint plan up down clean format bench bench-lint bench-tasks

help: ## List what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install what is missing: system libraries, PostgreSQL's programs, DuckDB
	@scripts/setup --quiet

build: setup ## Build the release program, .build/release/esteira
	@scripts/phase "build" swift build -c release --product esteira $(static)

run: build ## Generate the shop's data and load it (PROFILE=embedded: without a server)
	@$(with_database) $(esteira) lint
	@$(with_database) $(esteira) run ecommerce_generator --profile $(PROFILE)
	@$(with_database) $(esteira) run ecommerce_etl --profile $(PROFILE)

test: setup ## Build and run every test, with a real PostgreSQL and a real S3 server
	@scripts/fetch-s3-server >/dev/null
	@scripts/phase "build tests" swift build --build-tests
	@if [ -x scripts/test-docs ]; then scripts/phase "test documentation" scripts/with-postgres scripts/test-docs; fi
	@scripts/phase "test schemas" scripts/test-schema
	@scripts/phase "test from end to end" $(swift_test) --filter EndToEndTests
	@scripts/phase "test what breaks" timeout 900 scripts/test-chaos --bounded
	@scripts/phase "test runs" $(swift_test) --filter ExecutionTests
	@scripts/phase "test DuckDB" $(swift_test) --no-parallel --filter DuckDBEngineTests
	@scripts/phase "test the rest" $(swift_test) --skip EndToEndTests --skip ExecutionTests --skip DuckDBEngineTests

test-chaos: build ## Kill, starve and cut off the release program in every way (half an hour)
	@ESTEIRA_PROGRAM=$(esteira) scripts/phase "test what breaks" scripts/test-chaos

test-sanitizers: setup ## Run the tests of what talks to C, watched by the address sanitizer
	@scripts/test-sanitizers

lint: build ## Check the pipelines of this project
	@$(with_database) $(esteira) lint

plan: build ## Show what a load would do, without doing it
	@$(with_database) $(esteira) plan ecommerce_etl --profile $(PROFILE)

up: setup ## Start this project's own PostgreSQL server
	@scripts/postgres up

down: ## Stop it; its data stay
	@scripts/postgres down

clean: ## Remove what builds and runs have made (the server's data stay)
	@rm -rf .build lake include warehouse.duckdb warehouse.duckdb.wal

format: ## Format the sources
	@swift format --in-place --recursive --parallel --configuration .swift-format Package.swift Sources Tests

bench-lint: build ## Measure: lint of 100 and 2,000 files, plan of 200 tasks
	@Benchmarks/lint/run

bench-tasks: setup ## Measure: what 10,000 mapped tasks cost that do nothing
	@scripts/phase "build" swift build -c release --product bench-tasks $(static)
	@.build/release/bench-tasks

bench: build ## Measure: rows generated a second, and the shop's whole run
	@Benchmarks/run
