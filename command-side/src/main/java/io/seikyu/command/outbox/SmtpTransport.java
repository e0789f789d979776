package io.seikyu.command.outbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Sends mail over SMTP (RFC 5321), each on a connection of its own. What counts is how far the dialogue got: before the
 * server has asked for the text, nothing can have left; after it, only a reply of the server says what became of it.
 */
final class SmtpTransport implements MailTransport {
    private static final int TRANSIENT = 400;
    private static final int PERMANENT = 500;

    private final SmtpServer server;
    private final Session session;
    private final Clock machineClock;

    SmtpTransport(SmtpServer server, String from, Clock machineClock) {
        this.server = server;
        this.session = Session.getInstance(server.properties(from));
        this.machineClock = machineClock;
    }

    @Override
    public Result send(Mail mail) {
        Address[] to;
        MimeMessage message;
        try {
            to = addresses(mail);
            message = new MimeMessage(session, new ByteArrayInputStream(mail.content()));
        } catch (MessagingException e) {
            return new Refused(true, "address", null);
        }
        Dialogue dialogue = new Dialogue(session);
        try {
            dialogue.connect(server.host(), server.port(), server.user(), server.password());
            if (machineClock.instant().isAfter(mail.latest())) {
                return new Refused(false, "late", null);
            }
            dialogue.sendMessage(message, to);
            return new Accepted(dialogue.getLastServerResponse().strip());
        } catch (MessagingException | RuntimeException e) {
            return dialogue.resultOf(e);
        } finally {
            hangUp(dialogue);
        }
    }

    private static Address[] addresses(Mail mail) throws AddressException {
        Address[] to = new Address[mail.to().size()];
        for (int i = 0; i < to.length; i++) {
            to[i] = new InternetAddress(mail.to().get(i), true);
        }
        return to;
    }

    /** However it goes: what was said is said. */
    private static void hangUp(Dialogue dialogue) {
        try {
            dialogue.close();
        } catch (MessagingException e) {
            // the result is known
        }
    }

    /** A connection that remembers whether the server asked for the text. */
    private static final class Dialogue extends SMTPTransport {
        private boolean textWasAskedFor;

        Dialogue(Session session) {
            super(session, null);
        }

        @Override
        protected OutputStream data() throws MessagingException {
            OutputStream text = super.data();
            textWasAskedFor = true;
            return text;
        }

        Result resultOf(Exception failure) {
            int reply = replyIn(failure);
            if (reply >= TRANSIENT) {
                return new Refused(reply >= PERMANENT, Integer.toString(reply), failure.getMessage());
            }
            return textWasAskedFor
                    ? new Unknown()
                    : new Refused(false, "connection", failure.getClass().getSimpleName());
        }

        /** The gravest reply in the chain; one that the server did not give is -1. */
        private static int replyIn(Exception failure) {
            int reply = -1;
            Exception link = failure;
            while (link != null) {
                if (link instanceof SMTPSendFailedException send) {
                    reply = Math.max(reply, send.getReturnCode());
                } else if (link instanceof SMTPAddressFailedException address) {
                    reply = Math.max(reply, address.getReturnCode());
                } else if (link instanceof SMTPSenderFailedException sender) {
                    reply = Math.max(reply, sender.getReturnCode());
                }
                link = link instanceof MessagingException chained ? chained.getNextException() : null;
            }
            return reply;
        }
    }
}
