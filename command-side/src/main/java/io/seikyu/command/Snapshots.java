package io.seikyu.command;

import io.seikyu.command.access.ApiKeys;
import io.seikyu.command.access.ApiKeysState;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.approval.Approval;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.bank.BankAccount;
import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.ClientState;
import io.seikyu.command.clock.ClockState;
import io.seikyu.command.clock.SandboxClock;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.ContractState;
import io.seikyu.command.creditnote.CreditNote;
import io.seikyu.command.creditnote.CreditNoteState;
import io.seikyu.command.dunning.DunningCase;
import io.seikyu.command.dunning.DunningState;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.job.Job;
import io.seikyu.command.job.JobState;
import io.seikyu.command.message.Message;
import io.seikyu.command.message.MessageState;
import io.seikyu.command.plan.InstalmentPlan;
import io.seikyu.command.plan.PlanState;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.reminder.Reminder;
import io.seikyu.command.reminder.ReminderState;
import io.seikyu.command.replay.DeadLetters;
import io.seikyu.command.schedule.Schedule;
import io.seikyu.command.schedule.ScheduleState;
import io.seikyu.command.sending.SendingSwitch;
import io.seikyu.command.sending.SwitchState;
import io.seikyu.command.task.Task;
import io.seikyu.command.task.TaskState;
import io.seikyu.command.webhook.Webhook;
import io.seikyu.command.webhook.WebhookState;
import io.seikyu.contract.catalogue.PersonalFields;
import io.seikyu.contract.id.ClientId;
import io.seikyu.eventlog.axon.SnapshotType;
import io.seikyu.eventlog.axon.UnreadableEventException;
import java.util.Map;

/**
 * How aggregates are kept in snapshots. The whole history of a client company or of a payer is sealed with its own key;
 * once that key is erased the snapshot is passed over and the events, with their tombstones, are read instead.
 */
final class Snapshots {
    static final SnapshotType<Client, ClientState> CLIENT = new SnapshotType<>(
            "client.state",
            1,
            Client.class,
            ClientState.class,
            Client::state,
            state -> new Client(unlessErased(state, state.history())),
            new PersonalFields<>(state -> Map.of("history", state.id())));

    static final SnapshotType<CustomerAccount, AccountState> ACCOUNT = new SnapshotType<>(
            "account.state",
            7,
            CustomerAccount.class,
            AccountState.class,
            CustomerAccount::state,
            state -> new CustomerAccount(unlessErased(state, state.history())),
            new PersonalFields<>(state -> Map.of("history", state.id(), "aliases", state.id())));

    static final SnapshotType<Contract, ContractState> CONTRACT = new SnapshotType<>(
            "contract.state",
            2,
            Contract.class,
            ContractState.class,
            Contract::state,
            Contract::new,
            PersonalFields.none());

    static final SnapshotType<Invoice, InvoiceState> INVOICE = new SnapshotType<>(
            "invoice.state",
            13,
            Invoice.class,
            InvoiceState.class,
            Invoice::state,
            Invoice::new,
            PersonalFields.none());

    static final SnapshotType<Receipt, ReceiptState> RECEIPT = new SnapshotType<>(
            "receipt.state",
            5,
            Receipt.class,
            ReceiptState.class,
            Receipt::state,
            Receipt::new,
            new PersonalFields<>(
                    state -> Map.of("facts.payerName", state.subject(), "facts.source.remittance", state.subject())));

    static final SnapshotType<CreditNote, CreditNoteState> CREDIT_NOTE = new SnapshotType<>(
            "credit-note.state",
            1,
            CreditNote.class,
            CreditNoteState.class,
            CreditNote::state,
            CreditNote::new,
            PersonalFields.none());

    static final SnapshotType<SandboxClock, ClockState> CLOCK = new SnapshotType<>(
            "clock.state",
            1,
            SandboxClock.class,
            ClockState.class,
            SandboxClock::state,
            SandboxClock::new,
            PersonalFields.none());

