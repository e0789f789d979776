package io.seikyu.command.task;

import io.seikyu.command.decision.Refusal;
import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.contract.dunning.Background;
import io.seikyu.web.body.IdText;
import io.seikyu.web.body.Items;
import io.seikyu.web.body.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a task. All but the first two are of calls.
 *
 * @param outcome    in a word; of a call one of {@link io.seikyu.contract.dunning.CallOutcome}
 * @param note       needed, but for calls
 * @param at         when; absent: now
 * @param spokeWith  the person's name
 * @param callBackAt with CALL_BACK: when; a task to call waits for it
 * @param promise    with PROMISED: until when all that was asked for will be paid
 * @param invoiceIds with DISPUTED and REFUSED: which of the reminder's; absent: all
 */
public record Outcome(
        @Nullable @Text(max = 64, pattern = "[A-Z_]+", says = "must be a word of A-Z and _")
        String outcome,

        @Nullable @Text(max = 2000, lines = true) String note,
        @Nullable Instant at,
        @Nullable @Text(max = 200) String spokeWith,

        @Nullable Instant callBackAt,
        @Nullable PromiseSaid promise,
        @Nullable @Items(max = 500) List<@IdText String> invoiceIds,
        @Nullable Background background) {
    public record PromiseSaid(LocalDate payOn) {}

    /** @throws Refusal unless it is what can be said of anything but a call */
    void refuseUnlessOfErrand() {
        List<Fault> faults = new ArrayList<>();
        if (note == null) {
            faults.add(new Fault("/note", "required", "must say what was done"));
        }
        Map<String, Object> ofCalls = new LinkedHashMap<>();
        ofCalls.put("at", at);
        ofCalls.put("spokeWith", spokeWith);
        ofCalls.put("callBackAt", callBackAt);
        ofCalls.put("promise", promise);
        ofCalls.put("invoiceIds", invoiceIds == null || invoiceIds.isEmpty() ? null : invoiceIds);
        ofCalls.put("background", background);
        ofCalls.values().removeIf(Objects::isNull);
        ofCalls.keySet().forEach(field -> faults.add(new Fault("/" + field, "invalid", "is said of calls only")));
        if (!faults.isEmpty()) {
            throw Refusal.invalid("invalid-completion", "this cannot be said of such a task", faults);
        }
    }
}
