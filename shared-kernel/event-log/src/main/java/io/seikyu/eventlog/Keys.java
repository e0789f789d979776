package io.seikyu.eventlog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The unique keys of a commit, as engines store them. The letter in front keeps one kind from clashing with another. */
public final class Keys {
    private Keys() {}

    /** Of an event within its stream. */
    public static String sequence(String stream, long sequence) {
        return "s:" + stream + "/" + sequence;
    }

    public static String event(String eventId) {
        return "e:" + eventId;
    }

    public static String claim(String claim) {
        return "c:" + claim;
    }

    public static String commit(UUID id) {
        return "i:" + id;
    }

    /** Why a commit that has {@code key} is refused when the key is taken. */
    public static KeyClaimedException taken(String key) {
        return new KeyClaimedException(
                key.substring(2),
                switch (key.charAt(0)) {
                    case 's' -> KeyClaimedException.Kind.SEQUENCE;
                    case 'e' -> KeyClaimedException.Kind.EVENT_ID;
                    case 'i' -> KeyClaimedException.Kind.COMMIT_ID;
                    default -> KeyClaimedException.Kind.CLAIM;
                });
    }

    /**
     * All keys of a commit, sequences first.
     *
     * @throws IllegalArgumentException when one stands in it twice
     */
    public static List<String> of(NewCommit commit) {
        List<String> keys = new ArrayList<>();
        for (NewEvent event : commit.events()) {
            if (event.stream() != null) {
                keys.add(sequence(event.stream(), event.sequence()));
            }
        }
        commit.events().forEach(event -> keys.add(event(event.id())));
        commit.claims().forEach(claim -> keys.add(claim(claim)));
        keys.add(commit(commit.id()));
        Set<String> seen = new HashSet<>();
        for (String key : keys) {
            if (!seen.add(key)) {
                throw new IllegalArgumentException("the key '" + key + "' stands twice in one commit");
            }
        }
        return keys;
    }
}
