package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The compose file by the Compose Specification's own schema: no Docker engine runs where it is built. */
class ComposeFileTest {
    private static final Path ROOT = Path.of("..");

    private final String text = read(ROOT.resolve("docker-compose.yml"));
    private final JsonNode compose = parsed(text);

    @Test
    void theComposeFileKeepsToTheSpecification() {
        assertThat(faults(text)).isEmpty();
    }

    @Test
    void theSchemaFindsFaults() {
        assertThat(faults(text.replace("depends_on:", "dependson:"))).isNotEmpty();
        assertThat(faults(text.replace("retries: 12", "retries: often"))).isNotEmpty();
    }

    @Test
    void everySideIsBuiltFromADockerfileThatIsThereAndRunsAsNobodySpecial() {
        for (String side : List.of("command-side", "query-side")) {
            String dockerfile =
                    compose.at("/services/" + side + "/build/dockerfile").asString();
            assertThat(dockerfile).isEqualTo(side + "/Dockerfile");
            assertThat(read(ROOT.resolve(dockerfile)))
                    .contains("USER seikyu")
                    .contains("-pl " + side + " -am")
                    .contains(side + "/target/" + side + "-*-app.jar");
        }
    }

    @Test
    void bothSidesAreOnTheReplicaSetThatTheHealthCheckBegins() {
        String healthCheck = compose.at("/services/mongo/healthcheck/test").toString();
        assertThat(compose.at("/services/mongo/command").toString()).contains("--replSet", "rs0");
        assertThat(healthCheck).contains("rs.initiate", "_id: 'rs0'", "mongo:27017");
        for (String side : List.of("command-side", "query-side")) {
            JsonNode service = compose.at("/services/" + side);
            assertThat(service.at("/environment/SEIKYU_MONGODB_URI").asString())
                    .isEqualTo("mongodb://mongo:27017/seikyu?replicaSet=rs0");
            assertThat(service.at("/depends_on/mongo/condition").asString()).isEqualTo("service_healthy");
            assertThat(service.at("/ports/0").asString()).startsWith("127.0.0.1:");
        }
    }

    private static List<Error> faults(String yaml) {
        try (InputStream json = ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json")) {
            JsonNode schema = JsonMapper.shared().readTree(json);
            // names in the way of an older draft than the one the schema says it is of, which has no such word
            schema.findParents("id").stream()
                    .filter(named -> named.get("id").isString())
                    .forEach(named -> ((ObjectNode) named).remove("id"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(schema)
                    .validate(parsed(yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode parsed(String yaml) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return JsonMapper.shared().valueToTree(read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
