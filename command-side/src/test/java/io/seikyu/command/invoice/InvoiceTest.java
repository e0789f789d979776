package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import io.seikyu.command.DepositsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.JsonChange;
import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.CorrectInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DecideInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.invoice.InvoiceEvent.DeliveryRequested;
import io.seikyu.contract.invoice.InvoiceEvent.DiscrepancyFound;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceApproved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCancelled;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceCorrected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceIssued;
import io.seikyu.contract.invoice.InvoiceEvent.InvoicePaid;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceRejected;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubmitted;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PrepaymentSetOff;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.task.TaskKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of an invoice. */
class InvoiceTest {
    private static final InvoiceId ID = new InvoiceId("acme", "i1");
    private static final AccountId PAYER = new AccountId("acme", "a1");
    private static final InvoiceDocument RIGHT = Samples.document();
    private static final InvoiceDocument WRONG = JsonChange.of(RIGHT, "/total", "\"1\"");
    private static final InvoiceDocument DOUBTFUL = JsonChange.of(
            JsonChange.of(RIGHT, "/prepaidRefs", "[{\"receiptId\":\"r0\",\"amount\":\"790\"}]"),
            "/payable",
            "\"60000\"");

    private final NumbersInMemory numbers = new NumbersInMemory();
    private final Map<String, InvoiceState> onFile = new HashMap<>();
    private DepositsInMemory deposits = new DepositsInMemory("60790");
    private LedgersInMemory ledgers;
    private TasksInMemory tasks;
    private AggregateTestFixture<Invoice> invoice;

    @BeforeEach
    void anInvoiceOfAClientThatIssuesByHand() {
        invoice = fixture(false);
    }

    private AggregateTestFixture<Invoice> fixture(boolean autoIssue) {
        AggregateTestFixture<Invoice> fixture = Fixtures.of(Invoice.class);
        ledgers = new LedgersInMemory(Samples.accounts());
        tasks = new TasksInMemory();
        fixture.registerInjectableResources(new InvoiceDesk(
                Samples.desk(autoIssue, ledgers),
                numbers,
                ledgers,
                tasks,
                byMail(),
                (tenant, named) -> Optional.ofNullable(onFile.get(named)),
                (replaced, told) -> {},
                deposits,
                Samples.claimTerms()));
        return fixture;
    }

    private static DeliveryDesk byMail() {
        return (id, payer, delivery, round, wish, today) -> Channel.MAIL;
    }

    @Test
    void whatTheContractYieldsIsApprovedAtOnce() {
        invoice.givenNoPriorActivity()
                .when(submit(RIGHT))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(events(InvoiceSubmitted.class, InvoiceReviewed.class, InvoiceApproved.class))
                .expectState(i -> assertThat(i.state().status()).isEqualTo(InvoiceStatus.APPROVED));
    }

    @Test
    void andIssuedTooWhenTheClientWantsThat() {
        fixture(true)
                .givenNoPriorActivity()
                .when(submit(RIGHT))
                .expectEventsMatching(events(
                        InvoiceSubmitted.class,
                        InvoiceReviewed.class,
                        InvoiceApproved.class,
                        InvoiceIssued.class,
                        DeliveryRequested.class))
                .expectState(i -> assertThat(i.state().balance()).isEqualByComparingTo("60790"));
    }

    @Test
    void eachErrorIsAnEventOfItsOwnAndNothingIsApproved() {
        InvoiceDocument twice = JsonChange.of(WRONG, "/lines/0/unitPrice", "\"1\"");

        invoice.givenNoPriorActivity()
                .when(submit(twice))
                .expectEventsMatching(events(
                        InvoiceSubmitted.class, InvoiceReviewed.class, DiscrepancyFound.class, DiscrepancyFound.class))
                .expectState(i -> assertThat(i.state().status()).isEqualTo(InvoiceStatus.DISCREPANT));
    }

