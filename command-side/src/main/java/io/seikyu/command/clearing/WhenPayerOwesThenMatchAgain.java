package io.seikyu.command.clearing;

import io.seikyu.command.directory.Directory;
import io.seikyu.command.reaction.Reaction;
import io.seikyu.command.receipt.PassedOn;
import io.seikyu.command.request.OwnCommands;
import io.seikyu.contract.Event;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.Claim.Stage;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.Ids;
import io.seikyu.contract.id.ReceiptId;
import io.seikyu.contract.receipt.ReceiptCommand.MatchAgain;
import io.seikyu.contract.receipt.ReceiptEvent.ReceiptAssigned;
import io.seikyu.eventlog.EventLog;
import io.seikyu.projection.Recorded;
import io.seikyu.web.problem.ProblemException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A payer that is new, or has a new name, a new contract, or something new to pay, may be whom money is of that nobody
 * could tell before: it is matched again (再消込). And what the agency passed on is recorded at the client company, where
 * whoever passed it on was cut off.
 */
final class WhenPayerOwesThenMatchAgain implements Reaction {
    private static final String ACTOR = "clearing";
    private static final Duration LISTS_FOLLOW_WITHIN = Duration.ofSeconds(30);

    private final OwnCommands commands;
    private final Directory directory;
    private final UnmatchedReceipts receipts;
    private final PassedOn passedOn;
    private final EventLog log;
    /** Payers that something was heard of; only the reactions' thread asks. */
    private final Set<AccountId> heardOf = new LinkedHashSet<>();

    WhenPayerOwesThenMatchAgain(
            OwnCommands commands, Directory directory, UnmatchedReceipts receipts, PassedOn passedOn, EventLog log) {
        this.commands = commands;
        this.directory = directory;
        this.receipts = receipts;
        this.passedOn = passedOn;
        this.log = log;
    }

    @Override
    public Set<String> hearsOf() {
        return Set.of(
                "account.opened",
                "account.amended",
                "account.alias-taught",
                "account.claim-moved",
                "contract.concluded",
                "receipt.assigned");
    }

    @Override
    public void react(Event event, Recorded recorded) {
        String[] stream = recorded.stream().split("/");
        if (event instanceof ReceiptAssigned) {
            String actor = recorded.metadata().getOrDefault("actor", ACTOR);
            passedOn.record(
                    new ReceiptId(stream[0], stream[2]),
                    actor,
                    recorded.metadata().get("correlationId"));
        } else if (event instanceof ContractConcluded concluded) {
            heardOf.add(new AccountId(stream[0], concluded.terms().accountId()));
        } else if (!(event instanceof ClaimMoved moved) || isOpen(moved)) {
            heardOf.add(new AccountId(stream[0], stream[2]));
        }
    }

    private static boolean isOpen(ClaimMoved moved) {
        return moved.claim().stage() == Stage.ISSUED && moved.claim().balance().signum() > 0;
    }

    @Override
    public boolean hasPutOff() {
        return !heardOf.isEmpty();
    }

    /** Many invoices that are issued one after the other are looked at together. */
    @Override
    public void doPutOff() {
        followed();
        Set<ReceiptId> waiting = new LinkedHashSet<>();
        for (AccountId payer : heardOf) {
            Set<String> keys = directory.keysOf(payer);
            waiting.addAll(receipts.waitingFor(payer.tenant(), keys));
            waiting.addAll(receipts.waitingFor(Ids.AGENCY, keys));
        }
        waiting.forEach(this::matchAgain);
        heardOf.clear();
    }

    @Override
    public void catchUp() {
        followed();
        receipts.forEachPassedOn(receipt -> passedOn.record(receipt, ACTOR, null));
        receipts.forEachWaiting(this::matchAgain);
    }

    private void followed() {
        long head = log.head();
        if (!directory.await(head, LISTS_FOLLOW_WITHIN) || !receipts.await(head, LISTS_FOLLOW_WITHIN)) {
            throw new IllegalStateException("the lists of payers and receipts are behind");
        }
    }

    private void matchAgain(ReceiptId receipt) {
        try {
            commands.<Object>send(receipt.tenant(), ACTOR, null, new MatchAgain(receipt));
        } catch (ProblemException refused) {
            if (refused.status() >= 500) {
                throw refused;
            }
            // somebody did something with it meanwhile
        }
    }
}
