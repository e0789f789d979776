package io.seikyu.eventlog.axon;

import io.seikyu.contract.personal.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Personal data within JSON. A sealed value stands as {@code {"$sealed": base64, "subject": whose}}, with
 * {@code "json": true} when the plain value was not a string. When its key is erased a string reads as
 * {@value #TOMBSTONE} and anything else as null.
 */
final class SealedFields {
    static final String TOMBSTONE = "[erased]";

    private static final String SEALED = "$sealed";
    private static final byte[] MARK = "\"$sealed\"".getBytes(StandardCharsets.US_ASCII);

    private final PersonalCipher cipher;

    SealedFields(PersonalCipher cipher) {
        this.cipher = cipher;
    }

    /** Whether {@code json} may hold a sealed value; spares a plain event the way through a tree. */
    static boolean in(byte[] json) {
        outer:
        for (int i = 0, last = json.length - MARK.length; i <= last; i++) {
            if (json[i + 1] != '$' || json[i] != '"') {
                continue;
            }
            for (int k = 2; k < MARK.length; k++) {
                if (json[i + k] != MARK[k]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    /**
     * Seals the values at some paths; one that is absent stays so.
     *
     * @param subjects from the path to the person that it belongs to
     */
    void seal(Map<String, Object> json, Map<String, String> subjects) {
        subjects.forEach((path, subject) -> {
            Map<String, Object> parent = json;
            String[] names = path.split("\\.");
            for (int i = 0; i < names.length - 1 && parent != null; i++) {
                parent = object(parent.get(names[i]));
            }
            if (parent != null) {
                parent.computeIfPresent(names[names.length - 1], (name, plain) -> seal(subject, path, plain));
            }
        });
    }

    private Map<String, Object> seal(String subject, String path, Object plain) {
        Map<String, Object> sealed = new LinkedHashMap<>();
        boolean text = plain instanceof String;
        byte[] bytes = text
                ? ((String) plain).getBytes(StandardCharsets.UTF_8)
                : EventJson.mapper().writeValueAsBytes(plain);
        sealed.put(SEALED, cipher.seal(subject, path, bytes));
        sealed.put("subject", subject);
        if (!text) {
            sealed.put("json", true);
        }
        return sealed;
    }

    /** Opens every sealed value. */
    void open(Map<String, Object> json) {
        open(json, "");
    }

    private void open(Map<String, Object> json, String prefix) {
        for (Map.Entry<String, Object> field : json.entrySet()) {
            Map<String, Object> value = object(field.getValue());
            if (value == null) {
                continue;
            }
            String path = prefix + field.getKey();
            if (value.get(SEALED) instanceof String sealed && value.get("subject") instanceof String subject) {
                field.setValue(plain(subject, path, sealed, Boolean.TRUE.equals(value.get("json"))));
            } else {
                open(value, path + '.');
            }
        }
    }

    private Object plain(String subject, String path, String sealed, boolean json) {
        byte[] plain = cipher.open(subject, path, sealed).orElse(null);
        if (plain == null) {
            return json ? null : TOMBSTONE;
        }
        return json ? EventJson.mapper().readValue(plain, Object.class) : new String(plain, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return value instanceof Map ? (Map<String, Object>) value : null;
    }
}
