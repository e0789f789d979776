package io.seikyu.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.ApprovalsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.matching.MatchCandidate;
import io.seikyu.command.matching.MatchDecision;
import io.seikyu.command.matching.MatchDecision.Allocate;
import io.seikyu.command.matching.MatchDecision.AskPerson;
import io.seikyu.command.matching.MatchReason;
import io.seikyu.command.matching.Whose;
import io.seikyu.command.receipt.ReceiptResult.Allocation;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.receipt.Candidate;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.Match;
import io.seikyu.contract.receipt.ReceiptCommand.AllocateReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.AllocationItem;
import io.seikyu.contract.receipt.ReceiptCommand.AskRefund;
import io.seikyu.contract.receipt.ReceiptCommand.AssignReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.IdentifyPayer;
import io.seikyu.contract.receipt.ReceiptCommand.MatchAgain;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.ReverseReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.UndoAllocation;
import io.seikyu.contract.receipt.ReceiptEvent.AllocationUndone;
import io.seikyu.contract.receipt.ReceiptEvent.CandidatesFound;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptEvent.PayerIdentified;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAllocated;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptKeptUnapplied;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRecorded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptRefunded;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptReversed;
import io.seikyu.contract.receipt.ReceiptEvent.RefundAsked;
import io.seikyu.contract.receipt.ReceiptEvent.RefundDeclined;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.contract.task.TaskKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

/** What becomes of money that came in. */
class ReceiptTest {
    private static final ReceiptId ID = new ReceiptId("acme", "r1");
    private static final BankDetails BANK = new BankDetails("0001", "001", "1", "1234567", "モミジフーズ");

    private static final ReceiptSource COLLECTED =
            new ReceiptSource(ReceiptSource.Kind.BANK_FILE, "pool", "file", "transfer");

    private final InvoicesInMemory invoices = new InvoicesInMemory().with("i1", "30000");
    private final TasksInMemory tasks = new TasksInMemory();
    private final ApprovalsInMemory approvals = new ApprovalsInMemory();
    private final List<String> taught = new ArrayList<>();
    private String client;
    private MatchDecision decision = new AskPerson("matching/default@0", List.of(MatchReason.NOBODY_KNOWN), List.of());

    @Test
    void anInvoiceTakesTheWholeAmount() {
        invoices.with("i1", "100000");
        receipt()
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(recorded("40000", "i1"), allocated("i1", "40000"))
                .expectResultMessagePayload(
                        result(ReceiptStatus.ALLOCATED, "a1", "0", new Allocation("i1", yen("40000"))));
    }

    @Test
    void whatIsTooMuchStaysThePayersCreditAndAPersonIsAsked() {
        receipt()
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(
                        recorded("40000", "i1"),
                        allocated("i1", "30000"),
                        new ReceiptKeptUnapplied("acme", "r1", yen("10000")))
                .expectResultMessagePayload(
                        result(ReceiptStatus.PARTLY_ALLOCATED, "a1", "10000", new Allocation("i1", yen("30000"))));
        assertThat(tasks.of("receipt.r1").facts()).containsEntry("unapplied", "10000");
    }

    @Test
    void anInvoiceThatWasPaidBeforeTakesNothingOfASecondPayment() {
        invoices.with("i1", "a1", "PAID", Samples.TODAY, "0");
        receipt()
                .givenNoPriorActivity()
                .when(record("40000", "i1"))
                .expectEvents(recorded("40000", "i1"), new ReceiptKeptUnapplied("acme", "r1", yen("40000")))
                .expectResultMessagePayload(result(ReceiptStatus.UNMATCHED, "a1", "40000"));
        assertThat(tasks.waiting()).hasSize(1);
    }

    @Test
    void moneyForACancelledInvoiceIsThereAllTheSameAndAPersonSaysWhatBecomesOfIt() {
        invoices.with("i1", "a1", "CANCELLED", Samples.TODAY, "30000");
        receipt()
                .givenNoPriorActivity()
                .when(record("30000", "i1"))
                .expectEvents(recorded("30000", "i1"), new ReceiptKeptUnapplied("acme", "r1", yen("30000")));
        assertThat(tasks.of("receipt.r1").because()).contains("which is CANCELLED");
    }

    @Test
    void moneyThatNobodyKnowsAnythingOfIsForAPersonToFindOut() {
        receipt()
                .givenNoPriorActivity()
                .when(record("40000", null))
                .expectEvents(
                        recorded("40000", null),
                        new CandidatesFound("acme", "r1", "matching/default@0", List.of("NOBODY_KNOWN"), List.of()))
                .expectResultMessagePayload(result(ReceiptStatus.UNMATCHED, null, "40000"));
    }

