package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A file that was handed in, worked while one can watch. */
final class WatchedJob {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final As caller;
    private final Consumer<String> progress;

    WatchedJob(As caller, Consumer<String> progress) {
        this.caller = caller;
        this.progress = progress;
    }

    /** The job once it has ended. */
    JsonNode ended(String file, String job) {
        long begin = System.nanoTime();
        int told = -1;
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            JsonNode view = caller.get("/v1/jobs/" + job + "?atLeast=" + caller.position());
            String status = view.get("status").asString();
            if (status.equals("DONE")) {
                progress.accept(file + ": " + view.get("done").asInt() + " of "
                        + view.get("total").asInt() + " rows done, " + counts(view));
                return view;
            }
            if (!status.equals("RUNNING")) {
                throw new IllegalStateException(file + " is " + view);
            }
            int done = view.get("done").asInt();
            if (done > told && done > 0) {
                progress.accept(file + ": " + done + " of " + view.get("total").asInt());
                told = done;
            }
            pause();
        }
        throw new IllegalStateException(file + " is not done after " + PATIENCE);
    }

    private static String counts(JsonNode job) {
        return job.get("counts")
                .propertyStream()
                .map(count -> count.getValue().asInt() + " "
                        + count.getKey().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file is worked", e);
        }
    }
}
