package io.seikyu.command.plan;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.approval.Approval;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.invoice.ClaimTerms;
import io.seikyu.command.invoice.CollectionCoverage;
import io.seikyu.command.invoice.Invoice;
import io.seikyu.command.invoice.InvoiceState;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.command.schedule.WhenDue;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.calendar.BankCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What instalment plans look at when they decide. */
@Configuration(proxyBeanMethods = false)
public class PlanConfiguration {
    @Bean
    PlannedInvoices plannedInvoices(
            CachingRepository<Invoice, InvoiceState> invoices,
            ClaimTerms terms,
            Contracts contracts,
            BankAccounts bankAccounts) {
        return new StoredPlannedInvoices(invoices, terms, new CollectionCoverage(contracts, bankAccounts));
    }

    @Bean
    PlanDesk planDesk(
            Accounts accounts,
            PlannedInvoices invoices,
            Approvals approvals,
            CachingRepository<Approval, ApprovalState> onFile,
            Schedules schedules,
            BankCalendar calendar) {
        return new PlanDesk(
                accounts,
                invoices,
                approvals,
                id -> onFile.find(id.toString()).map(Approval::state),
                schedules,
                calendar);
    }

    @Bean
    InstalmentPlans instalmentPlans(
            CachingRepository<InstalmentPlan, PlanState> plans,
            CachingRepository<Invoice, InvoiceState> invoices,
            ClaimTerms terms) {
        return new StoredInstalmentPlans(plans, invoices, terms);
    }

    @Bean
    ApprovedWork approvedPlans(CachingRepository<InstalmentPlan, PlanState> plans, PlanDesk desk) {
        return new ApprovedPlans(plans, desk);
    }

    @Bean
    WhenDue whenInstalmentIsDueThenJudge() {
        return new WhenInstalmentIsDueThenJudge();
    }
}
