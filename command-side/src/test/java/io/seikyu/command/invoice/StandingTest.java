package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.DepositsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.interest.StatutoryRates;
import io.seikyu.contract.invoice.InvoiceCommand.HandBackInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.RecordLimitationFact;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.SubrogateInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.WatchLimitation;
import io.seikyu.contract.invoice.InvoiceCommand.WithdrawLimitationFact;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceHandedBack;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceSubrogated;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactRecorded;
import io.seikyu.contract.invoice.InvoiceEvent.LimitationFactWithdrawn;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentReceived;
import io.seikyu.contract.invoice.InvoiceEvent.PaymentUndone;
import io.seikyu.contract.limitation.LimitationFact.Kind;
import io.seikyu.contract.message.Channel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of an invoice of 60,790 yen that is due on 2026-06-01. */
class StandingTest {
    private static final InvoiceId ID = new InvoiceId("acme", "i1");
    private static final LocalDate PAID_ON = LocalDate.of(2026, 4, 30);

    private final TasksInMemory tasks = new TasksInMemory();

    @Test
    void whatMovesTheLimitationIsRecorded() {
        issued(ClaimHolder.AGENT)
                .when(fact("f1", Kind.ACKNOWLEDGED, "2027-06-01", null, "2027-06-02"))
                .expectEvents(new LimitationFactRecorded(
                        "acme", "i1", "a1", "f1", Kind.ACKNOWLEDGED, LocalDate.of(2027, 6, 1), null, "a letter"))
                .expectResultMessagePayloadMatching(matches((LimitationResult result) ->
                        result.limitation().barredAfter().equals(LocalDate.of(2032, 6, 1))));
    }

    @Test
    void aPartPaymentIsAnAcknowledgementUnlessTheBankTookItBack() {
        PaymentReceived part = new PaymentReceived(
                "acme", "i1", "r1", LocalDate.of(2028, 3, 1), Samples.yen("1000"), Samples.yen("59790"));
        PaymentUndone undone = new PaymentUndone(
                "acme",
                "i1",
                "r1",
                Samples.yen("1000"),
                BigDecimal.ZERO,
                List.of(),
                BigDecimal.ZERO,
                Samples.yen("60790"),
                "recalled");

        issued(ClaimHolder.AGENT).andGiven(part).when(watch("2030-12-01")).expectNoEvents();
        assertThat(tasks.waiting()).isEmpty();
        issued(ClaimHolder.AGENT).andGiven(part, undone).when(watch("2030-12-01"));
        assertThat(tasks.waiting()).hasSize(1);
    }

    @Test
    void halfAYearBeforeTheEndSomebodyHasToSeeToIt() {
        issued(ClaimHolder.AGENT).when(watch("2030-11-30")).expectNoEvents();
        assertThat(tasks.waiting()).isEmpty();

        issued(ClaimHolder.AGENT).when(watch("2030-12-01")).expectNoEvents();
        assertThat(tasks.waiting()).hasSize(1);
        issued(ClaimHolder.AGENT).when(watch("2030-12-07")).expectNoEvents();
        assertThat(tasks.waiting()).hasSize(1);

        issued(ClaimHolder.AGENT).when(fact("f1", Kind.DEMAND_RECEIVED, "2031-05-01", null, "2031-05-02"));
        assertThat(tasks.waiting()).isEmpty();
    }

    @Test
    void whatDidNotHappenIsWithdrawnAndTheEndIsWhatItWas() {
        RecordLimitationFact acknowledged = fact("f1", Kind.ACKNOWLEDGED, "2027-06-01", null, "2027-06-02");

        issued(ClaimHolder.AGENT)
                .andGivenCommands(acknowledged)
                .when(new WithdrawLimitationFact(ID, "f1", "another payer's"))
                .expectEvents(new LimitationFactWithdrawn("acme", "i1", "a1", "f1", "another payer's"))
                .expectResultMessagePayloadMatching(matches((LimitationResult result) ->
                        result.limitation().barredAfter().equals(LocalDate.of(2031, 6, 1))));
        refused(issued(ClaimHolder.AGENT).when(new WithdrawLimitationFact(ID, "f1", "-")), "limitation-fact-not-found");
    }

