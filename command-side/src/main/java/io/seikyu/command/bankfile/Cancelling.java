package io.seikyu.command.bankfile;

import io.seikyu.command.bankfile.Booking.Recorded;
import io.seikyu.command.job.JobState;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.receipt.ReceiptStatus;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.Command;
import io.seikyu.contract.bank.BankAccountCommand.ReportCancellation;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.RowFault;
import io.seikyu.contract.job.RowOutcome;
import io.seikyu.contract.receipt.ReceiptCommand.ReverseReceipt;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredCommit;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a bank took back (取消・訂正). The receipt is the one of the same day, reference, amount and name; else the
 * only one of that amount and name. Where there is none, or it cannot be reversed, a person has to look.
 */
final class Cancelling {
    private static final String OPEN = "CANCELLATION_OPEN";
    private static final String ASSIGNED = "receipt.assigned";
    private static final int LATER = 503;

    private final OwnCommands commands;
    private final Booking booking;
    private final BookedTransfers transfers;
    private final CachingRepository<Receipt, ReceiptState> receipts;
    private final EventLog log;
    private final EventCodec codec;

    Cancelling(
            OwnCommands commands,
            Booking booking,
            BookedTransfers transfers,
            CachingRepository<Receipt, ReceiptState> receipts,
            EventLog log,
            EventCodec codec) {
        this.commands = commands;
        this.booking = booking;
        this.transfers = transfers;
        this.receipts = receipts;
        this.log = log;
        this.codec = codec;
    }

    RowOutcome cancel(JobState job, InputRow row, BankRow record) {
        RowOutcome before = cancelledBefore(row, record);
        if (before != null) {
            return before;
        }
        Optional<ReceiptId> receipt = cancelled(job, record);
        if (receipt.isEmpty()) {
            return leaveOpen(job, row, record, "receipt-not-found");
        }
        try {
            ReverseReceipt command = new ReverseReceipt(
                    receipt.get(), "the bank took it back (" + record.bookedOn() + ", " + row.source() + ")");
            return send(job, row, record, receipt.get().tenant(), command)
                    .orElseGet(() -> Outcomes.of(row, "REVERSED", receipt.get().value(), record.reference()));
        } catch (ProblemException refused) {
            if (refused.status() == LATER) {
                throw refused;
            }
            return leaveOpen(job, row, record, refused.code());
        }
    }

    private RowOutcome leaveOpen(JobState job, InputRow row, BankRow record, String why) {
        ReportCancellation command = new ReportCancellation(
                new BankAccountId(job.clientId(), record.bankAccountId()),
                record.bookedOn(),
                record.amount(),
                record.reference(),
                record.file(),
                row.source(),
                why);
        return send(job, row, record, job.clientId(), command).orElseGet(() -> open(row, record, why));
    }

    private static RowOutcome open(InputRow row, BankRow record, String why) {
        RowFault fault =
                new RowFault("", why, "a person has to look which receipt the bank took back: there is a task");
        return Outcomes.of(row, OPEN, null, record.reference(), fault);
    }

    /** @return what somebody else made of this record meanwhile; empty when it was done here */
    private Optional<RowOutcome> send(JobState job, InputRow row, BankRow record, String tenant, Command command) {
        try {
            commands.sendOnce(key(record), tenant, job.actor(), job.correlationId(), command, nothing -> {});
            return Optional.empty();
        } catch (KeyClaimedException meanwhile) {
            return Optional.of(Optional.ofNullable(cancelledBefore(row, record)).orElseThrow(() -> meanwhile));
        }
    }

    /** Null when it was not worked before. */
    @Nullable
    RowOutcome cancelledBefore(InputRow row, BankRow record) {
        return commands.done(key(record))
                .map(commit -> outcome(row, record, commit))
                .orElse(null);
    }

    private static RowOutcome outcome(InputRow row, BankRow record, StoredCommit commit) {
        for (NewEvent event : commit.commit().events()) {
            if (event.type().equals("receipt.reversed")) {
                return Outcomes.of(row, "REVERSED", idOf(event.stream()), record.reference());
            }
        }
        return open(row, record, "receipt-not-found");
    }

    private static String idOf(String stream) {
        return stream.substring(stream.lastIndexOf('/') + 1);
    }

    private Optional<ReceiptId> cancelled(JobState job, BankRow record) {
        int nth = 1;
        for (Optional<Recorded> found = booking.booked(record.transfer(nth));
                found.isPresent();
                found = booking.booked(record.transfer(nth))) {
            Optional<ReceiptId> there = stillThere(found.get().id());
            if (there.isPresent()) {
                return there;
            }
            nth++;
        }
        return nth > 1 ? Optional.empty() : onlyOneLikeIt(job, record);
    }

    private Optional<ReceiptId> onlyOneLikeIt(JobState job, BankRow record) {
        if (record.payerName() == null) {
            return Optional.empty();
        }
        BankAccountId account = new BankAccountId(job.clientId(), record.bankAccountId());
        List<ReceiptId> alike = transfers.of(account, record.amount(), record.payerName(), record.bookedOn());
        return alike.size() == 1 ? stillThere(alike.get(0)) : Optional.empty();
    }

    /** The receipt, or the one at the client company that the agency passed the money on to; none if it is reversed. */
    private Optional<ReceiptId> stillThere(ReceiptId id) {
        ReceiptStatus status = receipts.find(id.toString())
                .map(found -> found.state().status())
                .orElse(ReceiptStatus.REVERSED);
        return switch (status) {
            case REVERSED -> Optional.empty();
            case ASSIGNED -> assigned(id).flatMap(this::stillThere);
            default -> Optional.of(id);
        };
    }

    private Optional<ReceiptId> assigned(ReceiptId id) {
        return log.readStream(id.toString(), 0, 1_000).stream()
                .map(StoredEvent::event)
                .filter(event -> event.type().equals(ASSIGNED))
                .map(event -> (ReceiptAssigned) codec.decode(event.type(), event.revision(), event.payload()))
                .map(assigned -> new ReceiptId(assigned.toClientId(), assigned.toReceiptId()))
                .findFirst();
    }

    private static String key(BankRow record) {
        return "bank-cancellation/" + record.transfer(record.ordinal());
    }
}
