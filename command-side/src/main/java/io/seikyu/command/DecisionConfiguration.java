package io.seikyu.command;

import io.seikyu.command.account.AccountLedgers;
import io.seikyu.command.account.AccountState;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.CreditBook;
import io.seikyu.command.account.CreditDesk;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.Ledgers;
import io.seikyu.command.account.TaughtNames;
import io.seikyu.command.account.WhenReservationExpires;
import io.seikyu.command.approval.Approval;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.ApprovedWorks;
import io.seikyu.command.approval.StoredApprovals;
import io.seikyu.command.approval.Waiting;
import io.seikyu.command.approval.WhenApprovalExpires;
import io.seikyu.command.bank.ApprovedAmendments;
import io.seikyu.command.bank.BankAccount;
import io.seikyu.command.bank.BankAccountState;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.bank.ClaimedBankAccounts;
import io.seikyu.command.client.ApprovedBankAccountMoves;
import io.seikyu.command.client.Client;
import io.seikyu.command.client.ClientState;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.CollectionData;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.ContractState;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.credit.ContractMeasures;
import io.seikyu.command.credit.CreditPolicy;
import io.seikyu.command.credit.CreditPolicyReader;
import io.seikyu.command.credit.Overdue;
import io.seikyu.command.credit.ScreeningDesk;
import io.seikyu.command.creditnote.ApprovedCreditNotes;
import io.seikyu.command.creditnote.BookedCredits;
import io.seikyu.command.creditnote.CreditNote;
import io.seikyu.command.creditnote.CreditNoteDesk;
import io.seikyu.command.creditnote.CreditNoteState;
import io.seikyu.command.creditnote.CreditedInvoices;
import io.seikyu.command.creditnote.KeptCredits;
import io.seikyu.command.directory.Directory;
import io.seikyu.command.dunning.DunningPolicy;
import io.seikyu.command.dunning.DunningPolicyReader;
import io.seikyu.command.invoice.ApprovedWriteOffs;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.ClaimedInvoiceNumbers;
import io.seikyu.command.invoice.CollectionCoverage;
import io.seikyu.command.invoice.DeliveryDesk;
import io.seikyu.command.invoice.Deposits;
import io.seikyu.command.invoice.EarlierInvoices;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceDesk;
import io.seikyu.command.invoice.InvoiceNumbers;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.invoice.InvoicesOnFile;
import io.seikyu.command.invoice.NamedInvoices;
import io.seikyu.command.invoice.OverdueFacts;
import io.seikyu.command.invoice.PromiseDesk;
import io.seikyu.command.invoice.PromisesAreJudged;
import io.seikyu.command.invoice.ReplacedInvoices;
import io.seikyu.command.invoice.WhenWeekBeginsThenWatchLimitation;
import io.seikyu.command.invoice.WriteOffDesk;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.policy.CurrentPolicies;
import io.seikyu.command.policy.Policy;
import io.seikyu.command.policy.PolicyReading;
import io.seikyu.command.policy.PolicyState;
import io.seikyu.command.receipt.ApprovedRefunds;
import io.seikyu.command.receipt.BookedInvoices;
import io.seikyu.command.receipt.BookedPrepayments;
import io.seikyu.command.receipt.PassedOn;
import io.seikyu.command.receipt.PayableInvoices;
import io.seikyu.command.receipt.Receipt;
import io.seikyu.command.receipt.ReceiptDesk;
import io.seikyu.command.receipt.ReceiptState;
import io.seikyu.command.receipt.StoredDeposits;
import io.seikyu.command.receipt.StoredKeptCredits;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.command.review.PolicyReader;
import io.seikyu.command.review.PrecedingInvoices;
import io.seikyu.command.review.Prepayments;
import io.seikyu.command.review.PublishedReviewPolicy;
import io.seikyu.command.review.ReviewDesk;
import io.seikyu.command.review.ReviewPolicies;
import io.seikyu.command.schedule.Recurring;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.command.task.StoredTasks;
import io.seikyu.command.task.Task;
import io.seikyu.command.task.TaskState;
import io.seikyu.command.task.TaskWork;
import io.seikyu.command.task.TaskWorks;
import io.seikyu.command.task.Tasks;
import io.seikyu.command.template.CurrentTemplates;
import io.seikyu.command.template.Templates;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.interest.StatutoryRates;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.contract.policy.PolicyKind;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.web.wiring.SeikyuProperties;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What aggregates look at when they decide. */
@Configuration(proxyBeanMethods = false)
class DecisionConfiguration {
    @Bean
    Clients clients(CachingRepository<Client, ClientState> repository) {
        return Clients.of(repository);
    }

