package io.seikyu.command.invoice;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.seikyu.command.account.Accounts;
import io.seikyu.command.client.Clients;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.Contracts;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.Problems;
import io.seikyu.command.review.Draft;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.account.AccountDetails;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.ClientDetails;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ClientId;
import io.seikyu.contract.id.ContractId;
import io.seikyu.contract.invoice.InvoiceDocument;
import io.seikyu.contract.money.TaxRates;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Drafts invoices as contracts yield them. Nothing is stored: a draft becomes an invoice when it is submitted. */
@RestController
class DraftApi {
    private static final int LONGEST_NUMBER = 64;

    private final Clients clients;
    private final Accounts accounts;
    private final Contracts contracts;
    private final BankCalendar calendar;
    private final BusinessDay day;

    DraftApi(Clients clients, Accounts accounts, Contracts contracts, BankCalendar calendar, BusinessDay day) {
        this.clients = clients;
        this.accounts = accounts;
        this.contracts = contracts;
        this.calendar = calendar;
        this.day = day;
    }

    /** Without a number it gets the contract's id and the last day; without a day of issue, today. */
    @PostMapping("/v1/contracts/{id}/drafts")
    @Access({Role.OPERATOR, Role.INTEGRATION})
    DraftedInvoice draft(@PathVariable("id") String id, @RequestBody DraftRequest body, Tenancy tenancy) {
        String tenant = tenancy.tenant(body.clientId());
        ContractHistory contract = contracts
                .find(new ContractId(tenant, PathIds.checked("contract", id)))
                .orElseThrow(() -> ProblemException.notFound("contract", id));
        try {
            return new DraftedInvoice(tenant, draft(tenant, contract, body));
        } catch (Refusal refusal) {
            throw Problems.of(refusal);
        }
    }

    private InvoiceDocument draft(String tenant, ContractHistory contract, DraftRequest body) {
        AccountDetails account =
                accounts.get(new AccountId(tenant, contract.accountId())).detailsOn(body.to());
        ClientDetails client = clients.get(new ClientId(tenant)).detailsOn(body.to());
        return new Draft(
                        body.invoiceNumber() == null ? number(contract.contractId(), body.to()) : body.invoiceNumber(),
                        body.issueDate() == null ? day.today() : body.issueDate(),
                        body.from(),
                        body.to(),
                        body.quantities(),
                        body.expenses() == null ? Map.of() : body.expenses())
                .of(contract, account, client, TaxRates.japan(), calendar);
    }

    private static String number(String contract, LocalDate to) {
        String day = "-" + DateTimeFormatter.BASIC_ISO_DATE.format(to);
        return contract.substring(0, Math.min(contract.length(), LONGEST_NUMBER - day.length())) + day;
    }

    record DraftRequest(
            @Nullable @IdText String clientId,
            LocalDate from,
            LocalDate to,
            Map<String, BigDecimal> quantities,
            @Nullable Map<String, @Amount(scale = 0) BigDecimal> expenses,
            @Nullable @Text(max = LONGEST_NUMBER) String invoiceNumber,
            @Nullable LocalDate issueDate) {}

    /** As it is submitted. */
    record DraftedInvoice(String clientId, @JsonUnwrapped InvoiceDocument document) {}
}
