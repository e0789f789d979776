package io.seikyu.contract.id;

/** Work that takes a while. Its stream is {@code <tenant>/job/<value>}. */
public record JobId(String tenant, String value) {
    public JobId {
        Ids.checked(tenant);
        Ids.checked(value);
    }

    /** The name of this job's stream. */
    @Override
    public String toString() {
        return tenant + "/job/" + value;
    }

    /** The name of the stream that holds what the job works on. */
    public String input() {
        return tenant + "/job-input/" + value;
    }
}
