package io.seikyu.command.account;

import io.seikyu.command.account.CreditStanding.Heard;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountCommand.JudgeSignal;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.account.Signal;
import io.seikyu.contract.account.SignalKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What can be said of a payer (信用情報), and who may judge it. */
final class Signals {
    private static final BigDecimal BEST = BigDecimal.valueOf(100);

    private Signals() {}

    static void refuse(RecordSignal command) {
        Signal signal = command.signal();
        if (signal.kind() == SignalKind.ANTI_SOCIAL
                && !command.roles().contains(Role.CREDIT)
                && !command.roles().contains(Role.ADMIN)) {
            throw Refusal.forbidden("not-for-this-role", "such a hit is recorded by whoever answers for credit");
        }
        List<Fault> faults = new ArrayList<>();
        if (signal.observedOn().isAfter(command.today())) {
            faults.add(new Fault("/observedOn", "invalid", "must not be in the future"));
        }
        value(signal, faults);
        proceeding(signal, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-signal", "this signal cannot be recorded as it is", faults);
        }
    }

    private static void value(Signal signal, List<Fault> faults) {
        BigDecimal value = signal.value();
        if (signal.kind() != SignalKind.BUREAU_SCORE) {
            if (value != null) {
                faults.add(new Fault("/value", "invalid", "only a bureau's score has a value"));
            }
        } else if (value == null) {
            faults.add(new Fault("/value", "missing", "is missing: the bureau's score out of 100"));
        } else if (value.signum() < 0 || value.compareTo(BEST) > 0) {
            faults.add(new Fault("/value", "invalid", "must be from 0 to 100"));
        }
    }

    private static void proceeding(Signal signal, List<Fault> faults) {
        if (signal.kind() == SignalKind.BANKRUPTCY) {
            if (signal.proceeding() == null) {
                faults.add(new Fault("/proceeding", "missing", "is missing: name the proceeding"));
            }
            if (signal.filingDeadline() != null && signal.filingDeadline().isBefore(signal.observedOn())) {
                faults.add(new Fault("/filingDeadline", "invalid", "must not be before it was observed"));
            }
            return;
        }
        refuseOther(signal.proceeding(), "/proceeding", faults);
        refuseOther(signal.representative(), "/representative", faults);
        refuseOther(signal.filingDeadline(), "/filingDeadline", faults);
    }

    private static void refuseOther(Object said, String pointer, List<Fault> faults) {
        if (said != null) {
            faults.add(new Fault(pointer, "invalid", "belongs to a bankruptcy alone"));
        }
    }

    /** @return what is judged */
    static Heard judgeable(CreditStanding credit, JudgeSignal command) {
        Heard heard = credit.signal(command.signalId())
                .orElseThrow(() -> Refusal.notFound(
                        "signal-not-found", "there is no signal '" + command.signalId() + "' of this payer"));
        if (heard.verdict() != null) {
            throw Refusal.conflict("signal-judged", "the signal is " + heard.verdict() + " already");
        }
        if (command.actor().equals(heard.recordedBy())) {
            throw Refusal.forbidden(
                    "four-eyes", "who recorded a signal may not judge it: another person has to find out");
        }
        return heard;
    }
}
