package io.seikyu.standalone.demo;

import io.seikyu.standalone.demo.Api.As;
import io.seikyu.standalone.demo.Outcome.Finding;
import io.seikyu.standalone.demo.Samples.Call;
import io.seikyu.standalone.demo.Samples.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Some of {@code samples/findings}: what only the contract, the law or the time before can tell. */
final class FindingsStory {
    private static final List<String> SHOWN = List.of(
            "QUANTITY_ABOVE_MAXIMUM",
            "EXPENSE_ABOVE_CAP",
            "DUE_DATE_BEYOND_60_DAYS",
            "PREPAID_NOT_COVERED",
            "CREDIT_ABOVE_ORIGINAL",
            "PERIOD_OVERLAP",
            "AMOUNT_UNUSUAL",
            "RECENT_ERROR");

    private final As admin;
    private final Consumer<String> progress;

    FindingsStory(As admin, Consumer<String> progress) {
        this.admin = admin;
        this.progress = progress;
    }

    /** What the reviews found, in the order of the scenarios. */
    List<Finding> run() {
        Samples samples = new Samples();
        List<Finding> findings = new ArrayList<>();
        int calls = 0;
        for (String code : SHOWN) {
            Scenario scenario = samples.scenario(code);
            for (Call call : scenario.calls()) {
                String key = "finding-" + code + "-" + call.body();
                findings.addAll(Story.review(admin.postOnce(key, call.post(), samples.body(code, call)))
                        .findings());
                calls++;
            }
        }
        progress.accept(SHOWN.size() + " more findings brought about, by " + calls + " calls");
        return findings;
    }
}
