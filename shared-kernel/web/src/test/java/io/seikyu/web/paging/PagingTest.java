package io.seikyu.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.web.problem.ProblemException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private final Cursors cursors = new Cursors(new byte[] {1, 2, 3});

    @Test
    void goesOnWhereThePageBeforeEnded() {
        Page<Integer> first = paging(null).page(IntStream.range(0, 4).boxed().toList(), PagingTest::key);
        assertThat(first.items()).containsExactly(0, 1, 2);
        assertThat(paging(first.next()).after()).contains(List.of("請求", "2"));
    }

    @Test
    void endsWhenNothingIsLeft() {
        assertThat(paging(null).page(List.of(1, 2, 3), PagingTest::key).next()).isNull();
        assertThat(paging(null).after()).isEmpty();
    }

    @Test
    void refusesACursorThatWasChangedAnywhere() {
        String cursor = cursors.write("/v1/invoices", List.of("a", "b"));
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> cursors.read("/v1/invoices", changed)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void refusesTheCursorOfAnotherListOrSystem() {
        String cursor = cursors.write("/v1/invoices", List.of("a"));
        assertThatThrownBy(() -> cursors.read("/v1/accounts", cursor)).isInstanceOf(ProblemException.class);
        Cursors others = new Cursors(new byte[] {4});
        assertThatThrownBy(() -> others.read("/v1/invoices", cursor)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "=", "請求", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoCursor(String cursor) {
        assertThatThrownBy(() -> paging(cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.status()).isEqualTo(400));
    }

    private Paging paging(String cursor) {
        return new Paging(3, "/v1/things", cursor, cursors);
    }

    private static List<String> key(int item) {
        return List.of("請求", String.valueOf(item));
    }
}
