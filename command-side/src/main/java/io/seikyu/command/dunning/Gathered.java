package io.seikyu.command.dunning;

import java.util.List;
import java.util.Map;

/**
 * The facts of a payer, and whose next events may change them.
 *
 * @param banks    streams of the bank accounts whose data is waited for, by invoice
 * @param credits  streams of the credit notes that wait, by invoice
 * @param receipts streams of the receipts that may be his
 * @param policies that contracts name, by invoice
 */
record Gathered(
        PayerFacts facts,
        Map<String, String> banks,
        Map<String, List<String>> credits,
        List<String> receipts,
        Map<String, String> policies) {
    /** Streams that a decision with these reasons waits for. */
    List<String> waitsFor(String invoiceId, List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> switch (reason.code()) {
                    case BANK_DATA_DOES_NOT_COVER ->
                        banks.containsKey(invoiceId)
                                ? List.of(banks.get(invoiceId)).stream()
                                : List.<String>of().stream();
                    case CREDIT_NOTE_PENDING -> credits.getOrDefault(invoiceId, List.of()).stream();
                    case RECEIPT_MAY_BE_THIS -> receipts.stream();
                    default -> List.<String>of().stream();
                })
                .toList();
    }
}
