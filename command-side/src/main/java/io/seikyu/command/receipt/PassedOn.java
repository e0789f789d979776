package io.seikyu.command.receipt;

import io.seikyu.command.request.OwnCommands;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.RecordReceipt;
import io.seikyu.contract.receipt.ReceiptSource;
import io.seikyu.eventlog.KeyClaimedException;
import io.seikyu.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records at the client company what the agency's receipt says it was passed on, once. */
public final class PassedOn {
    private final CachingRepository<Receipt, ReceiptState> receipts;
    private final OwnCommands commands;

    public PassedOn(CachingRepository<Receipt, ReceiptState> receipts, OwnCommands commands) {
        this.receipts = receipts;
        this.commands = commands;
    }

    /** Says nothing when it was recorded before. */
    public void record(ReceiptId agencys, String actor, @Nullable String correlationId) {
        String key = "receipt-assigned/" + agencys;
        if (commands.done(key).isPresent()) {
            return;
        }
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
            commands.<ReceiptResult>sendOnce(key, to.clientId(), actor, correlationId, command, result -> {});
        } catch (KeyClaimedException | ProblemException refused) {
            // somebody else may have recorded it meanwhile
            if (commands.done(key).isEmpty()) {
                throw refused;
            }
        }
    }
}
