package io.seikyu.command.dunning;

import io.seikyu.command.decision.UnknownRevisionException;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.EveryVersion;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.whatif.DecisionKind;
import io.seikyu.command.whatif.Retaken;
import io.seikyu.command.whatif.Told;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.Event;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.DecisionBasis;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.id.DunningId;
import io.seikyu.contract.policy.PolicyEvent.PolicyPublished;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.eventlog.axon.EventJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * Decisions about payers, taken again: all that one commit says of a payer together, from the first word of it. What the
 * commit says before is known to the decision.
 */
final class DunningReproduction implements DecisionKind {
    /** Of the streams that tell what was decided. */
    private static final Set<String> TYPES = Set.of("dunning", "reminder");

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final PolicyReading<DunningPolicy> reading;
    private final BankCalendar calendar;

    DunningReproduction(PolicyReading<DunningPolicy> reading, BankCalendar calendar) {
        this.reading = reading;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return PolicyKind.DUNNING.path();
    }

    @Override
    public OptionalLong basedOn(ReplayedCommit commit) {
        return basedOn(commit.events().stream()
                        .filter(event -> TYPES.contains(event.streamType()))
                        .map(ReplayedEvent::event)
                        .toList())
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public Retaking reproduction(ReplayedWorld world) {
        Again again = new Again(world);
        return (commit, index) -> {
            ReplayedEvent event = commit.events().get(index);
            if (event.is(PolicyPublished.class)) {
                again.versions.with((PolicyPublished) event.event());
            }
            return again.retake(commit, index).stream().toList();
        };
    }

    private final class Again {
        private final OnFile<DunningCase> cases;
        private final EveryVersion<DunningPolicy> versions = new EveryVersion<>(reading);
        private final CurrentPolicies<DunningPolicy> published;
        private final DunningDecisions decisions;

        /** What the policies were by which the decision at hand was taken, by name. */
        private Map<String, DunningPolicy> then = Map.of();

        Again(ReplayedWorld world) {
            this.cases = world.of(DunningCase.class);
            this.published = new CurrentPolicies<>(world.of(Policy.class), reading);
            this.decisions = DunningDecisions.in(world, this::policy, calendar);
        }

        private DunningPolicy policy(String name) {
            String known = name == null ? "default" : name;
            return Optional.ofNullable(then.get(known))
                    .or(() -> published.named(known))
                    .orElseGet(() -> name == null ? published.inForce() : policy(null));
        }

        Optional<Retaken> retake(ReplayedCommit commit, int index) {
            ReplayedEvent first = commit.events().get(index);
            boolean begins = first.streamType().equals("dunning")
                    && decides(first.event())
                    && commit.events().subList(0, index).stream()
                            .filter(before -> before.stream().equals(first.stream()))
                            .noneMatch(before -> decides(before.event()));
            return begins ? Optional.of(retake(first, commit, index)) : Optional.empty();
        }

        private Retaken retake(ReplayedEvent first, ReplayedCommit commit, int index) {
            DunningId payer = payer((DunningEvent) first.event());
            List<DunningEvent> said = commit
                    .events()
                    .subList(index, commit.events().size())
                    .stream()
                    .map(ReplayedEvent::event)
                    .flatMap(event -> event instanceof DunningEvent dunning ? Stream.of(dunning) : Stream.empty())
                    .filter(event -> payer(event).equals(payer))
                    .filter(event -> decides(event) || event instanceof ReminderPlanned)
                    .toList();
            Instant at = said.stream()
                    .map(DunningReproduction::decidedAt)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(first.message().getTimestamp());
            Retaken retaken = Retaken.of(first, BusinessDay.of(at), about(said), told(said), () -> {
                then = policies(said);
                said.stream()
                        .flatMap(event -> basis(event).stream())
                        .map(DecisionBasis::rules)
                        .forEach(DunningReproduction::refuseOther);
                DunningState before =
                        cases.find(payer.toString()).map(DunningCase::state).orElseGet(() -> DunningState.of(payer));
                DunningNews news = DunningNews.of(before, decisions.decide(before, at, at), at, null);
                List<DunningEvent> now = new ArrayList<>(news.suppressed());
                now.addAll(news.lifted());
                news.planned().ifPresent(planned -> now.addAll(List.of(planned.contact(), planned.reminder())));
                return told(now);
            });
            return basedOn(said).isPresent() ? retaken : retaken.unsure("NOT_KNOWN_WHAT_IT_LOOKED_AT");
        }

        private Map<String, DunningPolicy> policies(List<DunningEvent> said) {
            Map<String, DunningPolicy> named = new HashMap<>();
            said.stream()
                    .map(DunningReproduction::policyVersion)
                    .filter(Objects::nonNull)
                    .forEach(version -> {
                        String name = version.substring(version.indexOf('/') + 1, version.indexOf('@'));
                        named.put(name, NotReproducibleException.published(versions, version));
                    });
            return named;
        }
    }

    private static void refuseOther(String rules) {
        if (!rules.equals(DunningPolicy.RULES)) {
            throw new UnknownRevisionException(rules);
        }
    }

    private static boolean decides(Event event) {
        return event instanceof ReminderSuppressed
                || event instanceof SuppressionLifted
                || event instanceof ContactPlanned;
    }

    private static DunningId payer(DunningEvent event) {
        return new DunningId(event.clientId(), event.accountId());
    }

    private static Optional<DecisionBasis> basis(DunningEvent event) {
        if (event instanceof ReminderSuppressed suppressed) {
            return Optional.ofNullable(suppressed.basis());
        }
        if (event instanceof SuppressionLifted lifted) {
            return Optional.ofNullable(lifted.basis());
        }
        return event instanceof ReminderPlanned planned ? Optional.ofNullable(planned.basis()) : Optional.empty();
    }

    private static Optional<Instant> decidedAt(DunningEvent event) {
        return event instanceof ContactPlanned planned
                ? Optional.of(planned.plannedAt())
                : basis(event).map(DecisionBasis::at);
    }

    private static Optional<Long> basedOn(List<? extends Event> said) {
        return said.stream()
                .flatMap(event -> event instanceof DunningEvent dunning ? basis(dunning).stream() : Stream.empty())
                .flatMap(basis -> Stream.ofNullable(basis.position()))
                .findFirst();
    }

    private static String policyVersion(DunningEvent event) {
        if (event instanceof ReminderSuppressed suppressed) {
            return suppressed.policyVersion();
        }
        return event instanceof ReminderPlanned planned ? planned.policyVersion() : null;
    }

    private static BigDecimal about(List<DunningEvent> said) {
        return said.stream()
                .flatMap(event -> event instanceof ContactPlanned planned
                        ? planned.items().stream()
                        : Stream.<ReminderItem>empty())
                .map(ReminderItem::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As it is recorded, but for what it stands on. */
    private static Map<String, Object> told(List<DunningEvent> said) {
        return Told.of(
                "suppressed",
                told(said, ReminderSuppressed.class),
                "lifted",
                told(said, SuppressionLifted.class),
                "contact",
                told(said, ContactPlanned.class),
                "reminder",
                told(said, ReminderPlanned.class));
    }

    private static List<Map<String, Object>> told(List<DunningEvent> said, Class<?> type) {
        return said.stream()
                .filter(type::isInstance)
                .map(event -> EventJson.mapper().convertValue(event, FIELDS))
                .peek(fields -> fields.remove("basis"))
                .toList();
    }
}
