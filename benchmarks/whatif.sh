#!/usr/bin/env bash
# Builds the program and measures how long it takes to try other policies over a year, and to take its decisions again.
#   benchmarks/whatif.sh [numbers of invoices] [directory to work in]
# e.g. benchmarks/whatif.sh 1000,10000,100000 /var/tmp
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl standalone,benchmarks -am -DskipTests package
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.whatif.WhatIfBenchmark standalone/target/seikyu.jar "${2:-/var/tmp}" benchmarks/target \
    "${1:-1000,10000,100000}"
