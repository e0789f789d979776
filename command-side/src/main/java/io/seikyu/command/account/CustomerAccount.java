package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.CreditStanding.Heard;
import io.seikyu.command.client.Clients;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Origin;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountCommand.AmendAccount;
import io.seikyu.contract.account.AccountCommand.ExpireReservation;
import io.seikyu.contract.account.AccountCommand.ForgetAlias;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.OpenAccount;
import io.seikyu.contract.account.AccountCommand.ProposeInsolvencyCheck;
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
import io.seikyu.contract.account.AccountEvent.BillingError;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditReserved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.Departure;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.GradeGiven;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.account.AccountEvent.MeasureTaken;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.ReservationAssigned;
import io.seikyu.contract.account.AccountEvent.ReservationEnd;
import io.seikyu.contract.account.AccountEvent.ReservationEnded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Claim;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.EnteredInvoice;
import io.seikyu.contract.account.PaymentProfile;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.invoice.DisputeOutcome;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A payer (請求先) of one client company. Names it once had stay, because money still comes in under them. It remembers
 * its invoices so far, because the review of the next one looks at them, and all that it knows about money stands in its
 * {@link AccountBook}.
 */
public class CustomerAccount {
    @AggregateIdentifier
    private String id;

    private Effective<AccountDetails> history;
    private Ledger ledger = Ledger.EMPTY;
    private AccountBook book = AccountBook.EMPTY;
    private Aliases aliases = Aliases.NONE;

    CustomerAccount() {}

