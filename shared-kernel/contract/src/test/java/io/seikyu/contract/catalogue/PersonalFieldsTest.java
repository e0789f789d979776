package io.seikyu.contract.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text whose name sounds like a person enters the log unsealed by oversight. */
class PersonalFieldsTest {
    private static final Pattern SOUNDS_PERSONAL = Pattern.compile(
            "(?i).*(name|kana|mail|phone|fax|address|contact|person|payer|holder|spoke|birth|summary|note).*");

    /** Texts that sound personal and are not, each with the reason. */
    private static final Map<String, String> NOT_PERSONAL = Map.of("policy.published name", "a policy's");

    static List<EventType<?>> events() {
        return EventCatalogue.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void aTextThatSoundsPersonalIsSealedWhenItIsAPersons(EventType<?> type) {
        Set<String> sealed = subjects(type).keySet();
        Set<String> open = new TreeSet<>();
        for (String path : texts(type.payload())) {
            String component = path.substring(path.lastIndexOf('.') + 1);
            boolean covered = sealed.stream().anyMatch(seal -> (path + ".").startsWith(seal + "."));
            if (SOUNDS_PERSONAL.matcher(component).matches()
                    && !component.endsWith("Id")
                    && !covered
                    && !NOT_PERSONAL.containsKey(type.name() + " " + path)) {
                open.add(path);
            }
        }
        assertThat(open)
                .as("%s: seal these in the catalogue, or say in NOT_PERSONAL why not", type.name())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void everyPathThatIsSealedLeadsToAComponent(EventType<?> type) {
        assertThat(paths(type.payload())).containsAll(subjects(type).keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void nothingIsSealedWithoutASubject(EventType<?> type) {
        assertThat(subjects(type).values()).doesNotContainNull().doesNotContain("");
    }

    @Test
    void whatIsAllowedExists() {
        Set<String> all = new TreeSet<>();
        events().forEach(type -> texts(type.payload()).forEach(path -> all.add(type.name() + " " + path)));
        assertThat(all).containsAll(NOT_PERSONAL.keySet());
    }

    @Test
    void aCompanysNameStaysReadableAndASoleProprietorsIsSealed() {
        EventType<?> opened = EventCatalogue.named("account.opened").orElseThrow();
        assertThat(subjects(opened, true)).doesNotContainKey("details.name").containsKey("details.contactPerson");
        assertThat(subjects(opened, false)).containsKeys("details.name", "details.nameKana", "details.postalAddress");
    }

    @Test
    void theTwoNamesOnAnInvoiceBelongToTwoSubjects() {
        EventType<?> submitted = EventCatalogue.named("invoice.submitted").orElseThrow();
        assertThat(subjects(submitted, true))
                .containsEntry("document.recipient.name", "clientId/account/accountId")
                .containsEntry("document.issuer.name", "clientId/client/clientId");
        assertThat(subjects(submitted, false)).isEmpty();
    }

    private static Map<String, String> subjects(EventType<?> type) {
        Map<String, String> subjects = new HashMap<>(subjects(type, true));
        subjects.putAll(subjects(type, false));
        return subjects;
    }

    private static <E extends Event> Map<String, String> subjects(EventType<E> type, boolean flags) {
        return type.personal().of(FullSample.of(type.payload(), flags));
    }

    private static Set<String> texts(Class<?> record) {
        Set<String> texts = new TreeSet<>();
        walk(record, "", texts, true);
        return texts;
    }

    private static Set<String> paths(Class<?> record) {
        Set<String> paths = new TreeSet<>();
        walk(record, "", paths, false);
        return paths;
    }

    private static void walk(Class<?> record, String prefix, Set<String> paths, boolean textsOnly) {
        for (RecordComponent component : record.getRecordComponents()) {
            String path = prefix + component.getName();
            Class<?> held = held(component.getGenericType());
            if (held == String.class || !textsOnly) {
                paths.add(path);
            }
            if (held.isRecord()) {
                walk(held, path + ".", paths, textsOnly);
            }
        }
    }

    /** What a component holds, itself or as the elements of its list or the values of its map. */
    private static Class<?> held(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return held(arguments[arguments.length - 1]);
        }
        return (Class<?>) type;
    }
}
