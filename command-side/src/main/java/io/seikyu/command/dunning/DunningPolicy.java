package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningDecision.Contact;
import io.seikyu.command.dunning.DunningDecision.Item;
import io.seikyu.command.dunning.DunningDecision.Suppressed;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is to be said to a payer now (督促判断): facts in, a decision with its reasons out. One contact a payer and
 * day: mail and calls speak of all that is due, a letter of the invoices at its stage alone.
 */
public final class DunningPolicy {
    /** Rises when what is done with facts and settings changes. */
    static final String RULES = "ladder@1";

    private final String version;
    private final DunningSettings settings;
    private final BankCalendar calendar;

    DunningPolicy(String version, DunningSettings settings, BankCalendar calendar) {
        this.version = version;
        this.settings = settings;
        this.calendar = calendar;
    }

    String version() {
        return version;
    }

    DunningDecision decide(PayerFacts payer) {
        LocalDate today = BusinessDay.of(payer.now());
        ToneChoice voice = ToneChoice.of(payer, settings.tone());
        Blockers blockers = new Blockers(payer, settings, calendar, today);
        List<Due> due = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        Alarm alarm = new Alarm(payer.now());
        for (ItemFacts item : payer.itemsByAge()) {
            NextStep next =
                    NextStep.of(item, payer, voice, settings, calendar, today).orElse(null);
            if (next == null) {
                continue;
            }
            List<Reason> blocked = blockers.of(item, next.step());
            if (next.from().isAfter(today)) {
                alarm.at(opening(next.from()));
            } else if (blocked.isEmpty()) {
                due.add(new Due(item, next));
            } else {
                suppressed.add(suppressed(item, next.step(), blocked));
                later(payer, item, today).ifPresent(day -> alarm.at(opening(day)));
            }
        }
        Optional<Contact> contact = due.isEmpty() ? Optional.empty() : contact(payer, voice, due, today, alarm);
        if (!due.isEmpty() && contact.isEmpty() && exhausted(payer, today)) {
            Reason reason = Reason.of(ReasonCode.CONTACTS_EXHAUSTED, settings.contactsAtMost());
            due.forEach(it -> suppressed.add(suppressed(it.item(), it.next().step(), List.of(reason))));
        }
        return new DunningDecision(contact, List.copyOf(suppressed), alarm.earliest(), voice);
    }

    /** An invoice that may be spoken of. */
    private record Due(ItemFacts item, NextStep next) {
        Stage stage() {
            return next.step().stage();
        }

        ContactChannel channel() {
            return next.step().channel();
        }
    }

    private Optional<Contact> contact(PayerFacts payer, ToneChoice voice, List<Due> due, LocalDate today, Alarm alarm) {
        Instant opens = opening(today);
        if (!calendar.isBankingDay(today)
                || payer.now().isBefore(opens)
                || !payer.now().isBefore(closing(today))) {
            LocalDate day = payer.now().isBefore(opens) ? today : today.plusDays(1);
            alarm.at(opening(calendar.shifted(day, Shift.NEXT)));
            return Optional.empty();
        }
        boolean spoken = payer.contacts().stream().map(BusinessDay::of).anyMatch(today::equals);
        if (spoken || exhausted(payer, today)) {
            alarm.at(opening(calendar.plusBankingDays(today, 1)));
            return Optional.empty();
        }
        Due head = due.stream()
                .max(Comparator.comparing(Due::stage).thenComparing(Due::channel))
                .orElseThrow();
        List<Due> together = due.stream().filter(it -> goTogether(head, it)).toList();
        if (together.size() < due.size()) {
            alarm.at(opening(calendar.plusBankingDays(today, 1)));
        }
        return Optional.of(contact(payer, voice, head, together, today));
    }

    private boolean exhausted(PayerFacts payer, LocalDate today) {
        LocalDate since = today.minusDays(settings.contactsWithinDays() - 1L);
        long lately = payer.contacts().stream()
                .map(BusinessDay::of)
                .filter(day -> !day.isBefore(since) && !day.isAfter(today))
                .count();
        return lately >= settings.contactsAtMost();
    }

    private static boolean goTogether(Due head, Due other) {
        return other == head
                || head.channel().isInformal() && other.channel() == head.channel()
                || head.channel() == other.channel() && head.stage() == other.stage();
    }

    private Contact contact(PayerFacts payer, ToneChoice voice, Due head, List<Due> due, LocalDate today) {
        Step step = head.next().step();
        boolean neutral = due.stream()
                .anyMatch(it -> it.item().partIsDisputed() && it.item().holder() != ClaimHolder.PURCHASED);
        List<Reason> reasons = new ArrayList<>(head.next().reasons());
        reasons.addAll(voice.reasons());
        Set<Approver> needs = needs(payer, voice, step, due, reasons);
        List<Item> items = due.stream()
                .map(it -> new Item(
                        it.item().invoiceId(),
                        it.stage(),
                        it.item().progress().round(),
                        it.item().claimable()))
                .toList();
        LocalDate newDate =
                step.deadlineDays() == 0 ? null : calendar.shifted(today.plusDays(step.deadlineDays()), Shift.NEXT);
        return new Contact(
                step.stage(), step.channel(), voice.tone(), neutral, items, newDate, needs, List.copyOf(reasons));
    }

