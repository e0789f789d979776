package io.seikyu.command.credit;

import io.seikyu.command.account.CreditBook;
import io.seikyu.command.account.CustomerAccount;
import io.seikyu.command.account.MeasureAsked;
import io.seikyu.command.account.Measures;
import io.seikyu.command.approval.Approval;
import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.ApprovedWork;
import io.seikyu.command.approval.Grant;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.contract.Contract;
import io.seikyu.command.contract.ContractHistory;
import io.seikyu.command.contract.ContractState;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.store.CachingRepository;
import io.seikyu.contract.account.AccountCommand.TakeMeasure;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.contract.ContractTerms;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.ContractId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures (与信措置) bind by amending the contract, once the right person has approved: where the client company holds the
 * claim its own people, for the terms are theirs; elsewhere a second person of those who answer for credit.
 */
public final class ContractMeasures implements Measures, ApprovedWork {
    private static final int DAYS_TO_DECIDE = 14;
    private static final String SCREENING = "screeningId";
    private static final String CONTRACT = "contractId";

    private final CachingRepository<Contract, ContractState> contracts;
    private final CachingRepository<Approval, ApprovalState> onFile;
    private final Approvals approvals;
    private final CreditBook credit;

    public ContractMeasures(
            CachingRepository<Contract, ContractState> contracts,
            CachingRepository<Approval, ApprovalState> onFile,
            Approvals approvals,
            CreditBook credit) {
        this.contracts = contracts;
        this.onFile = onFile;
        this.approvals = approvals;
        this.credit = credit;
    }

    @Override
    public MeasureAsked ask(CustomerAccount payer, TakeMeasure command) {
        AccountId account = payer.id();
        if (command.approvalId() != null) {
            return asked(account, command);
        }
        Screening screening = proposing(payer, command.screeningId(), command.measure());
        ContractHistory history = contract(account, command.contractId());
        history.refuseUnlessAmendable(command.effectiveFrom());
        ContractTerms present = history.latest();
        MeasureTerms terms = MeasureTerms.of(
                command.measure(), command.effectiveFrom(), command.terms(), command.limit(), screening.creditLimit());
        terms.applyTo(present);
        Map<String, String> work = new LinkedHashMap<>(terms.toWork());
        work.put(SCREENING, command.screeningId());
        work.put(CONTRACT, command.contractId());
        Decider decider = present.claimHolder() == ClaimHolder.AGENT ? Decider.CLIENT : Decider.CREDIT;
        LocalDate lastDay = command.today().plusDays(DAYS_TO_DECIDE);
        ApprovalId approval =
                approvals.ask(NewApproval.of(ApprovalKind.MEASURE, decider, account, command.reason(), lastDay)
                        .concerning(account)
                        .showing(Map.copyOf(work))
                        .thenDoing(Map.copyOf(work)));
        return new MeasureAsked(
                account.value(),
                command.measure(),
                command.contractId(),
                approval.value(),
                decider,
                "WAITING",
                lastDay);
    }

    /** How the approval stands that the caller cites; nothing is asked for anew. */
    private MeasureAsked asked(AccountId account, TakeMeasure command) {
        ApprovalState found = onFile.find(new ApprovalId(account.tenant(), command.approvalId()).toString())
                .map(Approval::state)
                .filter(it -> it.kind() == ApprovalKind.MEASURE && it.about().equals(account.toString()))
                .filter(it -> command.measure().name().equals(it.work().get("measure")))
                .filter(it -> command.contractId().equals(it.work().get(CONTRACT)))
                .orElseThrow(() -> Refusal.notFound(
                        "approval-not-found", "no approval '" + command.approvalId() + "' was asked for this measure"));
        return new MeasureAsked(
                account.value(),
                command.measure(),
                command.contractId(),
                command.approvalId(),
                found.decider(),
                found.status().name(),
                found.expiresOn());
    }

    @Override
    public ApprovalKind kind() {
        return ApprovalKind.MEASURE;
    }

    @Override
    public void carryOut(ApprovalState approval, Grant grant) {
        Map<String, String> work = approval.work();
        String[] name = approval.about().split("/");
        AccountId account = new AccountId(name[0], name[2]);
        MeasureTerms terms = MeasureTerms.of(work);
        proposing(credit.lock(account), work.get(SCREENING), terms.measure());
        ContractId contract = new ContractId(account.tenant(), work.get(CONTRACT));
        String reason = "CREDIT_MEASURE " + terms.measure();
        contracts
                .load(contract.toString())
                .execute(it -> it.takeMeasure(terms.effectiveFrom(), reason, terms::applyTo));
        credit.measureTaken(
                account,
                work.get(SCREENING),
                terms.measure(),
                contract.value(),
                terms.effectiveFrom(),
                approval.approvalId());
    }

    private static Screening proposing(CustomerAccount payer, String screeningId, CreditMeasure measure) {
        Screening latest = payer.credit().screening();
        if (latest == null || !latest.screeningId().equals(screeningId)) {
            throw Refusal.conflict(
                    "screening-outdated",
                    latest == null
                            ? "the payer was not screened: screen it first"
                            : "the payer was screened anew, see screening '" + latest.screeningId() + "'");
        }
        if (measure == CreditMeasure.NONE || !latest.measures().contains(measure.name())) {
            throw Refusal.invalid(
                    "measure-not-proposed",
                    "the screening proposes " + latest.measures(),
                    List.of(new Fault("/measure", "invalid", "must be one of " + latest.measures() + ", not NONE")));
        }
        return latest;
    }

    private ContractHistory contract(AccountId account, String contractId) {
        return contracts
                .find(new ContractId(account.tenant(), contractId).toString())
                .map(Contract::history)
                .filter(history -> history.accountId().equals(account.value()))
                .orElseThrow(() -> Refusal.notFound(
                        "contract-not-found", "there is no contract '" + contractId + "' with this payer"));
    }
}
