#!/usr/bin/env bash
# Measures how long a saga is looked for in the server inside the process, without and with an index.
#   benchmarks/lookups.sh [sagas]
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl benchmarks -am -DskipTests process-classes
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.lists.LookupBenchmark "${1:-10000}"
