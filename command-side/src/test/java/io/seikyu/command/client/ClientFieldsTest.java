package io.seikyu.command.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.seikyu.command.Bodies;
import io.seikyu.command.client.ClientApi.RegisterRequest;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.web.body.BodyReader;
import io.seikyu.web.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class ClientFieldsTest {
    @Test
    void aFeeHasAnyName() {
        assertThat(fields("受託手数料 (1)").fees()).hasSize(1);
    }

    /** In the log {@code $sealed} marks what is encrypted; in views a dot parts names. */
    @ParameterizedTest
    @ValueSource(strings = {"$sealed", "$", "a.b", "."})
    void aFeeIsNotNamedLikeWhatMeansSomethingInStorage(String name) {
        assertThatThrownBy(() -> fields(name)).isInstanceOf(InvalidInputException.class);
    }

    private static ClientFields fields(String fee) {
        ObjectNode body = (ObjectNode) EventJson.mapper().readTree(Bodies.client("acme", true));
        body.putObject("fees").put(fee, "1");
        return new BodyReader().read(body, RegisterRequest.class).fields();
    }
}
