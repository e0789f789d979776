package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.Claim.Payment;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.ChargeKind;
import io.seikyu.contract.invoice.InvoiceCommand.ClaimCharge;
import io.seikyu.contract.invoice.InvoiceCommand.WaiveCharge;
import io.seikyu.contract.invoice.WriteOffGround;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.junit.jupiter.api.Test;

/** What payments do to an issued invoice of 60,790 yen that is due on 2026-06-01, and how they are undone. */
class SettlingTest {
    private static final InvoiceId ID = new InvoiceId("acme", "i1");
    private static final LocalDate DUE = Samples.document().dueDate();
    private static final AgreedFee FEE = new AgreedFee(true, yen("880"));

    private final LedgersInMemory ledgers = new LedgersInMemory(Samples.accounts());
    private final EventSourcingRepository<Invoice> invoices = PaymentsPropertyTest.anIssuedInvoice();

    @Test
    void anOverPaymentIsTakenToTheLastOpenYen() {
        assertThat(pay("r1", DUE, "70000")).isEqualByComparingTo("60790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void aDoublePaymentFindsNothingOpen() {
        pay("r1", DUE, "60790");
        assertThat(pay("r2", DUE, "60790")).isEqualByComparingTo("0");
        assertThat(state().settlement().payments()).hasSize(1);
    }

    @Test
    void aPaymentBeforeItIsDueSettlesItAndNoInterestAccrues() {
        pay("r1", DUE.minusDays(20), "60790");
        assertThat(ledgers.claim("i1").stage()).isEqualTo(Stage.SETTLED);
        refused("no-interest-accrued", invoice -> claim(invoice, "c1", DUE.plusDays(90), null));
    }

    @Test
    void partPaymentsAddUp() {
        pay("r1", DUE, "30000");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PARTLY_PAID);
        pay("r2", DUE, "30790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void aReversalAfterTheAllocationOpensItAgainAndCorrectsThePayersProfile() {
        pay("r1", DUE, "30000");
        pay("r2", DUE, "30790");

        assertThat(undo("r2")).isEqualByComparingTo("30790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PARTLY_PAID);
        assertThat(state().balance()).isEqualByComparingTo("30790");
        assertThat(ledgers.claim("i1").stage()).isEqualTo(Stage.ISSUED);
        undo("r1");
        assertThat(state().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(state().balance()).isEqualByComparingTo("60790");
        assertThat(undo("r1")).isEqualByComparingTo("0");
    }

    @Test
    void aBackdatedBookingTakesBackTheInterestThatHadNotAccruedAfterAll() {
        LocalDate late = DUE.plusDays(365);
        assertThat(accrued(late)).isEqualByComparingTo("1823"); // 60,790 × 3 %
        pay("r1", DUE, "60790");
        assertThat(accrued(late)).isEqualByComparingTo("0");
    }

    @Test
    void claimedCostsAreSettledFirstThenClaimedInterestThenPrincipal() {
        in(invoice -> claim(invoice, "interest", DUE.plusDays(365), null));
        in(invoice -> Charging.claim(
                invoice,
                new ClaimCharge(ID, "cost", ChargeKind.COST, null, yen("500"), "letter"),
                Samples.claimTerms()));
        assertThat(state().settlement().claimed()).isEqualByComparingTo("2323");

        assertThat(pay("r1", DUE.plusDays(365), "1000")).isEqualByComparingTo("1000");
        assertThat(state().balance()).isEqualByComparingTo("60790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(open("cost")).isEqualByComparingTo("0");
        assertThat(open("interest")).isEqualByComparingTo("1323");
        pay("r2", DUE.plusDays(365), "2000");
        assertThat(open("interest")).isEqualByComparingTo("0");
        assertThat(state().balance()).isEqualByComparingTo("60113");
        undo("r2");
        assertThat(open("interest")).isEqualByComparingTo("1323");
        assertThat(state().balance()).isEqualByComparingTo("60790");
    }

    @Test
    void interestThatMerelyAccruedKeepsNoInvoiceOpenAndIsClaimedOnce() {
        LocalDate late = DUE.plusDays(365);
        assertThat(pay("r1", late, "60790")).isEqualByComparingTo("60790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(accrued(late.plusDays(365))).isEqualByComparingTo("1823");
        refused("interest-above-accrued", invoice -> claim(invoice, "c1", late, yen("1824")));
        in(invoice -> claim(invoice, "c1", late, yen("1000")));
        in(invoice -> claim(invoice, "c2", late, null));
        assertThat(open("c2")).isEqualByComparingTo("823");
        refused("no-interest-accrued", invoice -> claim(invoice, "c3", late, null));
        in(invoice -> Charging.waive(invoice, new WaiveCharge(ID, "c2", "goodwill")));
        refused("charge-settled", invoice -> Charging.waive(invoice, new WaiveCharge(ID, "c2", "-")));
        refused("charge-not-found", invoice -> Charging.waive(invoice, new WaiveCharge(ID, "c9", "-")));
        assertThat(pay("r2", late, "5000")).isEqualByComparingTo("1000");
    }

    @Test
    void theTransferFeeIsKeptBackWhereThatWasAgreedAndUpToItsCap() {
        assertThat(pay("r1", DUE, "60350", FEE, fee("440"))).isEqualByComparingTo("60350");
        assertThat(state().status()).isEqualTo(InvoiceStatus.PAID);
        undo("r1");
        assertThat(state().balance()).isEqualByComparingTo("60790");
        refused("transfer-fee-not-agreed", invoice -> book(invoice, "r2", DUE, "59909", FEE, fee("881")));
        refused("transfer-fee-not-agreed", invoice -> book(invoice, "r2", DUE, "60350", AgreedFee.NONE, fee("440")));
        refused(
                "deduction-above-balance",
                invoice -> book(invoice, "r2", DUE, "1", FEE, new Deduction(Deduction.Kind.OFFSET, yen("60791"))));
    }

    @Test
    void aPaymentAfterAWriteOffIsTakenOnlyWhenAPersonBooksItAndIsThenRecovered() {
        in(invoice -> {
            invoice.writeOff(new WriteOff("ap1", yen("60790"), WriteOffGround.BANKRUPTCY, DUE), ledgers);
            return null;
        });
        assertThat(pay("r1", DUE.plusDays(400), "10000")).isEqualByComparingTo("0");

        Booking byPerson = new Booking(payment("r2", DUE.plusDays(400)), yen("10000"), List.of(), true);
        BigDecimal recovered = in(invoice -> invoice.receive(byPerson, FEE, ledgers));
        assertThat(recovered).isEqualByComparingTo("10000");
        assertThat(state().after().writeOffs().amount()).isEqualByComparingTo("50790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.WRITTEN_OFF);
        assertThat(undo("r2")).isEqualByComparingTo("10000");
        assertThat(state().after().writeOffs().amount()).isEqualByComparingTo("60790");
        assertThat(state().status()).isEqualTo(InvoiceStatus.WRITTEN_OFF);
    }

    private BigDecimal accrued(LocalDate day) {
        InvoiceState state = state();
        ClaimTerms terms = Samples.claimTerms();
        return state.settlement().accrued(state.balance(), day, terms.late(state), terms.rates());
    }

    private static ChargeResult claim(Invoice invoice, String id, LocalDate upTo, BigDecimal amount) {
        return Charging.claim(
                invoice, new ClaimCharge(ID, id, ChargeKind.INTEREST, upTo, amount, "late"), Samples.claimTerms());
    }

    private BigDecimal pay(String receipt, LocalDate on, String money) {
        return pay(receipt, on, money, AgreedFee.NONE);
    }

    private BigDecimal pay(String receipt, LocalDate on, String money, AgreedFee fee, Deduction... kept) {
        return in(invoice -> book(invoice, receipt, on, money, fee, kept));
    }

    private BigDecimal book(
            Invoice invoice, String receipt, LocalDate on, String money, AgreedFee fee, Deduction... kept) {
        return invoice.receive(new Booking(payment(receipt, on), yen(money), List.of(kept), false), fee, ledgers);
    }

    private BigDecimal undo(String receipt) {
        return in(invoice -> invoice.undoPayment(receipt, "recalled", ledgers));
    }

    private BigDecimal open(String chargeId) {
        return state().settlement().charge(chargeId).orElseThrow().open();
    }

    private InvoiceState state() {
        return in(Invoice::state);
    }

    private <R> R in(java.util.function.Function<Invoice, R> task) {
        return PaymentsPropertyTest.in(invoices, task);
    }

    private void refused(String code, Consumer<Invoice> task) {
        in(invoice -> {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> task.accept(invoice))
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
            return null;
        });
    }

    private static Payment payment(String receipt, LocalDate on) {
        return new Payment(receipt, on, Method.TRANSFER);
    }

    private static Deduction fee(String amount) {
        return new Deduction(Deduction.Kind.TRANSFER_FEE, yen(amount));
    }

    private static BigDecimal yen(String amount) {
        return Samples.yen(amount);
    }
}