    @Test
    void anUnknownInvoiceIsRefusedAndNothingIsRecorded() {
        refused(receipt().givenNoPriorActivity().when(record("40000", "i9")), "invoice-not-found");
    }

    @Test
    void onePaymentIsAllocatedToSeveralInvoicesInOneCommitWithWhatWasKeptBack() {
        invoices.with("i2", "20000");
        Deduction fee = new Deduction(Deduction.Kind.TRANSFER_FEE, yen("440"));
        receipt()
                .given(recorded("49560", null))
                .when(allocate(item("i2", "20000"), new AllocationItem("i1", yen("29560"), List.of(fee))))
                .expectEvents(
                        new PayerIdentified("acme", "r1", "a1"),
                        new ReceiptAllocated("acme", "r1", "i1", yen("29560"), List.of(fee), null),
                        allocated("i2", "20000"));
        assertThat(invoices.openOf("i1")).isEqualByComparingTo("0");
    }

    @Test
    void whereNobodySaysHowMuchTheOldestDueTakesFirst() {
        invoices.with("i1", "a1", "ISSUED", LocalDate.of(2026, 6, 1), "30000")
                .with("i2", "a1", "ISSUED", LocalDate.of(2026, 5, 1), "20000");
        receipt()
                .given(recorded("35000", "i0"))
                .when(allocate(item("i1", null), item("i2", null)))
                .expectEvents(allocated("i1", "15000"), allocated("i2", "20000"));
    }

    @Test
    void whyTheProgramItselfChoseStandsInTheEvent() {
        Match match = new Match("matching/default@1", "name+amount@1", yen("0.97"), List.of("NAME"), List.of());
        receipt()
                .given(recorded("30000", "i0"))
                .when(new AllocateReceipt(ID, List.of(item("i1", "30000")), match, false))
                .expectEvents(new ReceiptAllocated("acme", "r1", "i1", yen("30000"), List.of(), match));
    }

    @Test
    void noYenIsAllocatedTwice() {
        refused(
                receipt()
                        .given(recorded("30000", "i0"), allocated("i9", "10000"))
                        .when(allocate(item("i1", "20001"))),
                "receipt-exhausted");
        refused(receipt().given(recorded("40000", "i0")).when(allocate(item("i1", "30001"))), "allocation-above-open");
        refused(
                receipt().given(recorded("40000", "i0")).when(allocate(item("i1", "1"), item("i1", "2"))),
                "invalid-allocation");
        refused(
                receipt()
                        .given(recorded("30000", "i0"), allocated("i9", "30000"))
                        .when(allocate(item("i1", null))),
                "nothing-to-allocate");
    }

    @Test
    void anInvoiceThatThePayerDoesNotHaveTakesNothing() {
        invoices.with("i1", "a1", "CANCELLED", Samples.TODAY, "30000");
        refused(receipt().given(recorded("40000", "i0")).when(allocate(item("i1", null))), "invoice-not-issued");
    }

    @Test
    void anAllocationIsTakenBackAndTheMoneyIsThereForAnother() {
        receipt()
                .givenCommands(record("30000", "i1"))
                .when(new UndoAllocation(ID, "i1", "wrong payer"))
                .expectEvents(new AllocationUndone("acme", "r1", "i1", yen("30000"), "wrong payer"))
                .expectState(r -> assertThat(r.state().available()).isEqualByComparingTo("30000"));
        assertThat(invoices.openOf("i1")).isEqualByComparingTo("30000");
        refused(receipt().given(recorded("1", null)).when(new UndoAllocation(ID, "i1", "-")), "allocation-not-found");
    }

    @Test
    void aReversalOpensAllThatWasPaidAndEndsTheReceipt() {
        invoices.with("i2", "5000");
        receipt()
                .givenCommands(record("50000", "i1"), allocate(item("i2", "5000")))
                .when(new ReverseReceipt(ID, "recalled by the bank"))
                .expectEvents(
                        new AllocationUndone("acme", "r1", "i1", yen("30000"), "recalled by the bank"),
                        new AllocationUndone("acme", "r1", "i2", yen("5000"), "recalled by the bank"),
                        new ReceiptReversed("acme", "r1", yen("50000"), "recalled by the bank"))
                .expectState(r -> {
                    assertThat(r.state().status()).isEqualTo(ReceiptStatus.REVERSED);
                    assertThat(r.state().unapplied()).isEqualByComparingTo("0");
                });
        assertThat(tasks.waiting()).isEmpty();
        ReceiptReversed reversed = new ReceiptReversed("acme", "r1", yen("9"), "-");
        refused(receipt().given(recorded("9", null), reversed).when(new ReverseReceipt(ID, "-")), "receipt-reversed");
        refused(receipt().given(recorded("9", null), reversed).when(allocate(item("i1", "9"))), "receipt-reversed");
    }

