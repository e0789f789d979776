package io.seikyu.query.plan;

import io.seikyu.contract.plan.Instalment;
import io.seikyu.contract.plan.PlanEvent.InstalmentJudged;
import io.seikyu.contract.plan.PlanEvent.PlanAgreed;
import io.seikyu.contract.plan.PlanEvent.PlanDeclined;
import io.seikyu.contract.plan.PlanEvent.PlanEnded;
import io.seikyu.contract.plan.PlanEvent.PlanProposed;
import io.seikyu.projection.Folds;
import io.seikyu.projection.Projection;
import io.seikyu.query.plan.InstalmentPlanView.Part;
import io.seikyu.query.plan.InstalmentPlanView.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Instalment plans (分割払い), and how they are kept. */
public final class InstalmentPlanProjection implements Projection<InstalmentPlanView> {
    static final String ACCOUNT = "accountId";
    static final String STATUS = "status";
    static final String INVOICES = "invoices";

    private static final Folds<InstalmentPlanView> FOLDS = new Folds<InstalmentPlanView>()
            .startingWith(PlanProposed.class, (event, recorded) -> proposed(event))
            .on(PlanAgreed.class, (view, event, recorded) -> view.with(Status.AGREED, event.agreedOn(), null))
            .on(PlanDeclined.class, (view, event, recorded) -> view.with(Status.DECLINED, null, event.why()))
            .on(InstalmentJudged.class, (view, event, recorded) -> view.with(event))
            .on(
                    PlanEnded.class,
                    (view, event, recorded) ->
                            view.with(Status.valueOf(event.end().name()), view.agreedOn(), event.reason()));

    private static InstalmentPlanView proposed(PlanProposed event) {
        List<Part> parts = new ArrayList<>();
        for (Instalment instalment : event.schedule()) {
            parts.add(new Part(parts.size() + 1, instalment.dueDate(), instalment.amount(), null, null));
        }
        return new InstalmentPlanView(
                event.planId(),
                event.clientId(),
                event.accountId(),
                Status.PROPOSED,
                event.invoices(),
                event.acknowledgedOn(),
                event.interestWaived(),
                List.copyOf(parts),
                event.approvalId(),
                null,
                null);
    }

    @Override
    public String name() {
        return "instalment-plan";
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public String streamType() {
        return "instalment-plan";
    }

    @Override
    public Class<InstalmentPlanView> view() {
        return InstalmentPlanView.class;
    }

    @Override
    public Folds<InstalmentPlanView> folds() {
        return FOLDS;
    }

    @Override
    public Map<String, Object> search(InstalmentPlanView view) {
        return Map.of(
                ACCOUNT,
                view.accountId(),
                STATUS,
                view.status().name(),
                INVOICES,
                view.invoices().stream().map(it -> it.invoiceId()).toList());
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(ACCOUNT), List.of(STATUS), List.of(INVOICES));
    }
}
