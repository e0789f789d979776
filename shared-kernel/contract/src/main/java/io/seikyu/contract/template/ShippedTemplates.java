package io.seikyu.contract.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The texts of messages (文例) that come with the program. Each is version 0 of what is in force until somebody publishes
 * another of its name; there are no other names.
 */
public final class ShippedTemplates {
    private static final String[] TEXTS = {
        "part-addressee",
        "part-sender",
        "part-items",
        "part-bank",
        "part-crossing",
        "part-paid",
        "part-closing",
        "r0-mail",
        "r1-mail",
        "r2-mail",
        "r2-phone",
        "r3-letter",
        "r4-letter",
        "r5-certified-letter"
    };

    private static final Set<String> NAMES = Stream.of(TEXTS)
            .flatMap(text -> Stream.of(text + "-ja", text + "-en"))
            .collect(Collectors.collectingAndThen(
                    Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));

    private static final Map<String, String> READ = new ConcurrentHashMap<>();

    private ShippedTemplates() {}

    /** In the order of the alphabet, e.g. {@code r1-mail-ja}. */
    public static Set<String> names() {
        return NAMES;
    }

    /** @throws IllegalArgumentException for another name */
    public static String text(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("there is no template " + name);
        }
        return READ.computeIfAbsent(name, ShippedTemplates::read);
    }

    private static String read(String name) {
        try (InputStream in = ShippedTemplates.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
