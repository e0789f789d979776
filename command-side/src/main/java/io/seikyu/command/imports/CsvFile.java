package io.seikyu.command.imports;

import io.seikyu.contract.job.RowFault;
import io.seikyu.web.body.RecordBodyConverter;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.ProblemException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV (RFC 4180) with a header, see {@link CsvColumn}: a record is a line of an invoice, and consecutive records with one
 * invoice number are one invoice, which is a row of the job.
 */
final class CsvFile implements RowFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setLenientEof(false)
            .get();

    @Override
    public void read(Upload file, RowSink sink) throws IOException {
        try (Reader reader = new BoundedRecords(CsvCharset.strict(file.open(), CsvCharset.of(file)));
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            read(parser, (BoundedRecords) reader, sink);
        }
    }

    private static void read(CSVParser parser, BoundedRecords reader, RowSink sink) {
        try {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                return;
            }
            List<CsvColumn> columns = columns(records.next());
            CsvGroup group = null;
            while (records.hasNext()) {
                CSVRecord record = records.next();
                reader.nextRecord();
                long last = parser.getCurrentLineNumber();
                CsvGroup line = CsvGroup.of(columns, record, last - lineBreaks(record), last);
                if (group == null || !group.takes(line)) {
                    hand(group, sink);
                    group = line;
                }
            }
            hand(group, sink);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new ProblemException(
                    422,
                    "unusable-csv",
                    "The file is not CSV in or after line " + parser.getCurrentLineNumber()
                            + ": a quotation mark is missing or not doubled, or a record is longer than "
                            + RecordBodyConverter.LARGEST_BODY + " characters.");
        }
    }

    private static long lineBreaks(CSVRecord record) {
        return record.stream()
                .mapToLong(value -> value.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static void hand(CsvGroup group, RowSink sink) {
        if (group == null) {
            return;
        }
        if (group.isTooLong()) {
            sink.broken(
                    group.source(),
                    new RowFault(
                            "",
                            "too-long",
                            "an invoice may have at most " + RecordBodyConverter.LARGEST_BODY + " characters"));
        } else {
            sink.row(group.source(), ImportFormat.CSV, group.text());
        }
    }

    /** Null where a column has no name and, in every record, no value: programs leave such behind. */
    private static List<CsvColumn> columns(CSVRecord header) {
        List<CsvColumn> columns = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<CsvColumn> missing = EnumSet.allOf(CsvColumn.class);
        for (int i = 0; i < header.size(); i++) {
            String name =
                    i == 0 && header.get(i).startsWith("\uFEFF") ? header.get(i).substring(1) : header.get(i);
            CsvColumn column = CsvColumn.named(name).orElse(null);
            if (column == null && !name.isBlank()) {
                faults.add(new Fault("/" + i, "unknown-column", "column " + (i + 1) + " has a name that is not known"));
            } else if (column != null && !missing.remove(column)) {
                faults.add(new Fault("/" + i, "duplicate", column.english() + " stands there twice"));
            }
            columns.add(column);
        }
        missing.stream()
                .filter(CsvColumn::required)
                .forEach(column -> faults.add(
                        new Fault("", "missing-column", column.english() + " (" + column.japanese() + ") is missing")));
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    422, "unusable-csv", "The first line has to name the columns as the guide does.", faults);
        }
        return columns;
    }
}
