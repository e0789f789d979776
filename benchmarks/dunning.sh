#!/usr/bin/env bash
# Builds the program and measures how long it takes to remind many payers whose first reminder falls due at one moment.
#   benchmarks/dunning.sh [numbers of payers] [directory to work in]
# e.g. benchmarks/dunning.sh 1000,10000,100000 /var/tmp
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl standalone,benchmarks -am -DskipTests package
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.dunning.DunningBenchmark standalone/target/seikyu.jar "${2:-/var/tmp}" benchmarks/target \
    "${1:-1000,10000,100000}"
