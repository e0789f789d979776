package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two histories with the same facts in another order tell the same of the payer. */
class ProfilePropertyTest {

    @Property(tries = 500)
    void theSameFactsInAnotherOrderGiveTheSameProfile(@ForAll("lives") List<Life> lives, @ForAll long seed) {
        AccountBook one = told(inTurn(lives));
        AccountBook other = told(shuffled(lives, new Random(seed)));
        LocalDate day = Books.DUE.plusDays(90);

        assertThat(other.profile(day)).isEqualTo(one.profile(day));
        assertThat(other).isEqualTo(one);
    }

    private static AccountBook told(List<UnaryOperator<AccountBook>> facts) {
        AccountBook book = AccountBook.EMPTY;
        for (UnaryOperator<AccountBook> fact : facts) {
            book = fact.apply(book);
        }
        return book;
    }

    private static List<UnaryOperator<AccountBook>> inTurn(List<Life> lives) {
        List<UnaryOperator<AccountBook>> all = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            all.addAll(lives.get(i).facts("n" + i, false));
        }
        return all;
    }

    /** An invoice is issued before anything else happens to it; everything else comes in any order. */
    private static List<UnaryOperator<AccountBook>> shuffled(List<Life> lives, Random random) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < lives.size(); i++) {
            List<UnaryOperator<AccountBook>> facts = lives.get(i).facts("n" + i, true);
            double issued = random.nextDouble();
            all.add(new Placed(issued, facts.get(0)));
            facts.subList(1, facts.size())
                    .forEach(fact -> all.add(new Placed(issued + random.nextDouble() + 1e-9, fact)));
        }
        all.sort(Comparator.comparingDouble(Placed::at));
        return all.stream().map(Placed::fact).toList();
    }

    @Provide
    Arbitrary<List<Life>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(-500, 60),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of(DisputeOutcome.class).injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(Life::new)
                .list()
                .ofMaxSize(12);
    }

    private record Placed(double at, UnaryOperator<AccountBook> fact) {}

    /**
     * One invoice.
     *
     * @param paid     days after the due date
     * @param inParts  whether two receipts settle it, the second of which comes first in another history
     * @param reversed whether another receipt paid it first, and was reversed
     */
    record Life(int paid, boolean inParts, boolean reversed, boolean error, DisputeOutcome dispute, Boolean promise) {
        List<UnaryOperator<AccountBook>> facts(String id, boolean otherWay) {
            List<UnaryOperator<AccountBook>> facts = new ArrayList<>();
            facts.add(book -> Books.told(book, Books.claim(id, Stage.ISSUED, 100)));
            facts.add(book -> settled(book, id, otherWay));
            if (error) {
                facts.add(book ->
                        book.with(new BillingErrorUpheld("acme", "a1", "c1", id, BillingError.CREDIT_NOTE, "cn")));
            }
            if (dispute != null) {
                facts.add(book -> book.with(new DisputeNoted("acme", "a1", id, "d", null, Books.DUE)));
                facts.add(book -> book.with(new DisputeNoted("acme", "a1", id, "d", dispute, Books.DUE.plusDays(9))));
            }
            if (promise != null) {
                facts.add(book -> book.with(new PromiseJudged("acme", "a1", id, "p", Books.DUE.plusDays(3), promise)));
            }
            return facts;
        }

        private AccountBook settled(AccountBook before, String id, boolean otherWay) {
            LocalDate day = Books.DUE.plusDays(paid);
            AccountBook book = before;
            if (reversed) {
                book = Books.told(
                        book, Books.claim(id, Stage.SETTLED, 0, Books.payment(id + "x", Books.DUE.plusDays(200))));
                book = Books.told(book, Books.claim(id, Stage.ISSUED, 100), id + "x");
            }
            if (!inParts) {
                return Books.told(book, Books.claim(id, Stage.SETTLED, 0, Books.payment(id + "r", day)));
            }
            LocalDate first = otherWay ? day : day.minusDays(5);
            LocalDate second = otherWay ? day.minusDays(5) : day;
            book = Books.told(book, Books.claim(id, Stage.ISSUED, 60, Books.payment(id + first, first)));
            return Books.told(book, Books.claim(id, Stage.SETTLED, 0, Books.payment(id + second, second)));
        }
    }
}