    @Bean
    Accounts accounts(CachingRepository<CustomerAccount, AccountState> repository) {
        return Accounts.of(repository);
    }

    @Bean
    AccountLedgers ledgers(CachingRepository<CustomerAccount, AccountState> repository) {
        return new AccountLedgers(repository);
    }

    @Bean
    WhenReservationExpires whenReservationExpires() {
        return new WhenReservationExpires();
    }

    @Bean
    Contracts contracts(CachingRepository<Contract, ContractState> repository) {
        return Contracts.of(repository);
    }

    @Bean
    ClaimedBankAccounts bankAccounts(
            CachingRepository<BankAccount, BankAccountState> repository, EventLog log, SubjectKeys keys) {
        return new ClaimedBankAccounts(repository, log, keys);
    }

    @Bean
    BankCalendar bankCalendar(SeikyuProperties properties) {
        return HolidayFile.in(properties.dataDir());
    }

    @Bean
    Prepayments prepayments(
            CachingRepository<Receipt, ReceiptState> receipts, CachingRepository<Invoice, InvoiceState> invoices) {
        return new BookedPrepayments(receipts, invoices);
    }

    @Bean
    NamedInvoices namedInvoices(CachingRepository<Invoice, InvoiceState> invoices, EventLog log, EventCodec codec) {
        return new InvoicesOnFile(invoices, new EarlierInvoices(log, codec));
    }

    @Bean
    ReviewDesk reviewDesk(
            Clients clients,
            Ledgers ledgers,
            Contracts contracts,
            Prepayments prepayments,
            ReviewPolicies policies,
            BankCalendar calendar,
            NamedInvoices invoices) {
        PrecedingInvoices preceding =
                (tenant, named) -> invoices.find(tenant, named).map(InvoiceState::payer);
        return new ReviewDesk(
                clients,
                payer -> Optional.of(ledgers.lock(payer)),
                contracts,
                prepayments,
                preceding,
                policies,
                TaxRates.japan(),
                calendar);
    }

    @Bean
    PolicyReading<PublishedReviewPolicy> reviewReading() {
        return new PolicyReading<>(
                PolicyKind.REVIEW, (version, tree, faults) -> new PolicyReader(faults).read(version, tree));
    }

    @Bean
    PolicyReading<CreditPolicy> creditReading() {
        return new PolicyReading<>(
                PolicyKind.CREDIT, (version, tree, faults) -> new CreditPolicyReader(faults).read(version, tree));
    }

    @Bean
    CreditDesk creditDesk(
            CachingRepository<Policy, PolicyState> policies,
            PolicyReading<CreditPolicy> reading,
            Contracts contracts,
            BankAccounts bankAccounts,
            CachingRepository<Invoice, InvoiceState> invoices) {
        return new ScreeningDesk(
                new CurrentPolicies<>(policies, reading)::inForce,
                new Overdue(new OverdueFacts(new CollectionData(contracts, bankAccounts), invoices)));
    }

    @Bean
    ContractMeasures contractMeasures(
            CachingRepository<Contract, ContractState> contracts,
            CachingRepository<Approval, ApprovalState> onFile,
            Approvals approvals,
            CreditBook credit) {
        return new ContractMeasures(contracts, onFile, approvals, credit);
    }

    @Bean
    PolicyReading<DunningPolicy> dunningReading(BankCalendar calendar) {
        return new PolicyReading<>(
                PolicyKind.DUNNING,
                (version, tree, faults) -> new DunningPolicyReader(calendar, faults).read(version, tree));
    }

    @Bean
    ReviewPolicies reviewPolicies(
            CachingRepository<Policy, PolicyState> policies, PolicyReading<PublishedReviewPolicy> reading) {
        return new CurrentPolicies<>(policies, reading)::inForce;
    }

    @Bean
    Templates templates(CachingRepository<Policy, PolicyState> published) {
        return new CurrentTemplates(published);
    }

    @Bean
    InvoiceNumbers invoiceNumbers(EventLog log) {
        return new ClaimedInvoiceNumbers(log);
    }

    @Bean
    InvoiceDesk invoiceDesk(
            ReviewDesk review,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            Tasks tasks,
            DeliveryDesk deliveries,
            NamedInvoices invoices,
            CachingRepository<Invoice, InvoiceState> repository,
            Deposits deposits,
            ClaimTerms claims) {
        ReplacedInvoices replaced = (id, told) -> repository.load(id.toString()).execute(told);
        return new InvoiceDesk(review, numbers, ledgers, tasks, deliveries, invoices, replaced, deposits, claims);
    }

