package io.seikyu.command.receipt;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.account.TaughtNames;
import io.seikyu.command.client.Clients;
import io.seikyu.command.matching.CollectiveMatcher;
import io.seikyu.command.matching.Matcher;
import io.seikyu.command.task.Tasks;

/** What a receipt asks, and tells, while it decides. */
public record ReceiptDesk(
        Clients clients,
        Accounts accounts,
        PayableInvoices invoices,
        Tasks tasks,
        Matcher matcher,
        CollectiveMatcher collective,
        TaughtNames names) {}
