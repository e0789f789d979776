#!/usr/bin/env bash
# Builds the program and measures how long every list takes with each of its filters when there are many invoices.
#   benchmarks/lists.sh [invoices] [requests of each kind] [directory to work in] [lived]
# e.g. benchmarks/lists.sh 100000 100 /var/tmp. With "lived" they are a year's of many client companies, with receipts,
# reminders and all that follows, instead of one company's that were taken in as files. JAR=path measures a program that was built before.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -pl standalone,benchmarks -am -DskipTests package
exec java -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
    io.seikyu.benchmarks.lists.ListBenchmark "${JAR:-standalone/target/seikyu.jar}" "${3:-/var/tmp}" benchmarks/target \
    "${1:-100000}" "${2:-100}" ${4:-}
