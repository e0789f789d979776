package io.seikyu.documents.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads 全銀 files of fixed records: for each account a header (1), data (2) and a trailer (8), then one end record (9).
 * All faults are found at once, so a broken record does not hide what is wrong behind it.
 */
final class ZenginReader {
    private final ZenginLayout layout;
    private final LocalDate today;
    private final FileFaults faults = new FileFaults();
    private final List<ZenginSection> sections = new ArrayList<>();
    private ZenginSection open;
    private int data;
    private boolean ended;

    ZenginReader(ZenginLayout layout, LocalDate today) {
        this.layout = layout;
        this.today = today;
    }

    List<BankStatement> read(byte[] file) throws BankFileRefusedException {
        List<byte[]> records = ZenginRecords.of(file, faults);
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) != null) {
                read(new ZenginRecord(records.get(i), i + 1, today, faults));
            }
        }
        if (!ended) {
            faults.add(0, "", "end-missing", "the end record (9) is missing: the file is cut off");
        }
        faults.refuse();
        return sections.stream().map(ZenginSection::statement).toList();
    }

    private void read(ZenginRecord record) {
        if (ended) {
            record.fault("", "record-order", "stands behind the end record");
            return;
        }
        switch (record.type()) {
            case '1' -> header(record);
            case '2' -> data(record);
            case '8' -> trailer(record);
            case '9' -> end(record);
            default -> record.fault("type", "unknown-value", "must be 1 (header), 2 (data), 8 (trailer) or 9 (end)");
        }
    }

    private void header(ZenginRecord header) {
        if (open != null) {
            header.fault("", "record-order", "is a header before the trailer of the account before");
        }
        String kind = header.digits("kind", 1, 2);
        if (kind != null && !kind.equals(layout.kind())) {
            header.fault("kind", "wrong-kind", "must be " + layout.kind() + " for the format that was named");
        }
        if (header.code("code", 3, "01") == '1') {
            header.fault("code", "unsupported-code", "is 1 (EBCDIC): ask the bank for code 0 (JIS)");
        }
        open = layout.header(header);
        sections.add(open);
    }

    private void data(ZenginRecord record) {
        data++;
        if (open == null) {
            record.fault("", "record-order", "is data without a header before it");
        } else {
            open.counted();
            layout.data(record, open);
        }
    }

    private void trailer(ZenginRecord trailer) {
        if (open == null) {
            trailer.fault("", "record-order", "is a trailer without a header before it");
        } else {
            layout.trailer(trailer, open);
            open = null;
        }
    }

    private void end(ZenginRecord end) {
        if (open != null || sections.isEmpty()) {
            end.fault("", "record-order", "is the end record where a trailer is missing");
        }
        layout.end(end, end.number(), data, sections.size());
        ended = true;
    }
}
