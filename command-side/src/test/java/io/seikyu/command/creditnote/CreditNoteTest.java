package io.seikyu.command.creditnote;

import static io.seikyu.command.Samples.yen;
import static io.seikyu.command.creditnote.CreditNotes.twoSacks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import io.seikyu.command.ApprovalsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.JsonChange;
import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.invoice.Credit;
import io.seikyu.command.invoice.NumbersInMemory;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.creditnote.CreditNoteCommand.CorrectCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.DecideCreditNote;
import io.seikyu.contract.creditnote.CreditNoteCommand.SubmitCreditNote;
import io.seikyu.contract.creditnote.CreditNoteDocument;
import io.seikyu.contract.creditnote.CreditNoteDocument.Excess;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteCorrected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteExcessKept;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteIssued;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteRejected;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteReviewed;
import io.seikyu.contract.creditnote.CreditNoteEvent.CreditNoteSubmitted;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.CreditNoteId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceEvent.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** The life of a credit note. */
class CreditNoteTest {
    private static final CreditNoteId ID = new CreditNoteId("acme", "n1");
    private static final AccountId PAYER = new AccountId("acme", "a1");
    private static final CreditNoteDocument RIGHT = twoSacks();
    private static final CreditNoteDocument WRONG = JsonChange.of(RIGHT, "/total", "\"1\"");

    private final NumbersInMemory numbers = new NumbersInMemory();
    private TasksInMemory tasks;
    private final List<String> keptCredit = new ArrayList<>();
    private ApprovalsInMemory approvals;
    private LedgersInMemory ledgers;
    private BigDecimal paidBefore = BigDecimal.ZERO;
    private Original original = CreditNotes.original();

    @Test
    void whatIsRightWaitsForAPerson() {
        given().when(submit(RIGHT))
                .expectEventsMatching(events(CreditNoteSubmitted.class, CreditNoteReviewed.class))
                .expectState(note -> assertThat(note.state().status()).isEqualTo(CreditNoteStatus.IN_REVIEW));
        assertThat(tasks.waiting()).containsExactly("review-credit.n1.1");
    }

    @Test
    void whatIsWrongIsNobodysTaskUntilItIsCorrected() {
        given(submit(WRONG))
                .when(correct(RIGHT))
                .expectEventsMatching(events(CreditNoteCorrected.class, CreditNoteReviewed.class))
                .expectState(note -> {
                    assertThat(note.state().status()).isEqualTo(CreditNoteStatus.IN_REVIEW);
                    assertThat(note.state().document().invoiceId()).isEqualTo("i1");
                });
        assertThat(tasks.waiting()).containsExactly("review-credit.n1.2");
        refused(given(submit(WRONG)).when(approve(), Fixtures.by("reviewer")), "not-in-review");
    }

    @Test
    void whoWroteItMayNotApproveIt() {
        AggregateTestFixture<CreditNote> note = fixture();
        refused(
                note.given(new GenericEventMessage<>(
                                new CreditNoteSubmitted("acme", "n1", "a1", RIGHT, 0), Fixtures.by("clerk")))
                        .andGiven(reviewed())
                        .when(approve(), Fixtures.by("clerk")),
                "four-eyes");
    }

    @Test
    void anApprovalIssuesIt() {
        given(submit(RIGHT))
                .when(approve(), Fixtures.by("reviewer"))
                .expectEvents(new CreditNoteIssued(
                        "acme", "n1", "a1", "i1", Samples.TODAY, "seen", yen("8640"), BigDecimal.ZERO, Excess.KEEP));
        assertThat(tasks.endOf("review-credit.n1.1")).isEqualTo("APPROVED");
        assertThat(ledgers.of(PAYER).of("c1").error()).isNull();
    }

    @Test
    void whatWasPaidAlreadyIsKeptOrPaidBack() {
        paidBefore = yen("5000");
        given(submit(RIGHT))
                .when(approve(), Fixtures.by("reviewer"))
                .expectEventsMatching(payloadsMatching(matches((List<?> payloads) ->
                        payloads.contains(new CreditNoteExcessKept("acme", "n1", "a1", "i1", yen("5000"))))));
        assertThat(keptCredit).containsExactly("n1 a1 5000");
        assertThat(tasks.waiting()).isEmpty();

        given(submit(JsonChange.of(RIGHT, "/excess", "\"REFUND\"")))
                .when(approve(), Fixtures.by("reviewer"))
                .expectEventsMatching(events(CreditNoteIssued.class));
        assertThat(tasks.waiting()).containsExactly("refund.n1");
        assertThat(tasks.of("refund.n1").facts()).containsEntry("amount", "5000");
    }

    @Test
    void aCreditNoteForAnErrorTeachesTheReview() {
        given(submit(JsonChange.of(RIGHT, "/ground", "\"ERROR\""))).when(approve(), Fixtures.by("reviewer"));
        assertThat(ledgers.of(PAYER).of("c1").error().reference()).isEqualTo("n1");
    }

