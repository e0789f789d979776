package io.seikyu.query.account;

import io.seikyu.contract.account.AccountEvent;
import io.seikyu.contract.account.AccountEvent.AccountOpened;
import io.seikyu.contract.account.AccountEvent.BillingErrorUpheld;
import io.seikyu.contract.account.AccountEvent.ClaimMoved;
import io.seikyu.contract.account.AccountEvent.DisputeNoted;
import io.seikyu.contract.account.AccountEvent.PromiseJudged;
import io.seikyu.contract.account.PaymentHistory;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * How payers have paid (支払実績). It stands beside their accounts, because it is long and changes with each payment.
 */
public final class PaymentProjection implements Projection<PaymentView> {
    private static final Folds<PaymentView> FOLDS = new Folds<PaymentView>()
            .startingWith(
                    AccountOpened.class,
                    (event, recorded) ->
                            new PaymentView(event.clientId(), event.accountId(), PaymentHistory.NONE, List.of()))
            .on(ClaimMoved.class, (view, event, recorded) -> view.with(event))
            .on(BillingErrorUpheld.class, history(PaymentHistory::with))
            .on(DisputeNoted.class, history(PaymentHistory::with))
            .on(PromiseJudged.class, history(PaymentHistory::with))
            .ignoring(AccountEvent.class);

    @Override
    public String name() {
        return "payment-profile";
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
    public Class<PaymentView> view() {
        return PaymentView.class;
    }

    @Override
    public Folds<PaymentView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(PaymentView view) {
        return Map.of();
    }

    private static <E> Folds.Step<PaymentView, E> history(BiFunction<PaymentHistory, E, PaymentHistory> change) {
        return (view, event, recorded) -> view.with(change.apply(view.history(), event));
    }
}
