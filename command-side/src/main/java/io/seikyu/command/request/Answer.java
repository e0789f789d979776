package io.seikyu.command.request;

import org.jspecify.annotations.Nullable;

/**
 * What a command's caller hears.
 *
 * @param location where the thing can be asked for, or null
 * @param body     becomes JSON; null for none
 * @param secret   whether the body holds something that is shown this once
 * @param subject  whose personal data the body holds, or null
 */
public record Answer(
        int status,
        @Nullable String location,
        @Nullable Object body,
        boolean secret,
        @Nullable String subject) {
    public static Answer created(String location, Object body) {
        return new Answer(201, location, body, false, null);
    }

    /** Nothing is done yet: a person has to say yes, and {@code location} tells whether. */
    public static Answer waiting(String location, Object body) {
        return new Answer(202, location, body, false, null);
    }

    public static Answer createdSecret(String location, Object body) {
        return new Answer(201, location, body, true, null);
    }

    public static Answer ok(Object body) {
        return new Answer(200, null, body, false, null);
    }

    public static Answer nothing() {
        return new Answer(204, null, null, false, null);
    }

    /** The same, kept sealed with the key of whose personal data it holds. */
    public Answer about(String person) {
        return new Answer(status, location, body, secret, person);
    }
}