    @Test
    void aDoubtWaitsForAPerson() {
        invoice.givenNoPriorActivity()
                .when(submit(DOUBTFUL))
                .expectEventsMatching(events(InvoiceSubmitted.class, InvoiceReviewed.class, DiscrepancyFound.class))
                .expectState(i -> assertThat(i.state().status()).isEqualTo(InvoiceStatus.IN_REVIEW));
    }

    @Test
    void theReviewSaysWhatItLookedAtAndByWhichRules() {
        invoice.givenNoPriorActivity()
                .when(submit(RIGHT))
                .expectEventsMatching(payloadsMatching(matches((List<?> payloads) -> payloads.stream()
                        .filter(InvoiceReviewed.class::isInstance)
                        .map(InvoiceReviewed.class::cast)
                        .allMatch(e -> e.outcome() == Outcome.APPROVED
                                && e.rules().contains("total@1")
                                && e.facts().get("contractId").equals("c1")))));
    }

    @Test
    void aNumberThatAnotherInvoiceHasIsADiscrepancy() {
        numbers.takenByAnother("INV-001");

        invoice.givenNoPriorActivity()
                .when(submit(RIGHT))
                .expectEventsMatching(events(InvoiceSubmitted.class, InvoiceReviewed.class, DiscrepancyFound.class))
                .expectState(
                        i -> assertThat(i.state().document().numberGeneration()).isNull());
    }

    @Test
    void aPayerThatIsNotOnFileIsRefused() {
        refused(
                invoice.givenNoPriorActivity().when(submit(JsonChange.of(RIGHT, "/accountId", "\"a9\""))),
                "account-not-found");
    }

    @Test
    void aCorrectionIsReviewedAgain() {
        given(submit(WRONG))
                .when(correct(RIGHT))
                .expectEventsMatching(events(InvoiceCorrected.class, InvoiceReviewed.class, InvoiceApproved.class))
                .expectState(i -> assertThat(i.state().version()).isEqualTo(2));
    }

    @Test
    void aCorrectionToAnotherNumberTakesThatOneAndGivesTheOldOneBack() {
        given(submit(WRONG))
                .when(correct(JsonChange.of(RIGHT, "/invoiceNumber", "\"INV-002\"")))
                .expectState(i -> assertThat(i.state().document().number()).isEqualTo("INV-002"));

        assertThat(numbers.isFree("INV-001")).isTrue();
        assertThat(numbers.isFree("INV-002")).isFalse();
    }

    @Test
    void aDuplicateCanBeCorrectedToAFreeNumber() {
        numbers.takenByAnother("INV-001");

        given(submit(RIGHT))
                .when(correct(JsonChange.of(RIGHT, "/invoiceNumber", "\"INV-002\"")))
                .expectState(i -> assertThat(i.state().status()).isEqualTo(InvoiceStatus.APPROVED));

        assertThat(numbers.isFree("INV-001")).isFalse();
    }

    @Test
    void anIssuedInvoiceIsNeverEdited() {
        refused(given(submit(RIGHT), issue()).when(correct(RIGHT)), "already-issued");
    }

    @Test
    void aRejectedInvoiceIsNotCorrected() {
        refused(given(submit(WRONG), reject()).when(correct(RIGHT)), "not-correctable");
    }

    @Test
    void anotherPersonApprovesWhatWaits() {
        given(submit(DOUBTFUL))
                .when(approve(), Fixtures.by("reviewer"))
                .expectEventsMatching(events(InvoiceApproved.class))
                .expectState(i -> assertThat(i.state().status()).isEqualTo(InvoiceStatus.APPROVED));
    }

    @Test
    void anApprovalIssuesWhereTheClientWantsThat() {
        fixture(true)
                .givenCommands(submit(DOUBTFUL))
                .when(approve(), Fixtures.by("reviewer"))
                .expectEventsMatching(events(
                        InvoiceApproved.class, InvoiceIssued.class, PrepaymentSetOff.class, DeliveryRequested.class))
                .expectState(i -> assertThat(i.state().document().payable()).isEqualByComparingTo("60000"));
    }

