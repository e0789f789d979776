package io.seikyu.command.dunning;

import io.seikyu.command.dunning.DunningTally.Said;
import io.seikyu.command.job.InProcessWork.Progress;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.whatif.Cases;
import io.seikyu.command.whatif.Told;
import io.seikyu.command.whatif.WhatIf;
import io.seikyu.command.world.Past;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.Event;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSent;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.ReminderWrongInHindsight;
import io.seikyu.contract.dunning.DunningReason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What another dunning policy would have said, and to whom, had it been in force in a period of the past: held against
 * what was said, and against the same simulation by the policies that were in force, which tells what of a difference is
 * the policy's.
 */
final class DunningWhatIf implements WhatIf {
    private static final String OTHER = "dunning/what-if@0";

    private static final List<String> NOT_KNOWN = List.of(
            "Payers do what they did: what they would have done, had they been spoken to otherwise, is not known.",
            "Whoever has to agree agrees at once, what is sent arrives, and nobody picks up the phone; compare with "
                    + "'sameRules', which assumes the same under the policies that were in force.",
            "Contracts that name a policy of their own keep it.");

    private final Past past;
    private final BankCalendar calendar;
    private final PolicyReading<DunningPolicy> reading;
    private final Clock businessClock;

    DunningWhatIf(Past past, BankCalendar calendar, PolicyReading<DunningPolicy> reading, Clock businessClock) {
        this.past = past;
        this.calendar = calendar;
        this.reading = reading;
        this.businessClock = businessClock;
    }

    @Override
    public PolicyReading<?> reading() {
        return reading;
    }

    @Override
    public Map<String, Object> evaluate(Question question, Cases differing, Progress progress) {
        DunningPolicy other = reading.published(OTHER, question.policy());
        Period period = Period.of(question, businessClock.instant());
        long head = past.head();
        Done done = new Done(period);
        Simulation same = new Simulation(period, null);
        Simulation changed = new Simulation(period, other);
        past.replay(
                head,
                event -> done.wants(event) || same.dunning.wants(event),
                List.of(
                        commit -> {
                            done.follow(commit);
                            same.dunning.follow(commit);
                        },
                        changed.dunning::follow),
                position -> progress.at(position + 1, head + 1));
        Set<String> spokenOf = spokenOf(done.tally, changed.tally);
        spokenOf.stream()
                .filter(invoice -> !isSame(done.tally.of(invoice), changed.tally.of(invoice)))
                .forEach(invoice -> differing.add(told(invoice, done.tally, changed.tally)));
        return Told.of(
                "kind",
                reading.kind().path(),
                "from",
                question.from().toString(),
                "to",
                question.to().toString(),
                "recorded",
                done.told(),
                "sameRules",
                same.told(),
                "whatIf",
                changed.told(),
                "invoicesSpokenOf",
                spokenOf.size(),
                "invoicesDiffering",
                differing.count(),
                "cases",
                differing.listed(),
                "casesLeftOut",
                differing.leftOut(),
                "notKnown",
                NOT_KNOWN);
    }

    private static Set<String> spokenOf(DunningTally done, DunningTally other) {
        Set<String> invoices = new TreeSet<>(done.invoices());
        invoices.addAll(other.invoices());
        return invoices;
    }

    private static Map<String, Object> told(String invoice, DunningTally done, DunningTally other) {
        return Told.of("stream", invoice, "recorded", told(done.of(invoice)), "whatIf", told(other.of(invoice)));
    }

    private static List<Map<String, Object>> told(List<Said> said) {
        return said.stream().map(DunningWhatIf::told).toList();
    }

    private static boolean isSame(List<Said> one, List<Said> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).isSame(other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Object> told(Said said) {
        return Told.of(
                "on",
                said.on().toString(),
                "stage",
                said.stage().name(),
                "channel",
                said.channel().name(),
                "tone",
                said.tone().name(),
                "policyVersion",
                said.policyVersion(),
                "reasons",
                said.reasons().stream().map(DunningWhatIf::told).toList());
    }

    private static String told(DunningReason reason) {
        return reason.detail() == null ? reason.code() : reason.code() + " " + reason.detail();
    }

    /** @param to exclusive */
    private record Period(Instant from, Instant to) {
        /** Nothing is said after {@code now}. */
        static Period of(Question question, Instant now) {
            Instant end = BusinessDay.at(question.to().plusDays(1), LocalTime.MIDNIGHT);
            return new Period(BusinessDay.at(question.from(), LocalTime.MIDNIGHT), end.isAfter(now) ? now : end);
        }

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private final class Simulation {
        private final DunningTally tally = new DunningTally();
        private final SimulatedDunning dunning;

        /** @param other null: the policies that were in force */
        Simulation(Period period, DunningPolicy other) {
            ReplayedWorld world = past.blankWorld();
            CurrentPolicies<DunningPolicy> published = new CurrentPolicies<>(world.of(Policy.class), reading);
            CurrentDunningPolicy policies = name -> Optional.ofNullable(name)
                    .flatMap(published::named)
                    .orElseGet(() -> other == null ? published.inForce() : other);
            dunning = new SimulatedDunning(world, policies, calendar, period.from(), period.to(), tally);
        }

        Map<String, Object> told() {
            dunning.end();
            return tally.told(dunning::wasWrong);
        }
    }

    /** What was really said. */
    private static final class Done {
        private static final List<Class<? extends Event>> TOLD_OF =
                List.of(ReminderPlanned.class, ReminderSent.class, ReminderSuppressed.class);

        private final Period period;
        private final DunningTally tally = new DunningTally();
        private final Map<String, ReminderPlanned> planned = new HashMap<>();
        private final Set<String> wrong = new HashSet<>();

        Done(Period period) {
            this.period = period;
        }

        /** Whether it looks into such an event; any thread may ask. */
        boolean wants(ReplayedEvent event) {
            return TOLD_OF.stream().anyMatch(event::is);
        }

        void follow(ReplayedCommit commit) {
            for (ReplayedEvent event : commit.events()) {
                if (event.streamType().equals("reminder")) {
                    reminder(event);
                } else if (event.is(ReminderSuppressed.class) && period.contains(commit.happenedAt())) {
                    tally.suppressed((ReminderSuppressed) event.event());
                }
            }
        }

        private void reminder(ReplayedEvent event) {
            if (event.is(ReminderPlanned.class)) {
                planned.put(event.stream(), (ReminderPlanned) event.event());
            } else if (event.is(ReminderSent.class)) {
                // kept: one that was taken for withdrawn or failed may turn out to have left
                sent(planned.get(event.stream()), (ReminderSent) event.event());
            } else if (event.is(ReminderWrongInHindsight.class)) {
                wrong.add(event.stream());
            }
        }

        private void sent(ReminderPlanned made, ReminderSent sent) {
            if (period.contains(sent.at())) {
                LocalDate on = BusinessDay.of(sent.at());
                tally.contact(made);
                made.items().forEach(item -> tally.said(Said.of(made, item, on, List.of())));
            }
        }

        Map<String, Object> told() {
            return tally.told(said -> wrong.contains(said.reminder()));
        }
    }
}
