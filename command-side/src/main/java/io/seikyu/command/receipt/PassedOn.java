package io.seikyu.command.receipt;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.eventlog.KeyClaimedException;

/** Records at the client company what the agency's receipt says it was passed on, once. */
public final class PassedOn {
    private final CachingRepository<Receipt, ReceiptState> receipts;
    private final OwnCommands commands;

    public PassedOn(CachingRepository<Receipt, ReceiptState> receipts, OwnCommands commands) {
        this.receipts = receipts;
        this.commands = commands;
    }

    /** Says nothing when it was recorded before. */
    void record(ReceiptId agencys, String actor, String correlationId) {
        ReceiptState state = receipts.find(agencys.toString()).orElseThrow().state();
        Assigned to = state.assigned();
        RecordReceipt command = new RecordReceipt(
                new ReceiptId(to.clientId(), to.receiptId()),
                state.facts().bookedOn(),
                to.amount(),
                state.facts().payerName(),
                state.facts().method(),
                state.facts().virtualAccount(),
                state.facts().reference(),
                null,
                to.accountId(),
                new ReceiptSource(
                        ReceiptSource.Kind.AGENCY,
                        state.facts().source().bankAccountId(),
                        state.facts().source().file(),
                        agencys.value()));
        try {
            commands.<ReceiptResult>sendOnce(
                    "receipt-assigned/" + agencys, to.clientId(), actor, correlationId, command, result -> {});
        } catch (KeyClaimedException recordedBefore) {
            return;
        }
    }
}
