package io.seikyu.command.bankfile;

import io.seikyu.command.job.JobState;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.MatchingFacts.Transfer;
import io.seikyu.command.receipt.ReceiptResult;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.id.Ids;
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
    private final CollectiveMatcher collective;

    Booking(OwnCommands commands, TimeOrderedIds ids, EventCodec codec, CollectiveMatcher collective) {
        this.collective = collective;
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
            RecordReceipt command = command(owner(job, record), record);
            ReceiptResult result = commands.<ReceiptResult>sendOnce(
                    key(record.transfer(record.ordinal())),
                    command.target().tenant(),
                    job.actor(),
                    job.correlationId(),
                    command,
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

    /** Of money on a collective account the client company, when that is clear; else the agency, until a person says it. */
    private Owner owner(JobState job, BankRow record) {
        if (!job.clientId().equals(Ids.AGENCY)) {
            return new Owner(job.clientId(), ReceiptSource.Kind.BANK_FILE);
        }
        Transfer transfer = new Transfer(record.bookedOn(), record.amount(), name(record), record.virtualAccount());
        String client = collective.whose(record.bankAccountId(), transfer).client();
        return client == null
                ? new Owner(Ids.AGENCY, ReceiptSource.Kind.BANK_FILE)
                : new Owner(client, ReceiptSource.Kind.COLLECTIVE);
    }

    private static String name(BankRow record) {
        return record.payerName() == null ? NOBODY : record.payerName();
    }

    private RecordReceipt command(Owner owner, BankRow record) {
        return new RecordReceipt(
                new ReceiptId(owner.tenant(), ids.next()),
                record.bookedOn(),
                record.amount(),
                name(record),
                record.method(),
                record.virtualAccount(),
                record.reference(),
                null,
                null,
                new ReceiptSource(
                        owner.source(),
                        record.bankAccountId(),
                        record.file(),
                        record.transfer(record.ordinal()),
                        record.valueOn(),
                        record.edi()));
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

    private record Owner(String tenant, ReceiptSource.Kind source) {}

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
