package io.seikyu.command.bank;

import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.bank.BankAccountCommand.AmendBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.CoverBankAccount;
import io.seikyu.contract.bank.BankAccountCommand.OpenBankAccount;
import io.seikyu.contract.bank.BankFileFormat;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.contract.id.BankAccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Changes;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Inline;
import io.seikyu.web.body.Text;
import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in the bank accounts (口座) that money comes in on, and up to when what came in is known. The agency's own are
 * for keys that are limited to no client company.
 */
@RestController
class BankAccountApi {
    private final Commands commands;
    private final TimeOrderedIds ids;
    private final BusinessDay day;

    BankAccountApi(Commands commands, TimeOrderedIds ids, BusinessDay day) {
        this.commands = commands;
        this.ids = ids;
        this.day = day;
    }

    @PostMapping("/v1/bank-accounts")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Opened.class)))
    ResponseEntity<byte[]> open(@RequestBody OpenRequest body, Tenancy tenancy, Asked asked) {
        String tenant = switch (body.owner()) {
            case CLIENT -> tenancy.tenant(body.clientId());
            case AGENCY -> agency(body.clientId(), tenancy);
        };
        String id = ids.orNext(body.bankAccountId());
        OpenBankAccount command = new OpenBankAccount(
                new BankAccountId(tenant, id),
                body.details().toDetails(),
                BankFileFormat.named(body.bookingFormat()).orElseThrow());
        return commands.send(
                asked, tenant, command, null, done -> Answer.created("/v1/bank-accounts/" + id, new Opened(id)));
    }

    private static String agency(@Nullable String clientId, Tenancy tenancy) {
        if (clientId != null) {
            throw new InvalidInputException(List.of(new Fault(
                    "/clientId", "not-allowed", "an account of the agency is no client company's: leave out")));
        }
        if (!tenancy.mayBeOfAgency()) {
            throw new ProblemException(
                    403,
                    "forbidden",
                    "The agency's accounts are for keys of the agency that are limited to no client.");
        }
        return Ids.AGENCY;
    }

    /** Bank data is complete up to and with a day. */
    @PostMapping("/v1/bank-accounts/{id}/coverage")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Covered.class)))
    ResponseEntity<byte[]> cover(
            @PathVariable("id") String id, @RequestBody CoverageRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenantOrAgency();
        CoverBankAccount command = new CoverBankAccount(
                new BankAccountId(tenant, PathIds.checked("bank-account", id)), body.through(), day.today());
        return commands.<BankAccountState>send(
                asked, tenant, command, null, state -> Answer.ok(new Covered(id, state.covered())));
    }

    /** Other details wait for a second person; files of another format would book twice, so the format stays. */
    @PostMapping("/v1/bank-accounts/{id}/amendments")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = AmendmentAsked.class)))
    ResponseEntity<byte[]> amend(
            @PathVariable("id") String id, @RequestBody AmendRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenantOrAgency();
        AmendBankAccount command = new AmendBankAccount(
                new BankAccountId(tenant, PathIds.checked("bank-account", id)),
                present -> body.changes().applyTo(DetailsFields.of(present)).toDetails(),
                body.reason(),
                day.today());
        return commands.<AmendmentAsked>send(
                asked,
                tenant,
                command,
                null,
                waiting -> Answer.waiting("/v1/approvals/" + waiting.approvalId(), waiting));
    }

    enum Owner {
        AGENCY,
        CLIENT
    }

    /** @param bookingFormat of the files that book; files of another format only reconcile */
    record OpenRequest(
            @Nullable @IdText String bankAccountId,
            Owner owner,
            @Nullable @IdText String clientId,
            @Inline DetailsFields details,

            @Text(pattern = "zengin-01|zengin-03|camt\\.054", says = "must be zengin-01, zengin-03 or camt.054")
            String bookingFormat) {}

    record AmendRequest(@Text(max = 2000, lines = true) String reason, Changes<DetailsFields> changes) {}

    record DetailsFields(
            @Text(pattern = "[0-9]{4}", says = "must be 4 digits")
            String bank,

            @Text(pattern = "[0-9]{3}", says = "must be 3 digits")
            String branch,

            @Text(pattern = "[124]", says = "must be 1 (ordinary), 2 (current) or 4 (savings)")
            String kind,

            @Text(pattern = "[0-9]{7}", says = "must be 7 digits")
            String number,

            @Text(max = 48) String holder) {
        static DetailsFields of(BankDetails details) {
            return new DetailsFields(
                    details.bank(), details.branch(), details.kind(), details.number(), details.holder());
        }

        BankDetails toDetails() {
            return new BankDetails(bank, branch, kind, number, holder);
        }
    }

    record CoverageRequest(LocalDate through) {}

    record Opened(String bankAccountId) {}

    /** @param through the last day of which everything is known; it may be later than the one that was said */
    record Covered(String bankAccountId, LocalDate through) {}
}
