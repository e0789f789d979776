package io.seikyu.command.bankfile;

import io.seikyu.command.bank.BankAccountState;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.job.InputRow;
import io.seikyu.documents.bank.BankRecord;
import io.seikyu.documents.bank.BankRecord.Movement;
import io.seikyu.documents.bank.BankStatement;
import io.seikyu.eventlog.axon.EventJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the rows of a job of what a file says, and counts equals while it does. */
final class BankFileRows {
    static final String RECORD = "RECORD";
    static final String COVERAGE = "COVERAGE";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 140;
    private static final int LONGEST_CODE = 40;

    private final BankFileFormat format;
    private final String file;
    private final Identities identities;
    private final List<InputRow> rows = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** @param file by its hash */
    BankFileRows(BankFileFormat format, String file, Identities identities) {
        this.format = format;
        this.file = file;
        this.identities = identities;
    }

    List<InputRow> rows() {
        return rows;
    }

    void add(BankAccountState account, BankStatement statement) {
        boolean books = account.bookingFormat() == format;
        int count = 0;
        for (BankRecord record : statement.records()) {
            add(record.source(), RECORD, row(account, books, record));
            count += record.movement() == Movement.RECEIVED ? 1 : 0;
        }
        if (statement.to() != null) {
            add(
                    statement.source(),
                    COVERAGE,
                    new CoverageRow(account.bankAccountId(), books, statement.from(), statement.to(), count));
        }
    }

    private void add(String source, String kind, Object row) {
        rows.add(new InputRow(rows.size() + 1, source, kind, EventJson.mapper().writeValueAsString(row), null));
    }

    private BankRow row(BankAccountState account, boolean books, BankRecord record) {
        String identity = identities.of(account.id(), record);
        String sameDay = account.id() + " " + record.bookedOn() + " " + record.amount();
        return new BankRow(
                account.bankAccountId(),
                books,
                record.movement(),
                record.method(),
                record.bookedOn(),
                record.valueOn(),
                record.amount(),
                cut(record.payerName(), LONGEST_NAME),
                cut(record.reference(), LONGEST_TEXT),
                cut(record.virtualAccount(), LONGEST_CODE),
                cut(record.edi(), LONGEST_TEXT),
                file,
                identity,
                next(record.movement() + identity),
                next(record.movement() + sameDay));
    }

    private int next(String key) {
        return seen.merge(key, 1, Integer::sum);
    }

    private static String cut(String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
