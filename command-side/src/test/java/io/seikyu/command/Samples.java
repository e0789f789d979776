package io.seikyu.command;

import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.Aliases;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Ledger;
import io.seikyu.command.account.Ledgers;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.ClientState;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.review.Prepayment;
import io.seikyu.command.review.Prepayments;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.contract.ContractTerms.DayCount;
import io.seikyu.contract.contract.ContractTerms.Expense;
import io.seikyu.contract.contract.ContractTerms.Item;
import io.seikyu.contract.contract.ContractTerms.LateInterest;
import io.seikyu.contract.contract.ContractTerms.TransferFee;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.interest.StatutoryRates;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceDocument.Issuer;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import io.seikyu.contract.invoice.InvoiceDocument.Line;
import io.seikyu.contract.invoice.InvoiceDocument.LineKind;
import io.seikyu.contract.invoice.InvoiceDocument.Recipient;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.contract.money.TaxRates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A client company, a payer, their contract and an invoice that is right in every figure. */
public final class Samples {
    public static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    public static final String NUMBER = "T7123456789012";

    private Samples() {}

    public static BigDecimal yen(String amount) {
        return new BigDecimal(amount);
    }

    public static ClientDetails client(boolean autoIssue) {
        return new ClientDetails(
                "Aoba Trading",
                NUMBER,
                true,
                new BankDetails("0001", "001", "1", "1234567", "アオバトレーデイング"),
                "billing@aoba.example",
                autoIssue,
                Map.of());
    }

    public static AccountDetails account() {
        return new AccountDetails(
                "Momiji Foods",
                "モミジフーズ",
                true,
                null,
                null,
                "ap@momiji.example",
                null,
                null,
                "Sato",
                List.of(),
                null,
                null,
                null,
                null,
                "ja");
    }

    public static ContractTerms terms() {
        return new ContractTerms(
                "a1",
                LocalDate.of(2026, 1, 1),
                null,
                false,
                Rounding.FLOOR,
                List.of(
                        new Item("RICE", "Rice 10 kg", yen("4000"), TaxCategory.REDUCED, null),
                        new Item("WORK", "Hour of work", yen("7500.5"), TaxCategory.STANDARD, null)),
                List.of(new Expense("SHIPPING", TaxCategory.STANDARD, false, null)),
                new PaymentTerms("EOM", 1, "EOM", PaymentTerms.Shift.NEXT),
                new LateInterest(null, DayCount.D365),
                new TransferFee(true, yen("880")),
                ClaimHolder.AGENT,
                null,
                false,
                yen("1000000"),
                null,
                null,
                null);
    }

    public static ContractHistory contract() {
        return new ContractHistory("c1", Effective.since(LocalDate.of(2026, 1, 1), terms()), null);
    }

    /** Net 40,000 at 8 % and 15,001 + 990 at 10 %; due on Sunday 2026-05-31, so on 2026-06-01. */
    public static InvoiceDocument document() {
        return new InvoiceDocument(
                "INV-001",
                "a1",
                "c1",
                Kind.STANDARD,
                LocalDate.of(2026, 4, 1),
                LocalDate.of(2026, 4, 30),
                LocalDate.of(2026, 5, 1),
                LocalDate.of(2026, 6, 1),
                new Issuer("Aoba Trading", NUMBER),
                new Recipient("Momiji Foods"),
                List.of(
                        line(LineKind.ITEM, "RICE", "10", "4000", "40000", TaxCategory.REDUCED),
                        line(LineKind.ITEM, "WORK", "2", "7500.5", "15001", TaxCategory.STANDARD),
                        line(LineKind.EXPENSE, "SHIPPING", "1", "990", "990", TaxCategory.STANDARD)),
                List.of(),
                List.of(
                        new TaxTotal(TaxCategory.REDUCED, yen("8"), yen("40000"), yen("3200")),
                        new TaxTotal(TaxCategory.STANDARD, yen("10"), yen("15991"), yen("1599"))),
                yen("60790"),
                List.of(),
                null,
                null,
                List.of(),
                null);
    }

    public static Line line(
            LineKind kind, String code, String quantity, String price, String amount, TaxCategory category) {
        return new Line(kind, code, code, yen(quantity), yen(price), yen(amount), category, null, null);
    }

    public static Clients clients(boolean autoIssue) {
        return id -> id.value().equals("acme")
                ? Optional.of(new Client(new ClientState(id.toString(), Effective.always(client(autoIssue)))))
                : Optional.empty();
    }

    public static Accounts accounts() {
        return id -> id.equals(new AccountId("acme", "a1"))
                ? Optional.of(new CustomerAccount(new AccountState(
                        id.toString(), Effective.always(account()), Ledger.EMPTY, AccountBook.EMPTY, Aliases.NONE)))
                : Optional.empty();
    }

    public static Contracts contracts() {
        return id -> id.tenant().equals("acme") && id.value().equals("c1") ? Optional.of(contract()) : Optional.empty();
    }

    /** The money of receipt {@code r1} is the payer's; whose {@code r0} is, nobody knows. */
    public static Prepayments prepayments() {
        return new Prepayments() {
            @Override
            public Optional<Prepayment> receipt(ReceiptId id) {
                String payer = id.value().equals("r1") ? "a1" : null;
                return Optional.of(new Prepayment(payer, yen("60790")));
            }

            @Override
            public Optional<Prepayment> invoice(InvoiceId id) {
                return Optional.empty();
            }
        };
    }

    public static ClaimTerms claimTerms() {
        return new ClaimTerms(contracts(), StatutoryRates.japan());
    }

    public static ReviewDesk desk(boolean autoIssue) {
        return desk(autoIssue, new LedgersInMemory(accounts()));
    }

    public static ReviewDesk desk(boolean autoIssue, Ledgers ledgers) {
        return new ReviewDesk(
                clients(autoIssue),
                payer -> Optional.of(ledgers.lock(payer)),
                contracts(),
                prepayments(),
                (tenant, named) -> named.equals("i0") ? Optional.of(new AccountId("acme", "a1")) : Optional.empty(),
                () -> PublishedReviewPolicy.standard("review/default@0"),
                TaxRates.japan(),
                BankCalendar.japan());
    }

    public static ClientId acme() {
        return new ClientId("acme");
    }
}
