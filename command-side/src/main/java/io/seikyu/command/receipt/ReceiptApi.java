package io.seikyu.command.receipt;

import io.seikyu.command.directory.Directory;
import io.seikyu.command.request.Answer;
import io.seikyu.command.request.Asked;
import io.seikyu.command.request.Commands;
import io.seikyu.command.request.PathIds;
import io.seikyu.command.request.TimeOrderedIds;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.Deduction;
import io.seikyu.contract.receipt.ReceiptCommand;
import io.seikyu.contract.receipt.ReceiptCommand.AllocateReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.AllocationItem;
import io.seikyu.contract.receipt.ReceiptCommand.IdentifyPayer;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.ReverseReceipt;
import io.seikyu.contract.receipt.ReceiptCommand.UndoAllocation;
import io.seikyu.contract.receipt.ReceiptEvent.Method;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.eventlog.EventLog;
import io.seikyu.web.access.Access;
import io.seikyu.web.access.Tenancy;
import io.seikyu.web.body.Amount;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes in money (入金), and what it is for (消込). */
@RestController
class ReceiptApi {
    /** For payers that were opened, and names that were taught, just before the money that they are to be found by. */
    private static final Duration DIRECTORY = Duration.ofSeconds(2);

    private final Commands commands;
    private final TimeOrderedIds ids;
    private final Directory directory;
    private final EventLog log;

    ReceiptApi(Commands commands, TimeOrderedIds ids, Directory directory, EventLog log) {
        this.commands = commands;
        this.ids = ids;
        this.directory = directory;
        this.log = log;
    }

    @PostMapping("/v1/receipts")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> record(@RequestBody RecordRequest body, Tenancy tenancy, Asked asked) {
        String tenant = tenancy.tenant(body.clientId());
        String id = ids.orNext(body.receiptId());
        if (body.invoiceId() == null && body.accountId() == null) {
            directory.await(log.head(), DIRECTORY);
        }
        RecordReceipt command = new RecordReceipt(
                new ReceiptId(tenant, id),
                body.bookedOn(),
                body.amount(),
                body.payerName(),
                body.method() == null ? Method.TRANSFER : body.method(),
                body.virtualAccount(),
                body.reference(),
                body.invoiceId(),
                body.accountId(),
                ReceiptSource.PERSON);
        return commands.<ReceiptResult>send(
                asked, tenant, command, null, result -> Answer.created("/v1/receipts/" + id, result));
    }

    /** Books the money to invoices, all of them or none. */
    @PostMapping("/v1/receipts/{id}/allocations")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> allocate(
            @PathVariable("id") String id, @RequestBody AllocationRequest body, Tenancy tenancy, Asked asked) {
        List<AllocationItem> items =
                body.items().stream().map(ItemFields::toItem).toList();
        return send(
                asked,
                new AllocateReceipt(target(tenancy, id), items, null, Boolean.TRUE.equals(body.learnAlias())),
                null);
    }

    /** Takes back all that the receipt paid of one invoice. */
    @PostMapping("/v1/receipts/{id}/allocations/{invoiceId}/reversal")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> undo(
            @PathVariable("id") String id,
            @PathVariable("invoiceId") String invoiceId,
            @RequestBody ReasonRequest body,
            Tenancy tenancy,
            Asked asked) {
        UndoAllocation command =
                new UndoAllocation(target(tenancy, id), PathIds.checked("invoice", invoiceId), body.reason());
        return send(asked, command, body.reason());
    }

    /** Says who paid, where no invoice says it. */
    @PostMapping("/v1/receipts/{id}/payer")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> identify(
            @PathVariable("id") String id, @RequestBody PayerRequest body, Tenancy tenancy, Asked asked) {
        return send(asked, new IdentifyPayer(target(tenancy, id), body.accountId()), null);
    }

    /** The bank took the money back, or it never came. */
    @PostMapping("/v1/receipts/{id}/reversal")
    @Access(Role.OPERATOR)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReceiptResult.class)))
    ResponseEntity<byte[]> reverse(
            @PathVariable("id") String id, @RequestBody ReasonRequest body, Tenancy tenancy, Asked asked) {
        return send(asked, new ReverseReceipt(target(tenancy, id), body.reason()), body.reason());
    }

    private ResponseEntity<byte[]> send(Asked asked, ReceiptCommand command, @Nullable String reason) {
        return commands.<ReceiptResult>send(asked, command.target().tenant(), command, reason, Answer::ok);
    }

    private static ReceiptId target(Tenancy tenancy, String id) {
        return new ReceiptId(tenancy.tenant(), PathIds.checked("receipt", id));
    }

    /**
     * @param invoiceId what the payer said the money is for
     * @param accountId who paid; the payer of {@code invoiceId} goes before it
     */
    record RecordRequest(
            @Nullable @IdText String receiptId,
            @Nullable @IdText String clientId,
            LocalDate bookedOn,
            @Amount(min = "1", scale = 0) BigDecimal amount,
            @Text(max = 200) String payerName,
            @Nullable Method method,
            @Nullable @Text(max = 40) String virtualAccount,
            @Nullable @Text(max = 140) String reference,
            @Nullable @IdText String invoiceId,
            @Nullable @IdText String accountId) {}

    /** @param learnAlias whether the payer is known by the receipt's name from now on */
    record AllocationRequest(
            @Items(min = 1, max = 200) List<ItemFields> items,
            @Nullable Boolean learnAlias) {}

    /**
     * @param amount     absent: as much as is open and there, the oldest due first
     * @param deductions what the payer keeps back of this invoice
     */
    record ItemFields(
            @IdText String invoiceId,
            @Nullable @Amount(min = "1", scale = 0) BigDecimal amount,
            @Nullable @Items(max = 5) List<DeductionFields> deductions) {
        AllocationItem toItem() {
            List<Deduction> kept = deductions == null
                    ? List.of()
                    : deductions.stream()
                            .map(fields -> new Deduction(fields.kind(), fields.amount()))
                            .toList();
            return new AllocationItem(invoiceId, amount, kept);
        }
    }

    record DeductionFields(
            Deduction.Kind kind,
            @Amount(min = "1", scale = 0) BigDecimal amount) {}

    record ReasonRequest(@Text(max = 500) String reason) {}

    record PayerRequest(@IdText String accountId) {}
}
