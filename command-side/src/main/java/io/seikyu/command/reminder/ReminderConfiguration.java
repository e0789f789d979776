package io.seikyu.command.reminder;

import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceDesk;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.PromiseDesk;
import io.seikyu.command.message.Outbox;
import io.seikyu.command.plan.InstalmentPlans;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.Tasks;
import io.seikyu.command.template.ReminderWriter;
import io.seikyu.command.template.Templates;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How payers are contacted. */
@Configuration(proxyBeanMethods = false)
public class ReminderConfiguration {
    @Bean
    Agreements agreements(Approvals approvals) {
        return new Agreements(approvals);
    }

    @Bean
    ReminderTasks reminderTasks(Tasks tasks) {
        return new ReminderTasks(tasks);
    }

    @Bean
    RemindedInvoices remindedInvoices(CachingRepository<Invoice, InvoiceState> invoices) {
        return new RemindedInvoices(invoices);
    }

    @Bean
    ReminderTexts reminderTexts(
            Accounts accounts,
            Clients clients,
            CachingRepository<Invoice, InvoiceState> invoices,
            Contracts contracts,
            BankAccounts bankAccounts,
            ClaimTerms claims,
            Templates templates,
            InstalmentPlans plans,
            @Value("${seikyu.agency-name:Seikyu}") String agency) {
        return new ReminderTexts(
                accounts,
                clients,
                invoices,
                contracts,
                bankAccounts,
                claims,
                new ReminderWriter(templates),
                plans,
                agency);
    }

    @Bean
    StoredReminders reminders(
            CachingRepository<Reminder, ReminderState> repository,
            Agreements agreements,
            ReminderTasks tasks,
            Outbox outbox,
            RemindedInvoices invoices,
            ReminderTexts texts) {
        return new StoredReminders(repository, agreements, tasks, outbox, invoices, texts);
    }

    @Bean
    ReminderMessages reminderMessages(
            CachingRepository<Reminder, ReminderState> repository,
            StoredReminders stored,
            RemindedInvoices invoices,
            ReminderTasks tasks,
            Fitting fitting,
            Clock businessClock) {
        return new ReminderMessages(repository, stored, invoices, tasks, fitting, businessClock);
    }

    @Bean
    Calls calls(
            CachingRepository<CustomerAccount, AccountState> accounts,
            RemindedInvoices invoices,
            ReminderTasks tasks,
            PromiseDesk promises,
            InvoiceDesk disputes,
            Schedules schedules) {
        return new Calls(accounts, invoices, tasks, promises, disputes, schedules);
    }

    @Bean
    WhenPayerIsToBeCalledBackThenCall whenPayerIsToBeCalledBackThenCall() {
        return new WhenPayerIsToBeCalledBackThenCall();
    }

    @Bean
    CallWork callWork(
            CachingRepository<Reminder, ReminderState> repository,
            Fitting fitting,
            ReminderTexts texts,
            TimeOrderedIds ids,
            Clock businessClock) {
        return new CallWork(repository, fitting, texts, ids, businessClock);
    }

    @Bean
    ReminderLetters reminderLetters(EventLog log, EventCodec codec) {
        return new ReminderLetters(log, codec);
    }

    @Bean
    ApprovedReminders approvedReminders(
            CachingRepository<Reminder, ReminderState> repository, Agreements agreements, ReminderTasks tasks) {
        return new ApprovedReminders(repository, agreements, tasks);
    }
}
