package io.seikyu.command.invoice;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import java.util.List;

/** Whether one invoice may stand in the place of another that is cancelled (修正インボイス). */
final class Replacement {
    private Replacement() {}

    /** @throws Refusal when {@code named} is not a living invoice of the same payer that names the cancelled one */
    static void check(InvoiceState cancelled, String named, NamedInvoices invoices) {
        InvoiceState other = invoices.find(cancelled.clientId(), named)
                .orElseThrow(() -> refusal("there is no such invoice: submit it first, or leave this out"));
        if (!other.payer().equals(cancelled.payer())) {
            throw refusal("is another payer's invoice");
        }
        if (other.status() == InvoiceStatus.CANCELLED || other.status() == InvoiceStatus.REJECTED) {
            throw refusal("is " + other.status() + " itself");
        }
        if (!names(other, cancelled)) {
            throw refusal("does not name '" + cancelled.invoiceId()
                    + "' among its precedingInvoices: correct it, or submit one that does");
        }
    }

    private static boolean names(InvoiceState other, InvoiceState cancelled) {
        return other.document().precedingInvoices().stream()
                .anyMatch(name -> name.equals(cancelled.invoiceId())
                        || InvoiceNumber.of(name)
                                .value()
                                .equals(cancelled.document().number()));
    }

    private static Refusal refusal(String why) {
        return Refusal.invalid(
                "invalid-replacement",
                "that invoice cannot take the place of this one",
                List.of(new Fault("/replacedBy", "invalid", why)));
    }
}
