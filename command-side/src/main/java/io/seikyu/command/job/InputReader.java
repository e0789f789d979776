package io.seikyu.command.job;

import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.InputRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a job's rows in order, and remembers where it is: the next batch is usually the one behind. */
final class InputReader {
    private final JobInput input;
    private final JobId job;
    private int nextPart;
    private List<InputRow> held = List.of();

    InputReader(JobInput input, JobId job) {
        this.input = input;
        this.job = job;
    }

    /** Up to {@code max} rows behind the first {@code done}; none behind the last one. */
    List<InputRow> behind(int done, int max) {
        if (held.isEmpty() || held.get(0).row() > done + 1) {
            nextPart = 0;
            held = List.of();
        }
        List<InputRow> rows = new ArrayList<>();
        while (rows.size() < max) {
            for (InputRow row : held) {
                if (row.row() == done + rows.size() + 1 && rows.size() < max) {
                    rows.add(row);
                }
            }
            if (rows.size() < max && !turnThePage()) {
                break;
            }
        }
        return rows;
    }

    private boolean turnThePage() {
        Optional<List<InputRow>> next = input.part(job, nextPart);
        next.ifPresent(rows -> {
            held = rows;
            nextPart++;
        });
        return next.isPresent();
    }
}
