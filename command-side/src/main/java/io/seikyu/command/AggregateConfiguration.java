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
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.store.TargetOfCommand;
import io.seikyu.command.task.Task;
import io.seikyu.command.task.TaskState;
import io.seikyu.command.webhook.Webhook;
import io.seikyu.command.webhook.WebhookState;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.SnapshotType;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the aggregates live. A new aggregate is a repository here, and its line in {@link #aggregates}. */
@Configuration(proxyBeanMethods = false)
class AggregateConfiguration {

    @Bean
    Repositories repositories(
            EventStore events,
            EventLog log,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            @Value("${seikyu.snapshot-after:100}") int snapshotAfter,
            @Value("${seikyu.kept-aggregates:10000}") int kept) {
        return new Repositories(events, log, parameters, handlers, snapshotAfter, kept);
    }

    @Bean
    CachingRepository<Client, ClientState> clientRepository(Repositories repositories) {
        return repositories.of(Snapshots.CLIENT);
    }

    @Bean
    CachingRepository<CustomerAccount, AccountState> accountRepository(Repositories repositories) {
        return repositories.of(Snapshots.ACCOUNT);
    }

    @Bean
    CachingRepository<Contract, ContractState> contractRepository(Repositories repositories) {
        return repositories.of(Snapshots.CONTRACT);
    }

    @Bean
    CachingRepository<Invoice, InvoiceState> invoiceRepository(Repositories repositories) {
        return repositories.of(Snapshots.INVOICE);
    }

    @Bean
    CachingRepository<Receipt, ReceiptState> receiptRepository(Repositories repositories) {
        return repositories.of(Snapshots.RECEIPT);
    }

    @Bean
    CachingRepository<CreditNote, CreditNoteState> creditNoteRepository(Repositories repositories) {
        return repositories.of(Snapshots.CREDIT_NOTE);
    }

    @Bean
    CachingRepository<Task, TaskState> taskRepository(Repositories repositories) {
        return repositories.of(Snapshots.TASK);
    }

    @Bean
    CachingRepository<InstalmentPlan, PlanState> planRepository(Repositories repositories) {
        return repositories.of(Snapshots.PLAN);
    }

    @Bean
    CachingRepository<SandboxClock, ClockState> clockRepository(Repositories repositories) {
        return repositories.of(Snapshots.CLOCK);
    }

    @Bean
    CachingRepository<Schedule, ScheduleState> scheduleRepository(Repositories repositories) {
        return repositories.of(Snapshots.SCHEDULE);
    }

    @Bean
    CachingRepository<BankAccount, BankAccountState> bankAccountRepository(Repositories repositories) {
        return repositories.of(Snapshots.BANK_ACCOUNT);
    }

    @Bean
    CachingRepository<Approval, ApprovalState> approvalRepository(Repositories repositories) {
        return repositories.of(Snapshots.APPROVAL);
    }

    @Bean
    CachingRepository<Job, JobState> jobRepository(Repositories repositories) {
        return repositories.of(Snapshots.JOB);
    }

    @Bean
    CachingRepository<DeadLetters, DeadLetters.State> deadLetterRepository(Repositories repositories) {
        return repositories.of(Snapshots.DEAD_LETTERS);
    }

    @Bean
    CachingRepository<Webhook, WebhookState> webhookRepository(Repositories repositories) {
        return repositories.of(Snapshots.WEBHOOK);
    }

    @Bean
    CachingRepository<DunningCase, DunningState> dunningRepository(Repositories repositories) {
        return repositories.of(Snapshots.DUNNING);
    }

    @Bean
    CachingRepository<Reminder, ReminderState> reminderRepository(Repositories repositories) {
        return repositories.of(Snapshots.REMINDER);
    }

    @Bean
    CachingRepository<Message, MessageState> messageRepository(Repositories repositories) {
        return repositories.of(Snapshots.MESSAGE);
    }

    @Bean
    CachingRepository<SendingSwitch, SwitchState> switchRepository(Repositories repositories) {
        return repositories.of(Snapshots.SWITCH);
    }

    @Bean
    CachingRepository<ApiKeys, ApiKeysState> apiKeysRepository(Repositories repositories) {
        return repositories.of(Snapshots.API_KEYS);
    }

    @Bean
    CachingRepository<Policy, PolicyState> policyRepository(Repositories repositories) {
        return repositories.of(Snapshots.POLICY);
    }

    @Bean
    ConfigurerModule aggregates(
            CachingRepository<Client, ClientState> clients,
            CachingRepository<CustomerAccount, AccountState> accounts,
            CachingRepository<Contract, ContractState> contracts,
            CachingRepository<Invoice, InvoiceState> invoices,
            CachingRepository<Receipt, ReceiptState> receipts,
            CachingRepository<CreditNote, CreditNoteState> creditNotes,
            CachingRepository<Task, TaskState> tasks,
            CachingRepository<InstalmentPlan, PlanState> plans,
            CachingRepository<SandboxClock, ClockState> clocks,
            CachingRepository<Schedule, ScheduleState> schedules,
            CachingRepository<BankAccount, BankAccountState> bankAccounts,
            CachingRepository<Approval, ApprovalState> approvals,
            CachingRepository<Job, JobState> jobs,
            CachingRepository<DeadLetters, DeadLetters.State> deadLetters,
            CachingRepository<Webhook, WebhookState> webhooks,
            CachingRepository<DunningCase, DunningState> dunning,
            CachingRepository<Reminder, ReminderState> reminders,
            CachingRepository<Message, MessageState> messages,
            CachingRepository<SendingSwitch, SwitchState> switches,
            CachingRepository<ApiKeys, ApiKeysState> apiKeys,
            CachingRepository<Policy, PolicyState> policies) {
        return configurer -> configurer
                .configureAggregate(aggregate(Client.class, clients))
                .configureAggregate(aggregate(CustomerAccount.class, accounts))
                .configureAggregate(aggregate(Contract.class, contracts))
                .configureAggregate(aggregate(Invoice.class, invoices))
                .configureAggregate(aggregate(Receipt.class, receipts))
                .configureAggregate(aggregate(CreditNote.class, creditNotes))
                .configureAggregate(aggregate(Task.class, tasks))
                .configureAggregate(aggregate(InstalmentPlan.class, plans))
                .configureAggregate(aggregate(SandboxClock.class, clocks))
                .configureAggregate(aggregate(Schedule.class, schedules))
                .configureAggregate(aggregate(BankAccount.class, bankAccounts))
                .configureAggregate(aggregate(Approval.class, approvals))
                .configureAggregate(aggregate(Job.class, jobs))
                .configureAggregate(aggregate(DeadLetters.class, deadLetters))
                .configureAggregate(aggregate(Webhook.class, webhooks))
                .configureAggregate(aggregate(DunningCase.class, dunning))
                .configureAggregate(aggregate(Reminder.class, reminders))
                .configureAggregate(aggregate(Message.class, messages))
                .configureAggregate(aggregate(SendingSwitch.class, switches))
                .configureAggregate(aggregate(Policy.class, policies))
                .configureAggregate(aggregate(ApiKeys.class, apiKeys));
    }

    private static <T> AggregateConfigurer<T> aggregate(Class<T> type, CachingRepository<T, ?> repository) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureRepository(configuration -> repository)
                .configureCommandTargetResolver(configuration -> new TargetOfCommand());
    }

    @Bean
    SnapshotType<Client, ClientState> clientSnapshots() {
        return Snapshots.CLIENT;
    }

    @Bean
    SnapshotType<CustomerAccount, AccountState> accountSnapshots() {
        return Snapshots.ACCOUNT;
    }

    @Bean
    SnapshotType<Contract, ContractState> contractSnapshots() {
        return Snapshots.CONTRACT;
    }

    @Bean
    SnapshotType<Invoice, InvoiceState> invoiceSnapshots() {
        return Snapshots.INVOICE;
    }

    @Bean
    SnapshotType<Receipt, ReceiptState> receiptSnapshots() {
        return Snapshots.RECEIPT;
    }

    @Bean
    SnapshotType<CreditNote, CreditNoteState> creditNoteSnapshots() {
        return Snapshots.CREDIT_NOTE;
    }

    @Bean
    SnapshotType<Task, TaskState> taskSnapshots() {
        return Snapshots.TASK;
    }

    @Bean
    SnapshotType<InstalmentPlan, PlanState> planSnapshots() {
        return Snapshots.PLAN;
    }

    @Bean
    SnapshotType<SandboxClock, ClockState> clockSnapshots() {
        return Snapshots.CLOCK;
    }

    @Bean
    SnapshotType<Schedule, ScheduleState> scheduleSnapshots() {
        return Snapshots.SCHEDULE;
    }

    @Bean
    SnapshotType<BankAccount, BankAccountState> bankAccountSnapshots() {
        return Snapshots.BANK_ACCOUNT;
    }

    @Bean
    SnapshotType<Approval, ApprovalState> approvalSnapshots() {
        return Snapshots.APPROVAL;
    }

    @Bean
    SnapshotType<Job, JobState> jobSnapshots() {
        return Snapshots.JOB;
    }

    @Bean
    SnapshotType<DeadLetters, DeadLetters.State> deadLetterSnapshots() {
        return Snapshots.DEAD_LETTERS;
    }

    @Bean
    SnapshotType<Webhook, WebhookState> webhookSnapshots() {
        return Snapshots.WEBHOOK;
    }

    @Bean
    SnapshotType<DunningCase, DunningState> dunningSnapshots() {
        return Snapshots.DUNNING;
    }

    @Bean
    SnapshotType<Reminder, ReminderState> reminderSnapshots() {
        return Snapshots.REMINDER;
    }

    @Bean
    SnapshotType<Message, MessageState> messageSnapshots() {
        return Snapshots.MESSAGE;
    }

    @Bean
    SnapshotType<SendingSwitch, SwitchState> switchSnapshots() {
        return Snapshots.SWITCH;
    }

    @Bean
    SnapshotType<Policy, PolicyState> policySnapshots() {
        return Snapshots.POLICY;
    }

    @Bean
    SnapshotType<ApiKeys, ApiKeysState> apiKeysSnapshots() {
        return Snapshots.API_KEYS;
    }

    /** Makes repositories that are alike but for what they hold. */
    record Repositories(
            EventStore events,
            EventLog log,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            int snapshotAfter,
            int kept) {
        <T, S> CachingRepository<T, S> of(SnapshotType<T, S> type) {
            EventSourcingRepository.Builder<T> builder = EventSourcingRepository.builder(type.aggregate());
            builder.parameterResolverFactory(parameters).handlerDefinition(handlers);
            return new CachingRepository<>(events, log, type, builder, snapshotAfter, kept);
        }
    }
}
