package io.seikyu.command.reminder;

import io.seikyu.command.approval.Approvals;
import io.seikyu.command.approval.NewApproval;
import io.seikyu.command.decision.Refusal;
import io.seikyu.contract.access.Role;
import io.seikyu.contract.approval.ApprovalKind;
import io.seikyu.contract.approval.Decider;
import io.seikyu.contract.calendar.BusinessDay;
import io.seikyu.contract.dunning.Approver;
import io.seikyu.contract.dunning.DunningReason;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.contract.id.ApprovalId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks those who have to agree to a reminder, by the one way in which anything is agreed to. */
public final class Agreements {
    private static final int DAYS_TO_DECIDE = 14;

    private final Approvals approvals;

    public Agreements(Approvals approvals) {
        this.approvals = approvals;
    }

    void ask(ReminderState reminder, List<DunningReason> reasons) {
        String why = reasons.stream()
                .map(it -> it.detail() == null ? it.code() : it.code() + " " + it.detail())
                .collect(Collectors.joining(", "));
        Map<String, String> facts = new HashMap<>();
        facts.put("stage", reminder.stage().name());
        facts.put("channel", reminder.channel().name());
        facts.put("tone", reminder.tone().name());
        facts.put("invoices", text(reminder.items()));
        if (reminder.newDate() != null) {
            facts.put("newDate", reminder.newDate().toString());
        }
        for (Approver approver : reminder.needs()) {
            approvals.ask(NewApproval.of(
                            ApprovalKind.REMINDER,
                            decider(approver),
                            reminder.id(),
                            why,
                            BusinessDay.of(reminder.plannedAt()).plusDays(DAYS_TO_DECIDE))
                    .named(id(reminder, approver).value())
                    .concerning(reminder.payer())
                    .showing(facts));
        }
    }

    /** @throws Refusal when the roles are of nobody who has to agree */
    Approver whoIs(ReminderState reminder, Set<Role> roles) {
        List<Approver> able = Stream.of(Approver.values())
                .filter(approver -> decider(approver).isAmong(roles))
                .toList();
        return able.stream()
                .filter(reminder.needs()::contains)
                .findFirst()
                .or(() -> able.stream().findFirst())
                .orElseThrow(() -> Refusal.forbidden(
                        "not-for-this-role", "a reminder is decided by a reviewer, or by the client company"));
    }

    /** The approval ends with the reminder's own call; where one says no the others are not asked any more. */
    void decided(ReminderState reminder, Approver approver, boolean approved, String reason) {
        approvals.decided(id(reminder, approver), approved, reason);
        if (!approved) {
            withdraw(reminder, "somebody else said no");
        }
    }

    void withdraw(ReminderState reminder, String why) {
        for (Approver approver : Approver.values()) {
            approvals.withdraw(id(reminder, approver), why);
        }
    }

    static Approver approver(Decider decider) {
        return decider == Decider.CLIENT ? Approver.CLIENT : Approver.PERSON;
    }

    private static Decider decider(Approver approver) {
        return approver == Approver.CLIENT ? Decider.CLIENT : Decider.REVIEWER;
    }

    private static ApprovalId id(ReminderState reminder, Approver approver) {
        return ApprovalId.of(reminder.clientId(), "reminder", reminder.reminderId(), approver);
    }

    private static String text(List<ReminderItem> items) {
        return items.stream()
                .map(item -> item.invoiceId() + " " + item.stage() + " "
                        + item.amount().toPlainString())
                .collect(Collectors.joining(", "));
    }
}
