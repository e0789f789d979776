package io.seikyu.query.forecast;

import io.seikyu.query.account.Payers;
import io.seikyu.query.plan.InstalmentPlanView;
import io.seikyu.query.plan.InstalmentPlanView.Part;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The days of instalment plans (分割払い), which do not change once a plan is proposed. */
final class Plans {
    private final Map<String, List<Part>> schedules = new HashMap<>();

    void add(InstalmentPlanView plan) {
        schedules.put(
                Payers.key(plan.clientId(), plan.planId()),
                plan.schedule().stream()
                        .sorted(Comparator.comparing(Part::dueDate).reversed())
                        .toList());
    }

    /** The last part first. */
    List<Part> lastFirst(String clientId, String planId) {
        return schedules.getOrDefault(Payers.key(clientId, planId), List.of());
    }
}
