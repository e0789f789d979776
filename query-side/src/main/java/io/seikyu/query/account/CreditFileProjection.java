package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.CreditScreened;
import io.seikyu.contract.account.AccountEvent.MeasureTaken;
import io.seikyu.contract.account.AccountEvent.SignalJudged;
import io.seikyu.contract.account.AccountEvent.SignalRecorded;
import io.seikyu.contract.account.AccountEvent.SlowdownNoticed;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import java.util.Map;

/** Why payers are trusted as far as they are. It stands beside their accounts, which client companies see. */
public final class CreditFileProjection implements Projection<CreditFileView> {
    private static final Folds<CreditFileView> FOLDS = new Folds<CreditFileView>()
            .startingWith(
                    AccountOpened.class, (event, recorded) -> new CreditFileView(event.clientId(), event.accountId()))
            .on(CreditScreened.class, (view, event, recorded) -> view.and(event.screening()))
            .on(SignalRecorded.class, (view, event, recorded) -> view.and(event))
            .on(SignalJudged.class, (view, event, recorded) -> view.judged(event))
            .on(SlowdownNoticed.class, (view, event, recorded) -> view.and(event))
            .on(MeasureTaken.class, (view, event, recorded) -> view.and(event))
            .ignoring(AccountEvent.class);

    @Override
    public String name() {
        return "credit-file";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "account";
    }

    @Override
    public Class<CreditFileView> view() {
        return CreditFileView.class;
    }

    @Override
    public Folds<CreditFileView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(CreditFileView view) {
        return Map.of();
    }
}
