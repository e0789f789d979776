package io.seikyu.query.account;

import io.seikyu.contract.access.AccessEvent;
import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.approval.ApprovalEvent;
import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.client.ClientEvent;
import io.seikyu.contract.contract.ContractEvent;
import io.seikyu.contract.creditnote.CreditNoteEvent;
import io.seikyu.contract.deadletter.DeadLetterEvent;
import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.invoice.InvoiceEvent;
import io.seikyu.contract.job.JobEvent;
import io.seikyu.contract.message.MessageEvent;
import io.seikyu.contract.plan.PlanEvent;
import io.seikyu.contract.policy.PolicyEvent;
import io.seikyu.contract.receipt.ReceiptEvent;
import io.seikyu.contract.schedule.ScheduleEvent;
import io.seikyu.contract.sending.SendingEvent;
import io.seikyu.contract.task.TaskEvent;
import io.seikyu.contract.webhook.WebhookEvent;
import io.seikyu.projection.Folds;

/** What the views of payers leave to others: of a payer what each does not name, and all that is not a payer's. */
final class Ignored {
    private Ignored() {}

    static <V> Folds<V> theRest(Folds<V> folds) {
        return folds.ignoring(
                DeadLetterEvent.class,
                DunningEvent.class,
                PlanEvent.class,
                ScheduleEvent.class,
                BankAccountEvent.class,
                ApprovalEvent.class,
                CreditNoteEvent.class,
                AccessEvent.class,
                AccountEvent.class,
                ClientEvent.class,
                ContractEvent.class,
                InvoiceEvent.class,
                JobEvent.class,
                MessageEvent.class,
                SendingEvent.class,
                PolicyEvent.class,
                ReceiptEvent.class,
                TaskEvent.class,
                WebhookEvent.class);
    }
}
