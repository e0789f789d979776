package io.seikyu.web.body;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How answers are written: decimals as strings without exponent, so that no reader loses a yen. */
public final class AnswerFormat extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public AnswerFormat() {
        super("seikyu-answers");
        addSerializer(BigDecimal.class, new Decimals());
    }

    private static final class Decimals extends StdSerializer<BigDecimal> {
        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }
}
