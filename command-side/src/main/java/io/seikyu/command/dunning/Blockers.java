package io.seikyu.command.dunning;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.contract.ContractTerms.ClaimHolder;
import io.seikyu.contract.dunning.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What forbids to speak of an invoice now (督促の停止事由), whatever the ladder says. */
final class Blockers {
    private final PayerFacts payer;
    private final DunningSettings settings;
    private final BankCalendar calendar;
    private final LocalDate today;

    Blockers(PayerFacts payer, DunningSettings settings, BankCalendar calendar, LocalDate today) {
        this.payer = payer;
        this.settings = settings;
        this.calendar = calendar;
        this.today = today;
    }

    /** All of them; none: it may be made. */
    List<Reason> of(ItemFacts item, Step step) {
        List<Reason> found = new ArrayList<>();
        add(found, payer.insolvent(), ReasonCode.PAYER_INSOLVENT, null);
        add(found, payer.held(), ReasonCode.HELD, payer.heldUntil());
        add(found, !item.issued(), ReasonCode.NOT_ISSUED, null);
        add(found, !item.delivered(), ReasonCode.NOT_DELIVERED, null);
        add(found, item.handedBack(), ReasonCode.HANDED_BACK, null);
        add(found, item.correctionPending(), ReasonCode.CORRECTION_PENDING, null);
        add(found, item.creditNotePending(), ReasonCode.CREDIT_NOTE_PENDING, null);
        add(found, item.balance().signum() <= 0, ReasonCode.BALANCE_ZERO, null);
        add(found, item.wholeIsDisputed(), ReasonCode.DISPUTED, item.disputed());
        boolean onlyNeutral = item.partIsDisputed() && item.holder() != ClaimHolder.PURCHASED;
        add(found, onlyNeutral && Stage.R2.isBelow(step.stage()), ReasonCode.PARTLY_DISPUTED, item.disputed());
        boolean little = item.claimable().compareTo(step.leastBalance()) < 0;
        add(found, little, ReasonCode.BELOW_LEAST_BALANCE, step.leastBalance());
        add(found, item.receiptMayBeThis(), ReasonCode.RECEIPT_MAY_BE_THIS, null);
        add(found, item.promisedFor() != null, ReasonCode.PROMISED, item.promisedFor());
        boolean unnoticed =
                item.holder() == ClaimHolder.PURCHASED && (item.noticeOn() == null || today.isBefore(item.noticeOn()));
        add(found, unnoticed, ReasonCode.ASSIGNMENT_NOT_NOTIFIED, item.noticeOn());
        LocalDate needed = toBeCovered(item, step);
        boolean uncovered =
                item.coveredThrough() != null && item.coveredThrough().isBefore(needed);
        add(found, uncovered, ReasonCode.BANK_DATA_DOES_NOT_COVER, needed);
        return found;
    }

    /** Whoever says that nothing came has to have looked: at the due date, at the date named last, and lately. */
    private LocalDate toBeCovered(ItemFacts item, Step step) {
        if (step.stage() == Stage.R0) {
            return LocalDate.MIN;
        }
        LocalDate needed = calendar.plusBankingDays(today, -settings.bankLagDays());
        LocalDate named = item.progress().newDate();
        LocalDate asked = named != null && named.isAfter(item.dueDate()) ? named : item.dueDate();
        return asked.isAfter(needed) ? asked : needed;
    }

    private static void add(List<Reason> found, boolean blocks, ReasonCode code, Object detail) {
        if (blocks) {
            found.add(new Reason(code, detail == null ? null : detail.toString()));
        }
    }
}