    @Test
    void whoPaidIsSaidWhileNoInvoiceOfAnotherPayerTookIt() {
        receipt()
                .given(recorded("9", null))
                .when(new IdentifyPayer(ID, "a1"))
                .expectEvents(new PayerIdentified("acme", "r1", "a1"));
        refused(receipt().given(recorded("9", null)).when(new IdentifyPayer(ID, "a9")), "account-not-found");
    }

    @Test
    void moneyOnAnAccountOfTheAgencyIsPassedOnToTheClientWhoseItIs() {
        ReceiptId agencys = new ReceiptId("agency", "r1");
        ReceiptRecorded recorded = collectedBy();
        AssignReceipt assign = new AssignReceipt(agencys, "acme", "r7", "a1", "virtual account", null);
        ReceiptAssigned assigned =
                new ReceiptAssigned("agency", "r1", "acme", "r7", "a1", yen("9"), "virtual account", null);
        receipt().given(recorded).when(assign).expectEvents(assigned);
        receipt().given(recorded, assigned).when(assign).expectNoEvents();
        AssignReceipt elsewhere = new AssignReceipt(agencys, "beta", "r7", null, "-", null);
        refused(receipt().given(recorded, assigned).when(elsewhere), "receipt-assigned");
        refused(
                receipt().given(recorded).when(new AllocateReceipt(agencys, List.of(item("i1", "9")), null, false)),
                "receipt-not-assigned");
    }

    @Test
    void moneyOnACollectiveAccountOfWhichNobodyIsNamedIsForAPersonToAssign() {
        receipt()
                .givenNoPriorActivity()
                .when(collected())
                .expectEvents(
                        collectedBy(),
                        new CandidatesFound("agency", "r1", "matching/default@0", List.of("NOBODY_KNOWN"), List.of()))
                .expectResultMessagePayload(result(ReceiptStatus.UNMATCHED, null, "9"));
        assertThat(tasks.of(new TaskId("agency", "receipt.r1")).kind()).isEqualTo(TaskKind.ASSIGN_RECEIPT);
    }

    @Test
    void whatBecomesClearLaterOnACollectiveAccountIsPassedOnByItself() {
        client = "acme";
        receipt()
                .given(collectedBy())
                .when(new MatchAgain(new ReceiptId("agency", "r1")))
                .expectEvents(new ReceiptAssigned(
                        "agency",
                        "r1",
                        "acme",
                        "agency.r1",
                        null,
                        yen("9"),
                        "the virtual account or a clear match names the client company",
                        null));
    }

    @Test
    void whatBecomesClearLaterIsAllocatedOnceAndWhatStaysUnclearIsNotSaidTwice() {
        CandidatesFound nobody =
                new CandidatesFound("acme", "r1", "matching/default@0", List.of("NOBODY_KNOWN"), List.of());
        receipt()
                .given(recorded("40000", null), nobody)
                .when(new MatchAgain(ID))
                .expectNoEvents();
        MatchCandidate chosen = new MatchCandidate(
                "a1",
                92,
                List.of(MatchReason.NAME, MatchReason.AMOUNT),
                List.of(new MatchCandidate.Share("i1", yen("30000"), BigDecimal.ZERO)));
        decision = new Allocate("matching/default@0", chosen, List.of());
        receipt()
                .given(recorded("30000", null), nobody)
                .when(new MatchAgain(ID))
                .expectResultMessagePayload(
                        result(ReceiptStatus.ALLOCATED, "a1", "0", new Allocation("i1", yen("30000"))));
        receipt()
                .given(
                        recorded("30000", null),
                        nobody,
                        new PayerIdentified("acme", "r1", "a1"),
                        allocated("i1", "30000"))
                .when(new MatchAgain(ID))
                .expectNoEvents();
    }

    @Test
    void whatAPersonTookBackOrWantsToPayBackIsNotAllocatedAgainByItself() {
        MatchCandidate chosen = new MatchCandidate(
                "a1",
                92,
                List.of(MatchReason.NAME, MatchReason.AMOUNT),
                List.of(new MatchCandidate.Share("i1", yen("30000"), BigDecimal.ZERO)));
        decision = new Allocate("matching/default@0", chosen, List.of());
        receipt()
                .given(
                        matched("30000"),
                        allocated("i1", "30000"),
                        new AllocationUndone("acme", "r1", "i1", yen("30000"), "wrong"))
                .when(new MatchAgain(ID))
                .expectNoEvents();
        receipt()
                .given(
                        recorded("30000", null),
                        new RefundAsked("acme", "r1", "f1", yen("1"), BANK, "paid twice", "acme/receipt/r1"))
                .when(new MatchAgain(ID))
                .expectNoEvents();
    }

