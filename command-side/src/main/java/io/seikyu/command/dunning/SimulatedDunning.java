package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecisions.Decided;
import io.seikyu.command.dunning.DunningNews.Planned;
import io.seikyu.command.dunning.DunningTally.Said;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.PaidPart;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.InvoiceEntered;
import io.seikyu.contract.account.AccountEvent.InvoiceLeft;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningEvent.ContactEnd;
import io.seikyu.contract.dunning.DunningEvent.ContactEnded;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.DunningId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.invoice.InvoiceEvent.CoverageDecided;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReminded;
import io.seikyu.contract.invoice.InvoiceEvent.InvoiceReviewed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderConfirmed;
import io.seikyu.contract.invoice.InvoiceEvent.ReminderReleased;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Dunning that acts on history by another policy, from a day on: what others did is history's, what we did is decided
 * anew, and the one moves with the other. Nothing of it leaves. It takes for granted that whoever has to agree agrees at
 * once, that what is sent arrives, and that nobody picks up the phone.
 */
final class SimulatedDunning {
    private static final Set<String> OUR_STREAMS = Set.of("dunning", "reminder");
    /** What invoices say of reminders. */
    private static final List<Class<? extends Event>> OUR_WORDS =
            List.of(ReminderConfirmed.class, InvoiceReminded.class, ReminderReleased.class);

    /** What is remembered of reviews: a third of all that is to be read, and nothing that dunning looks at. */
    private static final List<Class<? extends Event>> OF_REVIEWS =
            List.of(InvoiceReviewed.class, CoverageDecided.class, InvoiceEntered.class, InvoiceLeft.class);

    private final ReplayedWorld world;
    private final OnFile<DunningCase> cases;
    private final OnFile<Invoice> invoices;
    private final DunningDecisions decisions;
    private final HeardOf heard = new HeardOf();
    private final Instant from;
    private final Instant to;
    private final DunningTally tally;

    private final Set<AccountId> owing = new LinkedHashSet<>();
    private final Map<AccountId, Instant> nextLook = new HashMap<>();
    private final PriorityQueue<Look> looks = new PriorityQueue<>(Comparator.comparing(Look::at)
            .thenComparing(look -> look.payer().tenant())
            .thenComparing(look -> look.payer().value()));
    private volatile boolean begun;
    private long simulated;

    /**
     * @param world blank; this folds into it
     * @param to    exclusive
     * @param tally counts what is said and suppressed
     */
    SimulatedDunning(
            ReplayedWorld world,
            CurrentDunningPolicy policies,
            BankCalendar calendar,
            Instant from,
            Instant to,
            DunningTally tally) {
        this.world = world;
        this.cases = world.of(DunningCase.class);
        this.invoices = world.of(Invoice.class);
        this.decisions = DunningDecisions.in(world, policies, calendar);
        this.from = from;
        this.to = to;
        this.tally = tally;
    }

    private record Look(Instant at, AccountId payer) {}

    /** Whether it looks into such an event, as far as it has come; any thread may ask. */
    boolean wants(ReplayedEvent event) {
        return !isPassedOver(event) && world.folds(event);
    }

    /** The commits of the log in order, each once. */
    void follow(ReplayedCommit commit) {
        Instant now = commit.happenedAt();
        livesUntil(now);
        Set<AccountId> concerned = new LinkedHashSet<>();
        for (ReplayedEvent event : commit.events()) {
            if (!isPassedOver(event)) {
                world.fold(event);
                note(event);
                concerned.addAll(heard.of(event.message()));
            }
        }
        if (begun && now.isBefore(to)) {
            concerned.stream().filter(owing::contains).forEach(payer -> decide(payer, now));
        }
    }

    /** Lets pass what time remains. */
    void end() {
        livesUntil(to);
    }

    private boolean isPassedOver(ReplayedEvent event) {
        return OF_REVIEWS.stream().anyMatch(event::is) || begun && isOurs(event);
    }

    /** Whether we did it ourselves, and do it otherwise here. */
    private static boolean isOurs(ReplayedEvent event) {
        return OUR_STREAMS.contains(event.streamType()) || OUR_WORDS.stream().anyMatch(event::is);
    }

    private void note(ReplayedEvent event) {
        if (event.is(ReminderSuppressed.class)) {
            ReminderSuppressed suppressed = (ReminderSuppressed) event.event();
            heard.waits(new AccountId(suppressed.clientId(), suppressed.accountId()), suppressed.waitsFor());
        }
        if (event.is(ClaimMoved.class)) {
            ClaimMoved moved = (ClaimMoved) event.event();
            AccountId payer = new AccountId(moved.clientId(), moved.accountId());
            if (moved.unpaid().signum() == 0) {
                owing.remove(payer);
            } else if (!WhatThePayerHas.isOnlyApproved(moved)) {
                owing.add(payer);
            }
        }
    }

