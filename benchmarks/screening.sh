#!/usr/bin/env bash
# Prints how long a screening takes of a payer with 1,000 settled invoices.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q --batch-mode -pl command-side -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/test-classpath -Dmdep.includeScope=test
exec java -cp "command-side/target/test-classes:command-side/target/classes:$(cat command-side/target/test-classpath)" \
    io.seikyu.command.credit.ScreeningFigure
