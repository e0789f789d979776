package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.account.AccountCommand.ExpireHold;
import io.seikyu.contract.account.AccountCommand.HoldDunning;
import io.seikyu.contract.account.AccountCommand.LiftHold;
import io.seikyu.contract.account.AccountCommand.RecordCorrespondence;
import io.seikyu.contract.account.AccountEvent.CorrespondenceRecorded;
import io.seikyu.contract.account.AccountEvent.DunningHeld;
import io.seikyu.contract.account.AccountEvent.DunningHoldEnded;
import io.seikyu.contract.account.AccountEvent.HoldEnd;
import io.seikyu.contract.id.AccountId;
import java.util.List;

/** People deal with a payer: stop its dunning for a while, and write down what was spoken. */
final class Dealing {
    private Dealing() {}

    static void hold(CustomerAccount account, HoldDunning command, Schedules schedules) {
        HoldPolicy.check(account.dealings(), command);
        AccountId payer = account.id();
        apply(new DunningHeld(payer.tenant(), payer.value(), command.holdId(), command.reason(), command.until()));
        if (command.until() != null) {
            schedules.set(HoldPolicy.expiry(payer, command.holdId(), command.until()));
        }
    }

    static void lift(CustomerAccount account, LiftHold command, Schedules schedules) {
        account.dealings().get(command.holdId());
        end(account, command.holdId(), HoldEnd.LIFTED);
        schedules.cancel(HoldPolicy.expiry(account.id(), command.holdId()), "lifted");
    }

    static void expire(CustomerAccount account, ExpireHold command) {
        account.dealings()
                .find(command.holdId())
                .filter(hold -> !hold.holdsOn(command.today()))
                .ifPresent(hold -> end(account, hold.holdId(), HoldEnd.EXPIRED));
    }

    private static void end(CustomerAccount account, String holdId, HoldEnd cause) {
        AccountId payer = account.id();
        apply(new DunningHoldEnded(payer.tenant(), payer.value(), holdId, cause));
    }

    static void record(CustomerAccount account, RecordCorrespondence command) {
        if (command.at().isAfter(command.now())) {
            throw Refusal.invalid(
                    "invalid-correspondence",
                    "what was spoken is in the past",
                    List.of(new Fault("/at", "out-of-range", "must not be after now, " + command.now())));
        }
        AccountId payer = account.id();
        apply(new CorrespondenceRecorded(
                payer.tenant(),
                payer.value(),
                command.correspondenceId(),
                command.channel(),
                command.direction(),
                command.at(),
                command.summary(),
                command.background()));
    }
}
