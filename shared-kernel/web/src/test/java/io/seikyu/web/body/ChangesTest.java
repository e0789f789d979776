package io.seikyu.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.seikyu.web.problem.Fault;
import io.seikyu.web.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private final BodyReader reader = new BodyReader();

    record Address(String city, @Nullable String street) {}

    record Payer(
            String name,
            @Nullable String mail,
            @Nullable Address address,
            @Nullable List<String> aliases) {
        Payer {
            if (name.equals(mail)) {
                throw new IllegalArgumentException("name and mail must differ");
            }
        }
    }

    record Amend(LocalDate effectiveFrom, String reason, Changes<Payer> changes) {}

    private static final Payer PRESENT =
            new Payer("Yamada", "y@example.com", new Address("Osaka", "Kita"), List.of("ﾔﾏﾀﾞ"));

    @Test
    void leavesWhatIsAbsentAndClearsWhatIsNull() {
        assertThat(amended("{\"name\": \"Tanaka\"}"))
                .isEqualTo(new Payer("Tanaka", "y@example.com", PRESENT.address(), PRESENT.aliases()));
        assertThat(amended("{\"mail\": null, \"address\": null, \"aliases\": null}"))
                .isEqualTo(new Payer("Yamada", null, null, List.of()));
    }

    @Test
    void mergesNestedObjectsAndReplacesLists() {
        assertThat(amended("{\"address\": {\"street\": null}, \"aliases\": [\"a\", \"b\"]}"))
                .isEqualTo(new Payer("Yamada", "y@example.com", new Address("Osaka", null), List.of("a", "b")));
    }

    @Test
    void knowsWhichFieldsAreMentioned() {
        Changes<Payer> changes = read("{\"mail\": null}").changes();
        assertThat(changes.mentions("mail")).isTrue();
        assertThat(changes.mentions("name")).isFalse();
    }

    @Test
    void namesEveryFaultBeforeThePresentVersionIsKnown() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> read("{\"name\": null, \"mail\": 5, \"address\": {\"city\": null, \"zip\": 1}, \"other\": 1}"));
        assertThat(refusal.faults())
                .extracting(f -> f.pointer() + " " + f.code())
                .containsExactlyInAnyOrder(
                        "/changes/other unknown-field",
                        "/changes/name null-not-allowed",
                        "/changes/mail wrong-type",
                        "/changes/address/zip unknown-field",
                        "/changes/address/city null-not-allowed");
    }

    @Test
    void refusesToChangeNothing() {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> read("{}"));
        assertThat(refusal.faults()).extracting(Fault::pointer).containsExactly("/changes");
    }

    @Test
    void findsAgainstThePresentVersionWhatOnlyShowsThere() {
        Payer homeless = new Payer("Yamada", null, null, List.of());
        Changes<Payer> half = read("{\"address\": {\"street\": \"Kita\"}}").changes();
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, () -> half.applyTo(homeless));
        assertThat(refusal.faults())
                .extracting(f -> f.pointer() + " " + f.code())
                .containsExactly("/changes/address/city missing");

        Changes<Payer> clash = read("{\"name\": \"y@example.com\"}").changes();
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> clash.applyTo(PRESENT))
                        .faults())
                .containsExactly(new Fault("/changes", "invalid", "name and mail must differ"));
    }

    @Test
    void patchesARecordDirectly() {
        Payer patched = reader.patch(PRESENT, JsonText.parse(utf8("{\"name\": \"Sato\"}")), "/changes", Payer.class);
        assertThat(patched.name()).isEqualTo("Sato");
    }

    private Payer amended(String changes) {
        return read(changes).changes().applyTo(PRESENT);
    }

    private Amend read(String changes) {
        String body = "{\"effectiveFrom\": \"2026-04-01\", \"reason\": \"moved\", \"changes\": " + changes + "}";
        return reader.read(utf8(body), Amend.class);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
