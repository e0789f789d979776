package io.seikyu.command.bankfile;

import io.seikyu.command.job.JobState;
import io.seikyu.command.receipt.ReceiptResult;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.axon.EventCodec;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a receipt of a transfer, once: its commit claims the transfer, so it is one receipt whichever file tells of it
 * first, and whoever works the row how often.
 */
final class Booking {
    /** Where a bank names nobody: money that was paid in at a counter, or interest. */
    private static final String NOBODY = "（名義なし）";

    private final OwnCommands commands;
    private final TimeOrderedIds ids;
    private final EventCodec codec;

    Booking(OwnCommands commands, TimeOrderedIds ids, EventCodec codec) {
        this.commands = commands;
        this.ids = ids;
        this.codec = codec;
    }

    RowOutcome book(JobState job, InputRow row, BankRow record) {
        RowOutcome before = bookedBefore(row, record);
        if (before != null) {
            return before;
        }
        try {
            ReceiptResult result = commands.<ReceiptResult>sendOnce(
                    key(record.transfer(record.ordinal())),
                    job.clientId(),
                    job.actor(),
                    job.correlationId(),
                    command(job, record),
                    nothing -> {});
            return Outcomes.of(row, result.status().name(), result.receiptId(), record.reference());
        } catch (KeyClaimedException meanwhile) {
            RowOutcome booked = bookedBefore(row, record);
            if (booked == null) {
                throw meanwhile;
            }
            return booked;
        }
    }

    private RecordReceipt command(JobState job, BankRow record) {
        return new RecordReceipt(
                new ReceiptId(job.clientId(), ids.next()),
                record.bookedOn(),
                record.amount(),
                record.payerName() == null ? NOBODY : record.payerName(),
                record.method(),
                record.virtualAccount(),
                record.reference(),
                null,
                null,
                new ReceiptSource(
                        ReceiptSource.Kind.BANK_FILE,
                        record.bankAccountId(),
                        record.file(),
                        record.transfer(record.ordinal())));
    }

    /** Null when it was not booked before. */
    @Nullable
    RowOutcome bookedBefore(InputRow row, BankRow record) {
        return booked(record.transfer(record.ordinal()))
                .map(recorded -> recorded.outcome(row, record))
                .orElse(null);
    }

    /** The receipt of this transfer. */
    Optional<Recorded> booked(String transfer) {
        return commands.done(key(transfer)).map(this::recorded);
    }

    private Recorded recorded(StoredCommit commit) {
        ReceiptRecorded recorded = null;
        BigDecimal allocated = BigDecimal.ZERO;
        for (NewEvent stored : commit.commit().events()) {
            if (!stored.type().startsWith("receipt.")) {
                continue;
            }
            Object event = codec.decode(stored.type(), stored.revision(), stored.payload());
            if (event instanceof ReceiptRecorded first) {
                recorded = first;
            } else if (event instanceof ReceiptAllocated part) {
                allocated = allocated.add(part.amount());
            }
        }
        return new Recorded(recorded, allocated);
    }

    private static String key(String transfer) {
        return "bank-record/" + transfer;
    }

    /** A receipt as its commit tells. */
    record Recorded(ReceiptRecorded receipt, BigDecimal allocated) {
        ReceiptId id() {
            return new ReceiptId(receipt.clientId(), receipt.receiptId());
        }

        private RowOutcome outcome(InputRow row, BankRow record) {
            boolean bySameFile = record.file().equals(receipt.source().file());
            return Outcomes.of(row, bySameFile ? status() : "ALREADY_THERE", receipt.receiptId(), record.reference());
        }

        private String status() {
            if (allocated.signum() == 0) {
                return "UNMATCHED";
            }
            return allocated.compareTo(receipt.amount()) < 0 ? "PARTLY_ALLOCATED" : "ALLOCATED";
        }
    }
}
