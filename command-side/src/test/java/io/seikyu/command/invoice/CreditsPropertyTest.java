package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Samples;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.invoice.InvoiceDocument.TaxTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.axonframework.eventsourcing.EventSourcingRepository;

/** Payments and credits in any order: what was billed, less what was credited and paid, is what is open. */
class CreditsPropertyTest {

    @Property(tries = 200)
    void billedLessCreditedLessPaidIsWhatIsOpen(
            @ForAll @Size(max = 14) List<@IntRange(min = -30_000, max = 30_000) Integer> steps) {
        EventSourcingRepository<Invoice> invoices = PaymentsPropertyTest.anIssuedInvoice();
        List<TaxTotal> billed = Samples.document().taxes();
        BigDecimal open = Samples.document().total();
        BigDecimal[] credited = {BigDecimal.ZERO, BigDecimal.ZERO};

        for (int i = 0; i < steps.size(); i++) {
            BigDecimal amount = BigDecimal.valueOf(Math.abs(steps.get(i)));
            if (steps.get(i) >= 0) {
                BigDecimal taken = PaymentsPropertyTest.in(
                        invoices,
                        invoice -> invoice.receive(
                                Booking.of(PaymentsPropertyTest.paid("r"), amount),
                                AgreedFee.NONE,
                                PaymentsPropertyTest.LEDGERS));
                open = open.subtract(taken);
            } else {
                int rate = i % 2;
                Credit credit = credit(i, billed.get(rate), amount);
                BigDecimal before = credited[rate].add(amount);
                if (before.compareTo(billed.get(rate).taxable()) <= 0) {
                    BigDecimal excess = PaymentsPropertyTest.in(
                            invoices, invoice -> invoice.credit(credit, Samples.TODAY, PaymentsPropertyTest.LEDGERS));
                    credited[rate] = before;
                    assertThat(excess)
                            .isEqualByComparingTo(credit.total().subtract(open).max(BigDecimal.ZERO));
                    open = open.subtract(credit.total()).add(excess);
                } else {
                    String code = PaymentsPropertyTest.in(invoices, invoice -> refusal(invoice, credit));
                    assertThat(code).isEqualTo("credit-above-original");
                }
            }
            InvoiceState state = PaymentsPropertyTest.in(invoices, Invoice::state);
            assertThat(state.balance()).isEqualByComparingTo(open).isNotNegative();
            assertThat(state.status() == InvoiceStatus.PAID).isEqualTo(open.signum() == 0);
            List<TaxTotal> left = state.after().credits().left(billed);
            for (int rate = 0; rate < 2; rate++) {
                assertThat(left.get(rate).taxable().add(credited[rate]))
                        .isEqualByComparingTo(billed.get(rate).taxable());
                assertThat(left.get(rate).tax()).isNotNegative();
            }
        }
    }

    private static Credit credit(int i, TaxTotal of, BigDecimal taxable) {
        BigDecimal tax = taxable.multiply(of.rate()).divide(BigDecimal.valueOf(100), 0, RoundingMode.DOWN);
        TaxTotal sum = new TaxTotal(of.taxCategory(), of.rate(), taxable, tax);
        return new Credit("n" + i, "CN-" + i, List.of(sum), taxable.add(tax));
    }

    private static String refusal(Invoice invoice, Credit credit) {
        try {
            invoice.credit(credit, Samples.TODAY, PaymentsPropertyTest.LEDGERS);
            return "none";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