    static final SnapshotType<Schedule, ScheduleState> SCHEDULE = new SnapshotType<>(
            "schedule.state",
            1,
            Schedule.class,
            ScheduleState.class,
            Schedule::state,
            Schedule::new,
            PersonalFields.none());

    static final SnapshotType<Task, TaskState> TASK = new SnapshotType<>(
            "task.state", 2, Task.class, TaskState.class, Task::state, Task::new, PersonalFields.none());

    static final SnapshotType<InstalmentPlan, PlanState> PLAN = new SnapshotType<>(
            "instalment-plan.state",
            1,
            InstalmentPlan.class,
            PlanState.class,
            InstalmentPlan::state,
            InstalmentPlan::new,
            PersonalFields.none());

    static final SnapshotType<BankAccount, BankAccountState> BANK_ACCOUNT = new SnapshotType<>(
            "bank-account.state",
            2,
            BankAccount.class,
            BankAccountState.class,
            BankAccount::state,
            state -> new BankAccount(unlessErased(state, state.details())),
            new PersonalFields<>(state ->
                    state.id().isOfAgency() ? Map.of() : Map.of("details", new ClientId(state.clientId()).toString())));

    static final SnapshotType<Approval, ApprovalState> APPROVAL = new SnapshotType<>(
            "approval.state",
            1,
            Approval.class,
            ApprovalState.class,
            Approval::state,
            Approval::new,
            new PersonalFields<>(state -> Map.of("personal", state.subject())));

    static final SnapshotType<Job, JobState> JOB =
            new SnapshotType<>("job.state", 3, Job.class, JobState.class, Job::state, Job::new, PersonalFields.none());

    static final SnapshotType<DeadLetters, DeadLetters.State> DEAD_LETTERS = new SnapshotType<>(
            "dead-letters.state",
            1,
            DeadLetters.class,
            DeadLetters.State.class,
            DeadLetters::state,
            DeadLetters::new,
            PersonalFields.none());

    static final SnapshotType<Webhook, WebhookState> WEBHOOK = new SnapshotType<>(
            "webhook.state", 1, Webhook.class, WebhookState.class, Webhook::state, Webhook::new, PersonalFields.none());

    static final SnapshotType<DunningCase, DunningState> DUNNING = new SnapshotType<>(
            "dunning.state",
            2,
            DunningCase.class,
            DunningState.class,
            DunningCase::state,
            DunningCase::new,
            PersonalFields.none());

    static final SnapshotType<Reminder, ReminderState> REMINDER = new SnapshotType<>(
            "reminder.state",
            1,
            Reminder.class,
            ReminderState.class,
            Reminder::state,
            Reminder::new,
            new PersonalFields<>(state -> Map.of("edited", state.payer().toString())));

    static final SnapshotType<Message, MessageState> MESSAGE = new SnapshotType<>(
            "message.state", 1, Message.class, MessageState.class, Message::state, Message::new, PersonalFields.none());

    static final SnapshotType<SendingSwitch, SwitchState> SWITCH = new SnapshotType<>(
            "sending.state",
            1,
            SendingSwitch.class,
            SwitchState.class,
            SendingSwitch::state,
            SendingSwitch::new,
            PersonalFields.none());

    static final SnapshotType<Policy, PolicyState> POLICY = new SnapshotType<>(
            "policy.state", 1, Policy.class, PolicyState.class, Policy::state, Policy::new, PersonalFields.none());

    static final SnapshotType<ApiKeys, ApiKeysState> API_KEYS = new SnapshotType<>(
            "api-keys.state",
            1,
            ApiKeys.class,
            ApiKeysState.class,
            ApiKeys::state,
            ApiKeys::new,
            PersonalFields.none());

    private Snapshots() {}

    private static <S> S unlessErased(S state, Object sealed) {
        if (sealed == null) {
            throw new UnreadableEventException("what this snapshot held was erased", null);
        }
        return state;
    }
}
