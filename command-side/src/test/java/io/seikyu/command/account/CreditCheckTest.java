package io.seikyu.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.account.CreditCheck.Asked;
import io.seikyu.command.account.CreditCheck.Unusable;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.contract.ContractTerms.CreditTerms;
import io.seikyu.contract.invoice.Coverage;
import io.seikyu.contract.invoice.Coverage.Reason;
import io.seikyu.contract.invoice.Coverage.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who bears the risk of an invoice of 500 yen. */
class CreditCheckTest {
    private static final LocalDate DAY = Books.DUE;
    private static final LocalDate DELIVERED = DAY.minusDays(10);

    private final AccountBook limited = AccountBook.EMPTY.with(Books.screened("1000"));

    @Test
    void nobodyKnowsForAPayerThatWasNotScreened() {
        assertThat(check(AccountBook.EMPTY, null).coverage()).isEqualTo(Coverage.UNSCREENED);
    }

    @Test
    void theAgencyWithinTheLimit() {
        AccountBook book = owing(limited, "i1", 500);

        assertCovered(check(book, null), Status.COVERED, 500, Reason.WITHIN_LIMIT);
        assertThat(check(book, null).coverage().exposure()).isEqualByComparingTo("500");
    }

    @Test
    void theClientForWhatGoesBeyondIt() {
        assertCovered(
                check(owing(limited, "i1", 501), null),
                Status.PARTLY_COVERED,
                499,
                Reason.WITHIN_LIMIT,
                Reason.LIMIT_EXCEEDED);
        assertCovered(check(owing(limited, "i1", 1000), null), Status.NOT_COVERED, 0, Reason.LIMIT_EXCEEDED);
        assertThat(check(owing(limited, "i1", 5000), null).left()).isZero();
    }

    @Test
    void whatTheInvoiceItselfClaimsAlreadyDoesNotCountAgainstIt() {
        assertCovered(check(owing(limited, "mine", 1000), null), Status.COVERED, 500, Reason.WITHIN_LIMIT);
    }

    @Test
    void theReservationsOfOthersCountAsLongAsTheyHold() {
        assertCovered(
                check(reserved(limited, "r", 900, DAY), null),
                Status.PARTLY_COVERED,
                100,
                Reason.WITHIN_LIMIT,
                Reason.LIMIT_EXCEEDED);
        assertThat(check(reserved(limited, "r", 900, DAY.minusDays(1)), null)
                        .coverage()
                        .status())
                .isEqualTo(Status.COVERED);
    }

    @Test
    void theAgencyForWhatWasReservedThoughTheLimitHasFallenSince() {
        AccountBook book = reserved(limited, "r", 400, DAY).with(Books.screened("0"));

        assertCovered(check(book, "r"), Status.PARTLY_COVERED, 400, Reason.RESERVED, Reason.LIMIT_EXCEEDED);
        assertThat(check(book, "r").coverage().reservationId()).isEqualTo("r");
    }

    @Test
    void aReservationAndWhatIsFreeBesideItTogether() {
        AccountBook book = owing(reserved(limited, "r", 400, DAY), "i1", 550);

        assertCovered(
                check(book, "r"),
                Status.PARTLY_COVERED,
                450,
                Reason.RESERVED,
                Reason.WITHIN_LIMIT,
                Reason.LIMIT_EXCEEDED);
    }

    @Test
    void onHoldOnlyWhatWasReserved() {
        AccountBook book = reserved(limited, "r", 400, DAY).with(new CreditHeld("acme", "a1", "PERSON"));

        assertCovered(check(book, null), Status.NOT_COVERED, 0, Reason.ON_HOLD);
        assertCovered(check(book, "r"), Status.PARTLY_COVERED, 400, Reason.RESERVED, Reason.ON_HOLD);
        assertThat(check(book.with(new CreditHoldLifted("acme", "a1", "paid")), null)
                        .onHold())
                .isFalse();
        assertThat(check(AccountBook.EMPTY.with(Books.screened("9000", true)), null)
                        .onHold())
                .isTrue();
        assertThat(check(AccountBook.EMPTY.with(new CreditHeld("acme", "a1", "PERSON")), null)
                        .coverage()
                        .status())
                .isEqualTo(Status.NOT_COVERED);
    }

    @Test
    void insolventOnlyWhatWasReservedAndDeliveredBefore() {
        AccountBook book = reserved(limited, "r", 500, DAY);

        assertCovered(check(book.with(insolvent(DELIVERED)), "r"), Status.COVERED, 500, Reason.RESERVED);
        assertCovered(
                check(book.with(insolvent(DELIVERED.minusDays(1))), "r"), Status.NOT_COVERED, 0, Reason.INSOLVENT);
        assertCovered(check(book.with(insolvent(DELIVERED)), null), Status.NOT_COVERED, 0, Reason.INSOLVENT);
        assertThat(check(book.with(insolvent(DAY)), null).insolvent()).isTrue();
    }

    @Test
    void whoIsSolventAgainHasNoLimitUntilTheNextScreening() {
        AccountBook book = limited.with(insolvent(DAY)).with(new InsolvencyLifted("acme", "a1", "an error"));

        assertThat(check(book, null).coverage()).isEqualTo(Coverage.UNSCREENED);
    }

