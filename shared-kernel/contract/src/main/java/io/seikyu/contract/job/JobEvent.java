package io.seikyu.contract.job;

import io.seikyu.contract.Event;
import java.util.List;
import java.util.Map;

/**
 * The life of a job: work that takes a while and goes on after a crash. It is either opened, and accepted with rows that
 * somebody sent, or begun on what the log says.
 */
public sealed interface JobEvent extends Event {
    String clientId();

    String jobId();

    /** Somebody began to hand in a job. Until it is accepted there is none. */
    record JobOpened(String clientId, String jobId, String kind, String format) implements JobEvent {}

    /** A part of the input; of the stream of inputs, since the job itself need not read it. */
    record JobRowsReceived(String clientId, String jobId, List<InputRow> rows) implements JobEvent {}

    /**
     * @param rows   how many there are
     * @param bytes  of what was sent
     * @param digest of what was sent, keyed: whoever has it and the key can tell that it was this
     */
    record JobAccepted(String clientId, String jobId, String kind, String format, int rows, int bytes, String digest)
            implements JobEvent {}

    /**
     * @param done how many rows are decided with these
     */
    record JobRowsDecided(String clientId, String jobId, int done, List<RowOutcome> outcomes) implements JobEvent {}

    /**
     * Work on what the log says, and not on rows.
     *
     * @param kind    e.g. {@code PROJECTION_REBUILD}
     * @param subject what it is about, e.g. the name of the projection; null when the kind says it
     * @param mode    how it is done; null when there is one way only
     * @param total   how much there is, as far as it is known
     * @param input   what else it is asked, by name; nothing personal; null when that is nothing
     */
    record JobBegun(
            String clientId,
            String jobId,
            String kind,
            String subject,
            String mode,
            long total,
            Map<String, String> input)
            implements JobEvent {}

    /**
     * @param done  so much of a job that was begun is done
     * @param total of so much
     */
    record JobAdvanced(String clientId, String jobId, long done, long total) implements JobEvent {}

    /** A job that was begun is done; {@code result} is what came of it. */
    record JobConcluded(String clientId, String jobId, Map<String, Object> result) implements JobEvent {}

    /** A job that was begun has ended, and nothing of it is left to be cleared away. */
    record JobClosed(String clientId, String jobId) implements JobEvent {}

    record JobPaused(String clientId, String jobId) implements JobEvent {}

    record JobResumed(String clientId, String jobId) implements JobEvent {}

    record JobDone(String clientId, String jobId) implements JobEvent {}

    record JobCancelled(String clientId, String jobId, String reason) implements JobEvent {}

    record JobFailed(String clientId, String jobId, String code, String message) implements JobEvent {}

    /** The key of its input was erased: what was sent cannot be read any more. */
    record JobInputErased(String clientId, String jobId) implements JobEvent {}
}