    @Test
    void aProceedingThatEndedCannotBeWithdrawnAsBegun() {
        TestExecutor<Invoice> ended = issued(ClaimHolder.AGENT)
                .andGivenCommands(
                        fact("f1", Kind.PROCEEDING_BEGUN, "2027-05-01", null, "2027-06-02"),
                        fact("f2", Kind.PROCEEDING_ENDED, "2027-06-01", null, "2027-06-02"));

        refused(ended.when(new WithdrawLimitationFact(ID, "f1", "-")), "limitation-fact-in-use");
    }

    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGED, 2027-06-02, , /on",
        "ACKNOWLEDGED, 2027-05-01, 2027-06-01, /until",
        "NEGOTIATION_AGREED, 2027-05-01, 2027-04-01, /until",
        "JUDGMENT, 2027-05-01, , /kind",
        "PROCEEDING_ENDED, 2027-05-01, , /kind"
    })
    void whatCannotHaveHappenedIsRefused(Kind kind, String on, LocalDate until, String pointer) {
        issued(ClaimHolder.AGENT)
                .when(fact("f1", kind, on, until, "2027-06-01"))
                .expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.faults().stream()
                        .anyMatch(fault -> fault.pointer().equals(pointer))));
    }

    @Test
    void aClaimIsHandedBackOnceAndOnlyToWhomItBelongs() {
        HandBackInvoice handBack = new HandBackInvoice(ID, "the client asked", Samples.TODAY);

        issued(ClaimHolder.AGENT)
                .when(handBack)
                .expectEvents(new InvoiceHandedBack("acme", "i1", "a1", Samples.TODAY, "the client asked"));
        refused(issued(ClaimHolder.AGENT).andGivenCommands(handBack).when(handBack), "already-handed-back");
        refused(issued(ClaimHolder.PURCHASED).when(handBack), "claim-is-agencys");
        refused(fixture(ClaimHolder.AGENT).givenCommands(submit()).when(handBack), "invoice-not-issued");
    }

    @Test
    void whatTheAgencyPaidForIsItsOwnFromThenOn() {
        issued(ClaimHolder.GUARANTEED)
                .when(subrogate("60790", null))
                .expectEvents(new InvoiceSubrogated("acme", "i1", "a1", PAID_ON, Samples.yen("60790"), null));
        refused(
                issued(ClaimHolder.GUARANTEED)
                        .andGivenCommands(subrogate("60790", null))
                        .when(new HandBackInvoice(ID, "x", Samples.TODAY)),
                "claim-is-agencys");
        refused(issued(ClaimHolder.AGENT).when(subrogate("60790", null)), "claim-not-guaranteed");
        refused(issued(ClaimHolder.GUARANTEED).when(subrogate("60791", null)), "invalid-subrogation");
    }

    @Test
    void theNoticeToThePayerMayBeSaidLater() {
        TestExecutor<Invoice> paid = issued(ClaimHolder.GUARANTEED).andGivenCommands(subrogate("60790", null));

        paid.when(subrogate("60790", Samples.TODAY))
                .expectEvents(new InvoiceSubrogated("acme", "i1", "a1", PAID_ON, Samples.yen("60790"), Samples.TODAY));
        refused(
                issued(ClaimHolder.GUARANTEED)
                        .andGivenCommands(subrogate("60790", null))
                        .when(subrogate("60000", Samples.TODAY)),
                "already-subrogated");
    }

    @Test
    void aPartOfTheClientCompanyKeepsItsSay() {
        Standing part =
                Standing.USUAL.with(new InvoiceSubrogated("acme", "i1", "a1", PAID_ON, Samples.yen("60000"), null));

        assertThat(part.holder(ClaimHolder.GUARANTEED, Samples.yen("60790"))).isEqualTo(ClaimHolder.GUARANTEED);
        assertThat(part.holder(ClaimHolder.GUARANTEED, Samples.yen("60000"))).isEqualTo(ClaimHolder.PURCHASED);
        assertThat(part.noticeOn(PAID_ON)).isNull();
        assertThat(Standing.USUAL.noticeOn(PAID_ON)).isEqualTo(PAID_ON);
    }

    private AggregateTestFixture<Invoice> fixture(ClaimHolder holder) {
        AggregateTestFixture<Invoice> fixture = Fixtures.of(Invoice.class);
        LedgersInMemory ledgers = new LedgersInMemory(Samples.accounts());
        fixture.registerInjectableResources(new InvoiceDesk(
                Samples.desk(false, ledgers),
                new NumbersInMemory(),
                ledgers,
                tasks,
                (id, payer, delivery, round, wish, today) -> Channel.MAIL,
                (tenant, named) -> Optional.empty(),
                (replaced, told) -> {},
                new DepositsInMemory("60790"),
                new ClaimTerms(contracts(holder), StatutoryRates.japan())));
        return fixture;
    }

    private static Contracts contracts(ClaimHolder holder) {
        ContractTerms agreed = Samples.terms();
        ContractTerms terms = new ContractTerms(
                agreed.accountId(),
                agreed.effectiveFrom(),
                agreed.effectiveTo(),
                agreed.pricesIncludeTax(),
                agreed.rounding(),
                agreed.items(),
                agreed.expenses(),
                agreed.terms(),
                agreed.lateInterest(),
                agreed.transferFee(),
                holder,
                null,
                agreed.subcontractLaw(),
                agreed.approvalLimit(),
                null,
                null,
                null);
        return id -> Optional.of(new ContractHistory("c1", Effective.since(LocalDate.of(2026, 1, 1), terms), null));
    }

    private TestExecutor<Invoice> issued(ClaimHolder holder) {
        return fixture(holder).givenCommands(submit(), new IssueInvoice(ID, Samples.TODAY));
    }

    private static SubmitInvoice submit() {
        return new SubmitInvoice(ID, Samples.document(), Samples.TODAY);
    }

    private static RecordLimitationFact fact(String id, Kind kind, String on, LocalDate until, String today) {
        return new RecordLimitationFact(ID, id, kind, LocalDate.parse(on), until, "a letter", LocalDate.parse(today));
    }

    private static WatchLimitation watch(String today) {
        return new WatchLimitation(ID, LocalDate.parse(today));
    }

    private static SubrogateInvoice subrogate(String amount, LocalDate noticeOn) {
        return new SubrogateInvoice(ID, PAID_ON, Samples.yen(amount), noticeOn, Samples.TODAY);
    }

    private static void refused(ResultValidator<Invoice> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
