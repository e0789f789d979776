package io.seikyu.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.seikyu.command.task.Tasks;
import io.seikyu.contract.account.AccountCommand.ScreenAccount;
import io.seikyu.contract.account.AccountCommand.ScreenAgain;
import io.seikyu.contract.account.AccountEvent.CreditHeld;
import io.seikyu.contract.account.AccountEvent.CreditHoldLifted;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.GradeGiven;
import io.seikyu.contract.account.AccountEvent.MeasureTaken;
import io.seikyu.contract.account.CreditGrade;
import io.seikyu.contract.account.CreditMeasure;
import io.seikyu.contract.account.Screening;
import io.seikyu.contract.id.AccountId;
import java.time.LocalDate;

/** How far a payer is trusted (与信): decided, decided again, and what follows. */
final class Grading {
    private Grading() {}

    static ScreeningResult screen(CustomerAccount account, ScreenAccount command, CreditDesk desk, Tasks tasks) {
        Screening decided = desk.screen(account, command.screeningId(), command.requestedAmount(), command.today());
        grade(account, decided, tasks);
        return ScreeningResult.of(decided, account.exposure(command.today()));
    }

    /** Says nothing of a payer whom nobody asked about, nor when it comes out as before. */
    static void screenAgain(CustomerAccount account, ScreenAgain command, CreditDesk desk, Tasks tasks) {
        if (!account.credit().isWatched()) {
            return;
        }
        Screening decided = desk.screenAgain(account, command.screeningId(), command.today());
        if (account.credit().isNews(decided)) {
            grade(account, decided, tasks);
        }
    }

    private static void grade(CustomerAccount account, Screening decided, Tasks tasks) {
        AccountId payer = account.id();
        CreditGrade before = account.credit().grade().orElse(null);
        screened(account, decided);
        if (decided.grade() != before) {
            apply(new GradeGiven(
                    payer.tenant(),
                    payer.value(),
                    decided.screeningId(),
                    before,
                    decided.grade(),
                    decided.creditLimit(),
                    decided.reasons()));
        }
        if (decided.onHold()) {
            account.credit()
                    .unjudged()
                    .forEach(it -> tasks.open(CreditTasks.judge(payer, it.signalId(), it.observedOn())));
        }
    }

    static void screened(CustomerAccount account, Screening screening) {
        AccountId payer = account.id();
        apply(new CreditScreened(payer.tenant(), payer.value(), screening));
    }

    static void measureTaken(
            CustomerAccount account,
            String screeningId,
            CreditMeasure measure,
            String contractId,
            LocalDate effectiveFrom,
            String approvalId) {
        AccountId payer = account.id();
        apply(new MeasureTaken(
                payer.tenant(), payer.value(), screeningId, measure, contractId, effectiveFrom, approvalId));
    }

    static void hold(CustomerAccount account, String reason) {
        AccountId payer = account.id();
        if (!reason.equals(account.credit().held())) {
            apply(new CreditHeld(payer.tenant(), payer.value(), reason));
        }
    }

    static void release(CustomerAccount account, String reason) {
        AccountId payer = account.id();
        if (account.credit().held() != null) {
            apply(new CreditHoldLifted(payer.tenant(), payer.value(), reason));
        }
    }
}