    @Test
    void aRejectionGivesTheNumberBackAndAnIssuedNumberIsNeverUsedAgain() {
        given(submit(RIGHT)).when(reject()).expectEventsMatching(events(CreditNoteRejected.class));
        assertThat(numbers.isFree("CN-001")).isTrue();
        given(submit(RIGHT)).when(approve(), Fixtures.by("reviewer"));
        assertThat(numbers.isFree("CN-001")).isFalse();
    }

    @Test
    void aNumberThatAnInvoiceHasIsFound() {
        numbers.takenByAnother("CN-001");
        given().when(submit(RIGHT))
                .expectState(note -> assertThat(note.state().status()).isEqualTo(CreditNoteStatus.DISCREPANT));
        given(submit(RIGHT))
                .when(correct(JsonChange.of(RIGHT, "/number", "\"CN-002\"")))
                .expectState(note -> assertThat(note.state().status()).isEqualTo(CreditNoteStatus.IN_REVIEW));
    }

    @Test
    void onlyWhatThePayerHasIsCredited() {
        original = new Original(
                original.id(),
                original.payer(),
                "c1",
                "INV-001",
                false,
                original.from(),
                original.day(),
                original.issueDate(),
                original.taxes(),
                original.total(),
                original.left());
        refused(given().when(submit(RIGHT)), "invoice-not-issued");
    }

    @Test
    void eachVersionThatAPersonHasToDecideWaitsAsAnApproval() {
        given(submit(RIGHT)).when(correct(RIGHT));
        assertThat(approvals.asked()).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.kind()).isEqualTo(ApprovalKind.CREDIT_NOTE);
            assertThat(asked.expiresOn()).isNull();
        });
        assertThat(approvals.endOf("review-credit.n1.1")).isEqualTo("the credit note was corrected");
        assertThat(approvals.endOf("review-credit.n1.2")).isNull();

        given(submit(RIGHT)).when(approve(), Fixtures.by("reviewer"));
        assertThat(approvals.endOf("review-credit.n1.1")).isEqualTo("APPROVED: seen");
        given(submit(RIGHT)).when(reject());
        assertThat(approvals.endOf("review-credit.n1.1")).isEqualTo("REJECTED: not ours");
    }

    @Test
    void whatWasDecidedIsLeftAlone() {
        refused(given(submit(RIGHT), reject()).when(correct(RIGHT)), "not-correctable");
        refused(given(submit(RIGHT), reject()).when(approve(), Fixtures.by("reviewer")), "not-in-review");
    }

    private AggregateTestFixture<CreditNote> fixture() {
        AggregateTestFixture<CreditNote> fixture = Fixtures.of(CreditNote.class);
        tasks = new TasksInMemory();
        ledgers = new LedgersInMemory(Samples.accounts());
        approvals = new ApprovalsInMemory();
        CreditedInvoices invoices = new OneInvoice();
        fixture.registerInjectableResources(
                new CreditNoteDesk(invoices::get, Samples.contracts()),
                invoices,
                numbers,
                ledgers,
                tasks,
                approvals,
                (KeptCredits)
                        (note, payer, amount, on) -> keptCredit.add(note.value() + ' ' + payer.value() + ' ' + amount));
        return fixture;
    }

    private TestExecutor<CreditNote> given(Object... commands) {
        return commands.length == 0
                ? fixture().givenNoPriorActivity()
                : fixture().givenCommands(commands);
    }

    private static SubmitCreditNote submit(CreditNoteDocument document) {
        return new SubmitCreditNote(ID, document);
    }

    private static CorrectCreditNote correct(CreditNoteDocument document) {
        return new CorrectCreditNote(ID, document.of("another"), "mistyped");
    }

    private static DecideCreditNote approve() {
        return new DecideCreditNote(ID, true, "seen", Samples.TODAY);
    }

    private static DecideCreditNote reject() {
        return new DecideCreditNote(ID, false, "not ours", Samples.TODAY);
    }

    private static CreditNoteReviewed reviewed() {
        return new CreditNoteReviewed(
                "acme", "n1", 1, Outcome.IN_REVIEW, "credit-note@1", List.of(), Map.of(), List.of());
    }

    private static void refused(ResultValidator<CreditNote> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }

    private static Matcher<List<Message<?>>> events(Class<?>... types) {
        return payloadsMatching(matches((List<?> payloads) ->
                payloads.stream().map(Object::getClass).toList().equals(List.of(types))));
    }

    /** The invoice of the samples, of which some was paid. */
    private final class OneInvoice implements CreditedInvoices {
        @Override
        public Original get(InvoiceId invoice) {
            return original;
        }

        @Override
        public BigDecimal credit(InvoiceId invoice, Credit credit, LocalDate today) {
            return paidBefore.min(credit.total());
        }
    }
}
