package io.seikyu.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class RecordReaderTest {
    private static final JsonMapper JSON = EventJson.mapper();

    @Test
    void aRecordComesBackAsItWasWritten() {
        Order order = new Order(
                "o-1",
                7,
                true,
                LocalDate.of(2028, 2, 29),
                List.of(new Item(Kind.LARGE, new BigDecimal("1.50")), new Item(Kind.SMALL, BigDecimal.ONE)),
                Map.of("a", "b"),
                new Item(Kind.SMALL, BigDecimal.TEN));
        assertThat(JSON.readValue(JSON.writeValueAsBytes(order), Order.class)).isEqualTo(order);
        assertThat(JSON.convertValue(JSON.convertValue(order, Map.class), Order.class))
                .isEqualTo(order);
    }

    @Test
    void theOrderOfTheComponentsDoesNotMatter() {
        assertThat(read("{'paid':true,'gift':{'price':'2','kind':'LARGE'},'count':3,'id':'x'}"))
                .isEqualTo(new Order("x", 3, true, null, null, null, new Item(Kind.LARGE, new BigDecimal("2"))));
    }

    @Test
    void whatIsAbsentOrNullIsNull() {
        assertThat(read("{'count':1,'paid':false}")).isEqualTo(new Order(null, 1, false, null, null, null, null));
        assertThat(read("{'id':null,'count':1,'paid':false,'items':null,'gift':null}"))
                .isEqualTo(new Order(null, 1, false, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'x','count':1}",
                "{'id':'x','count':null,'paid':true}",
                "{'id':'x','count':1,'paid':true,'more':1}",
                "{'id':'x','count':'1','paid':true}",
                "{'id':{},'count':1,'paid':true}",
                "{'id':'x','count':1,'paid':true",
                "{'id':'x','count':1,'paid':true} 1",
                "[]",
                "'x'",
                "1"
            })
    void whatDoesNotFitIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aFaultNamesItsPlace() {
        assertThatThrownBy(() -> read("{'count':1,'paid':true,'items':[{'kind':'LARGE','price':'a lot'}]}"))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e -> assertThat(e.getPathReference()).contains("items", "[0]", "price"));
    }

    @Test
    void aRecordThatRefusesItsValuesIsAFaultOfTheJson() {
        assertThatThrownBy(() -> JSON.readValue("{\"value\":-1}", Positive.class))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("not positive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-29", "2026-13-01", "2026-1-01", "2026/01/01", "", "20260101", "2026-01-01T00:00:00Z"})
    void whatIsNoDateIsRefused(String text) {
        assertThatThrownBy(() -> JSON.readValue('"' + text + '"', LocalDate.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aDateFarAwayIsReadToo() {
        LocalDate far = LocalDate.of(12_026, 1, 31);
        assertThat(JSON.readValue(JSON.writeValueAsBytes(far), LocalDate.class)).isEqualTo(far);
    }

    private static Order read(String json) {
        return JSON.readValue(json.replace('\'', '"'), Order.class);
    }

    /** A bit of everything. */
    public record Order(
            String id,
            int count,
            boolean paid,
            LocalDate due,
            List<Item> items,
            Map<String, String> notes,
            Item gift) {}

    public record Item(Kind kind, BigDecimal price) {}

    public record Positive(int value) {
        public Positive {
            if (value < 1) {
                throw new IllegalArgumentException("not positive");
            }
        }
    }

    public enum Kind {
        SMALL,
        LARGE
    }
}
