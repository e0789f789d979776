package io.seikyu.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link Worker} answers, as one line of text: a rate, facts, or why it failed. */
final class Answer {
    private static final String RATE = "rate";
    private static final String FACTS = "facts";
    private static final String FAILED = "failed";

    private Answer() {}

    static String of(Object result) {
        if (result instanceof Rate rate) {
            return String.join("\t", RATE, "" + rate.count(), "" + rate.nanos(), "" + rate.complete());
        }
        StringBuilder line = new StringBuilder(FACTS);
        ((Map<?, ?>) result)
                .forEach((name, value) ->
                        line.append('\t').append(name).append('=').append(value));
        return line.toString();
    }

    static String failed(Exception cause) {
        return FAILED + '\t' + String.valueOf(cause).replaceAll("\\s+", " ");
    }

    /** @throws IllegalStateException when the worker failed */
    static Rate rate(String line) {
        String[] words = checked(line);
        return new Rate(Long.parseLong(words[1]), Long.parseLong(words[2]), Boolean.parseBoolean(words[3]));
    }

    /** @throws IllegalStateException when the worker failed */
    static Map<String, String> facts(String line) {
        String[] words = checked(line);
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            facts.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return facts;
    }

    private static String[] checked(String line) {
        String[] words = line.split("\t");
        if (words[0].equals(FAILED)) {
            throw new IllegalStateException(words[1]);
        }
        return words;
    }
}
