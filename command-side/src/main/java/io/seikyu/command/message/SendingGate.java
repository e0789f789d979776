package io.seikyu.command.message;

import java.time.Instant;

/** Whether sending is on, as the log says at this moment. */
public interface SendingGate {
    /**
     * @param instance  which instance of the program wants to send
     * @param freeSince business time since which the message waits
     */
    Verdict look(String tenant, String instance, Instant freeSince);

    enum Verdict {
        OPEN,
        /** Nothing leaves at the moment. */
        CLOSED,
        /** This message may have left before the log was restored. */
        DOUBTFUL
    }
}
