package io.seikyu.command.review;

import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.PrepaidRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A prepayment that lowers what is payable is there: a receipt of this payer with money that nobody took, or an advance
 * invoice (前受金) to this payer that is issued; and no other invoice sets off the same money. A person looks where nobody
 * knows yet whose money it is. What is withheld and prepaid together may not exceed the total.
 */
final class PrepaidRule implements ReviewRule {
    private static final String CODE = "PREPAID_NOT_COVERED";

    @Override
    public String name() {
        return "prepaid";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public List<Finding> check(ReviewFacts facts) {
        InvoiceDocument document = facts.document();
        List<Finding> findings = new ArrayList<>();
        BigDecimal payable = Payable.of(document);
        if (payable.signum() < 0) {
            findings.add(error(
                    CODE,
                    document.prepaidRefs().isEmpty() ? "/withholding" : "/prepaidRefs",
                    document.total(),
                    document.total().subtract(payable),
                    "More is withheld and prepaid than the " + Figures.text(document.total())
                            + " yen that the invoice claims."));
        }
        if (document.kind() == Kind.FINAL
                && document.prepaidRefs().isEmpty()
                && document.precedingInvoices().isEmpty()) {
            findings.add(
                    warning(
                            CODE,
                            "/prepaidRefs",
                            null,
                            null,
                            "A final invoice names what was paid or billed in advance. Name it, or make this a standard invoice."));
        }
        Map<String, BigDecimal> used = usedByOthers(facts);
        for (int i = 0; i < document.prepaidRefs().size(); i++) {
            check(facts, document.prepaidRefs().get(i), "/prepaidRefs/" + i, used, findings);
        }
        return findings;
    }

    private void check(
            ReviewFacts facts, PrepaidRef ref, String pointer, Map<String, BigDecimal> used, List<Finding> findings) {
        String name = History.name(ref);
        Prepayment prepayment = facts.history().prepayments().get(name);
        if (prepayment == null || name.equals("invoice/" + facts.history().invoiceId())) {
            String message = "There is no " + said(ref) + " to set off. Name the right one, or set off nothing.";
            findings.add(error(CODE, pointer, null, ref.amount(), message));
        } else if (prepayment.payer() == null) {
            String message = "Nobody knows yet who paid " + said(ref) + ": compare it with the money that came in.";
            findings.add(warning(CODE, pointer, prepayment.available(), ref.amount(), message));
        } else if (!prepayment.payer().equals(facts.document().accountId())) {
            String message = "The " + said(ref) + " is another payer's. Set off what this payer paid.";
            findings.add(error(CODE, pointer, facts.document().accountId(), prepayment.payer(), message));
        } else if (ref.invoiceId() != null && isKnownAsOther(facts, ref.invoiceId())) {
            String message = "The " + said(ref) + " is no advance invoice. Set off advance invoices and receipts only.";
            findings.add(error(CODE, pointer, Kind.ADVANCE, null, message));
        } else {
            covered(prepayment, ref, pointer, used, findings);
        }
    }

    private void covered(
            Prepayment prepayment,
            PrepaidRef ref,
            String pointer,
            Map<String, BigDecimal> used,
            List<Finding> findings) {
        BigDecimal before = used.getOrDefault(History.name(ref), BigDecimal.ZERO);
        BigDecimal left = prepayment.available().subtract(before).max(BigDecimal.ZERO);
        if (ref.amount().compareTo(left) > 0) {
            String message = "Of " + said(ref) + " " + Figures.text(left) + " yen can be set off, not "
                    + Figures.text(ref.amount()) + (before.signum() > 0 ? ": the rest is set off already." : ".");
            findings.add(error(CODE, pointer + "/amount", left, ref.amount(), message));
        }
        used.merge(History.name(ref), ref.amount(), BigDecimal::add);
    }

    private static boolean isKnownAsOther(ReviewFacts facts, String invoiceId) {
        return facts.history()
                .ledger()
                .find(invoiceId)
                .filter(invoice -> invoice.kind() != Kind.ADVANCE)
                .isPresent();
    }

    private static Map<String, BigDecimal> usedByOthers(ReviewFacts facts) {
        Map<String, BigDecimal> used = new HashMap<>();
        facts.history()
                .others()
                .map(EnteredInvoice::prepaidRefs)
                .forEach(refs -> refs.forEach(ref -> used.merge(History.name(ref), ref.amount(), BigDecimal::add)));
        return used;
    }

    private static String said(PrepaidRef ref) {
        return ref.receiptId() != null ? "receipt " + ref.receiptId() : "invoice " + ref.invoiceId();
    }
}
