package io.seikyu.command.dunning;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.decision.TreeReader;
import io.seikyu.contract.dunning.ContactChannel;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one ladder, and sees to it that it can be climbed: in order, no stage left out, calls after what they ask about. */
final class LadderReader extends TreeReader {
    private static final int MOST_STEPS = 30;
    private static final int MOST_DAYS = 366;

    LadderReader(List<Fault> faults) {
        super(faults);
    }

    List<Step> read(Object said, String at) {
        List<?> list = list(said, at);
        if (list.isEmpty()) {
            fault(at, MISSING, "must have at least one step");
        }
        if (list.size() > MOST_STEPS) {
            fault(at, INVALID, "must have at most " + MOST_STEPS + " steps");
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Step step = step(list.get(i), at + "/" + i);
            if (step.stage() != null && step.channel() != null) {
                refuseUnfit(step, at + "/" + i);
                refuseOutOfOrder(step, steps, at + "/" + i);
                steps.add(step);
            }
        }
        return List.copyOf(steps);
    }

    private Step step(Object said, String at) {
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.of("stage", "channel", "offset", "deadline", "person", "leastBalance"), at);
        return new Step(
                choice(fields.get("stage"), at + "/stage", Stage.class),
                choice(fields.get("channel"), at + "/channel", ContactChannel.class),
                count(fields, "offset", at, -MOST_DAYS, MOST_DAYS),
                fields.get("deadline") == null ? 0 : count(fields, "deadline", at, 1, MOST_DAYS),
                truth(fields.get("person"), at + "/person"),
                fields.get("leastBalance") == null ? BigDecimal.ZERO : yen(fields, at));
    }

    private boolean truth(Object said, String at) {
        if (said != null && !(said instanceof Boolean)) {
            fault(at, INVALID, "must be true or false");
        }
        return Boolean.TRUE.equals(said);
    }

    private BigDecimal yen(Map<?, ?> fields, String at) {
        return BigDecimal.valueOf(count(fields, "leastBalance", at, 0, Integer.MAX_VALUE));
    }

    private void refuseUnfit(Step step, String at) {
        if (step.stage() == Stage.R0 ? step.offset() >= 0 : step.offset() < 1) {
            fault(at + "/offset", INVALID, "must be before the due date for R0 and after it for all others");
        }
        if (!ways(step.stage()).contains(step.channel())) {
            fault(at + "/channel", INVALID, "must be one of " + ways(step.stage()) + " for " + step.stage());
        }
        if (!step.stage().isBelow(Stage.R4) && !step.person()) {
            fault(at + "/person", INVALID, "must be true from R4 on");
        }
        if (step.deadlineDays() > 0 && step.stage().isBelow(Stage.R2)) {
            fault(at + "/deadline", INVALID, "must not be given before R2");
        }
        boolean demands = !step.stage().isBelow(Stage.R2) && step.stage() != Stage.R6;
        if (demands && step.deadlineDays() == 0) {
            fault(at + "/deadline", MISSING, "must be given from R2 to R5: such a message names a new day");
        }
    }

    /** What there are words for. */
    private static Set<ContactChannel> ways(Stage stage) {
        return switch (stage) {
            case R0, R1 -> EnumSet.of(ContactChannel.MAIL);
            case R2 -> EnumSet.of(ContactChannel.MAIL, ContactChannel.PHONE);
            case R3, R4 -> EnumSet.of(ContactChannel.LETTER);
            case R5 -> EnumSet.of(ContactChannel.CERTIFIED_LETTER);
            case R6 -> EnumSet.of(ContactChannel.LEGAL);
        };
    }

    private void refuseOutOfOrder(Step step, List<Step> before, String at) {
        Step last = before.isEmpty() ? null : before.get(before.size() - 1);
        int from = last == null ? 0 : last.stage().ordinal();
        int to = step.stage().ordinal();
        boolean first = last == null && to <= Stage.R1.ordinal();
        if (!first && (to < from || to > from + 1 || last == null)) {
            fault(at + "/stage", INVALID, "must follow the stage before: none is skipped, and R1 is always there");
        }
        if (last != null && step.offset() < last.offset()) {
            fault(at + "/offset", INVALID, "must not be before that of the step before");
        }
        if (before.stream().anyMatch(it -> it.is(step.stage(), step.channel()))) {
            fault(at, "duplicate", step.name() + " stands here twice");
        }
        if (step.channel() == ContactChannel.PHONE && (last == null || last.stage() != step.stage())) {
            fault(at + "/channel", INVALID, "must not be PHONE first: a call asks about the message of its stage");
        }
    }
}
