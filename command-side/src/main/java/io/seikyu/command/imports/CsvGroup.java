package io.seikyu.command.imports;

import io.seikyu.web.body.RecordBodyConverter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.databind.json.JsonMapper;

/** Consecutive records of one invoice, as they will be kept: a list of objects, values by column. */
final class CsvGroup {
    /** Stands among the values of a record that has more of them than the header has names. */
    static final String SUPERFLUOUS = "superfluous";

    private final List<Map<String, String>> records = new ArrayList<>();
    private final long firstLine;
    private long lastLine;
    private long length;

    private CsvGroup(long firstLine) {
        this.firstLine = firstLine;
    }

    static CsvGroup of(List<CsvColumn> columns, CSVRecord record, long firstLine, long lastLine) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < record.size(); i++) {
            String value = record.get(i).strip();
            CsvColumn column = i < columns.size() ? columns.get(i) : null;
            if (!value.isEmpty()) {
                values.put(column == null ? SUPERFLUOUS : column.name(), value);
            }
        }
        CsvGroup group = new CsvGroup(firstLine);
        group.add(values, lastLine);
        return group;
    }

    private void add(Map<String, String> values, long line) {
        lastLine = line;
        length += values.values().stream().mapToInt(String::length).sum() + 32L * values.size();
        if (!isTooLong()) {
            records.add(values);
        }
    }

    /** Joins a record that belongs to this invoice. */
    boolean takes(CsvGroup next) {
        String number = number();
        if (number == null || !Objects.equals(number, next.number())) {
            return false;
        }
        add(next.records.isEmpty() ? Map.of() : next.records.get(0), next.lastLine);
        return true;
    }

    private String number() {
        return records.isEmpty() ? null : records.get(0).get(CsvColumn.INVOICE_NUMBER.name());
    }

    boolean isTooLong() {
        return length > RecordBodyConverter.LARGEST_BODY;
    }

    String source() {
        return firstLine == lastLine ? "line " + firstLine : "lines " + firstLine + "-" + lastLine;
    }

    String text() {
        return JsonMapper.shared().writeValueAsString(records);
    }
}
