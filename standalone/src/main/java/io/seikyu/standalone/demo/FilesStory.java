package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import io.seikyu.standalone.demo.Samples.ImportFile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Files of invoices: handed in whole, reviewed row by row while one can watch, an outcome for each row. */
final class FilesStory {
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
            new WatchedJob(system, progress).ended(file.name(), job);
            system.get("/v1/jobs/" + job + "/rows").get("items").forEach(row -> rows.add(row(file.name(), row)));
        }
        return List.copyOf(rows);
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
}
