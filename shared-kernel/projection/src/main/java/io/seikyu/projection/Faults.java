package io.seikyu.projection;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.seikyu.eventlog.LogUnavailableException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Tells what is wrong with the world, and will pass, from what is wrong with one event, and will not. */
final class Faults {
    /** A document that is too large. */
    private static final Set<Integer> OF_CONTENT = Set.of(10334, 17419, 17420);

    private Faults() {}

    /** Whether the same may go well another time: a store that cannot be reached, a disk that is full. */
    static boolean arePassing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UncheckedIOException || cause instanceof LogUnavailableException) {
                return true;
            }
            if (cause instanceof MongoException mongo) {
                return !ofContent(mongo);
            }
        }
        return false;
    }

    private static boolean ofContent(MongoException fault) {
        return fault instanceof MongoWriteException
                || fault instanceof MongoCommandException && OF_CONTENT.contains(fault.getCode());
    }

    static boolean isDuplicate(MongoWriteException fault) {
        return fault.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
