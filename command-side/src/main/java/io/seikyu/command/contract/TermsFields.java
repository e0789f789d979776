package io.seikyu.command.contract;

import io.seikyu.contract.calendar.PaymentTerms;
import io.seikyu.contract.calendar.PaymentTerms.Shift;
import io.seikyu.web.body.Whole;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a request says of terms of payment.
 *
 * @param closingDay {@code 1} to {@code 28}, as a number or a text, or {@code "EOM"}; so is {@code payDay}
 */
public record TermsFields(
        JsonNode closingDay,
        @Whole(max = 12) int monthOffset,
        JsonNode payDay,
        @Nullable Shift shift) {

    public TermsFields {
        checkDay("closingDay", closingDay);
        checkDay("payDay", payDay);
    }

    static TermsFields of(PaymentTerms terms) {
        return new TermsFields(
                JsonNodeFactory.instance.stringNode(terms.closingDay()),
                terms.monthOffset(),
                JsonNodeFactory.instance.stringNode(terms.payDay()),
                terms.shift());
    }

    public PaymentTerms toTerms() {
        return new PaymentTerms(day(closingDay), monthOffset, day(payDay), shift);
    }

    private static void checkDay(String name, JsonNode day) {
        if (!PaymentTerms.isDay(day(day))) {
            throw new IllegalArgumentException(name + " must be 1 to 28 or \"EOM\"");
        }
    }

    private static String day(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isIntegralNumber() ? node.toString() : "";
    }
}
