# make run    sets up, builds a release and runs the sample study
# make test   sets up and runs all tests
# make bench  times each stage, and whole runs beside chains of other libraries (bench-stages,
#             bench-chains), on the data that PARLANCE_DATA names (default ../shared)
# make bench-articles  scores and times article reading beside its peers (Python, from PyPI; ROUNDS=3)
# make bench-lexicons  times tagging by the number of terms, beside its peers (ROUNDS=3)
# make bench-shifts  what changes, bursts and trends are found in annotated and in made series;
#             fails where that is less than it should be
# make torture  kills runs, fails their writes, poisons records, damages files (SEED=1 KILLS=50)
# make fuzz   each reader under libFuzzer, ten minutes each (SECONDS_EACH, READERS="page json")

PARLANCE = .build/release/parlance
STUDY ?= corpus/study.yaml

.PHONY: run build test lint bench bench-stages bench-chains bench-articles bench-lexicons bench-shifts torture fuzz setup clean

run: build
	$(PARLANCE) run $(STUDY)

build: setup
	swift build -c release --product parlance

test: setup
	swift test --parallel 2>&1

lint:
	swift format lint --strict --recursive Sources Tests Benchmarks Fuzz/Sources Package.swift Fuzz/Package.swift

bench: bench-stages bench-chains

bench-stages: setup
	swift build -c release
	.build/release/parlance-bench

bench-chains: build
	python3 Benchmarks/chains/bench.py $(PARLANCE) $${PARLANCE_DATA:-../shared} lexicons .build \
	  Benchmarks/CHAINS.md $(ROUNDS)

bench-articles: build
	python3 Benchmarks/articles/bench.py $(PARLANCE) $${PARLANCE_DATA:-../shared} .build \
	  Benchmarks/ARTICLES.md $(ROUNDS)

bench-lexicons: setup
	swift build -c release
	python3 Benchmarks/lexicons/bench.py .build/release/parlance-bench $(PARLANCE) \
	  $${PARLANCE_DATA:-../shared} lexicons .build Benchmarks/LEXICONS.md $(ROUNDS)

bench-shifts: setup
	swift build -c release --product shift-bench
	swift build -c release --product parlance
	.build/release/shift-bench all $${PARLANCE_DATA:-../shared}/data/changepoints-dev.json \
	  $(PARLANCE) .build/planted

torture: setup
	swift build -c release --product parlance
	swift build -c release --product WriteFailure
	swift build -c release --product torture
	.build/release/torture seed=$(or $(SEED),1) kills=$(or $(KILLS),50)

fuzz: setup
	scripts/fuzz.sh

setup:
	@scripts/setup.sh

clean:
	rm -rf .build corpus/out