    @Test
    void whoSubmittedMayNotApprove() {
        refused(
                invoice.given(List.of(submitted(DOUBTFUL, "clerk"), inReview())).when(approve(), Fixtures.by("clerk")),
                "four-eyes");
    }

    @Test
    void whoCorrectedMayNotApproveEither() {
        InvoiceCorrected corrected = new InvoiceCorrected("acme", "i1", 2, DOUBTFUL, "typo", 0, false, false);

        refused(
                invoice.given(List.of(submitted(WRONG, "clerk"), by("corrector", corrected), inReview()))
                        .when(approve(), Fixtures.by("corrector")),
                "four-eyes");
    }

    @Test
    void errorsAreNotApprovedByAnyone() {
        refused(given(submit(WRONG)).when(approve(), Fixtures.by("reviewer")), "not-in-review");
    }

    @Test
    void whatIsApprovedIsNotDecidedAgain() {
        refused(given(submit(RIGHT)).when(approve(), Fixtures.by("reviewer")), "not-in-review");
        refused(given(submit(RIGHT)).when(reject(), Fixtures.by("reviewer")), "not-in-review");
    }

    @Test
    void aRejectionGivesTheNumberBack() {
        given(submit(WRONG)).when(reject()).expectEventsMatching(events(InvoiceRejected.class));

        assertThat(numbers.isFree("INV-001")).isTrue();
    }

    @Test
    void onlyWhatWasApprovedIsIssued() {
        refused(given(submit(WRONG)).when(issue()), "not-approved");
        refused(given(submit(DOUBTFUL)).when(issue()), "not-approved");
        refused(given(submit(WRONG), reject()).when(issue()), "not-approved");
        refused(given(submit(RIGHT), cancel()).when(issue()), "not-approved");
        given(submit(RIGHT))
                .when(issue())
                .expectEvents(
                        new InvoiceIssued("acme", "i1", Samples.TODAY, RIGHT.dueDate(), RIGHT.total()),
                        new DeliveryRequested("acme", "i1", "invoice.i1.1", 1, Channel.MAIL, null));
    }

    @Test
    void nothingIsIssuedTwice() {
        refused(given(submit(RIGHT), issue()).when(issue()), "already-issued");
    }

    @Test
    void aCancellationBeforeIssueGivesTheNumberBack() {
        given(submit(RIGHT)).when(cancel()).expectEventsMatching(events(InvoiceCancelled.class));

        assertThat(numbers.isFree("INV-001")).isTrue();
    }

    @Test
    void anIssuedNumberIsNeverUsedAgain() {
        given(submit(RIGHT), issue()).when(cancel()).expectEventsMatching(events(InvoiceCancelled.class));

        assertThat(numbers.isFree("INV-001")).isFalse();
    }

    @Test
    void whatMoneyCameInForIsNotCancelled() {
        PaymentReceived part =
                new PaymentReceived("acme", "i1", "r1", Samples.TODAY, Samples.yen("790"), Samples.yen("60000"));

        refused(
                invoice.given(List.of(submitted(RIGHT, "clerk"), approved(), issued(), part))
                        .when(cancel()),
                "invoice-has-payments");
    }

    @Test
    void whatTakesItsPlaceIsALivingInvoiceOfThePayerThatNamesIt() {
        onFile("new", InvoiceStatus.IN_REVIEW, "a1", "i1");
        onFile("by-number", InvoiceStatus.ISSUED, "a1", "inv-001");
        for (String right : List.of("new", "by-number")) {
            given(submit(RIGHT), issue())
                    .when(new CancelInvoice(ID, "wrong price", right))
                    .expectEvents(new InvoiceCancelled("acme", "i1", "wrong price", right));
        }
        onFile("cancelled", InvoiceStatus.CANCELLED, "a1", "i1");
        onFile("foreign", InvoiceStatus.ISSUED, "a2", "i1");
        onFile("unrelated", InvoiceStatus.ISSUED, "a1", "i0");
        for (String wrong : List.of("nowhere", "cancelled", "foreign", "unrelated")) {
            refused(
                    given(submit(RIGHT), issue()).when(new CancelInvoice(ID, "wrong price", wrong)),
                    "invalid-replacement");
        }
    }

