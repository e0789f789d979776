package io.seikyu.query.claim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one invoice claims, as moves of its balance, each with the day that it is of and the moment since when it is
 * known. Summed up to a day it is what was open then; summed up to a moment too, it is what was known to be open.
 *
 * @param issuedOn absent before it was issued; nothing is claimed before
 * @param moves    in the order in which they became known
 * @param said     about its payment
 */
public record ClaimView(
        String clientId,
        String invoiceId,
        String accountId,
        String invoiceNumber,
        LocalDate issuedOn,
        LocalDate dueDate,
        List<Move> moves,
        Said said) {

    /**
     * @param day       business day; of what undoes another, the day of that one, so that the past is put right
     * @param known     since when
     * @param amount    yen; negative when less is open by it
     * @param receiptId of what a receipt moved; else absent
     * @param bookedOn  the day itself, which may be one before the issue, when nothing was open yet
     */
    public record Move(
            Kind kind, LocalDate day, Instant known, BigDecimal amount, String receiptId, LocalDate bookedOn) {
        boolean isBy(LocalDate asOf, Instant knownAt) {
            return !day.isAfter(asOf) && (knownAt == null || !known.isAfter(knownAt));
        }
    }

    public enum Kind {
        ISSUED,
        PAID,
        DEDUCTED,
        CREDITED,
        WRITTEN_OFF,
        CANCELLED,
        /** What had been set off at issue is open after all. */
        SET_OFF_UNDONE
    }

    ClaimView of(String payer, String number) {
        return new ClaimView(clientId, invoiceId, payer, number, issuedOn, dueDate, moves, said);
    }

    ClaimView issued(LocalDate on, LocalDate due, Instant known, BigDecimal payable) {
        return new ClaimView(clientId, invoiceId, accountId, invoiceNumber, on, due, moves, said)
                .and(new Move(Kind.ISSUED, on, known, payable, null, on));
    }

    ClaimView and(Move move) {
        List<Move> more = new ArrayList<>(moves);
        more.add(move);
        return new ClaimView(clientId, invoiceId, accountId, invoiceNumber, issuedOn, dueDate, List.copyOf(more), said);
    }

    ClaimView with(Said next) {
        return new ClaimView(clientId, invoiceId, accountId, invoiceNumber, issuedOn, dueDate, moves, next);
    }

    /** What is open, yen. */
    public BigDecimal balance() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Move move : moves) {
            sum = sum.add(move.amount());
        }
        return sum;
    }

    /**
     * What was open at the end of {@code asOf}, yen.
     *
     * @param knownAt as it was known then; null: as it is known now
     */
    public BigDecimal balance(LocalDate asOf, Instant knownAt) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Move move : moves) {
            if (move.isBy(asOf, knownAt)) {
                sum = sum.add(move.amount());
            }
        }
        return sum;
    }

    /** The latest day of a move; null without any. */
    @Nullable
    LocalDate lastDay() {
        LocalDate last = null;
        for (Move move : moves) {
            last = last == null || move.day().isAfter(last) ? move.day() : last;
        }
        return last;
    }

    /** Since when the move is known that became known last; null without any. */
    @Nullable
    Instant lastKnown() {
        Instant last = null;
        for (Move move : moves) {
            last = last == null || move.known().isAfter(last) ? move.known() : last;
        }
        return last;
    }
}