    @Bean
    Deposits deposits(CachingRepository<Receipt, ReceiptState> receipts) {
        return new StoredDeposits(receipts);
    }

    @Bean
    ClaimTerms claimTerms(Contracts contracts) {
        return new ClaimTerms(contracts, StatutoryRates.japan());
    }

    @Bean
    PromiseDesk promiseDesk(
            Contracts contracts,
            BankAccounts bankAccounts,
            Ledgers ledgers,
            Schedules schedules,
            BankCalendar calendar) {
        return new PromiseDesk(new CollectionCoverage(contracts, bankAccounts), ledgers, schedules, calendar);
    }

    @Bean
    WhenDue promisesAreJudged() {
        return new PromisesAreJudged();
    }

    @Bean
    WhenDue limitationIsWatched(Directory directory) {
        return new WhenWeekBeginsThenWatchLimitation(directory);
    }

    @Bean
    Recurring watchingLimitation() {
        return new Recurring(WhenWeekBeginsThenWatchLimitation.KIND, DayOfWeek.MONDAY, LocalTime.of(6, 30));
    }

    @Bean
    CreditedInvoices creditedInvoices(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers) {
        return new BookedCredits(invoices, ledgers);
    }

    @Bean
    CreditNoteDesk creditNoteDesk(CreditedInvoices invoices, Contracts contracts) {
        return new CreditNoteDesk(invoices::get, contracts);
    }

    @Bean
    TaskWorks taskWorks(ObjectProvider<TaskWork> works) {
        return new TaskWorks(works.stream().toList());
    }

    @Bean
    Tasks tasks(CachingRepository<Task, TaskState> repository) {
        return new StoredTasks(repository);
    }

    @Bean
    PayableInvoices payableInvoices(
            CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers, ClaimTerms claims) {
        return new BookedInvoices(invoices, ledgers, claims);
    }

    @Bean
    ReceiptDesk receiptDesk(
            Clients clients,
            Accounts accounts,
            PayableInvoices invoices,
            Tasks tasks,
            Matcher matcher,
            CollectiveMatcher collective,
            TaughtNames names) {
        return new ReceiptDesk(clients, accounts, invoices, tasks, matcher, collective, names);
    }

    @Bean
    Waiting waiting(Tasks tasks, Schedules schedules) {
        return new Waiting(tasks, schedules);
    }

    @Bean
    WhenDue whenApprovalExpires() {
        return new WhenApprovalExpires();
    }

    @Bean
    Approvals approvals(CachingRepository<Approval, ApprovalState> repository, TimeOrderedIds ids, Waiting waiting) {
        return new StoredApprovals(repository, ids, waiting);
    }

    @Bean
    WriteOffDesk writeOffDesk(Contracts contracts, Approvals approvals) {
        return new WriteOffDesk(contracts, approvals);
    }

    @Bean
    ApprovedWork approvedWriteOffs(CachingRepository<Invoice, InvoiceState> invoices, Ledgers ledgers) {
        return new ApprovedWriteOffs(invoices, ledgers);
    }

    @Bean
    ApprovedWork approvedBankAccountMoves(CachingRepository<Client, ClientState> clients) {
        return new ApprovedBankAccountMoves(clients);
    }

    @Bean
    ApprovedWork approvedRefunds(CachingRepository<Receipt, ReceiptState> receipts, Tasks tasks) {
        return new ApprovedRefunds(receipts, tasks);
    }

    @Bean
    KeptCredits keptCredits(CachingRepository<Receipt, ReceiptState> receipts) {
        return new StoredKeptCredits(receipts);
    }

    @Bean
    PassedOn passedOn(CachingRepository<Receipt, ReceiptState> receipts, OwnCommands commands) {
        return new PassedOn(receipts, commands);
    }

    @Bean
    ApprovedWork approvedCreditNotes(
            CachingRepository<CreditNote, CreditNoteState> notes,
            CreditedInvoices invoices,
            InvoiceNumbers numbers,
            Ledgers ledgers,
            KeptCredits kept,
            Tasks tasks) {
        return new ApprovedCreditNotes(notes, invoices, numbers, ledgers, kept, tasks);
    }

    @Bean
    ApprovedWork approvedAmendments(
            CachingRepository<BankAccount, BankAccountState> accounts, ClaimedBankAccounts numbers) {
        return new ApprovedAmendments(accounts, numbers);
    }

    @Bean
    ApprovedWorks approvedWorks(ObjectProvider<ApprovedWork> works) {
        return new ApprovedWorks(works.stream().toList());
    }
}