    public CustomerAccount(AccountState state) {
        this.id = state.id();
        this.history = state.history();
        this.ledger = state.ledger();
        this.book = state.book();
        this.aliases = state.aliases();
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

    void enter(EnteredInvoice invoice) {
        apply(new InvoiceEntered(target().tenant(), target().value(), invoice));
    }

    void accept(String invoiceId) {
        ledger.find(invoiceId).ifPresent(known -> enter(known.asAccepted()));
    }

    void leave(String invoiceId, Departure cause) {
        if (ledger.find(invoiceId).isPresent()) {
            apply(new InvoiceLeft(target().tenant(), target().value(), invoiceId, cause));
        }
        book.find(invoiceId).ifPresent(known -> move(known.ended(), null));
        assign(null, invoiceId);
    }

    void upholdError(String contractId, String invoiceId, BillingError cause, String reference) {
        apply(new BillingErrorUpheld(target().tenant(), target().value(), contractId, invoiceId, cause, reference));
    }

    /** @param reversed a receipt that paid nothing of it after all, or null */
    void move(Claim told, String reversed) {
        book.news(told, reversed).ifPresent(this::moveTo);
        if (told.stage() != Stage.ENDED) {
            book.reservations()
                    .keptFor(told.invoiceId())
                    .ifPresent(it -> end(it.reservationId(), ReservationEnd.USED, told.invoiceId()));
        }
    }

    private void moveTo(Claim next) {
        Claims after = book.claims().after(next);
        apply(new ClaimMoved(
                target().tenant(), target().value(), next, after.sum(Stage.ISSUED), after.sum(Stage.APPROVED)));
    }

    void dispute(String invoiceId, String disputeId, DisputeOutcome outcome, LocalDate on) {
        apply(new DisputeNoted(target().tenant(), target().value(), invoiceId, disputeId, outcome, on));
    }

    void judge(String invoiceId, String promiseId, LocalDate payOn, boolean kept) {
        apply(new PromiseJudged(target().tenant(), target().value(), invoiceId, promiseId, payOn, kept));
    }

    @CommandHandler
    Reserved reserve(ReserveCredit command) {
        ReservationPolicy.check(book, command);
        apply(new CreditReserved(
                command.target().tenant(),
                command.target().value(),
                command.reservationId(),
                command.amount(),
                command.validUntil()));
        return new Reserved(command.reservationId());
    }

    @CommandHandler
    void release(ReleaseReservation command) {
        end(ReservationPolicy.releasable(book.reservations(), command.reservationId()), ReservationEnd.RELEASED, null);
    }

    @CommandHandler
    void expire(ExpireReservation command) {
        book.reservations()
                .find(command.reservationId())
                .filter(it -> !it.holdsOn(command.today()))
                .ifPresent(it -> end(it.reservationId(), ReservationEnd.EXPIRED, null));
    }

    /**
     * Keeps an open reservation for an invoice that waits for a decision.
     *
     * @param reservationId null: none is kept for it any more
     */
    void assign(String reservationId, String invoiceId) {
        Reservations present = book.reservations();
        Optional<Reservation> before = present.keptFor(invoiceId);
        if (before.filter(it -> it.reservationId().equals(reservationId)).isPresent()) {
            return;
        }
        before.ifPresent(
                it -> apply(new ReservationAssigned(target().tenant(), target().value(), it.reservationId(), null)));
        if (present.find(reservationId).isPresent()) {
            apply(new ReservationAssigned(target().tenant(), target().value(), reservationId, invoiceId));
        }
    }

    private void end(String reservationId, ReservationEnd cause, String invoiceId) {
        apply(new ReservationEnded(target().tenant(), target().value(), reservationId, cause, invoiceId));
    }

    @CommandHandler
    SignalResult record(RecordSignal command, Tasks tasks) {
        Signals.refuse(command);
        Signal signal = command.signal();
        heard(command.signalId(), signal);
        if (signal.kind() == SignalKind.BANKRUPTCY) {
            insolvent(command.signalId(), signal.proceeding(), signal.observedOn(), signal.filingDeadline());
            tasks.open(CreditTasks.fileClaim(target(), command));
        } else if (signal.kind() == SignalKind.ANTI_SOCIAL) {
            tasks.open(CreditTasks.judge(target(), command.signalId(), signal.observedOn()));
        }
        return new SignalResult(target().value(), command.signalId());
    }

    @CommandHandler
    SignalResult judge(JudgeSignal command, Tasks tasks) {
        Heard heard = Signals.judgeable(book.credit(), command);
        apply(new SignalJudged(
                target().tenant(), target().value(), heard.signalId(), command.verdict(), command.reason()));
        tasks.complete(
                CreditTasks.judging(target(), heard.signalId()),
                command.verdict().name());
        if (command.verdict() == SignalVerdict.DISMISSED && book.credit().isInsolventBy(heard.signalId())) {
            solvent("SIGNAL_DISMISSED");
        }
        return new SignalResult(target().value(), heard.signalId());
    }

    @CommandHandler
    ScreeningResult screen(ScreenAccount command, CreditDesk desk, Tasks tasks) {
        Screening decided = desk.screen(this, command.screeningId(), command.requestedAmount(), command.today());
        grade(decided, tasks);
        return ScreeningResult.of(decided, exposure(command.today()));
    }

    @CommandHandler
    void screenAgain(ScreenAgain command, CreditDesk desk, Tasks tasks) {
        if (!book.credit().isWatched()) {
            return;
        }
        Screening decided = desk.screenAgain(this, command.screeningId(), command.today());
        if (book.credit().isNews(decided)) {
            grade(decided, tasks);
        }
    }

    private void grade(Screening decided, Tasks tasks) {
        CreditGrade before = book.credit().grade().orElse(null);
        screened(decided);
        if (decided.grade() != before) {
            apply(new GradeGiven(
                    target().tenant(),
                    target().value(),
                    decided.screeningId(),
                    before,
                    decided.grade(),
                    decided.creditLimit(),
                    decided.reasons()));
        }
        if (decided.onHold()) {
            book.credit()
                    .unjudged()
                    .forEach(it -> tasks.open(CreditTasks.judge(target(), it.signalId(), it.observedOn())));
        }
    }

    @CommandHandler
    void watch(WatchPayments command, CreditDesk desk) {
        desk.slowdown(this, command.today()).ifPresent(noticed -> apply(noticed));
    }

    @CommandHandler
    MeasureAsked take(TakeMeasure command, Measures measures) {
        return measures.ask(this, command);
    }

    void measureTaken(
            String screeningId, CreditMeasure measure, String contractId, LocalDate effectiveFrom, String approvalId) {
        apply(new MeasureTaken(
                target().tenant(), target().value(), screeningId, measure, contractId, effectiveFrom, approvalId));
    }

    @CommandHandler
    void propose(ProposeInsolvencyCheck command, Tasks tasks) {
        if (!book.credit().insolvent()) {
            tasks.open(CreditTasks.checkInsolvency(target(), command.observedOn()));
        }
    }

    void screened(Screening screening) {
        apply(new CreditScreened(target().tenant(), target().value(), screening));
    }

    void heard(String signalId, Signal signal) {
        if (book.credit().signals().stream().anyMatch(it -> it.signalId().equals(signalId))) {
            throw Refusal.conflict("already-exists", "there is signal '" + signalId + "' already");
        }
        apply(new SignalRecorded(target().tenant(), target().value(), signalId, signal));
    }

    void insolvent(String signalId, String proceeding, LocalDate observedOn, LocalDate filingDeadline) {
        if (!book.credit().insolvent()) {
            apply(new InsolvencyRecorded(
                    target().tenant(), target().value(), signalId, proceeding, observedOn, filingDeadline));
        }
    }

    void solvent(String reason) {
        if (book.credit().insolvent()) {
            apply(new InsolvencyLifted(target().tenant(), target().value(), reason));
        }
    }

    void hold(String reason) {
        if (!reason.equals(book.credit().held())) {
            apply(new CreditHeld(target().tenant(), target().value(), reason));
        }
    }

    void release(String reason) {
        if (book.credit().held() != null) {
            apply(new CreditHoldLifted(target().tenant(), target().value(), reason));
        }
    }

    /** At most {@value Aliases#MOST} are kept, the newest. */
    void teach(String receiptId, String name) {
        if (!aliases.has(name)) {
            apply(new AliasTaught(target().tenant(), target().value(), receiptId, name));
        }
    }

    @CommandHandler
    void forget(ForgetAlias command) {
        if (!aliases.knows(command.receiptId())) {
            throw Refusal.notFound(
                    "alias-not-found", "no name was taught by receipt '" + command.receiptId() + "' here");
        }
        apply(new AliasForgotten(target().tenant(), target().value(), command.receiptId()));
    }

    private AccountId target() {
        String[] name = id.split("/");
        return new AccountId(name[0], name[2]);
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

    public AccountId id() {
        return target();
    }

    @EventSourcingHandler
    void on(AliasTaught event) {
        aliases = aliases.with(event);
    }

    @EventSourcingHandler
    void on(AliasForgotten event) {
        aliases = aliases.without(event.receiptId());
    }

    /** What held on {@code date}. */
    public AccountDetails detailsOn(LocalDate date) {
        return history.on(date).orElseThrow();
    }

    public AccountState state() {
        return new AccountState(id, history, ledger, book, aliases);
    }

    public Ledger ledger() {
        return ledger;
    }

    public CreditStanding credit() {
        return book.credit();
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

    public Effective<AccountDetails> history() {
        return history;
    }
}
