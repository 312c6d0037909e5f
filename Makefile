# make run    sets up, builds a release and runs the sample study
# make test   sets up and runs all tests
# make bench  times each stage on the data that PARLANCE_DATA names (default ../shared)

PARLANCE = .build/release/parlance
STUDY ?= corpus/study.yaml

.PHONY: run build test lint bench setup clean

run: build
	$(PARLANCE) run $(STUDY)

build: setup
	swift build -c release --product parlance

test: setup
	swift test --parallel 2>&1

lint:
	swift format lint --strict --recursive Sources Tests Benchmarks Package.swift

bench: setup
	swift build -c release
	.build/release/parlance-bench

setup:
	@scripts/setup.sh

clean:
	rm -rf .build corpus/out