    private static RecordReceipt collected() {
        return new RecordReceipt(
                new ReceiptId("agency", "r1"),
                Samples.TODAY,
                yen("9"),
                "モミジフーズ",
                Method.TRANSFER,
                null,
                null,
                null,
                null,
                COLLECTED);
    }

    private static ReceiptRecorded collectedBy() {
        return new ReceiptRecorded(
                "agency",
                "r1",
                Samples.TODAY,
                yen("9"),
                "モミジフーズ",
                Method.TRANSFER,
                null,
                null,
                null,
                "agency/receipt/r1",
                null,
                COLLECTED);
    }

    @Test
    void whatIsToBePaidBackWaitsForAnotherPersonAndNothingElseMayUseItMeanwhile() {
        AskRefund ask = new AskRefund(ID, yen("30000"), BANK, "paid twice", Samples.TODAY);
        RefundAsked asked =
                new RefundAsked("acme", "r1", "approval-1", yen("30000"), BANK, "paid twice", "acme/account/a1");
        receipt().given(recorded("40000", "i0")).when(ask).expectEvents(asked);
        assertThat(approvals.asked().get(0).kind()).isEqualTo(ApprovalKind.REFUND);
        assertThat(approvals.asked().get(0).personal()).containsEntry("number", "1234567");
        refused(
                receipt().given(recorded("40000", "i0"), asked).when(allocate(item("i1", "10001"))),
                "receipt-exhausted");
        refused(receipt().given(recorded("40000", "i0"), asked).when(ask), "receipt-exhausted");
        receipt()
                .given(recorded("40000", "i0"), asked)
                .when(new ReverseReceipt(ID, "recalled"))
                .expectEvents(
                        new RefundDeclined("acme", "r1", "approval-1", yen("30000"), "the receipt was reversed"),
                        new ReceiptReversed("acme", "r1", yen("40000"), "recalled"));
        assertThat(approvals.endOf("approval-1")).isEqualTo("the receipt was reversed");
    }

    @Test
    void whatWasPaidBackIsNotThereAnyMore() {
        ReceiptRefunded refunded = new ReceiptRefunded("acme", "r1", "approval-1", yen("40000"), Samples.TODAY);
        RefundAsked asked = new RefundAsked("acme", "r1", "approval-1", yen("40000"), BANK, "-", "acme/account/a1");
        receipt()
                .given(recorded("40000", "i0"), asked, refunded)
                .when(new IdentifyPayer(ID, "a1"))
                .expectState(r -> assertThat(r.state().status()).isEqualTo(ReceiptStatus.REFUNDED));
        refused(
                receipt().given(recorded("40000", "i0"), asked, refunded).when(new ReverseReceipt(ID, "-")),
                "receipt-refunded");
    }

    @Test
    void aClearMatchIsAllocatedInTheSameCommitWithItsReasons() {
        MatchCandidate chosen = new MatchCandidate(
                "a1",
                92,
                List.of(MatchReason.NAME, MatchReason.AMOUNT),
                List.of(new MatchCandidate.Share("i1", yen("30000"), BigDecimal.ZERO)));
        decision = new Allocate("matching/default@3", chosen, List.of());

        receipt()
                .givenNoPriorActivity()
                .when(record("30000", null))
                .expectEvents(
                        matched("30000"),
                        new ReceiptAllocated(
                                "acme",
                                "r1",
                                "i1",
                                yen("30000"),
                                List.of(),
                                new Match(
                                        "matching/default@3",
                                        "NAME+AMOUNT",
                                        new BigDecimal("0.92"),
                                        List.of("NAME", "AMOUNT"),
                                        List.of())));
        assertThat(tasks.waiting()).isEmpty();
    }

    @Test
    void anInvoiceThatChangedMeanwhileIsDecidedAnew() {
        MatchCandidate chosen = new MatchCandidate(
                "a1",
                92,
                List.of(MatchReason.NAME, MatchReason.AMOUNT),
                List.of(new MatchCandidate.Share("i1", yen("30000"), BigDecimal.ZERO)));
        decision = new Allocate("matching/default@3", chosen, List.of());
        invoices.with("i1", "29000");

        receipt()
                .givenNoPriorActivity()
                .when(record("30000", null))
                .expectNoEvents()
                .expectException(ConcurrencyException.class);
    }

