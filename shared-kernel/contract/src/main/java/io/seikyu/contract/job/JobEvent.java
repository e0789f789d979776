package io.seikyu.contract.job;

import io.seikyu.contract.Event;
import java.util.List;

/** The life of a job: work on many rows that goes on after a crash where it was. */
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

    record JobPaused(String clientId, String jobId) implements JobEvent {}

    record JobResumed(String clientId, String jobId) implements JobEvent {}

    record JobDone(String clientId, String jobId) implements JobEvent {}

    record JobCancelled(String clientId, String jobId, String reason) implements JobEvent {}

    record JobFailed(String clientId, String jobId, String code, String message) implements JobEvent {}

    /** The key of its input was erased: what was sent cannot be read any more. */
    record JobInputErased(String clientId, String jobId) implements JobEvent {}
}
