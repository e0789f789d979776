package io.seikyu.query.reminder;

import io.seikyu.contract.dunning.DunningEvent;
import io.seikyu.contract.dunning.DunningEvent.ContactPlanned;
import io.seikyu.contract.dunning.DunningEvent.ReminderSuppressed;
import io.seikyu.contract.dunning.DunningEvent.SuppressionLifted;
import io.seikyu.contract.dunning.ReminderItem;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.projection.Recorded;
import io.seikyu.query.reminder.SuppressionView.Suppressed;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of what the ladder would have payers reminded, and why they are not (督促の見合わせ). */
public final class SuppressionProjection implements Projection<SuppressionView> {
    static final String ACCOUNT = "accountId";
    static final String INVOICES = "invoices";

    private static final Folds<SuppressionView> FOLDS = new Folds<SuppressionView>()
            .onEach(ReminderSuppressed.class, SuppressionProjection::suppressed)
            .onEach(
                    SuppressionLifted.class,
                    (view, event, recorded) -> SuppressionView.of(view, event).without(Set.of(event.invoiceId())))
            .onEach(
                    ContactPlanned.class,
                    (view, event, recorded) -> SuppressionView.of(view, event)
                            .without(event.items().stream()
                                    .map(ReminderItem::invoiceId)
                                    .toList()))
            .ignoring(DunningEvent.class);

    @Override
    public String name() {
        return "suppression";
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public String streamType() {
        return "dunning";
    }

    @Override
    public Class<SuppressionView> view() {
        return SuppressionView.class;
    }

    @Override
    public Folds<SuppressionView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(SuppressionView view) {
        return Map.of(
                ACCOUNT,
                view.accountId(),
                INVOICES,
                view.suppressed().stream().map(Suppressed::invoiceId).toList());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(ACCOUNT), List.of(INVOICES));
    }

    private static SuppressionView suppressed(SuppressionView view, ReminderSuppressed event, Recorded recorded) {
        return SuppressionView.of(view, event)
                .with(new Suppressed(
                        event.invoiceId(),
                        event.stage(),
                        event.channel(),
                        event.round(),
                        event.reasons(),
                        event.policyVersion(),
                        recorded.at()));
    }
}
