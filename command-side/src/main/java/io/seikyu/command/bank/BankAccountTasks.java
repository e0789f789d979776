package io.seikyu.command.bank;

import io.seikyu.command.task.NewTask;
import io.seikyu.contract.bank.BankAccountCommand.ReportCancellation;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.TaskId;
import io.seikyu.contract.task.TaskKind;
import java.util.HashMap;
import java.util.Map;

/** What people have to do about what a bank tells. */
final class BankAccountTasks {
    private BankAccountTasks() {}

    static NewTask check(BankAccountId account, ReportCancellation command) {
        Map<String, String> facts = new HashMap<>();
        facts.put("bookedOn", command.bookedOn().toString());
        facts.put("amount", command.amount().toPlainString());
        facts.put("source", command.source());
        facts.put("why", command.why());
        if (command.reference() != null) {
            facts.put("reference", command.reference());
        }
        return new NewTask(
                TaskId.of(
                        account.tenant(),
                        "cancellation",
                        command.file().substring(0, 16),
                        command.source().replace(' ', '-').replace(",", "")),
                TaskKind.CHECK_CANCELLATION,
                account,
                null,
                facts,
                null,
                "The bank took back an amount that came in before, and it is not clear which receipt that was: "
                        + "find it and reverse it");
    }
}
