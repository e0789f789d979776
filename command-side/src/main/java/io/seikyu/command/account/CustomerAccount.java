package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountCommand;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.ErasePersonalData;
import io.seikyu.contract.account.AccountCommand.ExpireHold;
import io.seikyu.contract.account.AccountCommand.ExpireReservation;
import io.seikyu.contract.account.AccountCommand.ForgetAlias;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.LiftHold;
import io.seikyu.contract.account.AccountCommand.OpenAccount;
import io.seikyu.contract.account.AccountCommand.ProposeInsolvencyCheck;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.AccountCommand.ReleaseReservation;
import io.seikyu.contract.account.AccountCommand.ReserveCredit;
import io.seikyu.contract.account.AccountCommand.ScreenAccount;
import io.seikyu.contract.account.AccountCommand.ScreenAgain;
import io.seikyu.contract.account.AccountCommand.TakeMeasure;
import io.seikyu.contract.account.AccountCommand.WatchPayments;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.account.AccountEvent.AccountAmended;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.AliasForgotten;
import io.seikyu.contract.account.AccountEvent.AliasTaught;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.account.AccountEvent.PersonalDataErased;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A payer (請求先) of one client company. Names it once had stay, because money still comes in under them. It remembers
 * its invoices so far, because the review of the next one looks at them, and all that it knows about money stands in its
 * {@link AccountBook}. What it decides stands in the classes beside it: {@link Bookkeeping}, {@link Reserving},
 * {@link Hearing}, {@link Grading}, {@link Dealing}.
 */
public class CustomerAccount {
    @AggregateIdentifier
    private String id;

    private Effective<AccountDetails> history;
    private Ledger ledger = Ledger.EMPTY;
    private AccountBook book = AccountBook.EMPTY;
    private Dealings dealings = Dealings.NONE;
    private Aliases aliases = Aliases.NONE;
    private boolean erased;

    CustomerAccount() {}