    private void livesUntil(Instant now) {
        if (!begun && !now.isBefore(from)) {
            begun = true;
            List.copyOf(owing).forEach(payer -> decide(payer, from));
        }
        while (!looks.isEmpty()
                && !looks.peek().at().isAfter(now)
                && looks.peek().at().isBefore(to)) {
            Look look = looks.poll();
            if (look.at().equals(nextLook.get(look.payer())) && owing.contains(look.payer())) {
                decide(look.payer(), look.at());
            }
        }
    }

    private void decide(AccountId payer, Instant now) {
        DunningId id = DunningId.of(payer);
        DunningState state = withNothingUnderWay(
                cases.find(id.toString()).map(DunningCase::state).orElseGet(() -> DunningState.of(id)));
        Decided decided = decisions.decide(state, now, now);
        DunningNews news = DunningNews.of(state, decided, now, null);
        news.suppressed().forEach(it -> suppress(payer, it, now));
        news.lifted().forEach(it -> happens(id, it, now));
        nextLook.remove(payer);
        lookAgain(payer, decided.decision().lookAgain());
        if (news.planned().isPresent()) {
            contact(
                    payer,
                    decided.decision().contact().orElseThrow(),
                    news.planned().get(),
                    now);
        }
    }

    /** What was about to leave when it began is decided anew. */
    private static DunningState withNothingUnderWay(DunningState state) {
        DunningState free = state;
        for (DunningState.Open open : state.open()) {
            free = free.with(new ContactEnded(
                    state.clientId(), state.accountId(), open.reminderId(), ContactEnd.WITHDRAWN, null));
        }
        return free;
    }

    private void lookAgain(AccountId payer, Instant at) {
        if (at != null) {
            nextLook.put(payer, at);
            looks.add(new Look(at, payer));
        }
    }

    private void suppress(AccountId payer, ReminderSuppressed event, Instant now) {
        happens(DunningId.of(payer), event, now);
        heard.waits(payer, event.waitsFor());
        tally.suppressed(event);
    }

    private void contact(AccountId payer, Contact contact, Planned planned, Instant now) {
        if (contact.isWithoutAddress()) {
            contact.items()
                    .forEach(item -> tally.unreachable(
                            payer.tenant() + "/" + item.invoiceId() + "/" + item.stage() + "/" + item.round()));
            return;
        }
        DunningId id = DunningId.of(payer);
        ReminderPlanned reminder = planned.reminder();
        happens(id, planned.contact(), now);
        happens(id, new ContactEnded(payer.tenant(), payer.value(), reminder.reminderId(), ContactEnd.MADE, now), now);
        tally.contact(reminder);
        for (ReminderItem item : reminder.items()) {
            InvoiceId invoice = new InvoiceId(payer.tenant(), item.invoiceId());
            tally.said(Said.of(reminder, item, BusinessDay.of(now), paidBy(invoice)));
            remind(invoice, reminder, item, now);
        }
        decide(payer, now);
    }

    private List<String> paidBy(InvoiceId invoice) {
        return invoice(invoice).settlement().payments().stream()
                .map(PaidPart::receiptId)
                .toList();
    }

    private void remind(InvoiceId id, ReminderPlanned reminder, ReminderItem item, Instant now) {
        happens(
                id,
                new ReminderConfirmed(
                        id.tenant(),
                        id.value(),
                        reminder.reminderId(),
                        item.stage(),
                        reminder.channel(),
                        item.round(),
                        invoice(id).after().reminding().generation(),
                        item.amount()),
                now);
        happens(
                id,
                new InvoiceReminded(
                        id.tenant(),
                        id.value(),
                        reminder.reminderId(),
                        item.stage(),
                        reminder.channel(),
                        item.round(),
                        BusinessDay.of(now),
                        reminder.newDate()),
                now);
    }

    private InvoiceState invoice(InvoiceId id) {
        return invoices.find(id.toString()).orElseThrow().state();
    }

    /** Whether money had come in for it that nobody knew of; advance notices aside: they claim nothing. */
    boolean wasWrong(Said said) {
        return Stage.R0.isBelow(said.stage())
                && invoice(said.invoice()).settlement().payments().stream()
                        .anyMatch(payment -> !payment.bookedOn().isAfter(said.on())
                                && !said.paid().contains(payment.receiptId()));
    }

    /** It never was, and has no place in the log. */
    private void happens(Object stream, Event event, Instant now) {
        String name = stream.toString();
        world.fold(new ReplayedEvent(
                -1,
                new GenericDomainEventMessage<>(
                        name.split("/")[1], name, 0, event, Map.of(), "simulated." + simulated++, now)));
    }
}
