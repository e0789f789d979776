#!/usr/bin/env bash
# Lets the shipped matching policy decide on transfers of which the truth is known, and writes the table into
# docs/matching.md. Seeds may be given; without any it is the published one.
#   benchmarks/matching.sh [seed...]
set -eu
cd "$(dirname "$0")/.."
seeds=$(IFS=,; echo "${*:-20261126}")
./mvnw -q --batch-mode -pl command-side -am test -Dtest=TruthSetTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dmatching.seeds="$seeds" -Dmatching.page="$PWD/docs/matching.md"
