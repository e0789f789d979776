package io.seikyu.web.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The codes and words of answers that the frame or the server gives by status alone. */
final class Statuses {
    private Statuses() {}

    static String code(int status) {
        return switch (status) {
            case 400 -> "malformed-request";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 408 -> "request-timeout";
            case 413 -> "body-too-large";
            case 414 -> "address-too-long";
            case 415 -> "unsupported-media-type";
            case 417 -> "expectation-failed";
            case 429 -> "too-many-requests";
            case 431 -> "headers-too-large";
            case 500 -> "internal-error";
            case 503 -> "unavailable";
            default -> status < 500 ? "malformed-request" : "internal-error";
        };
    }

    static String sentence(int status) {
        return switch (status) {
            case 401 -> "Send a valid key as Authorization: Bearer <key>.";
            case 403 -> "This key may not do that.";
            case 404 -> "There is no such address.";
            case 405 -> "The address does not know this method.";
            case 406 -> "The answer does not exist in a type that Accept allows.";
            case 408 -> "The request took too long to arrive.";
            case 413 -> "The body is too large.";
            case 415 -> "The type of the body is not accepted here.";
            case 429 -> "Too many requests; try again later.";
            case 431 -> "The headers are too large.";
            default -> status < 500 ? "The request is malformed." : "Something went wrong on our side.";
        };
    }

    static String typeName(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(c -> ((Enum<?>) c).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == LocalDate.class) {
            return "a date such as 2026-04-30";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "an instant with offset such as 2026-04-30T09:00:00+09:00";
        }
        if (type == BigDecimal.class) {
            return "a decimal";
        }
        return type == boolean.class || type == Boolean.class ? "true or false" : "a whole number";
    }
}
