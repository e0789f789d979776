#!/bin/sh
# Starts the packaged program several times, each on an empty directory, and prints how long it took until it answered
# and how much memory was resident two seconds later: each run, and the medians. What it holds them against is what the
# README promises; it ends with 1 when a promise is not kept.
#
#   standalone/measure-start.sh [runs] [flags for java...]        e.g. standalone/measure-start.sh 5 -Xmx256m
#
# Build first: ./mvnw -q package -DskipTests. On a machine that is busy with something else the time says little.
set -eu
runs=${1:-5}
[ $# -gt 0 ] && shift
: "${MAX_MILLISECONDS:=5000}" "${MAX_MEGABYTES:=400}"
# The flags of the README: a small collector, and the quick compiler alone, which starts sooner and runs slower.
flags=${*:-"-XX:+UseSerialGC -XX:TieredStopAtLevel=1"}
jar=$(cd "$(dirname "$0")" && pwd)/target/seikyu.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; rm -rf "$work"' EXIT INT TERM

now() { date +%s%N | cut -b1-13; }
median() { sort -n "$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

echo "$("$java" -version 2>&1 | head -1), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg), flags: $flags"
for run in $(seq "$runs"); do
    begin=$(now)
    # shellcheck disable=SC2086
    SEIKYU_PORT=0 SEIKYU_DATA_DIR="$work/data-$run" SEIKYU_MONGODB_URI= \
        "$java" $flags -jar "$jar" > "$work/out" 2>&1 &
    pid=$!
    until grep -q '^Seikyu ready on ' "$work/out"; do
        kill -0 "$pid" 2>/dev/null || { cat "$work/out"; exit 1; }
        sleep 0.02
    done
    took=$(($(now) - begin))
    sleep 2
    resident=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")
    kill "$pid"
    wait "$pid" || true
    pid=
    echo "run $run: ready after $took ms, $resident MB resident"
    echo "$took" >> "$work/times"
    echo "$resident" >> "$work/sizes"
done
took=$(median "$work/times")
resident=$(median "$work/sizes")
echo "median: ready after $took ms (at most $MAX_MILLISECONDS), $resident MB resident (at most $MAX_MEGABYTES)"
[ "$took" -le "$MAX_MILLISECONDS" ] && [ "$resident" -le "$MAX_MEGABYTES" ]
