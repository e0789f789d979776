package io.seikyu.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import io.seikyu.command.Fixtures;
import io.seikyu.command.account.AccountBook;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Aliases;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.message.SendingGate.Verdict;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.MessageId;
import io.seikyu.contract.message.Channel;
import io.seikyu.contract.message.DeliveryOutcome;
import io.seikyu.contract.message.MessageCommand.RecordDoubt;
import io.seikyu.contract.message.MessageCommand.RecordMessageOutcome;
import io.seikyu.contract.message.MessageCommand.RecordRefusal;
import io.seikyu.contract.message.MessageCommand.RecordSent;
import io.seikyu.contract.message.MessageCommand.SettleMessage;
import io.seikyu.contract.message.MessageCommand.StartSending;
import io.seikyu.contract.message.MessageCommand.WithdrawLetter;
import io.seikyu.contract.message.MessageEvent.Doubt;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.MessageEvent.MessageSent;
import io.seikyu.contract.message.MessageEvent.MessageSettled;
import io.seikyu.contract.message.MessageEvent.MessageWithdrawn;
import io.seikyu.contract.message.MessageEvent.SendingInDoubt;
import io.seikyu.contract.message.MessageEvent.SendingRefused;
import io.seikyu.contract.message.MessageEvent.SendingStarted;
import io.seikyu.contract.message.Purpose;
import io.seikyu.contract.message.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A message is sent at most once, and its owner hears of it. */
class MessageTest {
    private static final MessageId ID = new MessageId("acme", "invoice.i1.1");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant LEASE = NOW.plusSeconds(300);
    private static final Reference INVOICE = new Reference("invoice", "i1");

    private static final SendingStarted STARTED =
            new SendingStarted("acme", "invoice.i1.1", "a1", 1, "<h@x>", "d", NOW, LEASE);
    private static final SendingInDoubt DOUBTED =
            new SendingInDoubt("acme", "invoice.i1.1", "a1", 1, Doubt.CONNECTION_LOST);
    private static final SendingRefused REFUSED =
            new SendingRefused("acme", "invoice.i1.1", "a1", 1, "450", "busy", 1, NOW.plusSeconds(60));

    private final List<String> told = new ArrayList<>();
    private final List<String> claimed = new ArrayList<>();
    private Verdict verdict = Verdict.OPEN;
    private boolean wanted = true;
    private AccountBook book = AccountBook.EMPTY;
    private AggregateTestFixture<Message> message;

    @BeforeEach
    void aMessageOfAnInvoice() {
        message = Fixtures.of(Message.class);
        MessageOwner owner = new MessageOwner() {
            @Override
            public Purpose purpose() {
                return Purpose.INVOICE_DELIVERY;
            }

            @Override
            public boolean wants(MessageState state) {
                return wanted;
            }

            @Override
            public void tell(MessageState state, DeliveryOutcome outcome, Instant at, String note) {
                told.add(outcome.name());
            }
        };
        SendingGate gate = (tenant, instance, freeSince) -> verdict;
        AttemptClaims claims = (id, attempt) -> claimed.add(id + "#" + attempt);
        message.registerInjectableResources(new MessageOwners(List.of(owner), this::payer), gate, claims);
    }

    private Optional<CustomerAccount> payer(AccountId id) {
        return Optional.of(new CustomerAccount(new AccountState(id.toString(), null, null, book, Aliases.NONE)));
    }

    private static MessageQueued queued(Channel channel) {
        return new MessageQueued(
                "acme",
                "invoice.i1.1",
                "a1",
                Purpose.INVOICE_DELIVERY,
                channel,
                List.of(INVOICE),
                channel == Channel.CLIENT ? List.of() : List.of("ap@payer.example"),
                1);
    }

    private ResultValidator<Message> when(Object command, Object... sinceQueued) {
        List<Object> given = new ArrayList<>(List.of(queued(Channel.MAIL)));
        given.addAll(List.of(sinceQueued));
        return message.given(given).when(command);
    }

    private static StartSending start(int attempt, Instant now) {
        return new StartSending(ID, attempt, "<h@x>", "d", now, LEASE, "here");
    }

    @Test
    void nothingIsSentToAnInsolventPayerWhateverItsOwnerWants() {
        book = book.with(new InsolvencyRecorded("acme", "a1", "s1", "破産", LocalDate.of(2026, 6, 1), null));
        when(start(1, NOW))
                .expectEvents(new MessageWithdrawn("acme", "invoice.i1.1", "a1"))
                .expectResultMessagePayload(AttemptResult.WITHDRAWN);
        assertThat(told).containsExactly("WITHDRAWN");
        assertThat(claimed).isEmpty();
    }

    @Test
    void aLetterToAnInsolventPayerIsNotPostedAndOneThatIsWantedStays() {
        WithdrawLetter withdraw = new WithdrawLetter(ID);
        message.given(queued(Channel.LETTER)).when(withdraw).expectNoEvents();
        book = book.with(new InsolvencyRecorded("acme", "a1", "s1", "破産", LocalDate.of(2026, 6, 1), null));
        message.given(queued(Channel.LETTER))
                .when(withdraw)
                .expectEvents(new MessageWithdrawn("acme", "invoice.i1.1", "a1"));
        assertThat(told).containsExactly("WITHDRAWN");
        message.given(queued(Channel.LETTER), new MessageSettled("acme", "invoice.i1.1", "a1", true, "posted"))
                .when(withdraw)
                .expectNoEvents();
        message.given(queued(Channel.CLIENT)).when(withdraw).expectNoEvents();
        when(withdraw).expectNoEvents();
    }

