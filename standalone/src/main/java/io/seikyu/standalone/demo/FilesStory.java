package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import io.seikyu.standalone.demo.Samples.ImportFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Files of invoices: handed in whole, reviewed row by row while one can watch, an outcome for each row. */
final class FilesStory {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final As system;
    private final Consumer<String> progress;
    private final List<Row> rows = new ArrayList<>();

    /** @param system the client company's */
    FilesStory(As system, Consumer<String> progress) {
        this.system = system;
        this.progress = progress;
    }

    /** @param found what is wrong with it, or doubtful: codes */
    record Row(String file, String source, String number, String outcome, String found) {}

    List<Row> run() {
        for (ImportFile file : new Samples().imports()) {
            String job = system.post("/v1/invoices:import", file.contentType(), file.content())
                    .get("jobId")
                    .asString();
            JsonNode end = ended(file.name(), job);
            progress.accept(file.name() + ": " + end.get("done").asInt() + " of "
                    + end.get("total").asInt() + " rows done, " + counts(end));
            system.get("/v1/jobs/" + job + "/rows").get("items").forEach(row -> rows.add(row(file.name(), row)));
        }
        return List.copyOf(rows);
    }

    /** The job once it has ended. */
    private JsonNode ended(String file, String job) {
        long begin = System.nanoTime();
        int told = -1;
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            JsonNode view = system.get("/v1/jobs/" + job + "?atLeast=" + system.position());
            String status = view.get("status").asString();
            if (status.equals("DONE")) {
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

    private static Row row(String file, JsonNode row) {
        String found = StreamSupport.stream(row.path("faults").spliterator(), false)
                .map(fault -> fault.get("code").asString())
                .distinct()
                .collect(Collectors.joining(" "));
        return new Row(
                file,
                row.path("source").asString(""),
                row.path("number").asString("-"),
                row.get("outcome").asString(),
                found);
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
