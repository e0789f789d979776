package io.seikyu.command.dunning;

import io.seikyu.command.whatif.Told;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReminderId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What was said to payers in a period, and what was not and why. */
final class DunningTally {
    private final Map<String, List<Said>> byInvoice = new TreeMap<>();
    private final Map<String, Long> byStage = new TreeMap<>();
    private final Map<String, Long> byChannel = new TreeMap<>();
    private final Map<String, Long> byTone = new TreeMap<>();
    private final Map<String, Long> asked = new TreeMap<>();
    private final Map<String, Long> suppressed = new TreeMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private long contacts;

    /**
     * One contact about one invoice.
     *
     * @param reminder names the contact
     * @param stage    of the invoice in it
     * @param paid     receipts that were known to have paid of it
     */
    record Said(
            InvoiceId invoice,
            String reminder,
            LocalDate on,
            Stage stage,
            ContactChannel channel,
            Tone tone,
            List<DunningReason> reasons,
            String policyVersion,
            List<String> paid) {
        static Said of(ReminderPlanned made, ReminderItem item, LocalDate on, List<String> paid) {
            return new Said(
                    new InvoiceId(made.clientId(), item.invoiceId()),
                    new ReminderId(made.clientId(), made.reminderId()).toString(),
                    on,
                    item.stage(),
                    made.channel(),
                    made.tone(),
                    made.reasons(),
                    made.policyVersion(),
                    paid);
        }

        /** Whether a payer would hear the same on the same day. */
        boolean isSame(Said other) {
            return on.equals(other.on) && stage == other.stage && channel == other.channel && tone == other.tone;
        }
    }

    void contact(ReminderPlanned made) {
        contacts++;
        count(byStage, made.stage().name());
        count(byChannel, made.channel().name());
        count(byTone, made.tone().name());
        made.needs().forEach(approver -> count(asked, approver.name()));
    }

    void said(Said said) {
        byInvoice
                .computeIfAbsent(said.invoice().toString(), first -> new ArrayList<>())
                .add(said);
    }

    void suppressed(ReminderSuppressed event) {
        event.reasons().stream().map(DunningReason::code).distinct().forEach(code -> count(suppressed, code));
    }

    /** @param what stands for the same contact each time it is thought of */
    void unreachable(String what) {
        unreachable.add(what);
    }

    private static void count(Map<String, Long> counts, String what) {
        counts.merge(what, 1L, Long::sum);
    }

    List<Said> of(String invoice) {
        return byInvoice.getOrDefault(invoice, List.of());
    }

    Set<String> invoices() {
        return byInvoice.keySet();
    }

    /** @param wrong whether an invoice had been paid when it was spoken of */
    Map<String, Object> told(Predicate<Said> wrong) {
        return Told.of(
                "contacts",
                contacts,
                "byStage",
                byStage,
                "byChannel",
                byChannel,
                "byTone",
                byTone,
                "approvals",
                asked,
                "suppressed",
                suppressed,
                "withoutAddress",
                unreachable.size(),
                "wrongInHindsight",
                byInvoice.values().stream()
                        .flatMap(List::stream)
                        .filter(wrong)
                        .map(Said::reminder)
                        .distinct()
                        .count());
    }
}
