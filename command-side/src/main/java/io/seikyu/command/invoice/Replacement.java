package io.seikyu.command.invoice;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.invoice.InvoiceDocument;
import java.util.Comparator;
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

    /** Tells the payer's issued invoices that {@code other} names, and no more those that it named before. */
    static void begun(InvoiceState other, ReviewedDocument before, InvoiceDesk desk) {
        List<InvoiceState> now = replaced(other, other.document(), desk);
        List<String> still = now.stream().map(InvoiceState::invoiceId).toList();
        if (before != null) {
            replaced(other, before, desk).stream()
                    .filter(old -> !still.contains(old.invoiceId()))
                    .forEach(old -> desk.replaced().tell(old.id(), it -> it.replacementEnded(other.invoiceId())));
        }
        now.forEach(old -> desk.replaced().tell(old.id(), it -> it.replacementBegun(other.invoiceId())));
    }

    /** It will never be, or is no more. Once it is issued the money is asked for by it. */
    static void ended(InvoiceState other, InvoiceDesk desk) {
        replaced(other, other.document(), desk)
                .forEach(old -> desk.replaced().tell(old.id(), it -> it.replacementEnded(other.invoiceId())));
    }

    /** A final invoice takes no other's place: it goes on from those over advances. */
    private static List<InvoiceState> replaced(InvoiceState other, ReviewedDocument document, InvoiceDesk desk) {
        if (document.kind() == InvoiceDocument.Kind.FINAL) {
            return List.of();
        }
        return document.precedingInvoices().stream()
                .flatMap(name -> desk.invoices().find(other.clientId(), name).stream())
                .filter(old -> !old.invoiceId().equals(other.invoiceId()))
                .filter(old -> old.payer().equals(new AccountId(other.clientId(), document.accountId())))
                .filter(old -> old.status().isIssued())
                .distinct()
                .sorted(Comparator.comparing(InvoiceState::invoiceId))
                .toList();
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
