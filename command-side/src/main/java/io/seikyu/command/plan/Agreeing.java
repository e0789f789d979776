package io.seikyu.command.plan;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.approval.ApprovalState;
import io.seikyu.command.approval.ApprovalStatus;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.plan.PlannedInvoices.Covered;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.id.AccountId;
import io.seikyu.contract.id.ApprovalId;
import io.seikyu.contract.id.InvoiceId;
import io.seikyu.contract.plan.Instalment;
import io.seikyu.contract.plan.PlanCommand.ProposePlan;
import io.seikyu.contract.plan.PlanEvent.PlanAgreed;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import io.seikyu.contract.plan.PlannedInvoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a plan fits what is open, and who has to agree to it. */
final class Agreeing {
    private static final int DAYS_TO_DECIDE = 14;
    private static final int YEARS_AT_MOST = 5;

    private Agreeing() {}

    /** Where any of the claims is the client company's, it has to agree; its own person's proposal is its yes. */
    static PlanResult propose(InstalmentPlan plan, ProposePlan command, PlanDesk desk) {
        AccountId payer = new AccountId(command.target().tenant(), command.accountId());
        desk.accounts().get(payer);
        List<Covered> covered = desk.invoices()
                .lock(command.invoiceIds().stream()
                        .distinct()
                        .map(it -> new InvoiceId(payer.tenant(), it))
                        .toList());
        refuseUnlessItFits(command, payer, covered);
        boolean clients = covered.stream().anyMatch(it -> it.holder() != ClaimHolder.PURCHASED);
        boolean waits = clients && !command.byClient() && command.approvalId() == null;
        String approval = waits ? ask(command, payer, covered, desk) : approved(command, payer, desk);
        apply(new PlanProposed(
                payer.tenant(),
                command.target().value(),
                payer.value(),
                covered.stream()
                        .map(it -> new PlannedInvoice(it.id().value(), it.open()))
                        .toList(),
                command.acknowledgedOn(),
                command.schedule(),
                command.interestWaived(),
                approval));
        if (!waits) {
            agree(plan, command.today(), desk);
        }
        return plan.result();
    }

    static void agree(InstalmentPlan plan, LocalDate today, PlanDesk desk) {
        PlanState state = plan.state();
        List<Covered> covered = desk.invoices().lock(state.invoiceIds());
        BigDecimal open = covered.stream().map(Covered::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean free = covered.stream().allMatch(it -> it.usable() && it.planId() == null);
        if (!free || open.compareTo(state.total()) != 0) {
            throw Refusal.conflict("plan-outdated", "what is open of its invoices has changed: propose another plan");
        }
        apply(new PlanAgreed(state.clientId(), state.planId(), state.accountId(), today));
        state.invoiceIds()
                .forEach(invoice ->
                        desk.invoices().join(invoice, state.planId(), state.acknowledgedOn(), state.interestWaived()));
        Judging.watch(state, 1, desk);
    }

    private static String ask(ProposePlan command, AccountId payer, List<Covered> covered, PlanDesk desk) {
        BigDecimal open = covered.stream().map(Covered::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Instalment> schedule = command.schedule();
        return desk.approvals()
                .ask(NewApproval.of(
                                ApprovalKind.INSTALMENT_PLAN,
                                Decider.CLIENT,
                                command.target(),
                                "the payer asks to pay in instalments",
                                command.today().plusDays(DAYS_TO_DECIDE))
                        .concerning(payer)
                        .showing(Map.of(
                                "invoiceIds", String.join(", ", command.invoiceIds()),
                                "amount", open.toPlainString(),
                                "instalments", Integer.toString(schedule.size()),
                                "until",
                                        schedule.get(schedule.size() - 1)
                                                .dueDate()
                                                .toString(),
                                "interestWaived", Boolean.toString(command.interestWaived()))))
                .value();
    }

    /** A measure that was approved of this payer is the client company's yes to instalments. */
    private static String approved(ProposePlan command, AccountId payer, PlanDesk desk) {
        if (command.approvalId() == null) {
            return null;
        }
        ApprovalState approval = desk.onFile()
                .apply(new ApprovalId(payer.tenant(), command.approvalId()))
                .filter(it -> payer.value().equals(it.accountId()))
                .orElseThrow(() -> Refusal.notFound(
                        "approval-not-found", "there is no approval '" + command.approvalId() + "' of this payer"));
        boolean overInstalments = approval.kind() == ApprovalKind.MEASURE
                && CreditMeasure.INSTALMENTS.name().equals(approval.work().get("measure"));
        if (!overInstalments || approval.status() != ApprovalStatus.CARRIED_OUT) {
            throw Refusal.conflict("not-approved", "approval '" + command.approvalId() + "' is no yes to instalments");
        }
        return command.approvalId();
    }

    private static void refuseUnlessItFits(ProposePlan command, AccountId payer, List<Covered> covered) {
        List<Fault> faults = new ArrayList<>();
        List<String> ids = command.invoiceIds();
        for (int i = 0; i < ids.size(); i++) {
            String at = "/invoiceIds/" + i;
            String id = ids.get(i);
            Covered invoice = covered.stream()
                    .filter(it -> it.id().value().equals(id))
                    .findFirst()
                    .orElseThrow();
            if (ids.indexOf(id) != i) {
                faults.add(new Fault(at, "duplicate", "stands here twice"));
            } else if (!invoice.payer().equals(payer)) {
                faults.add(new Fault(at, "not-allowed", "is another payer's"));
            } else if (!invoice.usable() || invoice.open().signum() == 0) {
                faults.add(new Fault(at, "not-allowed", "has nothing open that the agency collects"));
            } else if (invoice.planId() != null) {
                faults.add(new Fault(at, "not-allowed", "stands in plan " + invoice.planId() + " already"));
            }
        }
        if (command.acknowledgedOn().isAfter(command.today())) {
            faults.add(new Fault("/acknowledgedOn", "out-of-range", "must not be after today"));
        }
        dates(command, faults);
        sum(command, covered, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-plan", "these instalments cannot be agreed", faults);
        }
    }

    private static void dates(ProposePlan command, List<Fault> faults) {
        LocalDate before = command.today().minusDays(1);
        for (int i = 0; i < command.schedule().size(); i++) {
            LocalDate day = command.schedule().get(i).dueDate();
            String at = "/schedule/" + i + "/dueDate";
            if (!day.isAfter(before)) {
                faults.add(new Fault(at, "out-of-range", "must be after the one before, and not before today"));
            } else if (day.isAfter(command.today().plusYears(YEARS_AT_MOST))) {
                faults.add(new Fault(at, "out-of-range", "must be within " + YEARS_AT_MOST + " years"));
            }
            before = day;
        }
    }

    private static void sum(ProposePlan command, List<Covered> covered, List<Fault> faults) {
        BigDecimal open = covered.stream().map(Covered::open).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sum = command.schedule().stream().map(Instalment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(open) != 0) {
            faults.add(new Fault(
                    "/schedule",
                    "contradicting",
                    "must sum to what is open of the invoices, " + open.toPlainString() + " yen"));
        }
    }
}
