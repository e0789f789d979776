package io.seikyu.command.dunning;

import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import io.seikyu.contract.dunning.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The next contact about an invoice, and the first day on which it may be made. Stages follow each other one by one: an
 * invoice that is first looked at when it is long overdue begins with R1 all the same.
 *
 * @param from a banking day
 */
record NextStep(Step step, LocalDate from, List<Reason> reasons) {
    /** Empty when the ladder has ended. */
    static Optional<NextStep> of(
            ItemFacts item,
            PayerFacts payer,
            ToneChoice voice,
            DunningSettings settings,
            BankCalendar calendar,
            LocalDate today) {
        List<Step> ladder = settings.ladder(voice.segment());
        for (int i = after(item.progress(), ladder); i < ladder.size(); i++) {
            Step step = ladder.get(i);
            if (step.stage() == Stage.R0 && !announces(step, item, settings, today)) {
                continue;
            }
            if (step.channel() == ContactChannel.PHONE && !calls(step, item, payer)) {
                continue;
            }
            return Optional.of(dated(step, item, voice, settings, calendar));
        }
        return Optional.empty();
    }

    /** Behind the last contact made; a ladder that was changed meanwhile does not go back to what was said. */
    private static int after(Progress progress, List<Step> ladder) {
        if (progress.stage() == null) {
            return 0;
        }
        for (int i = 0; i < ladder.size(); i++) {
            if (ladder.get(i).is(progress.stage(), progress.channel())) {
                return i + 1;
            }
        }
        for (int i = 0; i < ladder.size(); i++) {
            if (progress.stage().isBelow(ladder.get(i).stage())) {
                return i;
            }
        }
        return ladder.size();
    }

    private static boolean announces(Step step, ItemFacts item, DunningSettings settings, LocalDate today) {
        boolean wanted = switch (settings.advanceNotice()) {
            case NEVER -> false;
            case FIRST_INVOICES -> item.newToPay();
            case ALWAYS -> true;
        };
        LocalDate last = item.dueDate().minusDays(settings.advanceUntil());
        return wanted && item.progress().stage() == null && !today.isAfter(last);
    }

    /** The call of a stage follows its mail, as long as that stays unanswered. */
    private static boolean calls(Step step, ItemFacts item, PayerFacts payer) {
        Progress progress = item.progress();
        return payer.reachableBy().contains(ContactChannel.PHONE)
                && progress.stage() == step.stage()
                && !progress.answered();
    }

    private static NextStep dated(
            Step step, ItemFacts item, ToneChoice voice, DunningSettings settings, BankCalendar calendar) {
        LocalDate due = item.dueDate();
        boolean later = Stage.R1.isBelow(step.stage());
        LocalDate day = due.plusDays(step.offset());
        List<Reason> reasons = List.of(Reason.of(ReasonCode.STEP_DUE, step.name()));
        if (step.stage() == Stage.R1) {
            day = latest(day, calendar.plusBankingDays(due, settings.firstCheckDays()));
        }
        if (later && item.promiseBroken()) {
            day = due.plusDays(1);
            reasons = List.of(reasons.get(0), Reason.of(ReasonCode.PROMISE_BROKEN));
        } else if (later && voice.tone() == Tone.FIRM) {
            day = latest(due.plusDays(1), calendar.plusBankingDays(day, -settings.firmShortensBy()));
        }
        return new NextStep(step, calendar.shifted(waited(day, step, item, settings, calendar), Shift.NEXT), reasons);
    }

    /** Nothing is said again before the last word had time to work. */
    private static LocalDate waited(
            LocalDate day, Step step, ItemFacts item, DunningSettings settings, BankCalendar calendar) {
        Progress progress = item.progress();
        LocalDate from = day;
        if (progress.sentOn() != null) {
            boolean call = progress.stage() == step.stage();
            int gap = call ? settings.callAfterDays() : settings.gapBusinessDays();
            from = latest(from, calendar.plusBankingDays(progress.sentOn(), gap));
            if (progress.newDate() != null && !call) {
                LocalDate seen = calendar.plusBankingDays(progress.newDate(), settings.bankLagDays());
                from = latest(
                        from,
                        seen.isAfter(progress.newDate())
                                ? seen
                                : progress.newDate().plusDays(1));
            }
        }
        return from;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