    @Test
    void anAttemptIsInTheLogAndClaimedBeforeItBegins() {
        when(start(1, NOW)).expectEvents(STARTED).expectResultMessagePayload(AttemptResult.STARTED);
        assertThat(claimed).containsExactly(ID + "#1");
    }

    @Test
    void noSecondAttemptBeginsWhileOneIsUnderWayOrInDoubtOrHasSucceeded() {
        MessageSent sent = new MessageSent("acme", "invoice.i1.1", "a1", 1, "<h@x>", "ok");
        when(start(2, NOW), STARTED).expectNoEvents().expectResultMessagePayload(AttemptResult.NOT_NOW);
        when(start(2, NOW), STARTED, DOUBTED).expectNoEvents();
        when(start(2, NOW), STARTED, sent).expectNoEvents();
        when(start(1, NOW), STARTED, REFUSED).expectNoEvents();
    }

    @Test
    void aRefusalFreesTheNextAttemptAfterItsPause() {
        when(start(2, NOW.plusSeconds(59)), STARTED, REFUSED).expectNoEvents();
        when(start(2, NOW.plusSeconds(60)), STARTED, REFUSED).expectResultMessagePayload(AttemptResult.STARTED);
        when(new RecordRefusal(ID, 1, "550", "no", true, null), STARTED)
                .expectEvents(new SendingRefused("acme", "invoice.i1.1", "a1", 1, "550", "no", 1, null));
        assertThat(told).containsExactly("FAILED");
    }

    @Test
    void nothingBeginsWhileSendingIsStoppedAndWhatMayHaveLeftBeforeARestoreIsInDoubt() {
        verdict = Verdict.CLOSED;
        when(start(1, NOW)).expectNoEvents().expectResultMessagePayload(AttemptResult.HELD);
        verdict = Verdict.DOUBTFUL;
        when(start(1, NOW)).expectEvents(new SendingInDoubt("acme", "invoice.i1.1", "a1", 0, Doubt.RESTORED));
        assertThat(claimed).isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreIsWithdrawn() {
        wanted = false;
        when(start(1, NOW)).expectEvents(new MessageWithdrawn("acme", "invoice.i1.1", "a1"));
        assertThat(told).containsExactly("WITHDRAWN");
    }

    @Test
    void aLeaseThatHasNotLapsedIsNothingToDoubt() {
        RecordDoubt early = new RecordDoubt(ID, 1, Doubt.LEASE_LAPSED, LEASE.minusSeconds(1));
        when(early, STARTED).expectNoEvents();
        when(new RecordDoubt(ID, 1, Doubt.LEASE_LAPSED, LEASE), STARTED)
                .expectEvents(new SendingInDoubt("acme", "invoice.i1.1", "a1", 1, Doubt.LEASE_LAPSED));
    }

    @Test
    void theTruthCountsAlsoWhenItComesLate() {
        MessageSettled notSent = new MessageSettled("acme", "invoice.i1.1", "a1", false, "-");
        MessageSent sent = new MessageSent("acme", "invoice.i1.1", "a1", 1, "<h@x>", "ok");
        when(new RecordSent(ID, 1, "ok"), STARTED, DOUBTED).expectEvents(sent);
        when(new RecordSent(ID, 1, "ok"), STARTED, DOUBTED, notSent).expectEvents(sent);
        when(new RecordSent(ID, 1, "ok"), STARTED, sent).expectNoEvents();
        refused(
                when(
                        new RecordSent(ID, 1, "ok"),
                        STARTED,
                        DOUBTED,
                        notSent,
                        new SendingStarted("acme", "invoice.i1.1", "a1", 2, "<i@x>", "d", NOW, LEASE)),
                "attempt-over");
    }

    @Test
    void aPersonSettlesADoubtAndNothingElse() {
        when(new SettleMessage(ID, INVOICE, false, "not in the log"), STARTED, DOUBTED)
                .expectEvents(new MessageSettled("acme", "invoice.i1.1", "a1", false, "not in the log"))
                .expectState(it -> assertThat(it.state().status()).isEqualTo(MessageStatus.QUEUED));
        assertThat(told).containsExactly("NOT_SENT");
        refused(when(new SettleMessage(ID, INVOICE, true, "-"), STARTED), "nothing-to-settle");
        refused(
                when(new SettleMessage(ID, new Reference("invoice", "i2"), true, "-"), STARTED, DOUBTED),
                "message-not-found");
    }

    @Test
    void aLetterIsCarriedOutByAPerson() {
        message.given(queued(Channel.LETTER)).when(start(1, NOW)).expectNoEvents();
        message.given(queued(Channel.LETTER))
                .when(new RecordMessageOutcome(ID, INVOICE, DeliveryOutcome.RETURNED, NOW, "moved"))
                .expectState(it -> assertThat(it.state().status()).isEqualTo(MessageStatus.RETURNED));
        refused(
                message.given(queued(Channel.LETTER))
                        .when(new RecordMessageOutcome(ID, INVOICE, DeliveryOutcome.BOUNCED, NOW, null)),
                "outcome-not-of-channel");
    }

    private static void refused(ResultValidator<?> result, String code) {
        result.expectException(matches((Refusal refusal) -> refusal.code().equals(code)));
    }
}
