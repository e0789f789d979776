#!/usr/bin/env bash
# Builds the program and measures how fast views are made again from the log, all of them and one, beside the same
# projections fed by Axon's JDBC store on PostgreSQL (where that is installed).
#   benchmarks/rebuild.sh [numbers of events] [directory to work in] [bytes that an event has at least]
# e.g. benchmarks/rebuild.sh 100000,1000000 /var/tmp 1024
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl standalone,benchmarks -am -DskipTests package
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.rebuild.RebuildBenchmark standalone/target/seikyu.jar "${2:-/var/tmp}" benchmarks/target \
    "${1:-100000}" ${3:-}