    @Test
    void aPersonIsShownWhatADoubtfulReceiptMayBeFor() {
        MatchCandidate shown = new MatchCandidate(
                "a1",
                62,
                List.of(MatchReason.NAME, MatchReason.AMOUNT),
                List.of(new MatchCandidate.Share("i1", yen("29560"), yen("440"))));
        decision = new AskPerson("matching/default@3", List.of(MatchReason.SEVERAL_PAYERS), List.of(shown));
        Candidate candidate = new Candidate(
                "a1", 62, List.of("NAME", "AMOUNT"), List.of(new Candidate.Part("i1", yen("29560"), yen("440"))));

        receipt()
                .givenNoPriorActivity()
                .when(record("29560", null))
                .expectEvents(
                        recorded("29560", null),
                        new CandidatesFound(
                                "acme", "r1", "matching/default@3", List.of("SEVERAL_PAYERS"), List.of(candidate)));
        assertThat(tasks.of("receipt.r1").facts())
                .containsEntry("doubts", "SEVERAL_PAYERS")
                .containsEntry("candidate1", "a1 (62: NAME, AMOUNT): i1 29560 and 440 of fee");
    }

    @Test
    void aPersonsChoiceTeachesTheNameOnlyWhenItIsSaid() {
        AllocateReceipt plain = new AllocateReceipt(ID, List.of(item("i1", "30000")), null, false);
        receipt().given(recorded("30000", null)).when(plain);
        assertThat(taught).isEmpty();

        invoices.with("i1", "30000");
        receipt()
                .given(recorded("30000", null))
                .when(new AllocateReceipt(ID, List.of(item("i1", "30000")), null, true));
        assertThat(taught).hasSize(1).allMatch(name -> name.startsWith("a1 "));

        invoices.with("i1", "30000").with("i2", "a2", "ISSUED", Samples.TODAY, "10000");
        refused(
                receipt()
                        .given(recorded("40000", null))
                        .when(new AllocateReceipt(ID, List.of(item("i1", "30000"), item("i2", "10000")), null, true)),
                "alias-of-several-payers");
    }

    private AggregateTestFixture<Receipt> receipt() {
        AggregateTestFixture<Receipt> fixture = Fixtures.of(Receipt.class);
        fixture.registerInjectableResources(
                new ReceiptDesk(
                        Samples.clients(false),
                        Samples.accounts(),
                        invoices,
                        tasks,
                        (tenant, transfer, payer) -> decision,
                        (account, transfer) -> new Whose(client, decision),
                        (payer, receipt, name) -> taught.add(payer.value() + " " + name)),
                approvals);
        return fixture;
    }

    private static void refused(ResultValidator<Receipt> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }

    private static RecordReceipt record(String amount, String invoiceId) {
        return new RecordReceipt(
                ID,
                Samples.TODAY,
                yen(amount),
                "モミジフーズ",
                Method.TRANSFER,
                null,
                null,
                invoiceId,
                null,
                ReceiptSource.PERSON);
    }

    private static AllocateReceipt allocate(AllocationItem... items) {
        return new AllocateReceipt(ID, Arrays.asList(items), null, false);
    }

    private static AllocationItem item(String invoiceId, String amount) {
        return new AllocationItem(invoiceId, amount == null ? null : yen(amount), List.of());
    }

    private static ReceiptRecorded recorded(String amount, String invoiceId) {
        String subject = invoiceId == null ? "acme/receipt/r1" : "acme/account/a1";
        return new ReceiptRecorded(
                "acme",
                "r1",
                Samples.TODAY,
                yen(amount),
                "モミジフーズ",
                Method.TRANSFER,
                null,
                null,
                invoiceId,
                subject,
                invoiceId == null ? null : "a1",
                ReceiptSource.PERSON);
    }

    /** Its payer was clear when it was recorded. */
    private static ReceiptRecorded matched(String amount) {
        return new ReceiptRecorded(
                "acme",
                "r1",
                Samples.TODAY,
                yen(amount),
                "モミジフーズ",
                Method.TRANSFER,
                null,
                null,
                null,
                "acme/account/a1",
                "a1",
                ReceiptSource.PERSON);
    }

    private static ReceiptAllocated allocated(String invoiceId, String amount) {
        return new ReceiptAllocated("acme", "r1", invoiceId, yen(amount), List.of(), null);
    }

    private static ReceiptResult result(
            ReceiptStatus status, String payer, String unapplied, Allocation... allocations) {
        return new ReceiptResult("r1", status, payer, yen(unapplied), Arrays.asList(allocations), List.of());
    }

    private static BigDecimal yen(String amount) {
        return Samples.yen(amount);
    }
}
