package io.seikyu.command.credit;

import io.seikyu.command.work.WorkList;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.InsolvencyLifted;
import io.seikyu.contract.account.AccountEvent.InsolvencyRecorded;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.contract.account.Claim;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Payers of whom something happened since they were screened last, and those that are insolvent: what reactions have to
 * look at again when no process ran for a while.
 */
final class CreditWork implements WorkList<CreditWork.Payer> {
    static final String OPEN = "open";
    static final String PAID = "paid";
    static final String OWES = "owes";

    private static final Folds<Payer> FOLDS = new Folds<Payer>()
            .startingWith(AccountOpened.class, (event, recorded) -> new Payer(-1, -1, null, false, false))
            .on(
                    ClaimMoved.class,
                    (payer, event, recorded) -> (isOver(event.claim())
                                    ? payer.moved(recorded).hasPaid()
                                    : payer)
                            .owing(event.unpaid().signum() > 0))
            .on(PromiseJudged.class, (payer, event, recorded) -> payer.moved(recorded))
            .on(SignalRecorded.class, (payer, event, recorded) -> payer.moved(recorded))
            .on(SignalJudged.class, (payer, event, recorded) -> payer.moved(recorded))
            .on(SlowdownNoticed.class, (payer, event, recorded) -> payer.moved(recorded))
            .on(
                    InsolvencyRecorded.class,
                    (payer, event, recorded) -> payer.moved(recorded).insolvent(event.observedOn()))
            .on(
                    InsolvencyLifted.class,
                    (payer, event, recorded) -> payer.moved(recorded).insolvent(null))
            .on(CreditScreened.class, (payer, event, recorded) -> payer.screened(recorded));

    /** Whether money or its absence settled it: that says something about the payer. */
    static boolean isOver(Claim claim) {
        return claim.stage() == Claim.Stage.SETTLED || claim.stage() == Claim.Stage.WRITTEN_OFF;
    }

    @Override
    public String name() {
        return "credit-work";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Class<Payer> view() {
        return Payer.class;
    }

    @Override
    public Folds<Payer> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(Payer payer) {
        return Map.of(OPEN, payer.isMoved() || payer.insolventSince() != null, PAID, payer.paid(), OWES, payer.owes());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    /** Each day all payers are gone through. */
    @Override
    public List<List<String>> indexesOverTenants() {
        return List.of(List.of(OPEN), List.of(PAID), List.of(OWES));
    }

    /**
     * @param moved          position of what happened last
     * @param screened       position of the last screening
     * @param insolventSince or null
     * @param paid           whether any invoice was settled or written off
     * @param owes           whether anything is open of what it has
     */
    record Payer(long moved, long screened, LocalDate insolventSince, boolean paid, boolean owes) {
        boolean isMoved() {
            return moved > screened;
        }

        Payer moved(Recorded recorded) {
            return new Payer(recorded.position(), screened, insolventSince, paid, owes);
        }

        Payer screened(Recorded recorded) {
            return new Payer(moved, recorded.position(), insolventSince, paid, owes);
        }

        Payer insolvent(LocalDate since) {
            return new Payer(moved, screened, since, paid, owes);
        }

        Payer owing(boolean now) {
            return new Payer(moved, screened, insolventSince, paid, now);
        }

        Payer hasPaid() {
            return new Payer(moved, screened, insolventSince, true, owes);
        }
    }
}