    private void onFile(String id, InvoiceStatus status, String payer, String preceding) {
        InvoiceDocument document = JsonChange.of(
                JsonChange.of(RIGHT, "/accountId", '"' + payer + '"'), "/precedingInvoices", "[\"" + preceding + "\"]");
        InvoiceSubmitted submitted = new InvoiceSubmitted("acme", id, document, 0, false, false);
        onFile.put(id, InvoiceState.of(submitted, "clerk").with(status));
    }

    @Test
    void whatHasEndedIsNotCancelled() {
        refused(given(submit(RIGHT), cancel()).when(cancel()), "not-cancellable");
        refused(given(submit(WRONG), reject()).when(cancel()), "not-cancellable");
    }

    @Test
    void anInvoiceWithNothingPayableIsPaidWhenItIsIssued() {
        InvoiceDocument prepaid = JsonChange.of(RIGHT, "/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"60790\"}]");

        given(submit(prepaid))
                .when(issue())
                .expectEventsMatching(events(
                        InvoiceIssued.class, PrepaymentSetOff.class, InvoicePaid.class, DeliveryRequested.class));
        assertThat(deposits.takenBy(ID)).isEqualByComparingTo("60790");
    }

    @Test
    void whatWasPaidBeforeIsTakenWhenItIsIssuedAndGivenBackWhenItIsCancelled() {
        InvoiceDocument prepaid = JsonChange.of(RIGHT, "/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"790\"}]");

        given(submit(prepaid), issue());
        assertThat(deposits.takenBy(ID)).isEqualByComparingTo("790");
        given(submit(prepaid), issue()).when(cancel()).expectEventsMatching(events(InvoiceCancelled.class));
        assertThat(deposits.takenBy(ID)).isEqualByComparingTo("0");
    }

    @Test
    void itIsNotIssuedWhenAnotherUsedTheMoneyMeanwhile() {
        InvoiceDocument prepaid = JsonChange.of(RIGHT, "/prepaidRefs", "[{\"receiptId\":\"r1\",\"amount\":\"60790\"}]");
        deposits = new DepositsInMemory("60789");
        refused(fixture(false).givenCommands(submit(prepaid)).when(issue()), "prepayment-not-covered");
    }

    @Test
    void thePayerRemembersWhatWasSubmittedAndWhetherItWasApproved() {
        given(submit(DOUBTFUL)).when(approve(), Fixtures.by("reviewer"));

        assertThat(ledgers.of(PAYER).find("i1")).hasValueSatisfying(entry -> {
            assertThat(entry.accepted()).isTrue();
            assertThat(entry.total()).isEqualByComparingTo("60790");
        });
        given(submit(WRONG)).when(correct(DOUBTFUL));
        assertThat(ledgers.of(PAYER).find("i1")).hasValueSatisfying(entry -> {
            assertThat(entry.accepted()).isFalse();
            assertThat(entry.total()).isEqualByComparingTo("60790");
        });
    }

    @Test
    void whatClaimsNothingAnyMoreIsForgotten() {
        given(submit(WRONG)).when(reject());
        assertThat(ledgers.of(PAYER).invoices()).isEmpty();

        given(submit(RIGHT), issue()).when(cancel());
        assertThat(ledgers.of(PAYER).invoices()).isEmpty();
    }

    @Test
    void aDoubtIsATaskUntilSomebodyDecides() {
        given(submit(DOUBTFUL)).when(approve(), Fixtures.by("reviewer"));
        assertThat(tasks.of("review.i1.1").kind()).isEqualTo(TaskKind.REVIEW_INVOICE);
        assertThat(tasks.of("review.i1.1").payer()).isEqualTo(PAYER);
        assertThat(tasks.of("review.i1.1").because()).contains("PREPAID_NOT_COVERED");
        assertThat(tasks.endOf("review.i1.1")).isEqualTo("APPROVED");

        given(submit(DOUBTFUL)).when(reject());
        assertThat(tasks.endOf("review.i1.1")).isEqualTo("REJECTED");
    }

