package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import io.seikyu.contract.invoice.WriteOffGround;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventsourcing.EventSourcingRepository;

/** Payments, credits and write-offs in any order: no yen is lost, and nobody is paid back what nobody paid. */
class WriteOffsPropertyTest {
    private static final BigDecimal BILLED = Samples.document().total();

    private BigDecimal paid = BigDecimal.ZERO;
    private BigDecimal credited = BigDecimal.ZERO;
    private BigDecimal toPayBack = BigDecimal.ZERO;

    @Property(tries = 200)
    void everyYenThatWasBilledIsOpenPaidCreditedOrGivenUp(
            @ForAll @Size(max = 14) List<@IntRange(min = 1, max = 40_000) Integer> amounts,
            @ForAll @Size(value = 14) List<@IntRange(min = 0, max = 2) Integer> kinds) {
        EventSourcingRepository<Invoice> invoices = PaymentsPropertyTest.anIssuedInvoice();
        paid = BigDecimal.ZERO;
        credited = BigDecimal.ZERO;
        toPayBack = BigDecimal.ZERO;

        for (int i = 0; i < amounts.size(); i++) {
            int kind = kinds.get(i);
            int nth = i;
            BigDecimal amount = BigDecimal.valueOf(amounts.get(i));
            BigDecimal before =
                    PaymentsPropertyTest.in(invoices, it -> it.state().balance());
            String refused = PaymentsPropertyTest.in(invoices, invoice -> step(invoice, kind, amount, nth));
            if (kind == 2 && before.signum() > 0 && amount.compareTo(before) > 0) {
                assertThat(refused).isEqualTo("write-off-above-balance");
            }
            InvoiceState state = PaymentsPropertyTest.in(invoices, Invoice::state);
            BigDecimal givenUp = state.after().writeOffs().amount();
            assertThat(state.balance()
                            .add(paid)
                            .add(credited)
                            .subtract(toPayBack)
                            .add(givenUp))
                    .isEqualByComparingTo(BILLED);
            assertThat(state.balance()).isNotNegative();
            assertThat(givenUp).isNotNegative();
            assertThat(toPayBack).isLessThanOrEqualTo(paid);
            boolean ended = state.status() == InvoiceStatus.PAID || state.status() == InvoiceStatus.WRITTEN_OFF;
            assertThat(ended).isEqualTo(state.balance().signum() == 0);
        }
    }

    /** @return the code of the refusal, or null */
    private String step(Invoice invoice, int kind, BigDecimal amount, int nth) {
        try {
            switch (kind) {
                case 0 ->
                    paid = paid.add(invoice.receive(
                            Booking.of(PaymentsPropertyTest.paid("r" + nth), amount),
                            AgreedFee.NONE,
                            PaymentsPropertyTest.LEDGERS));
                case 1 -> {
                    Credit credit = credit(nth, amount);
                    BigDecimal excess = invoice.credit(credit, Samples.TODAY, PaymentsPropertyTest.LEDGERS);
                    toPayBack = toPayBack.add(excess);
                    credited = credited.add(credit.total());
                }
                default ->
                    invoice.writeOff(
                            new WriteOff("a" + nth, amount, WriteOffGround.AGREED, Samples.TODAY),
                            PaymentsPropertyTest.LEDGERS);
            }
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Credit credit(int nth, BigDecimal taxable) {
        TaxTotal of = Samples.document().taxes().get(nth % 2);
        BigDecimal tax = taxable.multiply(of.rate()).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN);
        TaxTotal sum = new TaxTotal(of.taxCategory(), of.rate(), taxable, tax);
        return new Credit("n" + nth, "CN-" + nth, List.of(sum), taxable.add(tax));
    }
}
