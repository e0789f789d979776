package io.seikyu.query;

import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.client.ClientEvent.ClientRegistered;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.money.TaxCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Events for tests. */
public final class Samples {
    private Samples() {}

    public static String stream(String tenant, String type, String id) {
        return tenant + "/" + type + "/" + id;
    }

    public static ClientRegistered client(String id) {
        return new ClientRegistered(id, clientDetails("株式会社 " + id));
    }

    public static ClientDetails clientDetails(String name) {
        return new ClientDetails(
                name,
                "T7000012050002",
                true,
                new BankDetails("0001", "001", "1", "1234567", "カ)エー"),
                "a@example.jp",
                false,
                Map.of());
    }

    public static AccountOpened account(String client, String id) {
        return new AccountOpened(client, id, accountDetails("山田商店"));
    }

    public static AccountDetails accountDetails(String name) {
        return new AccountDetails(
                name, "ヤマダシヨウテン", false, null, null, null, null, null, null, List.of(), null, null, null, null, null);
    }

    public static InvoiceSubmitted submitted(String client, String id, long net) {
        return new InvoiceSubmitted(client, id, document(id, net), 1, false, false);
    }

    public static InvoiceDocument document(String id, long net) {
        BigDecimal amount = BigDecimal.valueOf(net);
        BigDecimal tax = BigDecimal.valueOf(net / 10);
        return new InvoiceDocument(
                "N-" + id,
                "a1",
                "c1",
                Kind.STANDARD,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 5, 29),
                new Issuer("株式会社 acme", "T7000012050002"),
                new Recipient("山田商店"),
                List.of(new Line(
                        LineKind.ITEM,
                        "HOSTING",
                        "Hosting",
                        BigDecimal.ONE,
                        amount,
                        amount,
                        TaxCategory.STANDARD,
                        null,
                        null)),
                List.of(),
                List.of(new TaxTotal(TaxCategory.STANDARD, BigDecimal.TEN, amount, tax)),
                amount.add(tax),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    public static InvoiceReviewed reviewed(String client, String id, int version, Outcome outcome, int findings) {
        return new InvoiceReviewed(
                client, id, version, outcome, "review@1", List.of("unit-price@1"), Map.of("contract", "c1"), findings);
    }

    public static DiscrepancyFound found(String client, String id, int version) {
        return new DiscrepancyFound(
                client,
                id,
                version,
                new Finding(
                        "UNIT_PRICE_MISMATCH",
                        Finding.Severity.ERROR,
                        "/lines/0/unitPrice",
                        "1000",
                        "900",
                        "The contract says 1000.",
                        "unit-price@1"));
    }

    public static InvoiceCorrected corrected(String client, String id, int version, long net) {
        return new InvoiceCorrected(client, id, version, document(id, net), "wrong price", 1, false, false);
    }

    public static InvoiceApproved approved(String client, String id, int version) {
        return new InvoiceApproved(client, id, version, false, null);
    }

    public static InvoiceIssued issued(String client, String id, long payable) {
        return new InvoiceIssued(
                client, id, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 29), BigDecimal.valueOf(payable));
    }

    public static PaymentReceived payment(String client, String id, String receipt, long amount, long balance) {
        return new PaymentReceived(
                client,
                id,
                receipt,
                LocalDate.of(2026, 5, 20),
                BigDecimal.valueOf(amount),
                BigDecimal.valueOf(balance));
    }

    public static InvoicePaid paid(String client, String id) {
        return new InvoicePaid(client, id, LocalDate.of(2026, 5, 20));
    }
}