    public CustomerAccount(AccountState state) {
        this.id = state.id();
        this.history = state.history();
        this.ledger = state.ledger();
        this.book = state.book();
        this.dealings = state.dealings();
        this.aliases = state.aliases();
        this.erased = state.erased();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void open(OpenAccount command, Clients clients) {
        clients.get(new ClientId(command.target().tenant()));
        apply(new AccountOpened(command.target().tenant(), command.target().value(), command.details()));
    }

    @CommandHandler
    void amend(AmendAccount command) {
        history.refuseBeforeLatest(command.effectiveFrom());
        AccountDetails present = history.latest().value();
        AccountDetails amended = PayerNames.keepOld(present, command.changes().applyTo(present));
        apply(new AccountAmended(
                command.target().tenant(),
                command.target().value(),
                command.effectiveFrom(),
                command.reason(),
                amended));
    }

    @CommandHandler
    Reserved reserve(ReserveCredit command, Schedules schedules) {
        return Reserving.reserve(this, command, schedules);
    }

    @CommandHandler
    void release(ReleaseReservation command) {
        Reserving.release(this, command);
    }

    @CommandHandler
    void expire(ExpireReservation command) {
        Reserving.expire(this, command);
    }

    @CommandHandler
    SignalResult record(RecordSignal command, Tasks tasks) {
        return Hearing.record(this, command, tasks);
    }

    @CommandHandler
    SignalResult judge(JudgeSignal command, Tasks tasks) {
        return Hearing.judge(this, command, tasks);
    }

    @CommandHandler
    void propose(ProposeInsolvencyCheck command, Tasks tasks) {
        Hearing.propose(this, command, tasks);
    }

    @CommandHandler
    ScreeningResult screen(ScreenAccount command, CreditDesk desk, Tasks tasks) {
        return Grading.screen(this, command, desk, tasks);
    }

    @CommandHandler
    void screenAgain(ScreenAgain command, CreditDesk desk, Tasks tasks) {
        Grading.screenAgain(this, command, desk, tasks);
    }

    @CommandHandler
    void watch(WatchPayments command, CreditDesk desk) {
        desk.slowdown(this, command.today()).ifPresent(noticed -> apply(noticed));
    }

    @CommandHandler
    MeasureAsked take(TakeMeasure command, Measures measures) {
        return measures.ask(this, command);
    }

    @CommandHandler
    public void hold(HoldDunning command, Schedules schedules) {
        Dealing.hold(this, command, schedules);
    }

    @CommandHandler
    void lift(LiftHold command, Schedules schedules) {
        Dealing.lift(this, command, schedules);
    }

    @CommandHandler
    void expire(ExpireHold command) {
        Dealing.expire(this, command);
    }

    @CommandHandler
    public void record(RecordCorrespondence command) {
        Dealing.record(this, command);
    }

    @CommandHandler
    void erase(ErasePersonalData command, ErasureDesk desk) {
        Erasing.erase(this, command, desk);
    }

    @CommandHandlerInterceptor
    void refuseIfErased(AccountCommand command) {
        Erasing.refuseIfErased(this, command);
    }

    /** At most {@value Aliases#MOST} are kept, the newest. */
    void teach(String receiptId, String name) {
        if (!aliases.has(name)) {
            apply(new AliasTaught(id().tenant(), id().value(), receiptId, name));
        }
    }

    @CommandHandler
    void forget(ForgetAlias command) {
        if (!aliases.knows(command.receiptId())) {
            throw Refusal.notFound(
                    "alias-not-found", "no name was taught by receipt '" + command.receiptId() + "' here");
        }
        apply(new AliasForgotten(id().tenant(), id().value(), command.receiptId()));
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        id = new AccountId(event.clientId(), event.accountId()).toString();
        history = Effective.always(event.details());
    }

    @EventSourcingHandler
    void on(AccountAmended event) {
        history = history.with(event.effectiveFrom(), event.details());
    }

    @EventSourcingHandler
    void on(InvoiceEntered event) {
        ledger = ledger.with(event);
    }

    @EventSourcingHandler
    void on(InvoiceLeft event) {
        ledger = ledger.without(event.invoiceId());
    }

    @EventSourcingHandler
    void on(BillingErrorUpheld event) {
        ledger = ledger.with(event);
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(ClaimMoved event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(DisputeNoted event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(PromiseJudged event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(CreditReserved event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(ReservationAssigned event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(ReservationEnded event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(CreditScreened event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(SignalRecorded event, @MetaDataValue(Origin.ACTOR) String actor) {
        book = book.with(event, actor);
    }

    @EventSourcingHandler
    void on(SignalJudged event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(SlowdownNoticed event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(InsolvencyRecorded event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(InsolvencyLifted event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(CreditHeld event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(CreditHoldLifted event) {
        book = book.with(event);
    }

    @EventSourcingHandler
    void on(DunningHeld event) {
        dealings = dealings.with(event);
    }

    @EventSourcingHandler
    void on(DunningHoldEnded event) {
        dealings = dealings.with(event);
    }

    @EventSourcingHandler
    void on(CorrespondenceRecorded event) {
        dealings = dealings.with(event);
    }

    @EventSourcingHandler
    void on(AliasTaught event) {
        aliases = aliases.with(event);
    }

    @EventSourcingHandler
    void on(AliasForgotten event) {
        aliases = aliases.without(event.receiptId());
    }

    @EventSourcingHandler
    void on(PersonalDataErased event) {
        erased = true;
    }

    public AccountId id() {
        String[] name = id.split("/");
        return new AccountId(name[0], name[2]);
    }

    /** What held on {@code date}. */
    public AccountDetails detailsOn(LocalDate date) {
        return history.on(date).orElseThrow();
    }

    public AccountState state() {
        return new AccountState(id, history, ledger, book, aliases, dealings, erased);
    }

    public Ledger ledger() {
        return ledger;
    }

    public CreditStanding credit() {
        return book.credit();
    }

    /** Whether nobody may contact the payer any more, whatever is open: dunning asks for it before each contact. */
    public boolean contactStopped() {
        return book.credit().insolvent();
    }

    /** What is at risk with this payer on {@code day}: that decides which reservations still hold. */
    public Exposure exposure(LocalDate day) {
        return book.exposure(day);
    }

    /** What credit says of an invoice that is billed on {@code today}. */
    public CreditCheck check(CreditCheck.Asked asked, LocalDate today) {
        return CreditCheck.of(book, asked, today);
    }

    /** How it paid in the months up to {@code day}. */
    public PaymentProfile profile(LocalDate day) {
        return book.profile(day);
    }

    /** What stops its dunning, and why it is late. */
    public Dealings dealings() {
        return dealings;
    }

    /** How often it paid more than {@code bankingDays} late in these months. */
    public int longDelays(LocalDate day, BankCalendar calendar, int bankingDays) {
        return PaymentProfile.longDelays(book.payments(), day, calendar, bankingDays);
    }

    public Aliases aliases() {
        return aliases;
    }

    public AccountBook book() {
        return book;
    }

    /** Whether what was known of its persons was erased: it only waits to be forgotten. */
    public boolean isErased() {
        return erased;
    }

    public Effective<AccountDetails> history() {
        return history;
    }
}
