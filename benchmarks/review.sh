#!/usr/bin/env bash
# Builds the program and measures how long submissions with their review take in a log that grows.
#   benchmarks/review.sh [sizes] [submissions measured at each size] [directory to work in]
# e.g. benchmarks/review.sh 1000,10000,100000 1000 /var/tmp
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl standalone,benchmarks -am -DskipTests package
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.review.ReviewBenchmark standalone/target/seikyu.jar "${3:-/var/tmp}" benchmarks/target \
    "${1:-1000,10000,100000}" "${2:-1000}"
