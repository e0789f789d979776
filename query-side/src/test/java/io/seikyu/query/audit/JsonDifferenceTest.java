package io.seikyu.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonDifferenceTest {
    @Test
    void namesWhatIsOtherWhatIsNewAndWhatIsGone() {
        assertThat(changes("{'a': 1, 'b': {'c': 'x', 'd': 2}, 'e': 3}", "{'a': 1, 'b': {'c': 'y', 'd': 2}, 'f': 4}"))
                .containsExactly("/b/c: \"x\" -> \"y\"", "/e: 3 -> nothing", "/f: nothing -> 4");
    }

    @Test
    void aListGrowsAtItsEnd() {
        assertThat(changes("{'l': [1]}", "{'l': [1, {'n': 2}]}")).containsExactly("/l/1: nothing -> {\"n\":2}");
    }

    @Test
    void namesAreEscapedAsJsonPointersAre() {
        assertThat(changes("{}", "{'a/b~c': 1}")).containsExactly("/a~1b~0c: nothing -> 1");
    }

    @Test
    void aBeginningIsTheWhole() {
        assertThat(JsonDifference.between(null, json("{'a': 1}")))
                .singleElement()
                .satisfies(change -> assertThat(change.pointer()).isEmpty());
    }

    @Test
    void whatIsEqualIsNotNamed() {
        assertThat(changes("{'a': [1, {'b': null}]}", "{'a': [1, {'b': null}]}"))
                .isEmpty();
    }

    private static List<String> changes(String before, String after) {
        return JsonDifference.between(json(before), json(after)).stream()
                .map(change -> change.pointer() + ": " + text(change.before()) + " -> " + text(change.after()))
                .toList();
    }

    private static String text(JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
