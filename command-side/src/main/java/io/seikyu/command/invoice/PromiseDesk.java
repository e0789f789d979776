package io.seikyu.command.invoice;

import io.seikyu.command.account.Ledgers;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.schedule.Schedules;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;

/** What an invoice asks, and tells, when a payer promises to pay. */
public record PromiseDesk(
        Contracts contracts, BankAccounts bankAccounts, Ledgers ledgers, Schedules schedules, BankCalendar calendar) {
    /** Whether all that came in through {@code day} is known; always where nobody waits for bank data. */
    boolean isCovered(InvoiceState invoice, LocalDate day) {
        String clientId = invoice.clientId();
        return contracts
                .find(new ContractId(clientId, invoice.document().contractId()))
                .map(contract -> contract.latest().collectionAccountId())
                .flatMap(account -> bankAccounts.collecting(clientId, account))
                .map(account -> account.covered() != null && !account.covered().isBefore(day))
                .orElse(true);
    }
}
