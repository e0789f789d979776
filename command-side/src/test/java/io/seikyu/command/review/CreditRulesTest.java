package io.seikyu.command.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.command.Samples;
import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.Books;
import io.seikyu.command.review.ReviewSettings.RuleSettings;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.invoice.Finding;
import io.seikyu.contract.invoice.Finding.Severity;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Credit warns, and decides who bears the risk; a delivered service is billed all the same. The invoice is of 60,790 yen. */
class CreditRulesTest {
    private static final AccountBook ENOUGH = AccountBook.EMPTY.with(Books.screened("60790"));

    @Test
    void withinTheLimitThereIsNothingToSay() {
        assertThat(new Facts().book(ENOUGH).review().findings()).isEmpty();
        assertThat(new Facts().review().findings()).isEmpty();
    }

    @Test
    void beyondTheLimitItIsWarnedAndBilled() {
        Review review = new Facts()
                .book(AccountBook.EMPTY.with(Books.screened("60000")))
                .review();

        Finding finding = review.findings().get(0);
        assertThat(finding.code()).isEqualTo("CREDIT_LIMIT_EXCEEDED");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.expected()).isEqualTo("60000");
        assertThat(finding.actual()).isEqualTo("60790");
        assertThat(review.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(review.features()).containsEntry("credit.left", "60000").containsEntry("credit.limit", "60000");
    }

    @Test
    void soItIsWithAPayerOnHoldAndWithAnInsolventOne() {
        Review held = new Facts()
                .book(ENOUGH.with(new CreditHeld("acme", "a1", "PERSON")))
                .review();
        Review insolvent = new Facts()
                .book(ENOUGH.with(new CreditHeld("acme", "a1", "PERSON"))
                        .with(new InsolvencyRecorded("acme", "a1", "s1", "破産", Samples.TODAY, null)))
                .review();

        assertThat(held.findings()).extracting(Finding::code).containsExactly("PAYER_ON_HOLD");
        assertThat(held.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(insolvent.findings()).extracting(Finding::code).containsExactly("PAYER_INSOLVENT");
        assertThat(insolvent.outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void anotherWarningBesideItStillGoesToAPerson() {
        Review review = new Facts()
                .book(AccountBook.EMPTY.with(Books.screened("0")))
                .errorUpheld()
                .review();

        assertThat(review.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("CREDIT_LIMIT_EXCEEDED", "RECENT_ERROR");
        assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void aPolicyMayStillSendItToAPerson() {
        Facts facts = new Facts().book(AccountBook.EMPTY.with(Books.screened("0")));

        assertThat(policy("1").review(facts.facts()).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(policy("0").review(facts.facts()).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aReservationThatWasUsedUpGoesToAPersonSinceTheDocumentIsWrong() {
        Review review = new Facts()
                .book(ENOUGH.with(new CreditReserved("acme", "a1", "r", Samples.yen("1"), Samples.TODAY))
                        .with(new ReservationEnded("acme", "a1", "r", ReservationEnd.USED, "another")))
                .document("/reservationId", "'r'")
                .review();

        assertThat(review.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("RESERVATION_NOT_VALID");
            assertThat(finding.message()).contains("was used up by another invoice");
        });
        assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void moreThanAnInstalmentGoesToAPersonAndLessDoesNot() {
        Review review = new Facts()
                .book(ENOUGH)
                .terms("/credit", "{'instalment': '60789'}")
                .review();

        Finding finding = review.findings().get(0);
        assertThat(finding.code()).isEqualTo("INSTALMENT_EXCEEDED");
        assertThat(finding.expected()).isEqualTo("60789");
        assertThat(finding.actual()).isEqualTo("60790");
        assertThat(review.outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(new Facts()
                        .book(ENOUGH)
                        .terms("/credit", "{'instalment': '60790'}")
                        .codes())
                .isEmpty();
        assertThat(new Facts()
                        .book(ENOUGH)
                        .prepaid("receipt/r1", "a1", "60000")
                        .document("/prepaidRefs", "[{'receiptId': 'r1', 'amount': '60000'}]")
                        .terms("/credit", "{'instalment': '790'}")
                        .codes())
                .as("what was paid in advance is not asked for")
                .isEmpty();
    }

    private static ReviewPolicy policy(String toPerson) {
        Map<String, BigDecimal> parameters = Map.of("toPerson", new BigDecimal(toPerson));
        return ReviewPolicy.of(
                "review/own@1",
                new ReviewSettings(null, Map.of("credit-limit", new RuleSettings(true, null, parameters))),
                Map.of());
    }
}
