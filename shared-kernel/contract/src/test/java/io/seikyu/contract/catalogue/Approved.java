package io.seikyu.contract.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The approved shapes of events: one JSON file for each revision, with every field set. */
final class Approved {
    private static final Path FILES = Path.of("src/test/resources/approved");
    private static final Path RECEIVED = Path.of("target/received");
    private static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(
                    BigDecimal.class, amounts -> amounts.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Approved() {}

    static Set<String> names() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String render(Object event) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event).replace("\r\n", "\n") + "\n";
    }

    static String text(String name) {
        try {
            return Files.readString(FILES.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LinkedHashMap<String, Object> json(String name) {
        return JSON.readValue(text(name), new TypeReference<>() {});
    }

    static <E> E read(Object json, Class<E> payload) {
        return JSON.convertValue(json, payload);
    }

    /** Puts what a test received where a person can compare it and, for a new revision, copy it from. */
    static Path receive(String name, String rendered) {
        try {
            Files.createDirectories(RECEIVED);
            return Files.writeString(RECEIVED.resolve(name + ".json"), rendered);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
