package io.seikyu.command.job;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of job does that is not made of rows. It goes on by itself, here or in another process, and is looked at
 * again and again: each look says what is wished, and hears how far it is. A bean of this type is all that a new kind of
 * job needs besides the route that begins it.
 */
public interface LongWork {
    /** Of the jobs it does, e.g. {@code PROJECTION_REBUILD}. */
    String kind();

    /** Begins it, or lets it go on, where it does not go on already. Returns soon. */
    Look look(JobState job);

    /** Lets it wait. Doing it again changes nothing. */
    void pause(JobState job);

    /** The job has ended, in whatever way: nothing of it is to go on. Doing it again changes nothing. */
    void end(JobState job);

    /**
     * How far it is.
     *
     * @param result  what came of it; null while it is under way
     * @param failure why nothing will; null otherwise
     */
    record Look(
            long done,
            long total,
            @Nullable Map<String, Object> result,
            @Nullable Failure failure) {
        public static Look underWay(long done, long total) {
            return new Look(done, total, null, null);
        }

        public static Look done(Map<String, Object> result) {
            return new Look(0, 0, result, null);
        }

        public static Look failed(String code, String message) {
            return new Look(0, 0, null, new Failure(code, message));
        }
    }

    /** @param code stable, for programs */
    record Failure(String code, String message) {}
}
