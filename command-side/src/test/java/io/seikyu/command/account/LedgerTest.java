package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.invoice.InvoiceDocument.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 31);

    @Test
    void invoicesStandInTheOrderOfTheirTransactionsWhateverTheOrderInWhichTheyCame() {
        Ledger ledger = ledger(invoice("late", MAY), invoice("early", MAY.minusYears(1)), invoice("later", MAY));

        assertThat(ids(ledger)).containsExactly("early", "late", "later");
    }

    @Test
    void theSameInvoiceAgainTakesThePlaceOfWhatWasKnownOfIt() {
        Ledger ledger = ledger(invoice("i1", MAY), invoice("i2", MAY), invoice("i1", MAY.plusDays(1)));

        assertThat(ids(ledger)).containsExactly("i2", "i1");
    }

    @Test
    void aCorrectionMovesItToAnotherContract() {
        Ledger ledger = ledger(invoice("i1", MAY), of("c2", "i1", MAY));

        assertThat(ledger.of("c1").invoices()).isEmpty();
        assertThat(ledger.of("c2").invoices()).hasSize(1);
    }

    @Test
    void ofOneContractTheNewestTransactionsAreRemembered() {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < 1_000; i++) {
            ledger = ledger.with(entered(invoice("i" + i, MAY.plusDays(i % 500))));
        }

        assertThat(ledger.invoices()).hasSize(ContractLedger.INVOICES);
        assertThat(ledger.invoices()).noneMatch(it -> it.transactionTo().isBefore(MAY.plusDays(440)));
    }

    @Test
    void ofManyContractsThoseThatWereUsedLastAreRemembered() {
        Ledger ledger = Ledger.EMPTY;
        for (int i = 0; i < 150; i++) {
            ledger = ledger.with(entered(of("c" + i, "i" + i, MAY)));
            ledger = ledger.with(entered(of("always", "a" + i, MAY)));
        }

        assertThat(ledger.contracts()).hasSize(Ledger.CONTRACTS);
        assertThat(ledger.of("always").invoices()).hasSize(ContractLedger.INVOICES);
        assertThat(ledger.of("c149").invoices()).hasSize(1);
        assertThat(ledger.of("c0").invoices()).isEmpty();
    }

    @Test
    void theNextInvoicesAfterAnErrorAreThoseThatCameFirstAndStayItWhenCorrected() {
        Ledger ledger = ledger(invoice("before", MAY)).with(error("c1"));
        for (String id : List.of("n1", "n2", "n1", "n3", "n4")) {
            ledger = ledger.with(entered(invoice(id, MAY)));
        }
        ContractLedger contract = ledger.of("c1");

        assertThat(contract.isAmongNext("n1", 3)).isTrue();
        assertThat(contract.isAmongNext("n3", 3)).isTrue();
        assertThat(contract.isAmongNext("n4", 3)).isFalse();
        assertThat(contract.isAmongNext("new", 3)).isFalse();
        assertThat(contract.isAmongNext("new", 5)).isTrue();
        assertThat(contract.isAmongNext("before", 9)).isFalse();
    }

    @Test
    void anInvoiceThatLeavesMakesRoomForTheNext() {
        Ledger ledger = Ledger.EMPTY.with(error("c1"));
        for (String id : List.of("n1", "n2", "n3")) {
            ledger = ledger.with(entered(invoice(id, MAY)));
        }
        ledger = ledger.without("n2");

        assertThat(ledger.of("c1").isAmongNext("n4", 3)).isTrue();
        assertThat(ledger.of("c1").isAmongNext("n3", 3)).isTrue();
        assertThat(ids(ledger)).containsExactly("n1", "n3");
    }

    @Test
    void anErrorOfOneContractSaysNothingOfAnother() {
        assertThat(Ledger.EMPTY.with(error("c2")).of("c1").isAmongNext("i1", 3)).isFalse();
    }

    @Test
    void anotherErrorCountsAnew() {
        Ledger ledger =
                Ledger.EMPTY.with(error("c1")).with(entered(invoice("i1", MAY))).with(error("c1"));

        assertThat(ledger.of("c1").isAmongNext("i1", 3)).isFalse();
        assertThat(ledger.of("c1").since()).isEmpty();
    }

    private static Ledger ledger(EnteredInvoice... invoices) {
        Ledger ledger = Ledger.EMPTY;
        for (EnteredInvoice invoice : invoices) {
            ledger = ledger.with(entered(invoice));
        }
        return ledger;
    }

    private static List<String> ids(Ledger ledger) {
        return ledger.invoices().map(EnteredInvoice::invoiceId).toList();
    }

    private static InvoiceEntered entered(EnteredInvoice invoice) {
        return new InvoiceEntered("acme", "a1", invoice);
    }

    private static BillingErrorUpheld error(String contractId) {
        return new BillingErrorUpheld("acme", "a1", contractId, "i0", BillingError.DISPUTE_UPHELD, "d1");
    }

    private static EnteredInvoice invoice(String id, LocalDate to) {
        return of("c1", id, to);
    }

    private static EnteredInvoice of(String contractId, String id, LocalDate to) {
        return new EnteredInvoice(
                id, contractId, Kind.STANDARD, to, to, BigDecimal.TEN, id, List.of(), List.of(), false);
    }
}
