package io.seikyu.eventlog.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.bulk.BulkWriteError;
import io.seikyu.eventlog.LogUnavailableException;

/** What a failed try leaves open. */
final class Failures {
    private static final int DUPLICATE_KEY = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;

    private Failures() {}

    /** Whether the server may have taken more of a write than can be found by asking now. */
    static boolean leaveDoubt(RuntimeException failure) {
        if (failure instanceof LogUnavailableException) {
            // it was a question that failed
            return false;
        }
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteConcernError() != null
                    || bulk.getWriteErrors().stream().anyMatch(error -> !isDefinite(error));
        }
        // a timeout may also have come before anything was sent, which the driver does not tell
        return !(failure instanceof MongoSocketOpenException);
    }

    private static boolean isDefinite(BulkWriteError error) {
        return error.getCode() == DUPLICATE_KEY || error.getCode() == OUT_OF_DISK_SPACE;
    }
}
