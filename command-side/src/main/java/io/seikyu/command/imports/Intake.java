package io.seikyu.command.imports;

import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Numbers the rows of a file and hands them on in parts that a commit holds with ease. */
final class Intake implements RowSink {
    private static final int BYTES = 1 << 20;
    private static final int ROWS = 2_000;

    private final BiConsumer<Integer, List<InputRow>> parts;
    private final List<InputRow> waiting = new ArrayList<>();
    private int waitingBytes;
    private int part;
    private int rows;

    /** @param parts takes the number of a part, from 0, and its rows */
    Intake(BiConsumer<Integer, List<InputRow>> parts) {
        this.parts = parts;
    }

    @Override
    public void row(String source, ImportFormat format, String text) {
        add(new InputRow(++rows, source, format.name(), text, null), text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Override
    public void broken(String source, RowFault fault) {
        add(new InputRow(++rows, source, null, null, fault), 0);
    }

    private void add(InputRow row, int bytes) {
        if (!waiting.isEmpty() && (waitingBytes + bytes > BYTES || waiting.size() == ROWS)) {
            flush();
        }
        waiting.add(row);
        waitingBytes += bytes;
    }

    private void flush() {
        parts.accept(part++, List.copyOf(waiting));
        waiting.clear();
        waitingBytes = 0;
    }

    /** @return how many rows there were */
    int end() {
        if (!waiting.isEmpty()) {
            flush();
        }
        return rows;
    }
}
