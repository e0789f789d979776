package io.seikyu.query.opportunity;

import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From where on a payer is one of those.
 *
 * @param minSettled      settled invoices that count, of who is called prompt
 * @param minOnTime       part of them that was paid on time
 * @param maxAverageDelay days, over those that were late
 * @param minInvoices     in each half of the twelve months, of who is called growing
 * @param minGrowth       of the later half over the earlier one
 * @param minUsed         part of the credit limit, of who is called near it
 */
record Thresholds(
        int minSettled,
        double minOnTime,
        BigDecimal maxAverageDelay,
        int minInvoices,
        double minGrowth,
        double minUsed) {

    static final Thresholds USUAL = new Thresholds(4, 0.9, BigDecimal.valueOf(3), 3, 0.2, 0.8);

    /**
     * As they stand in the address, so that all that is wrong can be told at once.
     *
     * @param limit the most of each list that are shown
     */
    record Asked(
            @Nullable
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
            String limit,

            @Nullable
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "4"))
            String minSettled,

            @Nullable @Parameter(schema = @Schema(type = "number", minimum = "0", maximum = "1", defaultValue = "0.9"))
            String minOnTime,

            @Nullable @Parameter(schema = @Schema(type = "number", minimum = "0", maximum = "366", defaultValue = "3"))
            String maxAverageDelay,

            @Nullable
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "3"))
            String minInvoices,

            @Nullable
            @Parameter(schema = @Schema(type = "number", minimum = "0", maximum = "100", defaultValue = "0.2"))
            String minGrowth,

            @Nullable @Parameter(schema = @Schema(type = "number", minimum = "0", maximum = "10", defaultValue = "0.8"))
            String minUsed) {

        /** @throws ProblemException 400 with everything that is wrong */
        Checked checked() {
            Faults faults = new Faults();
            Checked checked = new Checked(
                    faults.whole("limit", limit, 50, 500),
                    new Thresholds(
                            faults.whole("minSettled", minSettled, USUAL.minSettled, 1000),
                            faults.ratio("minOnTime", minOnTime, USUAL.minOnTime, 1),
                            faults.number("maxAverageDelay", maxAverageDelay, USUAL.maxAverageDelay, 366),
                            faults.whole("minInvoices", minInvoices, USUAL.minInvoices, 1000),
                            faults.ratio("minGrowth", minGrowth, USUAL.minGrowth, 100),
                            faults.ratio("minUsed", minUsed, USUAL.minUsed, 10)));
            faults.throwIfAny();
            return checked;
        }
    }

    record Checked(int limit, Thresholds thresholds) {}

    private static final class Faults {
        private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
        private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

        private final List<Fault> faults = new ArrayList<>();

        /** From 1 on. */
        int whole(String name, @Nullable String given, int usual, int most) {
            return read(name, given, WHOLE, BigDecimal.valueOf(usual), 1, most).intValue();
        }

        double ratio(String name, @Nullable String given, double usual, int most) {
            return number(name, given, BigDecimal.valueOf(usual), most).doubleValue();
        }

        BigDecimal number(String name, @Nullable String given, BigDecimal usual, int most) {
            return read(name, given, NUMBER, usual, 0, most);
        }

        private BigDecimal read(
                String name, @Nullable String given, Pattern form, BigDecimal usual, int least, int most) {
            if (given == null) {
                return usual;
            }
            if (!form.matcher(given).matches()) {
                String wanted = form == WHOLE ? "a whole number" : "a number such as 0.9";
                faults.add(new Fault("/" + name, "wrong-type", "must be " + wanted));
                return usual;
            }
            BigDecimal value = new BigDecimal(given);
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                faults.add(new Fault("/" + name, "out-of-range", "must be from " + least + " to " + most));
            }
            return value;
        }

        void throwIfAny() {
            if (!faults.isEmpty()) {
                String names = faults.stream()
                        .map(fault -> fault.pointer().substring(1))
                        .collect(Collectors.joining(", "));
                throw new ProblemException(
                        400, "malformed-parameter", "These parameters cannot be used: " + names + ".", faults);
            }
        }
    }
}
