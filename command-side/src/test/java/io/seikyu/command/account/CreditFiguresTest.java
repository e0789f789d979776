package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Prints what a look at a payer with 1,000 open and 1,000 settled invoices costs; what comes out is what is asserted. */
class CreditFiguresTest {
    private static final int INVOICES = 1_000;
    private static final int TURNS = 2_001;

    @Test
    void aThousandInvoices() {
        AccountBook book = AccountBook.EMPTY.with(Books.screened("100000000"));
        for (int i = 0; i < INVOICES; i++) {
            LocalDate due = Books.DUE.minusDays(i % 300);
            book = Books.told(book, Books.claim("open-" + i, Stage.ISSUED, 1_000, due));
            book = Books.told(
                    book,
                    Books.claim("paid-" + i, Stage.SETTLED, 0, due, Books.payment("r" + i, due.plusDays(i % 7 - 3))));
        }
        AccountBook full = book;

        PaymentProfile profile = timed("payment profile", () -> full.profile(Books.DUE.plusDays(30)));
        Exposure exposure = timed("exposure", () -> full.exposure(Books.DUE));
        CreditCheck check = timed(
                "credit check of an invoice",
                () -> CreditCheck.of(
                        full,
                        new CreditCheck.Asked("new", null, new BigDecimal("1000"), Books.DUE, "c1", CreditTerms.NONE),
                        Books.DUE));
        AccountBook after =
                timed("one more claim", () -> Books.told(full, Books.claim("one-more", Stage.ISSUED, 1_000)));

        assertThat(profile.settled()).isEqualTo(INVOICES);
        assertThat(profile.delays())
                .isEqualTo(profile.settled() - profile.onTime())
                .isPositive();
        assertThat(exposure.unpaid()).isEqualByComparingTo("1000000");
        assertThat(check.coverage().amount()).isEqualByComparingTo("1000");
        assertThat(after.exposure(Books.DUE).unpaid()).isEqualByComparingTo("1001000");
    }

    private static <R> R timed(String what, Supplier<R> work) {
        long[] nanos = new long[TURNS];
        R result = null;
        for (int i = 0; i < TURNS; i++) {
            long from = System.nanoTime();
            result = work.get();
            nanos[i] = System.nanoTime() - from;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf(
                "%s over %,d open and %,d settled invoices: median %.3f ms, 99 %% %.3f ms, the first time %.3f ms%n",
                what, INVOICES, INVOICES, nanos[TURNS / 2] / 1e6, nanos[TURNS * 99 / 100] / 1e6, first / 1e6);
        return result;
    }
}
