package io.seikyu.command.outbox;

import java.time.Instant;
import java.util.List;

/** Brings mail to the outside. */
interface MailTransport {
    /** Tries once. It never throws: whatever happens is one of three results. */
    Result send(Mail mail);

    /**
     * @param tenant  of the message
     * @param name    of the message and the attempt, e.g. {@code invoice.inv-001.1.1}
     * @param content the whole mail, headers first
     * @param latest  nothing may leave after this instant of the machine's clock
     */
    record Mail(String tenant, String name, List<String> to, byte[] content, Instant latest) {}

    sealed interface Result {}

    /** The other side has it. */
    record Accepted(String response) implements Result {}

    /**
     * The other side does not have it.
     *
     * @param permanent whether trying again is of no use
     * @param code      a reply of SMTP, or a word
     */
    record Refused(boolean permanent, String code, String response) implements Result {}

    /** Nobody knows whether the other side has it. */
    record Unknown() implements Result {}
}
