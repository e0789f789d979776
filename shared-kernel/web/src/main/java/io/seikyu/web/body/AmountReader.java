package io.seikyu.web.body;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads exact decimals from strings or numbers. The number of digits is checked before anything is computed, because
 * {@code 1e999999999} is short to write and ruinous to expand.
 */
final class AmountReader implements ValueReader {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,39})(\\.[0-9]{1,40})?");

    private final BigDecimal min;
    private final BigDecimal max;
    private final int scale;

    AmountReader(@Nullable Amount bounds) {
        this.min = bounds == null ? BigDecimal.ZERO : new BigDecimal(bounds.min());
        this.max = new BigDecimal(bounds == null ? Amount.DEFAULT_MAX : bounds.max());
        this.scale = bounds == null ? 6 : bounds.scale();
    }

    @Override
    public @Nullable Object read(JsonNode node, String at, Faults faults) {
        if (node.isNumber()) {
            return bounded(node.decimalValue(), at, faults);
        }
        if (!node.isString()) {
            return ValueReader.wrongType(node, at, faults, "a decimal string or a number");
        }
        if (!DECIMAL.matcher(node.stringValue()).matches()) {
            faults.add(at, "wrong-form", "must be a decimal such as \"110000\" or \"14.6\"");
            return null;
        }
        return bounded(new BigDecimal(node.stringValue()), at, faults);
    }

    private @Nullable BigDecimal bounded(BigDecimal given, String at, Faults faults) {
        BigDecimal value = given.signum() == 0 ? BigDecimal.ZERO : given.stripTrailingZeros();
        boolean huge = (long) value.precision() - value.scale() > (long) max.precision() - max.scale() + 1;
        if (!huge && value.scale() > scale) {
            faults.add(
                    at,
                    "too-precise",
                    scale == 0 ? "must be a whole number" : "must have at most " + scale + " decimals");
            return null;
        }
        if (huge ? value.signum() > 0 : value.compareTo(max) > 0) {
            faults.add(at, "too-large", "must be at most " + max.toPlainString());
            return null;
        }
        if (huge || value.compareTo(min) < 0) {
            faults.add(at, "too-small", "must be at least " + min.toPlainString());
            return null;
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