    private Set<Approver> needs(PayerFacts payer, ToneChoice voice, Step step, List<Due> due, List<Reason> reasons) {
        Set<Approver> needs = EnumSet.noneOf(Approver.class);
        if (step.person()) {
            need(needs, Approver.PERSON, reasons, Reason.of(ReasonCode.PERSON_BY_POLICY));
        }
        if (!step.stage().isBelow(settings.neverAutomaticFrom())) {
            need(needs, Approver.PERSON, reasons, Reason.of(ReasonCode.NEVER_AUTOMATIC));
        }
        if (!reachable(payer, step.channel())) {
            need(needs, Approver.PERSON, reasons, Reason.of(ReasonCode.NO_ADDRESS, step.channel()));
        }
        for (Due it : due) {
            ItemFacts item = it.item();
            if (item.overdueWhenBought() && item.progress().stage() == null) {
                need(needs, Approver.PERSON, reasons, Reason.of(ReasonCode.OVERDUE_WHEN_BOUGHT, item.invoiceId()));
            }
            if (item.holder() != ClaimHolder.PURCHASED && clientDecides(item, step, voice)) {
                ReasonCode why = step.stage().isBelow(settings.clientAgreesFrom())
                        ? ReasonCode.SUPPORTIVE_CASE
                        : ReasonCode.CLIENT_HOLDS_CLAIM;
                need(needs, Approver.CLIENT, reasons, Reason.of(why, item.invoiceId()));
            }
        }
        return Set.copyOf(needs);
    }

    /** Considerate words negotiate, and so do demands: both are the creditor's to say. */
    private boolean clientDecides(ItemFacts item, Step step, ToneChoice voice) {
        if (voice.tone() == Tone.SUPPORTIVE && Stage.R1.isBelow(step.stage())) {
            return true;
        }
        boolean agreed = item.agreedUpTo() != null && !item.agreedUpTo().isBelow(step.stage());
        return !step.stage().isBelow(settings.clientAgreesFrom()) && !agreed;
    }

    private static boolean reachable(PayerFacts payer, ContactChannel channel) {
        return switch (channel) {
            case MAIL, PHONE, LETTER -> payer.reachableBy().contains(channel);
            case CERTIFIED_LETTER, LEGAL -> payer.reachableBy().contains(ContactChannel.LETTER);
        };
    }

    private static void need(Set<Approver> needs, Approver who, List<Reason> reasons, Reason why) {
        needs.add(who);
        reasons.add(why);
    }

    private static Suppressed suppressed(ItemFacts item, Step step, List<Reason> reasons) {
        return new Suppressed(
                item.invoiceId(), step.stage(), step.channel(), item.progress().round(), reasons);
    }

    /** The day on which what blocks an item is over by itself. */
    private Optional<LocalDate> later(PayerFacts payer, ItemFacts item, LocalDate today) {
        LocalDate held = payer.held() ? payer.heldUntil() : null;
        LocalDate notice = item.holder() == ClaimHolder.PURCHASED ? item.noticeOn() : null;
        LocalDate day = held != null ? held.plusDays(1) : notice;
        return Optional.ofNullable(day).filter(it -> it.isAfter(today)).map(it -> calendar.shifted(it, Shift.NEXT));
    }

    /** The first time from {@code now} on at which a contact may be made. */
    Instant nextOpening(Instant now) {
        LocalDate today = BusinessDay.of(now);
        if (calendar.isBankingDay(today) && now.isBefore(closing(today))) {
            return now.isBefore(opening(today)) ? opening(today) : now;
        }
        return opening(calendar.shifted(now.isBefore(opening(today)) ? today : today.plusDays(1), Shift.NEXT));
    }

    /** Until when a contact of this step asks for payment that is made on {@code day}; empty when it names no date. */
    Optional<LocalDate> newDate(Segment segment, Stage stage, ContactChannel channel, LocalDate day) {
        return settings.ladder(segment).stream()
                .filter(step -> step.is(stage, channel) && step.deadlineDays() > 0)
                .map(step -> calendar.shifted(day.plusDays(step.deadlineDays()), Shift.NEXT))
                .findFirst();
    }

    private Instant opening(LocalDate day) {
        return at(day, settings.opensAt());
    }

    private Instant closing(LocalDate day) {
        return at(day, settings.closesAt());
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return BusinessDay.at(day, time);
    }

    /** Remembers the earliest time to come. */
    private static final class Alarm {
        private final Instant now;
        private Instant earliest;

        Alarm(Instant now) {
            this.now = now;
        }

        void at(Instant time) {
            if (time.isAfter(now) && (earliest == null || time.isBefore(earliest))) {
                earliest = time;
            }
        }

        Instant earliest() {
            return earliest;
        }
    }
}
