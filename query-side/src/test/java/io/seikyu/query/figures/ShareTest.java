package io.seikyu.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.web.problem.AnswerFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShareTest {
    /** The examples of Newcombe (1998), table I, Wilson's interval without correction. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void theIntervalIsThatOfWilson(int count, int of, double low, double high) {
        Share share = Share.of(count, of);

        assertThat(share.low()).isEqualTo(low);
        assertThat(share.high()).isEqualTo(high);
    }

    @Test
    void fewCasesHaveCountsOnly() {
        Share share = Share.of(18, Share.AT_LEAST - 1);

        assertThat(share.count()).isEqualTo(18);
        assertThat(share.of()).isEqualTo(19);
        assertThat(share.ratio()).isNull();
        assertThat(share.low()).isNull();
        assertThat(share.high()).isNull();
        assertThat(Share.of(18, Share.AT_LEAST).ratio()).isEqualTo(0.9);
    }

    @Test
    void ratiosAreNumbersInAnswers() {
        JsonNode share =
                JsonMapper.builder().addModule(new AnswerFormat()).build().valueToTree(Share.of(18, Share.AT_LEAST));

        assertThat(share.get("ratio").isNumber()).isTrue();
        assertThat(share.get("low").isNumber()).isTrue();
        assertThat(share.get("high").isNumber()).isTrue();
    }
}
