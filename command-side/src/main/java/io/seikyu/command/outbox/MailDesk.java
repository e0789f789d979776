package io.seikyu.command.outbox;

import io.seikyu.command.message.MessageState;
import io.seikyu.command.outbox.Courier.Written;
import io.seikyu.contract.message.MessageEvent.MessageQueued;
import io.seikyu.contract.message.Purpose;
import io.seikyu.eventlog.EventLog;
import io.seikyu.eventlog.NewEvent;
import io.seikyu.eventlog.axon.EventCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages as mail, to the addresses that the log holds of them. */
final class MailDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MailDesk.class);

    private static final int HEADER_ID_DIGITS = 32;
    private static final int PLACES = 12;

    private final EventLog log;
    private final EventCodec codec;
    private final Map<Purpose, LetterWriter> writers = new EnumMap<>(Purpose.class);
    private final MimeWriter mime;
    private final Clock machineClock;

    MailDesk(EventLog log, EventCodec codec, List<LetterWriter> writers, MimeWriter mime, Clock machineClock) {
        this.log = log;
        this.codec = codec;
        this.mime = mime;
        this.machineClock = machineClock;
        writers.forEach(writer -> this.writers.put(writer.purpose(), writer));
    }

    /** What cannot be written says so, without the words of the fault: they may hold what the message holds. */
    Written write(MessageState message, int attempt) {
        String headerId = headerId(message, attempt);
        try {
            Letter letter = writers.get(message.purpose()).write(message);
            List<String> to = to(message);
            byte[] content = mime.write(letter, to, headerId, machineClock.instant());
            return new Written(headerId, to, content, hex(content), null);
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be written ({})", message.id(), place(e));
            return new Written(headerId, List.of(), null, null, e.getClass().getSimpleName());
        }
    }

    /** Where in the program it failed, for whoever has to find the reason: the places hold no words of the message. */
    private static String place(RuntimeException e) {
        return Stream.of(e.getStackTrace())
                .limit(PLACES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(", ", e.getClass().getName() + " at ", ""));
    }

    private List<String> to(MessageState message) {
        NewEvent first = log.readStream(message.id().toString(), 0, 1).get(0).event();
        return ((MessageQueued) codec.decode(first.type(), first.revision(), first.payload())).to();
    }

    /** The same for the same attempt on the same log, also after a restore: its receiver can tell a copy by it. */
    private String headerId(MessageState message, int attempt) {
        String name = log.id() + "/" + message.id() + "/" + attempt;
        return "<" + hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, HEADER_ID_DIGITS) + "@" + mime.domain()
                + ">";
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
