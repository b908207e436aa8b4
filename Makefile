# make call    a phone call with the sample bot, in this terminal
# make test    everything that is checked before a change lands
# make build   the release binary: .build/release/ringback (TRAITS=Postgres: with the PostgreSQL store, which needs libpq)
# make bench   the long measurements (Benchmarks/README.md)
# make fuzz    random bytes for the parsers, an hour each (FUZZ_SECONDS=60 for less; Tests/Fuzzing/README.md)
# make torture the tests with a twin or a random generator, on ten times as many cases; 21,000 cuts of scripts;
#              100,000 schedules (RINGBACK_SEED=2 for others), and dialing with more that goes wrong at once;
#              280,000 spoilt requests of vendors;
#              dialers killed, frozen and lied to, in 2,000 runs (FAULT_RUNS=10000 for more) and as real programs
# make lint    style and the arrows between the rooms
# make deps    what the build needs and the repository does not hold (the others run it themselves)

export PKG_CONFIG_PATH := $(CURDIR)/.deps/engine/pkgconfig:$(PKG_CONFIG_PATH)
BOT ?= bots/callback
FUZZ_SECONDS ?= 3600
FAULT_RUNS ?= 2000
# Coverage in every module, with our own assertions, and the insides open to the matcher's twin; the default linker of
# Debian 12 stumbles over the result.
FUZZ_FLAGS := -Xswiftc -sanitize=fuzzer -Xswiftc -assert-config -Xswiftc Debug -Xswiftc -use-ld=lld -Xswiftc -enable-testing
# What is built in: nothing that a first call does not need; the tests have all of it.
TRAITS ?=
TRAIT_FLAGS = $(if $(TRAITS),--traits $(TRAITS))
FLAGS := --explicit-target-dependency-import-check error
QUIET := 2>&1 | { grep -vE '^\[[0-9]+/[0-9]+\]|^(Fetching|Fetched|Updating|Updated|Computing|Computed|Creating|Working|Building|Planning)' || true; }
.SHELLFLAGS := -o pipefail -c
SHELL := /bin/bash

.PHONY: call test build bench fuzz torture lint deps debug
.DEFAULT_GOAL := build

deps:
	@.ci/deps $(TRAITS)

build: deps
	@swift build -c release --product ringback $(TRAIT_FLAGS) $(FLAGS) $(QUIET)

debug:
	@.ci/deps Postgres
	@swift build --build-tests --traits Postgres $(FLAGS) $(QUIET)

call: build
	@.build/release/ringback call $(BOT)

test: debug
	@swift test --skip-build --traits Postgres >.build/test.log 2>&1; status=$$?; \
	grep -aE -A8 '^✘' .build/test.log; grep -aE 'Test run with|^error:' .build/test.log; exit $$status
	@.build/debug/ringback test bots/*/ Grammars/modules/tests/*/
	@.ci/examples .build/debug/ringback
	@.build/debug/ringback format --check bots Grammars/modules

lint: deps
	@swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@.ci/arrows

bench: build
	@swift build -c release --product Benchmarks $(TRAIT_FLAGS) $(FLAGS) $(QUIET)
	@.build/release/Benchmarks

torture: debug
	@RINGBACK_TWIN_PAIRS=100000 swift test --skip-build --traits Postgres --filter 'TwinTests' 2>&1 | grep -aE '^✘|Test run with|^error:'
	@RINGBACK_SCHEDULES=100000 swift test --skip-build --traits Postgres --filter NextMomentTests 2>&1 | grep -aE '^next moments|^✘|Test run with|^error:'
	@RINGBACK_DIALING=all swift test --skip-build --traits Postgres --filter DialingProtocolTests 2>&1 | grep -aE '^dialing: [^ ]|^✘|Test run with|^error:'
	@RINGBACK_FAULT_RUNS=$(FAULT_RUNS) swift test --skip-build --traits Postgres --filter FaultTests 2>&1 | grep -aE '^faults|^✘|Test run with|^error:'
	@Tests/Torture/dial-torture .build/debug/ringback 1 5
	@RINGBACK_CUTS=21000 swift test --skip-build --traits Postgres --filter 'JavaScriptTests.StressTests' 2>&1 | grep -aE '^cuts|^✘|Test run with|^error:'
	@RINGBACK_SPOILT=20000 swift test --skip-build --traits Postgres --filter AnyBytesTests 2>&1 | grep -aE '^✘|Test run with|^error:'

fuzz: deps
	@RINGBACK_FUZZ=1 swift build -c release --product Fuzz --scratch-path .build-fuzz $(FUZZ_FLAGS) $(QUIET)
	@Tests/Fuzzing/run script $(FUZZ_SECONDS)
	@Tests/Fuzzing/run format $(FUZZ_SECONDS)
	@Tests/Fuzzing/run patterns $(FUZZ_SECONDS)
	@Tests/Fuzzing/run match $(FUZZ_SECONDS)
