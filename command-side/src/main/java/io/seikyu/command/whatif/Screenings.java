package io.seikyu.command.whatif;

import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.bank.BankAccount;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.CollectionData;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.credit.CreditInputs;
import io.seikyu.command.credit.CreditPolicy;
import io.seikyu.command.credit.Overdue;
import io.seikyu.command.credit.ScreeningDesk;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.OverdueFacts;
import io.seikyu.command.store.OnFile;
import io.seikyu.command.world.ReplayedCommit;
import io.seikyu.command.world.ReplayedEvent;
import io.seikyu.command.world.ReplayedWorld;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.Screening;
import io.seikyu.eventlog.axon.EventCodec;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Screenings of payers, taken again: for the amount that was asked for then. */
final class Screenings implements PolicyDecisions.Taking {
    static final String GRADE = "grade";
    static final String LIMIT = "creditLimit";
    static final String HOLD = "onHold";
    static final String MEASURES = "measures";

    private final OnFile<CustomerAccount> payers;
    private final Overdue overdue;
    private final Function<Screening, CreditPolicy> policies;

    /** Payers of whom nobody knows any more who gave a signal. */
    private final Set<String> erased = new HashSet<>();

    /** @param policies by which a screening is taken again */
    Screenings(ReplayedWorld world, Function<Screening, CreditPolicy> policies) {
        this.payers = world.of(CustomerAccount.class);
        this.policies = policies;
        this.overdue = new Overdue(new OverdueFacts(
                new CollectionData(
                        Contracts.of(world.of(Contract.class)), BankAccounts.of(world.of(BankAccount.class))),
                world.of(Invoice.class)));
    }

    @Override
    public Optional<Retaken> before(ReplayedCommit commit, int index) {
        ReplayedEvent event = commit.events().get(index);
        if (event.is(SignalRecorded.class)
                && EventCodec.ERASED.equals(
                        ((SignalRecorded) event.event()).signal().source())) {
            erased.add(event.stream());
        }
        if (!event.is(CreditScreened.class)) {
            return Optional.empty();
        }
        Retaken retaken = retake(event, ((CreditScreened) event.event()).screening());
        return Optional.of(erased.contains(event.stream()) ? retaken.unsure("PERSON_ERASED") : retaken);
    }

    private Retaken retake(ReplayedEvent event, Screening recorded) {
        return Retaken.of(event, recorded.screenedOn(), recorded.creditLimit(), explained(recorded), () -> {
            CreditPolicy policy = policies.apply(recorded);
            CustomerAccount payer = payers.find(event.stream()).orElseThrow();
            String requested = recorded.inputs().get(CreditInputs.REQUESTED);
            return explained(new ScreeningDesk(() -> policy, overdue)
                    .screen(
                            payer,
                            recorded.screeningId(),
                            requested == null ? null : new BigDecimal(requested),
                            recorded.screenedOn()));
        });
    }

    private static Map<String, Object> explained(Screening screening) {
        return Told.of(
                GRADE,
                screening.grade().name(),
                "score",
                screening.score(),
                LIMIT,
                screening.creditLimit(),
                HOLD,
                screening.onHold(),
                MEASURES,
                screening.measures(),
                "reasons",
                screening.reasons(),
                "policyVersion",
                screening.policyVersion(),
                "points",
                new TreeMap<>(screening.points()),
                "inputs",
                new TreeMap<>(screening.inputs()),
                "alternatives",
                screening.alternatives());
    }
}