    @Test
    void aReservationThatCannotBeMeantIsNamed() {
        AccountBook book = reserved(limited, "r", 400, DAY.minusDays(1));

        assertThat(check(book, "other").reservation()).isEqualTo(Unusable.UNKNOWN);
        assertThat(check(book, "r").reservation()).isEqualTo(Unusable.EXPIRED);
        assertThat(check(book.with(assigned("mine")), "r").reservation()).isNull();
        assertThat(check(book.with(assigned("theirs")), "r").reservation()).isEqualTo(Unusable.KEPT_FOR_ANOTHER);
        assertThat(check(book.with(ended(ReservationEnd.RELEASED, null)), "r").reservation())
                .isEqualTo(Unusable.RELEASED);
        assertThat(check(book.with(ended(ReservationEnd.EXPIRED, null)), "r").reservation())
                .isEqualTo(Unusable.EXPIRED);
        assertThat(check(book.with(ended(ReservationEnd.USED, "theirs")), "r").reservation())
                .isEqualTo(Unusable.USED);
        assertThat(check(book, null).reservation()).isNull();
    }

    @Test
    void whatTheInvoiceUsedUpStaysItsOwnWhenItIsCorrected() {
        AccountBook book = reserved(limited, "r", 400, DAY)
                .with(ended(ReservationEnd.USED, "mine"))
                .with(Books.screened("0"));

        assertCovered(check(book, "r"), Status.PARTLY_COVERED, 400, Reason.RESERVED, Reason.LIMIT_EXCEEDED);
    }

    @Test
    void aGuaranteeCountsBesideTheLimitAndNeverForAnInsolventPayer() {
        CreditTerms guaranteed = new CreditTerms(null, new BigDecimal("300"));

        assertCovered(agreeing(owing(limited, "i1", 100), guaranteed), Status.COVERED, 500, Reason.WITHIN_LIMIT);
        assertCovered(
                agreeing(owing(limited, "i1", 900), guaranteed),
                Status.PARTLY_COVERED,
                400,
                Reason.WITHIN_LIMIT,
                Reason.GUARANTEED,
                Reason.LIMIT_EXCEEDED);
        assertCovered(
                agreeing(owing(limited, "i1", 1200), guaranteed),
                Status.PARTLY_COVERED,
                100,
                Reason.GUARANTEED,
                Reason.LIMIT_EXCEEDED);
        assertCovered(
                agreeing(limited.with(insolvent(DELIVERED.minusDays(1))), guaranteed),
                Status.NOT_COVERED,
                0,
                Reason.INSOLVENT);
        assertThat(agreeing(AccountBook.EMPTY, guaranteed).coverage()).isEqualTo(Coverage.UNSCREENED);
    }

    @Test
    void oneInstalmentIsCoveredAtATimeAndTheNextOnceTheOneBeforeIsPaid() {
        CreditTerms parts = new CreditTerms(new BigDecimal("300"), null);

        assertCovered(
                agreeing(limited, parts), Status.PARTLY_COVERED, 300, Reason.WITHIN_LIMIT, Reason.INSTALMENT_EXCEEDED);
        assertCovered(
                agreeing(owing(limited, "i1", 200), parts),
                Status.PARTLY_COVERED,
                100,
                Reason.WITHIN_LIMIT,
                Reason.INSTALMENT_EXCEEDED);
        assertCovered(
                agreeing(owing(limited, "mine", 500), parts),
                Status.PARTLY_COVERED,
                300,
                Reason.WITHIN_LIMIT,
                Reason.INSTALMENT_EXCEEDED);
        // another contract's claims are not this one's instalments
        AccountBook elsewhere = limited.with(Books.moved(
                new Claim("i1", "c2", Stage.ISSUED, new BigDecimal("200"), DAY, DAY.minusDays(30), List.of(), false)));
        assertCovered(
                agreeing(elsewhere, parts),
                Status.PARTLY_COVERED,
                300,
                Reason.WITHIN_LIMIT,
                Reason.INSTALMENT_EXCEEDED);
        // where the limit leaves less than an instalment, the limit is to blame
        assertCovered(
                agreeing(owing(AccountBook.EMPTY.with(Books.screened("350")), "i1", 100), parts),
                Status.PARTLY_COVERED,
                200,
                Reason.WITHIN_LIMIT,
                Reason.INSTALMENT_EXCEEDED);
        assertCovered(
                agreeing(AccountBook.EMPTY.with(Books.screened("250")), parts),
                Status.PARTLY_COVERED,
                250,
                Reason.WITHIN_LIMIT,
                Reason.LIMIT_EXCEEDED);
    }

    private static CreditCheck agreeing(AccountBook book, CreditTerms agreed) {
        return CreditCheck.of(book, asked(null, agreed), DAY);
    }

    private static CreditCheck check(AccountBook book, String reservation) {
        return CreditCheck.of(book, asked(reservation, CreditTerms.NONE), DAY);
    }

    private static Asked asked(String reservation, CreditTerms agreed) {
        return new Asked("mine", reservation, new BigDecimal("500"), DELIVERED, "c1", agreed);
    }

    private static void assertCovered(CreditCheck check, Status status, long amount, Reason... reasons) {
        assertThat(check.coverage().status()).isEqualTo(status);
        assertThat(check.coverage().amount()).isEqualByComparingTo(BigDecimal.valueOf(amount));
        assertThat(check.coverage().reasons()).containsExactly(reasons);
    }

    private static AccountBook owing(AccountBook book, String invoice, long amount) {
        return book.with(Books.moved(Books.claim(invoice, Stage.ISSUED, amount)));
    }

    private static AccountBook reserved(AccountBook book, String id, long amount, LocalDate until) {
        return book.with(new CreditReserved("acme", "a1", id, BigDecimal.valueOf(amount), until));
    }

    private static ReservationAssigned assigned(String invoice) {
        return new ReservationAssigned("acme", "a1", "r", invoice);
    }

    private static ReservationEnded ended(ReservationEnd cause, String invoice) {
        return new ReservationEnded("acme", "a1", "r", cause, invoice);
    }

    private static InsolvencyRecorded insolvent(LocalDate day) {
        return new InsolvencyRecorded("acme", "a1", "s1", "破産", day, null);
    }
}
