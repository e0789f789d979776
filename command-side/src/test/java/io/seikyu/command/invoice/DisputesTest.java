package io.seikyu.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.DepositsInMemory;
import io.seikyu.command.Fixtures;
import io.seikyu.command.LedgersInMemory;
import io.seikyu.command.Samples;
import io.seikyu.command.TasksInMemory;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.DisputeOutcome;
import io.seikyu.contract.invoice.InvoiceCommand.CancelInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.DisputeInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.IssueInvoice;
import io.seikyu.contract.invoice.InvoiceCommand.ResolveDispute;
import io.seikyu.contract.invoice.InvoiceCommand.SubmitInvoice;
import io.seikyu.contract.invoice.InvoiceEvent.DisputeResolved;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceDisputed;
import io.seikyu.contract.message.Channel;
import java.math.BigDecimal;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

/** Payers object, and it is decided whether they are right. 60,790 yen are open. */
class DisputesTest {
    private static final InvoiceId ID = new InvoiceId("acme", "i1");
    private static final AccountId PAYER = new AccountId("acme", "a1");

    private TasksInMemory tasks;
    private LedgersInMemory ledgers;

    @Test
    void aDisputeIsAboutAllThatIsOpenUnlessItSaysHowMuch() {
        issued().when(dispute("d1", null)).expectEvents(disputed("d1", "60790"));
        assertThat(tasks.waiting()).containsExactly("dispute.i1.d1");
        issued().when(dispute("d1", "790")).expectEvents(disputed("d1", "790"));
    }

    @Test
    void severalMayWaitAtOnceEachUnderANameOfItsOwn() {
        issued(dispute("d1", null))
                .when(dispute("d2", "60790"))
                .expectEvents(disputed("d2", "60790"))
                .expectState(
                        i -> assertThat(i.state().after().disputes().open()).hasSize(2));
        refused(issued(dispute("d1", null)).when(dispute("d1", null)), "already-exists");
    }

    @Test
    void nobodyDisputesMoreThanIsOpen() {
        refused(issued().when(dispute("d1", "60791")), "dispute-above-balance");
    }

    @Test
    void onlyWhatThePayerHasIsDisputed() {
        refused(fixture().givenCommands(submit()).when(dispute("d1", null)), "invoice-not-issued");
        refused(issued(cancel()).when(dispute("d1", null)), "invoice-not-issued");
    }

    @Test
    void anUpheldDisputeIsABillingErrorAndCallsForACreditNote() {
        issued(dispute("d1", "790"))
                .when(resolve("d1", DisputeOutcome.UPHELD, null))
                .expectEvents(resolved("790"));

        assertThat(ledgers.of(PAYER).of("c1").error().reference()).isEqualTo("d1");
        assertThat(tasks.endOf("dispute.i1.d1")).isEqualTo("UPHELD");
        assertThat(tasks.waiting()).containsExactly("credit.i1.d1");
        assertThat(tasks.of("credit.i1.d1").facts()).containsEntry("amount", "790");
    }

    @Test
    void aPartIsMoreThanNothingAndLessThanAll() {
        issued(dispute("d1", "790"))
                .when(resolve("d1", DisputeOutcome.PARTIAL, "90"))
                .expectEvents(new DisputeResolved(
                        "acme", "i1", "a1", "d1", DisputeOutcome.PARTIAL, Samples.yen("90"), "compared"));
        for (String wrong : new String[] {null, "0", "790", "791"}) {
            refused(
                    issued(dispute("d1", "790")).when(resolve("d1", DisputeOutcome.PARTIAL, wrong)),
                    "invalid-resolution");
        }
        refused(issued(dispute("d1", "790")).when(resolve("d1", DisputeOutcome.UPHELD, "90")), "invalid-resolution");
        refused(issued(dispute("d1", "790")).when(resolve("d1", DisputeOutcome.REJECTED, "90")), "invalid-resolution");
    }

    @Test
    void aRejectedDisputeIsNobodysError() {
        issued(dispute("d1", "790"))
                .when(resolve("d1", DisputeOutcome.REJECTED, null))
                .expectState(
                        i -> assertThat(i.state().after().disputes().open()).isEmpty());

        assertThat(ledgers.of(PAYER).of("c1").error()).isNull();
        assertThat(tasks.waiting()).isEmpty();
    }

    @Test
    void nothingIsResolvedTwiceOrThatWasNeverRaised() {
        refused(
                issued(dispute("d1", null), resolve("d1", DisputeOutcome.REJECTED, null))
                        .when(resolve("d1", DisputeOutcome.UPHELD, null)),
                "dispute-resolved");
        refused(issued().when(resolve("d1", DisputeOutcome.UPHELD, null)), "dispute-not-found");
    }

    @Test
    void withTheInvoiceItsDisputesEnd() {
        refused(
                issued(dispute("d1", null), cancel()).when(resolve("d1", DisputeOutcome.UPHELD, null)),
                "invoice-not-issued");
        assertThat(tasks.waiting()).isEmpty();
    }

    private AggregateTestFixture<Invoice> fixture() {
        AggregateTestFixture<Invoice> fixture = Fixtures.of(Invoice.class);
        tasks = new TasksInMemory();
        ledgers = new LedgersInMemory(Samples.accounts());
        fixture.registerInjectableResources(new InvoiceDesk(
                Samples.desk(false, ledgers),
                new NumbersInMemory(),
                ledgers,
                tasks,
                (id, payer, delivery, round, wish, today) -> Channel.MAIL,
                (tenant, named) -> Optional.empty(),
                (replaced, told) -> {},
                new DepositsInMemory("60790"),
                Samples.claimTerms()));
        return fixture;
    }

    private TestExecutor<Invoice> issued(Object... more) {
        return fixture()
                .givenCommands(submit(), new IssueInvoice(ID, Samples.TODAY))
                .andGivenCommands(more);
    }

    private static SubmitInvoice submit() {
        return new SubmitInvoice(ID, Samples.document(), Samples.TODAY);
    }

    private static CancelInvoice cancel() {
        return new CancelInvoice(ID, "withdrawn", null);
    }

    private static DisputeInvoice dispute(String id, String amount) {
        return new DisputeInvoice(ID, id, "two sacks were torn", amount(amount), Samples.TODAY);
    }

    private static ResolveDispute resolve(String id, DisputeOutcome outcome, String amount) {
        return new ResolveDispute(ID, id, outcome, amount(amount), "compared", Samples.TODAY);
    }

    private static InvoiceDisputed disputed(String id, String amount) {
        return new InvoiceDisputed("acme", "i1", "a1", id, "two sacks were torn", Samples.yen(amount));
    }

    private static DisputeResolved resolved(String amount) {
        return new DisputeResolved("acme", "i1", "a1", "d1", DisputeOutcome.UPHELD, Samples.yen(amount), "compared");
    }

    private static BigDecimal amount(String yen) {
        return yen == null ? null : Samples.yen(yen);
    }

    private static void refused(ResultValidator<Invoice> result, String code) {
        result.expectNoEvents()
                .expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
