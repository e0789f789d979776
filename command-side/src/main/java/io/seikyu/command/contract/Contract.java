package io.seikyu.command.contract;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.account.Accounts;
import io.seikyu.command.bank.BankAccounts;
import io.seikyu.command.decision.Effective;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.Amendment;
import io.seikyu.contract.contract.ContractCommand.AmendContract;
import io.seikyu.contract.contract.ContractCommand.ConcludeContract;
import io.seikyu.contract.contract.ContractCommand.GrantStandingApproval;
import io.seikyu.contract.contract.ContractCommand.RevokeStandingApproval;
import io.seikyu.contract.contract.ContractCommand.TerminateContract;
import io.seikyu.contract.contract.ContractEvent.ContractAmended;
import io.seikyu.contract.contract.ContractEvent.ContractConcluded;
import io.seikyu.contract.contract.ContractEvent.ContractTerminated;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalGranted;
import io.seikyu.contract.contract.ContractEvent.StandingApprovalRevoked;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** A contract (契約) between a client company and one of its payers, with all its versions. */
public class Contract {
    @AggregateIdentifier
    private String id;

    private ContractHistory history;

    Contract() {}

    public Contract(ContractState state) {
        this.id = state.id();
        this.history = state.history();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void conclude(ConcludeContract command, Accounts accounts, BankAccounts bankAccounts) {
        ContractId target = command.target();
        ContractTerms terms = command.terms();
        accounts.get(new AccountId(target.tenant(), terms.accountId()));
        ContractFaults.refuse("", terms);
        ContractFaults.refuseGuaranteed("", null, terms.credit());
        ContractFaults.refuseUnknownAccount("", target.tenant(), terms.collectionAccountId(), bankAccounts);
        apply(new ContractConcluded(target.tenant(), target.value(), terms));
    }

    @CommandHandler
    void amend(AmendContract command, BankAccounts bankAccounts) {
        LocalDate from = command.effectiveFrom();
        history.refuseUnlessAmendable(from);
        ContractTerms present = history.latest();
        ContractTerms changed = command.changes().applyTo(present);
        ContractFaults.refuseMoved(present, changed);
        ContractTerms amended = ContractFaults.startingOn(changed, from);
        ContractFaults.refuse("/changes", amended);
        ContractFaults.refuseGuaranteed("/changes", present.credit(), amended.credit());
        if (!Objects.equals(present.collectionAccountId(), amended.collectionAccountId())) {
            ContractFaults.refuseUnknownAccount(
                    "/changes", command.target().tenant(), amended.collectionAccountId(), bankAccounts);
        }
        apply(new ContractAmended(
                command.target().tenant(), command.target().value(), from, command.reason(), amended));
    }

    /**
     * Amends the terms as an approved measure says; says nothing when it leaves them as they are.
     *
     * @throws Refusal when the contract has another version or an end before {@code from}
     */
    public void takeMeasure(LocalDate from, String reason, Amendment<ContractTerms> measure) {
        history.refuseUnlessAmendable(from);
        ContractTerms present = history.latest();
        ContractTerms changed = measure.applyTo(present);
        if (!changed.equals(present)) {
            ContractTerms amended = ContractFaults.startingOn(changed, from);
            ContractFaults.refuse("", amended);
            String[] name = id.split("/");
            apply(new ContractAmended(name[0], name[2], from, reason, amended));
        }
    }

    @CommandHandler
    void terminate(TerminateContract command) {
        if (history.lastDay() != null) {
            throw Refusal.conflict(
                    "contract-terminated", "the contract is already terminated, its last day is " + history.lastDay());
        }
        LocalDate begin = history.versions().first().from();
        if (command.lastDay().isBefore(begin)) {
            throw Refusal.conflict("ends-before-it-begins", "the contract begins on " + begin);
        }
        apply(new ContractTerminated(
                command.target().tenant(), command.target().value(), command.lastDay(), command.reason()));
    }

    @CommandHandler
    void grant(GrantStandingApproval command) {
        refuseTheAgency(command.byClient());
        ContractId target = command.target();
        history.standing().refuseTaken(command.standingApprovalId());
        apply(new StandingApprovalGranted(
                target.tenant(), target.value(), command.standingApprovalId(), command.upToStage(), command.until()));
    }

    /** Once more says nothing new. */
    @CommandHandler
    void revoke(RevokeStandingApproval command) {
        refuseTheAgency(command.byClient());
        ContractId target = command.target();
        if (!history.standing().get(command.standingApprovalId()).revoked()) {
            apply(new StandingApprovalRevoked(target.tenant(), target.value(), command.standingApprovalId()));
        }
    }

    @EventSourcingHandler
    void on(StandingApprovalGranted event) {
        history = history.with(history.standing().and(event));
    }

    @EventSourcingHandler
    void on(StandingApprovalRevoked event) {
        history = history.with(history.standing().without(event));
    }

    @EventSourcingHandler
    void on(ContractConcluded event) {
        id = new ContractId(event.clientId(), event.contractId()).toString();
        ContractTerms terms = event.terms();
        history = new ContractHistory(event.contractId(), Effective.since(terms.effectiveFrom(), terms), null);
    }

    @EventSourcingHandler
    void on(ContractAmended event) {
        history = history.amended(event.effectiveFrom(), event.terms());
    }

    @EventSourcingHandler
    void on(ContractTerminated event) {
        history = history.terminated(event.lastDay());
    }

    public ContractState state() {
        return new ContractState(id, history);
    }

    public ContractHistory history() {
        return history;
    }

    private static void refuseTheAgency(boolean byClient) {
        if (!byClient) {
            throw Refusal.forbidden(
                    "not-for-this-role", "only the client company's own people agree to something beforehand");
        }
    }
}
