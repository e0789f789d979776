package io.seikyu.query.bankaccount;

import io.seikyu.contract.bank.BankAccountEvent;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountAmended;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountCovered;
import io.seikyu.contract.bank.BankAccountEvent.BankAccountOpened;
import io.seikyu.contract.client.BankDetails;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import java.util.Map;

/** Bank accounts (口座) that money comes in on. */
public final class BankAccountProjection implements Projection<BankAccountView> {
    private static final Folds<BankAccountView> FOLDS = new Folds<BankAccountView>()
            .startingWith(BankAccountOpened.class, BankAccountProjection::opened)
            .on(BankAccountAmended.class, (view, event, recorded) -> view.with(event.details()))
            .on(BankAccountCovered.class, (view, event, recorded) -> view.covered(event.through()))
            .ignoring(BankAccountEvent.class);

    @Override
    public String name() {
        return "bank-account";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "bank-account";
    }

    @Override
    public Class<BankAccountView> view() {
        return BankAccountView.class;
    }

    @Override
    public Folds<BankAccountView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(BankAccountView view) {
        return Map.of();
    }

    private static BankAccountView opened(BankAccountOpened event, Recorded recorded) {
        BankDetails details = event.details();
        return new BankAccountView(
                event.clientId(),
                event.bankAccountId(),
                details.bank(),
                details.branch(),
                details.kind(),
                details.number(),
                details.holder(),
                event.bookingFormat(),
                null);
    }
}
