package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.CreditStanding.Heard;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.ProposeInsolvencyCheck;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import io.seikyu.contract.account.SignalVerdict;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;

/** Something is heard of a payer (信用情報), and found true or false by a person. */
final class Hearing {
    private Hearing() {}

    static SignalResult record(CustomerAccount account, RecordSignal command, Tasks tasks) {
        Signals.refuse(command);
        Signal signal = command.signal();
        heard(account, command.signalId(), signal);
        if (signal.kind() == SignalKind.BANKRUPTCY) {
            insolvent(account, command.signalId(), signal.proceeding(), signal.observedOn(), signal.filingDeadline());
            tasks.open(CreditTasks.fileClaim(account.id(), command));
        } else if (signal.kind() == SignalKind.ANTI_SOCIAL) {
            tasks.open(CreditTasks.judge(account.id(), command.signalId(), signal.observedOn()));
        }
        return new SignalResult(account.id().value(), command.signalId());
    }

    static SignalResult judge(CustomerAccount account, JudgeSignal command, Tasks tasks) {
        AccountId payer = account.id();
        Heard heard = Signals.judgeable(account.credit(), command);
        apply(new SignalJudged(payer.tenant(), payer.value(), heard.signalId(), command.verdict(), command.reason()));
        tasks.complete(
                CreditTasks.judging(payer, heard.signalId()), command.verdict().name());
        if (command.verdict() == SignalVerdict.DISMISSED && account.credit().isInsolventBy(heard.signalId())) {
            solvent(account, "SIGNAL_DISMISSED");
        }
        return new SignalResult(payer.value(), heard.signalId());
    }

    static void propose(CustomerAccount account, ProposeInsolvencyCheck command, Tasks tasks) {
        if (!account.credit().insolvent()) {
            tasks.open(CreditTasks.checkInsolvency(account.id(), command.observedOn()));
        }
    }

    static void heard(CustomerAccount account, String signalId, Signal signal) {
        AccountId payer = account.id();
        if (account.credit().signal(signalId).isPresent()) {
            throw Refusal.conflict("already-exists", "there is signal '" + signalId + "' already");
        }
        apply(new SignalRecorded(payer.tenant(), payer.value(), signalId, signal));
    }

    static void insolvent(
            CustomerAccount account,
            String signalId,
            String proceeding,
            LocalDate observedOn,
            LocalDate filingDeadline) {
        AccountId payer = account.id();
        if (!account.credit().insolvent()) {
            apply(new InsolvencyRecorded(
                    payer.tenant(), payer.value(), signalId, proceeding, observedOn, filingDeadline));
        }
    }

    static void solvent(CustomerAccount account, String reason) {
        AccountId payer = account.id();
        if (account.credit().insolvent()) {
            apply(new InsolvencyLifted(payer.tenant(), payer.value(), reason));
        }
    }
}