    @Test
    void aCorrectionOrACancellationLeavesNothingToDecide() {
        given(submit(DOUBTFUL)).when(correct(DOUBTFUL));
        assertThat(tasks.endOf("review.i1.1")).contains("corrected");
        assertThat(tasks.waiting()).containsExactly("review.i1.2");

        given(submit(DOUBTFUL)).when(cancel());
        assertThat(tasks.waiting()).isEmpty();
    }

    @Test
    void whatIsRightOrWrongIsNobodysTask() {
        given(submit(RIGHT)).when(issue());
        assertThat(tasks.waiting()).isEmpty();
        given(submit(WRONG)).when(reject());
        assertThat(tasks.waiting()).isEmpty();
    }

    private TestExecutor<Invoice> given(Object... commands) {
        invoice = fixture(false);
        return invoice.givenCommands(commands);
    }

    @Test
    void thePayersAccountHearsWhatItClaims() {
        given(submit(WRONG)).when(correct(RIGHT));
        assertClaim(Stage.APPROVED, "60790");
        given(submit(RIGHT)).when(correct(WRONG));
        assertClaim(Stage.ENDED, "1");
        given(submit(DOUBTFUL)).when(approve(), Fixtures.by("reviewer"));
        assertClaim(Stage.APPROVED, "60000");
        given(submit(RIGHT)).when(issue());
        assertClaim(Stage.ISSUED, "60790");
        fixture(true).givenNoPriorActivity().when(submit(RIGHT));
        assertClaim(Stage.ISSUED, "60790");
    }

    private void assertClaim(Stage stage, String balance) {
        assertThat(ledgers.claim("i1").stage()).isEqualTo(stage);
        assertThat(ledgers.claim("i1").balance()).isEqualByComparingTo(balance);
        assertThat(ledgers.claim("i1").dueDate()).isEqualTo(RIGHT.dueDate());
    }

    private static SubmitInvoice submit(InvoiceDocument document) {
        return new SubmitInvoice(ID, document, Samples.TODAY);
    }

    private static CorrectInvoice correct(InvoiceDocument document) {
        return new CorrectInvoice(ID, document, "the total was mistyped", Samples.TODAY);
    }

    private static DecideInvoice approve() {
        return new DecideInvoice(ID, true, "compared with the bank", Samples.TODAY);
    }

    private static DecideInvoice reject() {
        return new DecideInvoice(ID, false, "not ours", Samples.TODAY);
    }

    private static IssueInvoice issue() {
        return new IssueInvoice(ID, Samples.TODAY);
    }

    private static CancelInvoice cancel() {
        return new CancelInvoice(ID, "withdrawn", null);
    }

    private static Object submitted(InvoiceDocument document, String actor) {
        return by(actor, new InvoiceSubmitted("acme", "i1", document, 0, false, false));
    }

    private static Object by(String actor, Object payload) {
        return new GenericEventMessage<>(payload, Fixtures.by(actor));
    }

    private static InvoiceReviewed inReview() {
        return new InvoiceReviewed("acme", "i1", 1, Outcome.IN_REVIEW, "review@1", List.of(), Map.of(), 1);
    }

    private static InvoiceApproved approved() {
        return new InvoiceApproved("acme", "i1", 1, false, null);
    }

    private static InvoiceIssued issued() {
        return new InvoiceIssued("acme", "i1", Samples.TODAY, RIGHT.dueDate(), RIGHT.total());
    }

    private static void refused(ResultValidator<Invoice> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }

    private static Matcher<List<Message<?>>> events(Class<?>... types) {
        return payloadsMatching(matches((List<?> payloads) ->
                payloads.stream().map(Object::getClass).toList().equals(List.of(types))));
    }
}
