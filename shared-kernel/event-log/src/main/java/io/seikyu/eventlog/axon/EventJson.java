package io.seikyu.eventlog.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How events stand in JSON: records by their components, amounts as strings without exponent, dates and times as ISO
 * strings, absent values left out. A component that is not known is an error: a shape changes with its revision only.
 */
public final class EventJson {
    /** Longer than any amount of money, shorter than an attack by {@code 1E999999999}. */
    private static final int MOST_DIGITS = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withVisibility(
                            com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .changeDefaultPropertyInclusion(
                    all -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .addModule(new SimpleModule()
                    .setDeserializers(RecordReader.forRecords())
                    .addSerializer(BigDecimal.class, new AmountWriter())
                    .addDeserializer(BigDecimal.class, new AmountReader())
                    .addDeserializer(LocalDate.class, new DateReader()))
            .build();

    private EventJson() {}

    /** The mapper itself; it cannot be changed. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    private static final class AmountWriter extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw new IllegalArgumentException("an amount has more than " + MOST_DIGITS + " digits");
            }
            out.writeString(value.toPlainString());
        }
    }

    private static final class AmountReader extends ValueDeserializer<BigDecimal> {
        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            if (in.currentToken() != JsonToken.VALUE_STRING || in.getStringLength() > 2 * MOST_DIGITS + 2) {
                return (BigDecimal) context.handleUnexpectedToken(context.constructType(BigDecimal.class), in);
            }
            try {
                return new BigDecimal(in.getStringCharacters(), in.getStringOffset(), in.getStringLength());
            } catch (NumberFormatException e) {
                return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, in.getString(), "not an amount");
            }
        }
    }
}
