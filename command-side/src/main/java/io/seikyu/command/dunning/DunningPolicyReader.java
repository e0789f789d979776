package io.seikyu.command.dunning;

import io.seikyu.command.decision.Refusal.Fault;
import io.seikyu.command.decision.TreeReader;
import io.seikyu.command.dunning.DunningSettings.AdvanceNotice;
import io.seikyu.command.dunning.DunningSettings.ToneSettings;
import io.seikyu.contract.calendar.BankCalendar;
import io.seikyu.contract.dunning.Stage;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a dunning policy from what its text says. What the law asks of collecting is not for a text to lower: contacts at
 * night, demands without the creditor's yes, and formal notices that leave by themselves are faults.
 */
public final class DunningPolicyReader extends TreeReader {
    private static final LocalTime EARLIEST = LocalTime.of(8, 0);
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    private final BankCalendar calendar;
    private final LadderReader ladders;

    /** @param faults takes what is wrong */
    public DunningPolicyReader(BankCalendar calendar, List<Fault> faults) {
        super(faults);
        this.calendar = calendar;
        this.ladders = new LadderReader(faults);
    }

    /** @return meaningless when there was any fault */
    public DunningPolicy read(String version, Object tree) {
        return new DunningPolicy(version, settings(tree), calendar);
    }

    DunningSettings settings(Object tree) {
        Map<?, ?> top = map(tree, "");
        unknown(top, Set.of("ladders", "advanceNotice", "waits", "contacts", "agreement", "tone"), "");
        Map<?, ?> notice = section(top, "advanceNotice", "to", "until");
        Map<?, ?> waits = section(top, "waits", "firstCheck", "gap", "bankLag", "call", "firmShortensBy");
        Map<?, ?> contacts = section(top, "contacts", "atMost", "withinDays", "opensAt", "closesAt");
        Map<?, ?> agreement = section(top, "agreement", "clientFrom", "personFrom");
        LocalTime opens = time(contacts, "opensAt");
        LocalTime closes = time(contacts, "closesAt");
        if (!opens.isBefore(closes)) {
            fault("/contacts/closesAt", INVALID, "must be after opensAt");
        }
        return new DunningSettings(
                ladders(top.get("ladders")),
                choice(notice.get("to"), "/advanceNotice/to", AdvanceNotice.class),
                count(notice, "until", "/advanceNotice", 1, 60),
                count(waits, "firstCheck", "/waits", 1, 30),
                count(waits, "gap", "/waits", 1, 60),
                count(waits, "bankLag", "/waits", 0, 30),
                count(waits, "call", "/waits", 1, 30),
                count(waits, "firmShortensBy", "/waits", 0, 30),
                count(contacts, "atMost", "/contacts", 1, 31),
                count(contacts, "withinDays", "/contacts", 1, 366),
                opens,
                closes,
                noLaterThan(Stage.R3, agreement, "clientFrom"),
                noLaterThan(Stage.R5, agreement, "personFrom"),
                tone(top.get("tone")));
    }

    private Map<Segment, List<Step>> ladders(Object said) {
        Map<?, ?> fields = map(said, "/ladders");
        unknown(fields, Stream.of(Segment.values()).map(Enum::name).collect(Collectors.toSet()), "/ladders");
        Map<Segment, List<Step>> read = new EnumMap<>(Segment.class);
        for (Segment segment : Segment.values()) {
            Object steps = fields.get(segment.name());
            if (steps != null || segment == Segment.STANDARD) {
                read.put(segment, ladders.read(steps, "/ladders/" + segment));
            }
        }
        return read;
    }

    private ToneSettings tone(Object said) {
        Map<?, ?> fields = map(said, "/tone");
        unknown(fields, Set.of("atLeast", "gentle", "firm"), "/tone");
        Map<?, ?> gentle = part(fields.get("gentle"), "/tone/gentle", "onTime", "averageDelay");
        Map<?, ?> firm = part(fields.get("firm"), "/tone/firm", "onTime", "longDelays", "averageDelay");
        BigDecimal gentleRatio = number(gentle, "onTime", "/tone/gentle", "0", "1");
        BigDecimal gentleAverage = number(gentle, "averageDelay", "/tone/gentle", "0", "366");
        BigDecimal firmRatio = number(firm, "onTime", "/tone/firm", "0", "1");
        BigDecimal firmAverage = number(firm, "averageDelay", "/tone/firm", "0", "366");
        if (firmRatio.compareTo(gentleRatio) > 0) {
            fault("/tone/firm/onTime", INVALID, "must not be above that of gentle");
        }
        if (firmAverage.compareTo(gentleAverage) < 0) {
            fault("/tone/firm/averageDelay", INVALID, "must not be below that of gentle");
        }
        return new ToneSettings(
                count(fields, "atLeast", "/tone", 1, 100),
                gentleRatio,
                gentleAverage,
                firmRatio,
                count(firm, "longDelays", "/tone/firm", 1, 100),
                firmAverage);
    }

    private Map<?, ?> section(Map<?, ?> top, String name, String... known) {
        return part(top.get(name), "/" + name, known);
    }

    private Map<?, ?> part(Object said, String at, String... known) {
        Map<?, ?> fields = map(said, at);
        unknown(fields, Set.of(known), at);
        return fields;
    }

    private Stage noLaterThan(Stage latest, Map<?, ?> fields, String name) {
        String at = "/agreement/" + name;
        Stage stage = choice(fields.get(name), at, Stage.class);
        if (stage != null && latest.isBelow(stage)) {
            fault(at, INVALID, "must be " + latest + " or before: what follows is not for the program to say alone");
        }
        return stage;
    }

    private LocalTime time(Map<?, ?> fields, String name) {
        String at = "/contacts/" + name;
        if (fields.get(name) instanceof String text && text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            LocalTime time = LocalTime.parse(text);
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                fault(at, INVALID, "must be from " + EARLIEST + " to " + LATEST + ": nobody is contacted at night");
            }
            return time;
        }
        fault(at, fields.get(name) == null ? MISSING : INVALID, "must be a time in quotes, e.g. \"09:00\"");
        return name.equals("opensAt") ? EARLIEST : LATEST;
    }
}
