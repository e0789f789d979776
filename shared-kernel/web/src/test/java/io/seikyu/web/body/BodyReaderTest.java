package io.seikyu.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import io.seikyu.web.problem.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {
    private final BodyReader reader = new BodyReader();

    enum Colour {
        RED,
        BLUE
    }

    record TaxNumber(String value) {
        TaxNumber {
            if (!value.startsWith("T")) {
                throw new IllegalArgumentException("must begin with T");
            }
        }
    }

    record Line(
            @Text(max = 10) String code,
            BigDecimal price,

            @Amount(min = "-5", max = "5", scale = 0) @Nullable
            BigDecimal shift) {}

    record Span(LocalDate from, LocalDate to) {
        Span {
            if (from.isAfter(to)) {
                throw new IllegalArgumentException("from must not be after to");
            }
        }
    }

    record Contact(String name, @Nullable String mail) {}

    record Order(
            @IdText @Nullable String orderId,
            @Text(max = 5) String name,
            boolean urgent,
            @Nullable Boolean gift,
            @Whole(max = 12) int months,
            Colour colour,
            @Nullable TaxNumber taxNumber,
            @Items(min = 1, max = 3) List<Line> lines,
            @Nullable List<@Text(max = 3) String> tags,
            @Nullable Map<String, BigDecimal> fees,
            @Nullable Span span,
            @Nullable Contact contact,
            @Nullable Instant at,
            @Text(lines = true, blank = true) @Nullable String note) {}

    private static final String WHOLE = """
            {"orderId": "o-1", "name": "請求代行", "urgent": true, "months": 3, "colour": "RED", "taxNumber": "T1",
             "lines": [{"code": "A", "price": "110000.00"}, {"code": "B", "price": 1.5, "shift": -5}],
             "fees": {"mail": "110"}, "span": {"from": "2026-04-01", "to": "2026-04-30"},
             "at": "2026-04-30T09:00:00+09:00", "note": "a\\nb"}""";

    @Test
    void readsARecordWithAllThatItHolds() {
        Order order = read(WHOLE);

        assertThat(order.name()).isEqualTo("請求代行");
        assertThat(order.gift()).isNull();
        assertThat(order.taxNumber()).isEqualTo(new TaxNumber("T1"));
        assertThat(order.lines())
                .containsExactly(
                        new Line("A", new BigDecimal("110000"), null),
                        new Line("B", new BigDecimal("1.5"), new BigDecimal("-5")));
        assertThat(order.tags()).isEmpty();
        assertThat(order.fees()).containsExactly(Map.entry("mail", new BigDecimal("110")));
        assertThat(order.span()).isEqualTo(new Span(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 30)));
        assertThat(order.at()).isEqualTo(Instant.parse("2026-04-30T00:00:00Z"));
        assertThat(order.note()).isEqualTo("a\nb");
    }

    @Test
    void namesEveryFaultAtOnce() {
        List<Fault> faults = faultsOf("""
                {"orderId": "no spaces", "name": "toolong", "urgent": "yes", "gift": null, "months": 13, "colour": "GREEN",
                 "taxNumber": "X", "lines": [{"code": "", "price": "1e5", "shift": 6}, 7, {"price": null, "more~/": 1}],
                 "tags": ["ok", "long"], "fees": {"mail": "-1"}, "span": {"from": "2026-05-01", "to": "2026-04-30"},
                 "at": "2026-04-30T09:00:00", "surplus": 1}""");

        assertThat(faults)
                .extracting(f -> f.pointer() + " " + f.code())
                .containsExactlyInAnyOrder(
                        "/surplus unknown-field",
                        "/orderId wrong-form",
                        "/name too-long",
                        "/urgent wrong-type",
                        "/months out-of-range",
                        "/colour unknown-value",
                        "/taxNumber invalid",
                        "/lines/0/code empty",
                        "/lines/0/price wrong-form",
                        "/lines/0/shift too-large",
                        "/lines/1 wrong-type",
                        "/lines/2/more~0~1 unknown-field",
                        "/lines/2/code missing",
                        "/lines/2/price null-not-allowed",
                        "/tags/1 too-long",
                        "/fees/mail too-small",
                        "/span invalid",
                        "/at bad-instant");
    }

    @Test
    void saysWhatIsMissingOfAnEmptyObject() {
        assertThat(faultsOf("{}"))
                .extracting(Fault::pointer)
                .containsExactly("/name", "/urgent", "/months", "/colour", "/lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\"", "true"})
    void refusesABodyThatIsNoObject(String body) {
        assertThat(faultsOf(body)).extracting(f -> f.pointer() + " " + f.code()).containsExactly(" wrong-type");
    }

    record Priced(BigDecimal price) {}

    @ParameterizedTest
    @Timeout(20)
    @CsvSource({
        "1e999999999, too-large",
        "-1e999999999, too-small",
        "1e-999999999, too-precise",
        "1e2147483647, too-large",
        "99999999999999, too-large",
        "9999999999999.1, too-large",
        "-0.01, too-small",
        "0.0000001, too-precise",
        "'\"1e5\"', wrong-form",
        "'\"+1\"', wrong-form",
        "'\"01\"', wrong-form",
        "'\" 1\"', wrong-form",
        "'\"１\"', wrong-form",
        "'\"NaN\"', wrong-form",
        "'\"\"', wrong-form",
        "'\"99999999999999999999999999999999999999999\"', wrong-form",
        "true, wrong-type",
        "'[]', wrong-type",
    })
    void refusesAbsurdAmountsCheaply(String json, String code) {
        assertThat(priceFault("{\"price\": " + json + "}").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "1e3, 1000",
        "'\"0\"', 0",
        "-0.0, 0",
        "'\"0.000000000\"', 0",
        "1.50, 1.5",
        "9999999999999, 9999999999999"
    })
    void readsAmountsExactly(String json, String expected) {
        Priced priced = reader.read(utf8("{\"price\": " + json + "}"), Priced.class);
        assertThat(priced.price()).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-30, bad-date",
        "2026-4-1, bad-date",
        "2026-04-01T00:00:00Z, bad-date",
        "+999999999-01-01, bad-date",
        "0000-01-01, out-of-range",
        "9999-12-31, out-of-range",
    })
    void refusesDatesThatAreNone(String date, String code) {
        String body = "{\"from\": \"" + date + "\", \"to\": \"2026-04-30\"}";
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> reader.read(utf8(body), Span.class));
        assertThat(refusal.faults()).extracting(Fault::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0000, control-character",
        "\\u0007, control-character",
        "\\n, control-character",
        "\\u0085, control-character",
        "\\u2028, control-character",
        "\\ufffe, control-character",
        "\\ud800, unpaired-surrogate",
        "\\udc00\\ud800, unpaired-surrogate",
        "\\u3000, empty",
        "'', empty",
    })
    void refusesTextsThatHideSomething(String text, String code) {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> reader.read(utf8("{\"name\": \"" + text + "\"}"), Contact.class));
        assertThat(refusal.faults()).extracting(Fault::code).containsExactly(code);
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        String body = WHOLE.replace("請求代行", "𠮷𠮷𠮷𠮷𠮷");
        assertThat(read(body).name()).isEqualTo("𠮷𠮷𠮷𠮷𠮷");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\": 1,}",
                "{'name': 1}",
                "{\"name\": 1, \"name\": 2}",
                "{} {}",
                "{\"name\": NaN}",
                "{\"name\": 0x10}",
                "{\"name\": \"\u0001\"}",
                "// comment\n{}",
            })
    void refusesWhatIsNoJsonAndSaysWhere(String body) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> reader.read(utf8(body), Contact.class));
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.code()).isEqualTo("malformed-json");
        assertThat(refusal.getMessage()).doesNotContain("tools.jackson", "Source:", "`");
    }

    @Test
    void refusesDepthAndLengthThatOnlyHurt() {
        assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("malformed-json");
        assertThat(refusal("{\"a\":".repeat(40) + "1" + "}".repeat(40)).code()).isEqualTo("malformed-json");
        assertThat(refusal("{\"name\": " + "9".repeat(5_000) + "}").code()).isEqualTo("malformed-json");
        assertThat(refusal("{\"" + "n".repeat(5_000) + "\": 1}").code()).isEqualTo("malformed-json");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = "{\"name\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> reader.read(latin, Contact.class));
        assertThat(refusal).hasMessage("The body is not UTF-8.");
    }

    @Test
    void namesAHundredFaultsAndThatThereAreMore() {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < 5_000; i++) {
            body.append("\"f").append(i).append("\": 1, ");
        }
        List<Fault> faults = faultsOf(body + "\"g\": 1}");
        assertThat(faults).hasSize(101);
        assertThat(faults.get(100).code()).isEqualTo("too-many-faults");
    }

    record Outer(
            @IdText String id,
            @Inline Contact contact,
            @Inline Priced price) {}

    @Test
    void readsInlinedRecordsFromTheObjectAroundThem() {
        Outer outer = reader.read(utf8("{\"id\": \"1\", \"name\": \"n\", \"price\": 5}"), Outer.class);
        assertThat(outer).isEqualTo(new Outer("1", new Contact("n", null), new Priced(BigDecimal.valueOf(5))));
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> reader.read(utf8("{\"contact\": {}}"), Outer.class));
        assertThat(refusal.faults())
                .extracting(f -> f.pointer() + " " + f.code())
                .containsExactly("/contact unknown-field", "/id missing", "/name missing", "/price missing");
    }

    private Order read(String body) {
        return reader.read(utf8(body), Order.class);
    }

    private List<Fault> faultsOf(String body) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(body))
                .faults();
    }

    private Fault priceFault(String body) {
        InvalidInputException refusal =
                catchThrowableOfType(InvalidInputException.class, () -> reader.read(utf8(body), Priced.class));
        assertThat(refusal.faults()).hasSize(1);
        assertThat(refusal.faults().get(0).pointer()).isEqualTo("/price");
        return refusal.faults().get(0);
    }

    private ProblemException refusal(String body) {
        return catchThrowableOfType(ProblemException.class, () -> reader.read(utf8(body), Contact.class));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
