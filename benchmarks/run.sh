#!/usr/bin/env bash
# Builds what is measured and measures it. Options: see benchmarks/run.sh --help
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl benchmarks -am -DskipTests process-classes
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.LogBenchmark --out benchmarks/target "$@"
