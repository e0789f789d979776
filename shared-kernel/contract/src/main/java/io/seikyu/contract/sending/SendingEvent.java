package io.seikyu.contract.sending;

import io.seikyu.contract.Event;
import java.time.Instant;

/** The life of a switch of all sending (送付の停止・再開). */
public sealed interface SendingEvent extends Event {
    /** Whose sending it is, or null for all of the agency's. */
    String clientId();

    record SendingStopped(String clientId, String reason) implements SendingEvent {}

    /**
     * @param sentUpTo messages that were to be sent by then may have gone out already; absent unless the instance had
     *                 to be confirmed
     */
    record SendingResumed(String clientId, String reason, Instant sentUpTo) implements SendingEvent {}

    /** The first instance of the program that sends from this log. */
    record InstanceRecorded(String clientId, String instance) implements SendingEvent {}

    /**
     * An instance that the log does not know, or one whose log went back, wants to send: it may not before a person has
     * confirmed up to when messages had gone out.
     *
     * @param evidence what shows that the log went back, or null
     */
    record InstanceNotRecognised(String clientId, String instance, String evidence) implements SendingEvent {}
}
