package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.Claim.Stage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to whichever invoices and reservations: exposure is the sum of its parts, and every part is exact. */
class ExposurePropertyTest {

    @Property(tries = 500)
    void exposureIsTheSumOfItsPartsAfterAnyHistory(@ForAll("histories") List<Step> history) {
        AccountBook book = AccountBook.EMPTY;
        Map<String, Step> invoices = new HashMap<>();
        Map<String, Long> reserved = new HashMap<>();
        Set<String> seen = new TreeSet<>();

        for (Step step : history) {
            String id = "n" + step.which();
            if (step.stage() != null) {
                book = Books.told(book, Books.claim(id, step.stage(), step.amount()));
                invoices.put(id, step);
            } else if (seen.add(id)) {
                BigDecimal amount = BigDecimal.valueOf(step.amount());
                book = book.with(new CreditReserved("acme", "a1", id, amount, Books.DUE));
                reserved.put(id, step.amount());
            } else if (reserved.remove(id) != null) {
                book = book.with(new ReservationEnded("acme", "a1", id, ReservationEnd.RELEASED, null));
            }
            Exposure exposure = book.exposure(Books.DUE);

            assertThat(exposure.unpaid()).isEqualByComparingTo(sum(invoices, Stage.ISSUED));
            assertThat(exposure.approved()).isEqualByComparingTo(sum(invoices, Stage.APPROVED));
            assertThat(exposure.reserved())
                    .isEqualByComparingTo(BigDecimal.valueOf(
                            reserved.values().stream().mapToLong(it -> it).sum()));
            assertThat(exposure.total())
                    .isEqualByComparingTo(
                            exposure.unpaid().add(exposure.approved()).add(exposure.reserved()));
            assertThat(book.exposure(Books.DUE.plusDays(1)).reserved()).isZero();
        }
    }

    private static BigDecimal sum(Map<String, Step> invoices, Stage stage) {
        return BigDecimal.valueOf(invoices.values().stream()
                .filter(step -> step.stage() == stage)
                .mapToLong(Step::amount)
                .sum());
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(Stage.class).injectNull(0.2),
                        Arbitraries.longs().between(1, 1_000_000))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }

    /** @param stage of an invoice; null: a reservation is made, or ended */
    record Step(int which, Stage stage, long amount) {}
}
