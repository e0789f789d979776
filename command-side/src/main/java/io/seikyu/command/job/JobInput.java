package io.seikyu.command.job;

import io.seikyu.command.decision.Origin;
import io.seikyu.contract.id.JobId;
import io.seikyu.contract.job.InputRow;
import io.seikyu.contract.job.JobEvent.JobRowsReceived;
import io.seikyu.contract.personal.SubjectKeys;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewCommit;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.StoredEvent;
import io.seikyu.eventlog.axon.EventCodec;
import io.seikyu.eventlog.axon.EventJson;
import io.seikyu.eventlog.axon.PayloadCodec.StoredPayload;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What jobs work on, in the log, and sealed with a key of the job's own: it may hold names, and is of no use once the
 * job has ended. It is a stream beside the job's, so that nobody who loads a job reads it.
 */
public final class JobInput {
    private final EventLog log;
    private final EventCodec codec;
    private final SubjectKeys keys;
    private final Clock businessClock;

    public JobInput(EventLog log, EventCodec codec, SubjectKeys keys, Clock businessClock) {
        this.log = log;
        this.codec = codec;
        this.keys = keys;
        this.businessClock = businessClock;
    }

    /**
     * Adds a part, durably.
     *
     * @param part  from 0
     * @param rows  together well below what a commit holds
     * @param actor who handed them in
     */
    public void add(JobId job, int part, List<InputRow> rows, String actor, String correlationId) {
        StoredPayload payload = codec.encode(new JobRowsReceived(job.tenant(), job.value(), rows));
        UUID commit = UUID.randomUUID();
        Map<String, String> origin = Map.of(
                Origin.ACTOR,
                actor,
                Origin.TENANT,
                job.tenant(),
                Origin.CORRELATION_ID,
                correlationId,
                Origin.CAUSATION_ID,
                commit.toString());
        NewEvent event = new NewEvent(
                UUID.randomUUID().toString(),
                job.input(),
                part,
                payload.name(),
                payload.revision(),
                businessClock.instant(),
                payload.bytes(),
                EventJson.mapper().writeValueAsBytes(new java.util.TreeMap<>(origin)));
        log.append(new NewCommit(commit, job.tenant(), List.of(event), Set.of()));
    }

    /**
     * @param part from 0
     * @return empty behind the last part
     * @throws InputErasedException when there is no key to it any more
     */
    Optional<List<InputRow>> part(JobId job, int part) {
        List<StoredEvent> found = log.readStream(job.input(), part, 1);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        NewEvent event = found.get(0).event();
        JobRowsReceived received = (JobRowsReceived) codec.decode(event.type(), event.revision(), event.payload());
        if (received.rows() == null) {
            throw new InputErasedException();
        }
        return Optional.of(received.rows());
    }

    /** For good, in every copy of the log. */
    void erase(JobId job) {
        keys.erase(job.toString());
    }

    /** The key of a job's input is gone. */
    static final class InputErasedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
