package io.seikyu.query;

import io.seikyu.projection.Projection;
import io.seikyu.query.account.AccountProjection;
import io.seikyu.query.account.CreditFileProjection;
import io.seikyu.query.account.PaymentProjection;
import io.seikyu.query.approval.ApprovalProjection;
import io.seikyu.query.bankaccount.BankAccountProjection;
import io.seikyu.query.claim.ClaimProjection;
import io.seikyu.query.client.ClientProjection;
import io.seikyu.query.contract.ContractProjection;
import io.seikyu.query.creditnote.CreditNoteProjection;
import io.seikyu.query.invoice.InvoiceProjection;
import io.seikyu.query.job.JobProjection;
import io.seikyu.query.message.MessageProjection;
import io.seikyu.query.plan.InstalmentPlanProjection;
import io.seikyu.query.policy.PolicyProjection;
import io.seikyu.query.receipt.ReceiptProjection;
import io.seikyu.query.reminder.ReminderProjection;
import io.seikyu.query.reminder.SuppressionProjection;
import io.seikyu.query.sending.SendingProjection;
import io.seikyu.query.task.TaskProjection;
import io.seikyu.query.webhook.WebhookProjection;
import java.util.List;

/** Every projection there is: a new one is one line here. The first of a kind of stream tells the stream's story. */
public final class AllProjections {
    private AllProjections() {}

    public static List<Projection<?>> list() {
        return List.of(
                new ClientProjection(),
                new AccountProjection(),
                new ApprovalProjection(),
                new BankAccountProjection(),
                new ContractProjection(),
                new CreditFileProjection(),
                new CreditNoteProjection(),
                new InvoiceProjection(),
                new ClaimProjection(),
                new InstalmentPlanProjection(),
                new JobProjection(),
                new MessageProjection(),
                new PaymentProjection(),
                new PolicyProjection(),
                new ReceiptProjection(),
                new ReminderProjection(),
                new SendingProjection(),
                new SuppressionProjection(),
                new TaskProjection(),
                new WebhookProjection());
    }
}
