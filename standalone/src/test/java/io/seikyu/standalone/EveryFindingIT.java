package io.seikyu.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.seikyu.contract.money.Rounding;
import io.seikyu.contract.money.TaxCategory;
import io.seikyu.standalone.RunningSeikyu.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each scenario of {@code samples/findings} brings its finding through HTTP, and no other, though all of them are played
 * for the same client company; and no finding of the guide is without one.
 */
class EveryFindingIT {
    private static final Path SCENARIOS = Path.of("../samples/findings");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (?:error|warning)");
    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9.-]*");
    private static final Pattern CODE_WORD = Pattern.compile(Stream.of(TaxCategory.values(), Rounding.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .collect(Collectors.joining("|", "\\b(?:[A-Z]+_[A-Z_0-9]+|EOM|null|", ")\\b|/[a-z]")));

    @TempDir
    static Path data;

    private static RunningSeikyu seikyu;

    @BeforeAll
    static void loadTheMasterData() {
        seikyu = RunningSeikyu.on(data);
        seikyu.done("/v1/clients", seikyu.admin, RunningSeikyu.sample("client.json"));
        RunningSeikyu.sample("accounts.json").forEach(account -> seikyu.done("/v1/accounts", seikyu.admin, account));
    }

    @AfterAll
    static void stop() {
        seikyu.close();
    }

    static Set<String> scenarios() throws IOException {
        try (Stream<Path> directories = Files.list(SCENARIOS)) {
            return directories
                    .map(directory -> directory.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aScenarioBringsItsFindingAndNoOther(String code) throws IOException {
        JsonNode scenario = read(code, "scenario.json");
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode call : scenario.get("calls")) {
            assertThat(found).as("found before the last call").isEmpty();
            Reply reply = seikyu.done(
                    call.get("post").asString(),
                    seikyu.admin,
                    read(code, call.get("body").asString()),
                    "Seikyu-Client",
                    "minato");
            reply.json().path("findings").forEach(found::add);
        }

        assertThat(found).hasSize(1);
        JsonNode finding = found.get(0);
        JsonNode expected = scenario.get("finding");
        for (String field : List.of("code", "severity", "pointer", "expected", "actual", "message")) {
            assertThat(finding.path(field).asString(null))
                    .as(field)
                    .isEqualTo(expected.path(field).asString(null));
        }
        assertThat(expected.get("code").asString()).isEqualTo(code);
        assertThat(scenario.get("why").asString()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void aClerkCanActOnTheMessage(String code) throws IOException {
        JsonNode finding = read(code, "scenario.json").get("finding");
        String message = finding.get("message").asString();
        assertThat(message.split(" ")).as(message).hasSizeGreaterThan(5);
        assertThat(message).endsWith(".").matches("[A-Z0-9].*").doesNotContain("  ");
        assertThat(CODE_WORD.matcher(message).results().map(word -> word.group()))
                .as("words of the program in: " + message)
                .isEmpty();
        String expected = finding.path("expected").asString("");
        if (FIGURE.matcher(expected).matches()) {
            assertThat(message).contains(expected);
        }
    }

    @Test
    void everyFindingOfTheGuideHasAScenario() throws IOException {
        Set<String> guide = ROW.matcher(Files.readString(Path.of("../docs/guide/api.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(guide).hasSizeGreaterThan(25);
        assertThat(scenarios()).isEqualTo(guide);
    }

    @Test
    void everyScenarioHasItsRowInTheReadme() throws IOException {
        String readme = Files.readString(SCENARIOS.resolve("../README.md"));
        for (String code : scenarios()) {
            String why = read(code, "scenario.json").get("why").asString();
            assertThat(readme)
                    .contains("| [`" + code + "`](findings/" + code + "/) |")
                    .contains("| " + why + " |");
        }
    }

    private static JsonNode read(String code, String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(SCENARIOS.resolve(code).resolve(file)));
    }
}
