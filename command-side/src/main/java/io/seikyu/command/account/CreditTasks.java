package io.seikyu.command.account;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.account.AccountCommand.RecordSignal;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.time.LocalDate;
import java.util.Map;

/** What people have to do about a payer's credit. Suspicions are a matter of the agency alone. */
final class CreditTasks {
    private CreditTasks() {}

    static TaskId judging(AccountId payer, String signalId) {
        return TaskId.of(payer.tenant(), Ids.internal("signal"), payer.value(), signalId);
    }

    static NewTask judge(AccountId payer, String signalId, LocalDate observedOn) {
        return new NewTask(
                judging(payer, signalId),
                TaskKind.JUDGE_SIGNAL,
                payer,
                payer,
                Map.of("signalId", signalId, "observedOn", observedOn.toString()),
                null,
                "Until a person finds out whether it is true, nothing more of this payer is covered");
    }

    static NewTask fileClaim(AccountId payer, RecordSignal command) {
        return new NewTask(
                TaskId.of(payer.tenant(), "claim", payer.value(), command.signalId()),
                TaskKind.FILE_CLAIM,
                payer,
                payer,
                Map.of("proceeding", command.signal().proceeding()),
                command.signal().filingDeadline(),
                "The payer is insolvent: the claim has to be filed in its proceeding; nobody contacts the payer any more");
    }

    static NewTask checkInsolvency(AccountId payer, LocalDate observedOn) {
        return new NewTask(
                TaskId.of(payer.tenant(), "insolvency", payer.value(), observedOn),
                TaskKind.CHECK_INSOLVENCY,
                payer,
                payer,
                Map.of("observedOn", observedOn.toString()),
                null,
                "A proceeding over this company may have been opened: look it up, and record the bankruptcy if it is so");
    }
}
